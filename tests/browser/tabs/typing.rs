//! What is typed in one tab while another writes: nothing is disturbed, and nothing written over in silence.

use crosslane_browser_tests::{App, Settings, in_browser};

use super::{begin_with_a_touchpoint, open_beside, put, type_into, value, wait_for_value};
use crate::keeping::{rename, wait_for_no_notice, wait_for_notice, wait_for_title};
use crate::steps::{bring_in, drop_and_preview, go_to, wait_for_name, wait_for_save_state};

/// Whether this is the name of the first touchpoint on the map.
fn first_name(name: &str) -> String {
    format!(
        "const cards = [...document.querySelectorAll('.map-card')]; const left = card => card.getBoundingClientRect().left; \
         return cards.sort((one, other) => left(one) - left(other))[0]?.querySelector('.map-card-name')?.textContent === '{name}'"
    )
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
        app.go_to_window(&one).await;
        put(app, "action", "by one").await;
        wait_for_save_state(app, "pending").await;
        let waits = "const done = arguments[0]; \
            navigator.locks.query().then(all => done(all.pending.length))";
        app.wait_until("the first tab waits for its turn", async || {
            (app.script_with_answer(waits, vec![]).await == 1).then_some(())
        })
        .await;
        app.go_to_window(&two).await;
        put(app, "action", "by two").await;
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
fn what_another_tab_deletes_while_it_is_open_here_is_told_here() {
    in_browser(Settings::default(), async |app| {
        begin_with_a_touchpoint(app).await;
        let [one, two] = open_beside(app, "").await;
        // With the caret in a field of it.
        app.click_css("[id^='touchpoint-'][id$='-action']").await;
        app.go_to_window(&one).await;
        app.click_css(".map-card").await;
        app.press("Delete").await;
        app.wait_for_no_text("one two three").await;
        app.go_to_window(&two).await;
        app.wait_for_text("Another tab deleted what you have open here").await;
    });
}
