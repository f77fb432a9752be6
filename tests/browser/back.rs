//! Back closes what lies over a view rather than leave the view.

use crosslane_browser_tests::{App, Settings, Size, in_browser, scenes};
use serde_json::json;

use crate::steps::{wait_for_no_dialog, wait_for_view_entry};

/// The step back of the browser. Afterwards the page has been drawn.
async fn back(app: &App) {
    step(app, "back").await;
}

async fn forward(app: &App) {
    step(app, "forward").await;
}

async fn step(app: &App, to: &str) {
    let script = "addEventListener('popstate', () => requestAnimationFrame(() => requestAnimationFrame(arguments[1])),         { once: true }); history[arguments[0]]()";
    app.script_with_answer(script, vec![json!(to)]).await;
}

async fn wait_for_view(app: &App, view: &str) {
    app.wait_for_css(&format!(".frame[data-view={view}]")).await;
}

async fn open_palette(app: &App) {
    app.press("Control+k").await;
    app.wait_for_css(".palette[open]").await;
}

/// The sample on the map, and from there the view of the flags.
async fn two_views(app: &App) {
    scenes::open_sample(app, "insurance").await;
    app.click("link", "Flags").await;
    wait_for_view(app, "flags").await;
}

/// Which view is shown, once the history is at the entry of one.
async fn view_now(app: &App) -> String {
    wait_for_view_entry(app).await;
    let view = app.script("return document.querySelector('.frame')?.dataset.view ?? 'home'", vec![]).await;
    view.as_str().unwrap_or_default().to_owned()
}

#[test]
fn back_closes_a_dialog_and_then_leaves_the_view() {
    in_browser(Settings::default(), async |app| {
        two_views(app).await;
        open_palette(app).await;
        back(app).await;
        wait_for_no_dialog(app).await;
        assert_eq!(view_now(app).await, "flags");
        // One after another: the palette gives way to the dialog that was chosen in it.
        open_palette(app).await;
        app.type_text("versions").await;
        app.press("Enter").await;
        app.wait_for_css(".versions[open]").await;
        back(app).await;
        wait_for_no_dialog(app).await;
        assert_eq!(view_now(app).await, "flags");
        back(app).await;
        wait_for_view(app, "map").await;
        forward(app).await;
        wait_for_view(app, "flags").await;
    });
}

#[test]
fn a_dialog_closed_otherwise_leaves_nothing_in_the_history() {
    in_browser(Settings::default(), async |app| {
        two_views(app).await;
        open_palette(app).await;
        app.press("Escape").await;
        wait_for_no_dialog(app).await;
        assert_eq!(view_now(app).await, "flags");
        back(app).await;
        wait_for_view(app, "map").await;
        forward(app).await;
        wait_for_view(app, "flags").await;
        // Where it was is passed over.
        forward(app).await;
        assert_eq!(view_now(app).await, "flags");
        back(app).await;
        wait_for_view(app, "map").await;

        // A dialog that leads elsewhere gives its place to where it leads.
        open_palette(app).await;
        app.type_text("Table").await;
        app.press("Enter").await;
        wait_for_view(app, "table").await;
        back(app).await;
        wait_for_view(app, "map").await;
        forward(app).await;
        wait_for_view(app, "table").await;

        // Loaded again with a dialog open, the page is as if there had been none.
        open_palette(app).await;
        app.reload().await;
        wait_for_view(app, "table").await;
        assert_eq!(view_now(app).await, "table");
        back(app).await;
        wait_for_view(app, "map").await;
    });
}

const NO_PANEL: &str = "return !document.querySelector('.inspector')";

async fn open_panel(app: &App) {
    app.click_css("#map-panel").await;
    app.wait_for_css(".inspector").await;
}

/// Goes back from the panel to the map beneath it.
async fn back_to_map(app: &App) {
    back(app).await;
    app.wait_for_script("the panel is gone", NO_PANEL).await;
    assert_eq!(view_now(app).await, "map");
}

#[test]
fn back_closes_the_panel_on_a_phone() {
    let settings = Settings { size: Size::NARROW, ..Settings::default() };
    in_browser(settings, async |app| {
        two_views(app).await;
        app.click("link", "Map").await;
        app.wait_for_css(".map-card").await;
        open_panel(app).await;
        back_to_map(app).await;
        // A dialog above the panel goes first.
        open_panel(app).await;
        open_palette(app).await;
        back(app).await;
        wait_for_no_dialog(app).await;
        app.wait_for_css(".inspector").await;
        back_to_map(app).await;

        // With the panel open to another view by a link: back is the map, at once.
        open_panel(app).await;
        app.click("link", "Table").await;
        wait_for_view(app, "table").await;
        back(app).await;
        wait_for_view(app, "map").await;

        // In the table it is about the row whose number was pressed.
        forward(app).await;
        wait_for_view(app, "table").await;
        app.script("document.querySelector('.grid-number-button').focus()", vec![]).await;
        app.click_css(".grid-number-button").await;
        app.wait_for_css(".inspector").await;
        back(app).await;
        app.wait_for_script("the panel is gone", NO_PANEL).await;
        assert_eq!(view_now(app).await, "table");
        assert_eq!(app.script("return location.hash.includes('/t/')", vec![]).await, json!(false));
        back(app).await;
        wait_for_view(app, "map").await;
    });
}

/// Closes the palette by a click beside it, and follows a link before the browser has left the palette's entry.
const CLOSE_AND_GO: &str = "document.querySelector('dialog').click(); \
    for (let turn = 0; turn < 50; turn++) await Promise.resolve(); \
    document.querySelector(\".rail-link[href*='/table']\").click()";

#[test]
fn going_on_while_a_dialog_is_being_left_stops_nothing() {
    in_browser(Settings::default(), async |app| {
        two_views(app).await;
        for _ in 0..3 {
            open_palette(app).await;
            let script = format!("(async () => {{ {CLOSE_AND_GO} }})().then(arguments[0])");
            app.script_with_answer(&script, vec![]).await;
            wait_for_view(app, "table").await;
            assert_eq!(view_now(app).await, "table");
            assert_eq!(app.script("return document.getElementById('restarted').hidden", vec![]).await, true);
            back(app).await;
            wait_for_view(app, "flags").await;
        }
    });
}
