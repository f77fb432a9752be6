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
