//! Two tabs on one workspace: both edit, and each has what the other did.

use crosslane_browser_tests::{App, Settings, WindowHandle, in_browser, scenes};
use serde_json::json;

use crate::keeping::{begin, manifests, rename, wait_for_no_notice, wait_for_notice, wait_for_title};
use crate::steps::{bring_in, drop_and_preview, go_to, wait_for_name, wait_for_save_state};

/// A browser without locks, as it is for pages that are not from a secure origin.
const NO_LOCKS: &str = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })";

/// Opens what is open here in another window, and gives both; the other is gone to.
async fn open_beside(app: &App, before: &str) -> [WindowHandle; 2] {
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

#[test]
fn who_is_typing_keeps_the_focus_the_caret_and_the_choice() {
    in_browser(Settings::default(), async |app| {
        begin_with_a_touchpoint(app).await;
        let [one, two] = open_beside(app, "").await;
        // The caret of this tab stands before the last word.
        type_into(app, "action", "").await;
        let five_left = ["ArrowLeft"; 5];
        app.press_all(&five_left).await;
        let hash = app.script("return location.hash", vec![]).await;
        app.go_to_window(&one).await;
        app.click_css("[id^='touchpoint-'][id$='-action']").await;
        app.press("Home").await;
        app.type_text("zero ").await;
        app.go_to_window(&two).await;
        wait_for_value(app, "action", "zero one two three").await;
        app.type_text("and ").await;
        wait_for_value(app, "action", "zero one two and three").await;
        assert_eq!(app.script("return location.hash", vec![]).await, hash);
        app.go_to_window(&one).await;
        wait_for_value(app, "action", "zero one two and three").await;
        app.type_text("plus ").await;
        wait_for_value(app, "action", "zero plus one two and three").await;
    });
}

#[test]
fn a_name_being_typed_on_the_map_is_not_disturbed() {
    in_browser(Settings::default(), async |app| {
        begin_with_a_touchpoint(app).await;
        let [one, two] = open_beside(app, "").await;
        app.click_css(".map-card").await;
        app.press("Enter").await;
        app.wait_for_css(".map-name-field").await;
        app.press("End").await;
        app.type_text(" back").await;
        app.go_to_window(&one).await;
        rename(app, "Elsewhere").await;
        type_into(app, "action", " four").await;
        app.go_to_window(&two).await;
        wait_for_title(app, "Elsewhere").await;
        wait_for_value(app, "action", "one two three four").await;
        app.type_text(" again").await;
        app.press("Enter").await;
        wait_for_name(app, "group", "Call back again").await;
        app.go_to_window(&one).await;
        wait_for_name(app, "group", "Call back again").await;
    });
}

/// Opens the name of the one touchpoint on the map and leaves it as it is.
async fn open_name(app: &App) {
    app.click_css(".map-card").await;
    app.press("Enter").await;
    app.wait_for_css(".map-name-field").await;
    app.press("End").await;
}

/// Writes a whole field of the inspector at once.
async fn put(app: &App, field: &str, text: &str) {
    let script = "const field = document.querySelector(`[id^='touchpoint-'][id$='-${arguments[0]}']`); \
        const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set; \
        window.putAt = performance.timeOrigin + performance.now(); \
        set.call(field, arguments[1]); field.dispatchEvent(new Event('input', { bubbles: true }))";
    app.script(script, vec![json!(field), json!(text)]).await;
}

#[test]
fn a_name_changed_in_another_tab_while_one_types_is_joined_or_told_never_written_over() {
    in_browser(Settings::default(), async |app| {
        begin_with_a_touchpoint(app).await;
        put(app, "name", "Call the front office").await;
        wait_for_save_state(app, "saved").await;
        let [one, two] = open_beside(app, "").await;
        // Looked at and left as it is.
        open_name(app).await;
        app.go_to_window(&one).await;
        put(app, "name", "Phone the front office").await;
        app.go_to_window(&two).await;
        wait_for_value(app, "name", "Phone the front office").await;
        app.press("Enter").await;
        wait_for_name(app, "group", "Phone the front office").await;
        // Words apart are joined, as one step of undo.
        open_name(app).await;
        app.type_text(" again").await;
        app.go_to_window(&one).await;
        put(app, "name", "Ring the front office").await;
        app.go_to_window(&two).await;
        wait_for_value(app, "name", "Ring the front office").await;
        app.press("Enter").await;
        wait_for_value(app, "name", "Ring the front office again").await;
        app.go_to_window(&one).await;
        wait_for_value(app, "name", "Ring the front office again").await;
        app.go_to_window(&two).await;
        app.press("Control+z").await;
        wait_for_value(app, "name", "Ring the front office").await;
        app.press("Control+Shift+z").await;
        wait_for_value(app, "name", "Ring the front office again").await;
        // The same word: what is typed stays, and the other can be taken.
        open_name(app).await;
        app.type_text(" tomorrow").await;
        app.go_to_window(&one).await;
        put(app, "name", "Ring the front office today").await;
        app.go_to_window(&two).await;
        wait_for_value(app, "name", "Ring the front office today").await;
        app.press("Enter").await;
        wait_for_notice(app, "clashes").await;
        let told = "Here: “Ring the front office again tomorrow”. Other tab: “Ring the front office today”.";
        app.wait_for_text(told).await;
        wait_for_value(app, "name", "Ring the front office again tomorrow").await;
        app.click("button", "Take the other").await;
        wait_for_no_notice(app, "clashes").await;
        wait_for_value(app, "name", "Ring the front office today").await;
        app.go_to_window(&one).await;
        wait_for_value(app, "name", "Ring the front office today").await;
    });
}

#[test]
fn a_cell_being_typed_into_keeps_its_letters_its_row_and_what_another_tab_wrote_there() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let table =
            "Journey,Phase,Touchpoint,Owner\nClaim,Report,one two three,Service\nClaim,Report,four,Service\n";
        drop_and_preview(app, "claims.csv", table).await;
        bring_in(app).await;
        wait_for_save_state(app, "saved").await;
        let [one, two] = open_beside(app, "").await;
        go_to(app, "Table").await;
        app.click_css("#cell-0-0").await;
        app.press("F2").await;
        app.wait_for_css(".cell-input").await;
        app.press("End").await;
        app.type_text(" and").await;
        // Another word into it, and a row above it.
        app.go_to_window(&one).await;
        app.click_css(".map-card").await;
        app.wait_for_css("[id^='touchpoint-'][id$='-name']").await;
        put(app, "name", "zero two three").await;
        app.script("document.querySelector('.map-card').focus()", vec![]).await;
        app.press("Alt+ArrowRight").await;
        app.wait_for_script("it stands second", &first_name("four")).await;
        wait_for_save_state(app, "saved").await;
        app.go_to_window(&two).await;
        let cell = |row: u64, text: &str| {
            format!("return document.querySelector('#cell-{row}-0')?.textContent === '{text}'")
        };
        app.wait_for_script("what another tab did is here", &cell(1, "zero two three")).await;
        app.type_text(" more").await;
        let typed = "return document.querySelector('.cell-input')?.value === 'one two three and more'";
        app.wait_for_script("what is typed stays", typed).await;
        app.press("Enter").await;
        app.wait_for_script("both are in the row that moved", &cell(1, "zero two three and more")).await;
        app.wait_for_script("the other row is as it was", &cell(0, "four")).await;
    });
}

