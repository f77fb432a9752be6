//! The steering committee: from the agenda to a decision, to a standard, to a flag.

use crosslane_browser_tests::{Settings, in_browser};

use super::{go_to_practice, open_claim};
use crate::steps::{go_to, wait_for_focus};

const DIFFERS: &str = "A standard lived differently";

#[test]
fn a_decision_becomes_a_standard_and_what_is_lived_otherwise_is_flagged() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        go_to(app, "Flags").await;
        app.wait_for_css(".flag").await;
        app.wait_for_no_text(DIFFERS).await;
        go_to_practice(app, "Committee").await;
        app.wait_for_text("“Calls the hotline” → “Hears what is paid”").await;
        app.click("button", "Decide").await;
        wait_for_focus(app, "textbox \"Text\"").await;
        app.press("Control+a").await;
        app.type_text("We answer within two days").await;
        app.wait_for_text("Still there").await;

        app.click("button", "Make it a standard").await;
        app.wait_for_text("Say what it is about.").await;
        app.click("combobox", "What it is about").await;
        app.type_text("reply").await;
        app.press("Enter").await;
        app.fill("textbox", "Agreed value", "2 days").await;
        app.press("Enter").await;
        app.click("link", "Reply time: 2 days").await;
        app.wait_for_css(".act-lived .badge[data-severity=warning]").await;
        for agreed in ["Service", "Finance", "We answer within two days"] {
            app.wait_for_script(
                &format!("{agreed:?} is there"),
                &format!(
                    "return [...document.querySelectorAll('.act-page .chip, .act-page input')] \
                     .some(it => (it.textContent || it.value).includes({agreed:?}))"
                ),
            )
            .await;
        }
        go_to(app, "Flags").await;
        app.wait_for_text(DIFFERS).await;

        go_to_practice(app, "Committee").await;
        app.wait_for_text("No error at a handoff waits for somebody").await;
        // The standard, its subject known before, and the link between the two were one step.
        app.press("Control+z").await;
        go_to(app, "Flags").await;
        app.wait_for_no_text(DIFFERS).await;
    });
}
