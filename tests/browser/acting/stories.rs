//! Stories: told where they happened.

use crosslane_browser_tests::{Settings, in_browser};

use super::{go_to_practice, open_claim, open_handoff};
use crate::steps::wait_for_focus;

#[test]
fn a_story_is_told_from_the_handoff_that_is_chosen() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        open_handoff(app).await;
        app.press("Control+k").await;
        app.wait_for_css(".palette[open]").await;
        app.type_text("what worked").await;
        app.press("Enter").await;
        wait_for_focus(app, "textbox \"Title\"").await;
        app.press("Control+a").await;
        app.type_text("One call was enough").await;
        go_to_practice(app, "Stories").await;
        app.wait_for_text("One call was enough").await;
        for told in ["Service", "Finance", "Calls the hotline", "Hears what is paid"] {
            app.wait_for_script(
                &format!("{told:?} is told"),
                &format!("return document.querySelector('.act-story').textContent.includes({told:?})"),
            )
            .await;
        }
        app.click("button", "Hears what is paid").await;
        app.wait_for_css("#map-canvas").await;
        app.wait_for_css(".map-card.chosen, .map-name.chosen, .chosen").await;
    });
}