/// Whether this is the name of the first touchpoint on the map.
fn first_name(name: &str) -> String {
    format!(
        "const cards = [...document.querySelectorAll('.map-card')]; const left = card => card.getBoundingClientRect().left; \
         return cards.sort((one, other) => left(one) - left(other))[0]?.querySelector('.map-card-name')?.textContent === '{name}'"
    )
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

/// Keeps all tabs from saving until `window.letGo()`.
const HOLD: &str = "const id = location.hash.split('/')[2]; \
    navigator.locks.request('crosslane-' + id, () => new Promise(let_go => { window.letGo = let_go }))";

#[test]
fn what_both_tabs_changed_stays_here_and_the_other_can_be_taken() {
    in_browser(Settings::default(), async |app| {
        begin_with_a_touchpoint(app).await;
        let [one, two] = open_beside(app, "").await;
        app.script(HOLD, vec![]).await;
        app.wait_for_script("the tabs wait", "return !!window.letGo").await;
        let owner = "const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set; \
            const field = document.querySelector(`[id^='touchpoint-'][id$='-action']`); set.call(field, arguments[0]); \
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        app.go_to_window(&one).await;
        app.script(owner, vec![json!("by one")]).await;
        wait_for_save_state(app, "pending").await;
        let waits = "const done = arguments[0]; \
            navigator.locks.query().then(all => done(all.pending.length))";
        app.wait_until("the first tab waits for its turn", async || {
            (app.script_with_answer(waits, vec![]).await == 1).then_some(())
        })
        .await;
        app.go_to_window(&two).await;
        app.script(owner, vec![json!("by two")]).await;
        app.wait_until("the second tab waits for its turn", async || {
            (app.script_with_answer(waits, vec![]).await == 2).then_some(())
        })
        .await;
        app.script("window.letGo()", vec![]).await;
        // Browsers tell tabs late of one another's writes: either may be the one that finds out, and only it asks.
        let (asked, here, other, there) = app
            .wait_until("one of the tabs asks", async || {
                for (tab, here, other, there) in
                    [(&two, "by two", &one, "by one"), (&one, "by one", &two, "by two")]
                {
                    app.go_to_window(tab).await;
                    let asks = "return !!document.querySelector('[data-notice=\"clashes\"]')";
                    if app.script(asks, vec![]).await == true {
                        return Some((tab, here, other, there));
                    }
                }
                None
            })
            .await;
        app.wait_for_text(&format!("Here: “{here}”. Other tab: “{there}”.")).await;
        assert_eq!(value(app, "action").await, here);
        app.assert_no_barriers("what both tabs changed").await;
        app.go_to_window(other).await;
        wait_for_value(app, "action", here).await;
        app.go_to_window(asked).await;
        app.click("button", "Take the other").await;
        wait_for_no_notice(app, "clashes").await;
        wait_for_value(app, "action", there).await;
        app.go_to_window(other).await;
        wait_for_value(app, "action", there).await;
        wait_for_no_notice(app, "clashes").await;
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
