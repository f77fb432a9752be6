//! Shared goals: everybody who owns a touchpoint has a part.

use crosslane_browser_tests::{Settings, in_browser};

use super::{go_to_practice, open_claim};
use crate::steps::{go_to, wait_for_focus};

const NO_PART: &str = "No part in the goal";

#[test]
fn a_department_without_a_part_gets_one_and_its_flag_is_gone() {
    in_browser(Settings::default(), async |app| {
        open_claim(app).await;
        go_to(app, "Flags").await;
        app.wait_for_text(NO_PART).await;
        go_to_practice(app, "Goals").await;
        app.wait_for_text("25% of the way").await;
        app.click("button", "Give them a part: Finance").await;
        wait_for_focus(app, "textbox \"Part\"").await;
        app.type_text("Pays on the day of the report").await;
        app.wait_for_no_text("No part yet").await;
        app.click("link", "All goals").await;
        app.wait_for_text("Pays on the day of the report").await;
        go_to(app, "Flags").await;
        app.wait_for_css(".flag").await;
        app.wait_for_no_text(NO_PART).await;
    });
}
