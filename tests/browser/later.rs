//! The later parts of the program: asked for where they are wanted, and told where they do not arrive.

use crosslane_browser_tests::{Settings, in_browser, scenes};

use crate::cut;

const MISSING: &str = "A part of Crosslane did not arrive";

#[test]
fn a_view_that_does_not_arrive_is_told_and_shown_when_it_is_tried_again() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(&cut::off("split_")).await;
        scenes::open_sample(app, "insurance").await;
        app.click("link", "Table").await;
        app.wait_for_text(MISSING).await;
        app.assert_no_barriers("a view that is missing").await;
        app.click("button", "Try again").await;
        app.wait_for_text(MISSING).await;
        app.script(cut::MEND, vec![]).await;
        app.click("button", "Try again").await;
        app.wait_for_css("[role='grid'] .cell").await;
        let reports = app.reports().await;
        assert!(reports.violations.is_empty() && reports.outside.is_empty(), "{reports:#?}");
    });
}

#[test]
fn a_dialog_and_a_command_whose_part_does_not_arrive_say_so_and_work_afterwards() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(&cut::off("split_")).await;
        scenes::open_sample(app, "insurance").await;
        app.click("button", "Versions").await;
        app.wait_for_css("dialog[open] [data-part='missing']").await;
        app.press("Escape").await;
        app.wait_for_script("it is closed", "return !document.querySelector('dialog[open]')").await;
        app.press("Control+Shift+e").await;
        app.wait_for_css("dialog[open] [data-part='missing']").await;
        app.script(cut::MEND, vec![]).await;
        app.click("button", "Try again").await;
        app.wait_for_css("dialog.export[open]").await;
        app.reports().await;
    });
}

#[test]
fn the_first_sign_that_a_view_is_wanted_asks_for_its_part() {
    in_browser(Settings::default(), async |app| {
        let asked =
            "return performance.getEntriesByType('resource').some(({ name }) => /split_table/.test(name))";
        scenes::open_sample(app, "insurance").await;
        app.wait_for_css(".map-card").await;
        assert_eq!(app.script(asked, vec![]).await, false);
        app.script("document.querySelector(\".rail-link[href*='/table']\").focus()", vec![]).await;
        app.wait_for_script("the part of the table is asked for", asked).await;
        app.wait_for_css(".map-card").await;
        app.reports().await.assert_clean();
    });
}
