//! The shared vocabulary: a disputed word is settled.

use crosslane_browser_tests::{Settings, in_browser};

use super::{go_to_practice, open_claim};
use crate::steps::go_to;

#[test]
fn a_disputed_word_is_settled_where_it_is_listed() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        go_to_practice(app, "Vocabulary").await;
        app.wait_for_text("Disputed").await;
        app.click("link", "What the customer reports").await;
        app.wait_for_css(".act-flag").await;
        app.click_css("#label-case-finance-label").await;
        app.press("Control+a").await;
        app.type_text("claim").await;
        app.wait_for_script("the flag is gone", "return !document.querySelector('.act-flag')").await;
        app.click("link", "All terms").await;
        app.wait_for_css(".act-terms").await;
        app.wait_for_no_text("Disputed").await;
        go_to(app, "Flags").await;
        app.wait_for_css(".flag").await;
        app.wait_for_no_text("Different words for one thing").await;
    });
}

#[test]
fn a_word_found_in_a_text_is_entered() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        go_to_practice(app, "Vocabulary").await;
        app.wait_for_text("writes “loss” for “What the customer reports”").await;
        app.click("button", "Enter it: Workshops, “loss”").await;
        app.wait_for_no_text("Found in what departments write").await;
        let said = "return [...document.querySelectorAll('.act-terms td')].filter(it => it.textContent === 'loss').length === 2";
        app.wait_for_script("two departments say it", said).await;
    });
}

#[test]
fn a_term_is_deleted_after_a_look_and_brought_back() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        go_to_practice(app, "Vocabulary").await;
        app.click("link", "What the customer reports").await;
        app.click("button", "Delete").await;
        app.wait_for_css(".modal[open]").await;
        app.click_css(".modal .button-danger").await;
        app.wait_for_text("No term yet").await;
        app.press("Control+z").await;
        app.wait_for_css(".act-terms").await;
    });
}
