//! Two tabs on one workspace: both edit, and each has what the other did.

mod apart;
mod typing;

use crosslane_browser_tests::{App, Settings, WindowHandle, in_browser, scenes};
use serde_json::json;

use crate::keeping::{begin, manifests, rename, wait_for_no_notice, wait_for_notice, wait_for_title};
use crate::steps::{bring_in, drop_and_preview, wait_for_name, wait_for_save_state};

/// A browser without locks, as it is for pages that are not from a secure origin.
pub const NO_LOCKS: &str = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })";

/// A browser that does not let tabs share a worker either.
pub const NO_TURNS: &str = "delete window.SharedWorker";

/// Opens what is open here in another window, and gives both; the other is gone to.
pub async fn open_beside(app: &App, before: &str) -> [WindowHandle; 2] {
    let route = app.script("return location.hash", vec![]).await;
    let one = app.tab().await;
    let two = app.new_window().await;
    app.before_every_page(before).await;
    app.open(route.as_str().unwrap()).await;
    wait_for_save_state(app, "saved").await;
    [one, two]
}

/// The name of the first journey's first touchpoint is typed over, in the inspector.
async fn type_into(app: &App, field: &str, text: &str) {
    app.click_css(&format!("[id^='touchpoint-'][id$='-{field}']")).await;
    app.press("End").await;
    app.type_text(text).await;
}

/// Writes a whole field of the inspector at once.
async fn put(app: &App, field: &str, text: &str) {
    let script = "const field = document.querySelector(`[id^='touchpoint-'][id$='-${arguments[0]}']`); \
        const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set; \
        window.putAt = performance.timeOrigin + performance.now(); \
        set.call(field, arguments[1]); field.dispatchEvent(new Event('input', { bubbles: true }))";
    app.script(script, vec![json!(field), json!(text)]).await;
}

async fn value(app: &App, field: &str) -> String {
    let script = "return document.querySelector(`[id^='touchpoint-'][id$='-${arguments[0]}']`)?.value ?? ''";
    app.script(script, vec![json!(field)]).await.as_str().unwrap().to_owned()
}

async fn wait_for_value(app: &App, field: &str, text: &str) {
    let what = format!("{field} is {text:?}");
    app.wait_until(&what, async || (value(app, field).await == text).then_some(())).await;
}

/// A journey with one touchpoint, which is chosen.
async fn begin_with_a_touchpoint(app: &App) {
    app.open("").await;
    let table = "Journey,Phase,Touchpoint,Owner,Action\nClaim,Report,Call,Service,one two three\n";
    drop_and_preview(app, "claims.csv", table).await;
    bring_in(app).await;
    wait_for_name(app, "group", "Call").await;
    app.click_css(".map-card").await;
    app.wait_for_css("[id^='touchpoint-'][id$='-action']").await;
    wait_for_save_state(app, "saved").await;
}

async fn both_edit(app: &App, before: &str) {
    app.before_every_page(before).await;
    begin(app, "Shared").await;
    let [one, two] = open_beside(app, before).await;
    rename(app, "Changed in the second").await;
    app.go_to_window(&one).await;
    wait_for_title(app, "Changed in the second").await;
    wait_for_save_state(app, "saved").await;
    rename(app, "Changed in the first").await;
    app.go_to_window(&two).await;
    wait_for_title(app, "Changed in the first").await;
    // Nothing of the other tab's is undone here: the last edit of this one is gone over already.
    app.press("Control+z").await;
    app.wait_for_text("Changed in the first").await;
    app.assert_no_barriers("a workspace that is open twice").await;
    // It goes on where only one is left.
    app.close_tab(&one).await;
    wait_for_save_state(app, "saved").await;
    rename(app, "Alone").await;
    wait_for_save_state(app, "saved").await;
    app.reload().await;
    wait_for_title(app, "Alone").await;
}

/// What a tab saves may reach another one only after that was sent to its address, and found nothing there.
#[test]
fn a_workspace_that_arrives_late_is_shown() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        scenes::open_sample(app, "insurance").await;
        wait_for_save_state(app, "saved").await;
        let route = app.script("return location.hash", vec![]).await;
        let one = app.tab().await;
        // A file of the app's own origin in which no app runs.
        app.visit("icon.svg").await;
        let take = "const kept = Object.entries(localStorage); localStorage.clear(); return kept";
        let taken = app.script(take, vec![]).await;
        let two = app.new_window().await;
        app.open(route.as_str().unwrap()).await;
        app.wait_for_text("This workspace is not in this browser").await;
        app.go_to_window(&one).await;
        // As every save does, what the manifests name comes before them.
        let give = "const late = ([key]) => /\\/[ab]$/.test(key); \
            arguments[0].sort((one, other) => late(one) - late(other)) \
              .forEach(([key, value]) => localStorage.setItem(key, value))";
        app.script(give, vec![taken]).await;
        app.go_to_window(&two).await;
        app.wait_for_css(".map-card").await;
        // That file has no icon, which the browser asks for.
        app.reports().await;
    });
}

#[test]
fn two_tabs_edit_one_workspace_and_each_shows_what_the_other_did() {
    in_browser(Settings::default(), async |app| both_edit(app, "").await);
}

#[test]
fn two_tabs_edit_one_workspace_where_the_browser_has_no_locks() {
    in_browser(Settings::default(), async |app| both_edit(app, NO_LOCKS).await);
}

#[test]
fn undo_takes_back_the_own_last_edit_and_leaves_what_came_in() {
    in_browser(Settings::default(), async |app| {
        begin_with_a_touchpoint(app).await;
        let [one, two] = open_beside(app, "").await;
        type_into(app, "action", " of two").await;
        app.go_to_window(&one).await;
        wait_for_value(app, "action", "one two three of two").await;
        app.go_to_window(&two).await;
        rename(app, "Of two").await;
        app.go_to_window(&one).await;
        wait_for_title(app, "Of two").await;
        // Nothing was done in this tab since it was brought in: that is the step.
        type_into(app, "name", " of one").await;
        app.go_to_window(&two).await;
        wait_for_value(app, "name", "Call of one").await;
        app.script("document.activeElement.blur()", vec![]).await;
        app.press("Control+z").await;
        wait_for_title(app, "claims").await;
        app.press("Control+z").await;
        wait_for_value(app, "action", "one two three").await;
        assert_eq!(value(app, "name").await, "Call of one");
        app.press("Control+Shift+z").await;
        wait_for_value(app, "action", "one two three of two").await;
        app.go_to_window(&one).await;
        wait_for_title(app, "claims").await;
        assert_eq!(value(app, "action").await, "one two three of two");
    });
}

/// Notes when the name of a touchpoint on the map is this, by the clock that all windows of the browser have.
const WATCH: &str = "const text = arguments[0]; window.seenAt = null; \
    const look = () => { if ([...document.querySelectorAll('.map-card-name')].some(name => name.textContent === text)) { \
        window.seenAt = performance.timeOrigin + performance.now(); observer.disconnect() } }; \
    const observer = new MutationObserver(look); \
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })";

#[test]
fn an_edit_is_in_the_other_tab_within_a_second() {
    in_browser(Settings::default(), async |app| {
        begin_with_a_touchpoint(app).await;
        let [one, two] = open_beside(app, "").await;
        let mut took = Vec::new();
        for round in 0..15 {
            let name = format!("Call number {round}");
            app.go_to_window(&two).await;
            app.script(WATCH, vec![json!(name)]).await;
            app.go_to_window(&one).await;
            put(app, "name", &name).await;
            let edited = app.script("return window.putAt", vec![]).await.as_f64().unwrap();
            app.go_to_window(&two).await;
            let seen = app.wait_until("the edit is in the other tab", async || {
                app.script("return window.seenAt", vec![]).await.as_f64()
            });
            took.push(seen.await - edited);
        }
        took.sort_by(f64::total_cmp);
        println!("from one tab to the other: median {:.0} ms, longest {:.0} ms", took[7], took[14]);
        assert!(took[14] < 1000.0, "every edit within a second: {took:.0?} ms");
    });
}

#[test]
fn a_tab_of_an_older_program_stops_writing_and_says_so() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Shared").await;
        let one = app.tab().await;
        app.new_window().await;
        app.open("").await;
        app.script_with_answer(scenes::NEWER, vec![]).await;
        let before = manifests(app).await;
        app.go_to_window(&one).await;
        wait_for_notice(app, "overtaken").await;
        wait_for_save_state(app, "read-only").await;
        app.assert_no_barriers("a workspace that a newer program saved").await;
        rename(app, "By the older program").await;
        app.wait_for_text("Read-only: it was saved by a newer Crosslane.").await;
        assert_eq!(manifests(app).await, before);
        // The program of the tests is the newest there is: it may be told to go on.
        app.click("button", "Reload").await;
        wait_for_notice(app, "overtaken").await;
        app.click("button", "Edit here anyway").await;
        wait_for_no_notice(app, "overtaken").await;
        rename(app, "All the same").await;
        wait_for_save_state(app, "saved").await;
        assert_ne!(manifests(app).await, before);
    });
}
