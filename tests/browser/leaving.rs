//! What is being typed is kept or told, whatever makes its field go; and a program that stops starts again with it.

use std::collections::HashSet;

use crosslane_browser_tests::{App, Settings, in_browser, scenes};
use serde_json::{Value, json};

use crate::keeping::{begin, rename, wait_for_title};
use crate::steps::{export, wait_for_save_state};
use crate::tabs::open_beside;

/// What is typed, with a number for each field.
const TYPED: &str = "Quokka";

/// Keeps every message that is shown, since they go after some seconds.
const NOTE_MESSAGES: &str = "window.said = ''; new MutationObserver(() => { \
    const now = document.querySelector('.toasts')?.textContent ?? ''; if (!window.said.endsWith(now)) window.said += now \
    }).observe(document.body, { subtree: true, childList: true, characterData: true })";

/// The fields that can be seen and typed into, each by its identifier.
const FIELDS: &str = "const wanted = '#content input:not([type]), #content input[type=text], #content textarea'; \
    const fields = [...document.querySelectorAll(wanted)].filter(it => it.checkVisibility() && !it.readOnly && it.id); \
    return fields.map(it => it.id)";

/// Answers once the page has been drawn twice.
const DRAWN: &str = "requestAnimationFrame(() => requestAnimationFrame(() => arguments[0]()))";

async fn words(app: &App, script: &str) -> Vec<String> {
    serde_json::from_value(app.script(script, vec![]).await).unwrap()
}

async fn go(app: &App, address: &str, there: &str) {
    app.script("location.hash = arguments[0]", vec![json!(address)]).await;
    app.wait_for_css(there).await;
}

/// The addresses of pages with fields: one of each kind.
async fn pages(app: &App, base: &str) -> Vec<String> {
    let first = |selector: &str| {
        format!(
            "return [...document.querySelectorAll({selector:?})].map(it => it.getAttribute('href')).filter(Boolean)"
        )
    };
    let mut pages = vec![format!("{base}/map"), format!("{base}/flags")];
    for (view, kinds, entry) in
        [("departments", ".register-link", ".register-name"), ("act", ".act-tab", "a[id^='act-']")]
    {
        go(app, &format!("{base}/{view}"), kinds).await;
        for kind in words(app, &first(kinds)).await {
            app.script("location.hash = arguments[0]", vec![json!(kind)]).await;
            app.script_with_answer(DRAWN, vec![]).await;
            pages.extend(words(app, &first(entry)).await.into_iter().next());
        }
    }
    pages
}

/// Types into every field of every page and goes back in the midst of it.
#[test]
fn what_is_typed_is_kept_or_told_by_back() {
    in_browser(Settings { limit: std::time::Duration::from_mins(6), ..Settings::default() }, async |app| {
        app.before_every_page(&format!("addEventListener('DOMContentLoaded', () => {{ {NOTE_MESSAGES} }})"))
            .await;
        scenes::open_sample(app, "insurance").await;
        let hash = app.script("return location.hash", vec![]).await;
        let base = hash.as_str().unwrap().split('/').take(3).collect::<Vec<_>>().join("/");
        let elsewhere = format!("{base}/report");
        let (mut typed, mut seen) = (Vec::new(), HashSet::new());
        for page in pages(app, &base).await {
            go(app, &elsewhere, ".report").await;
            go(app, &page, "#content input, #content textarea").await;
            for field in words(app, FIELDS).await {
                // What is on two pages is typed into once: the second time would write over the first.
                if !seen.insert(field.clone()) {
                    continue;
                }
                go(app, &elsewhere, ".report").await;
                go(app, &page, &format!("[id='{field}']")).await;
                let focus =
                    "const field = document.getElementById(arguments[0]); field.focus(); field.select()";
                app.script(focus, vec![json!(field)]).await;
                typed.push(format!("{field} at {page}"));
                app.type_text(&format!("{TYPED}{}.", typed.len())).await;
                app.script("history.back()", vec![]).await;
                app.wait_for_css(".report").await;
                let errors = app.reports().await.errors;
                assert!(errors.is_empty(), "{field} at {page}: {errors:#?}");
            }
        }
        assert!(typed.len() > 60, "{} fields were found", typed.len());
        wait_for_save_state(app, "saved").await;
        let said = app.script("return window.said", vec![]).await.as_str().unwrap().to_owned();
        let kept = String::from_utf8(export(app).await.1).unwrap();
        let is_known =
            |at: usize| [&kept, &said].iter().any(|text| text.contains(&format!("{TYPED}{}.", at + 1)));
        let lost: Vec<&String> =
            typed.iter().enumerate().filter(|(at, _)| !is_known(*at)).map(|(_, field)| field).collect();
        assert!(lost.is_empty(), "of {} fields neither kept nor told: {lost:#?}\n{said}", typed.len());
    });
}

/// A journey with one touchpoint, shown in the table.
async fn begin_in_table(app: &App) {
    begin(app, "Kept").await;
    let base = app.script("return location.hash.split('/').slice(0, 3).join('/')", vec![]).await;
    go(app, &format!("{}/table", base.as_str().unwrap()), "#cell-0-0").await;
    app.click_css("#cell-0-0").await;
    app.type_text("First").await;
    app.press("Enter").await;
    app.wait_for_css("#cell-1-0").await;
    wait_for_save_state(app, "saved").await;
}

#[test]
fn a_cell_being_typed_into_is_kept_when_the_page_is_loaded_again_or_closed() {
    in_browser(Settings::default(), async |app| {
        begin_in_table(app).await;
        app.click_css("#cell-0-0").await;
        app.press("F2").await;
        app.wait_for_css("#cell-field").await;
        app.type_text(" contact").await;
        app.reload().await;
        app.wait_for_text("First contact").await;

        app.click_css("#cell-0-0").await;
        app.press("F2").await;
        app.wait_for_css("#cell-field").await;
        app.type_text(" by phone").await;
        let hash = app.script("return location.hash", vec![]).await;
        let one = app.tab().await;
        let two = app.new_tab().await;
        app.go_to_tab(&one).await;
        app.close_tab(&two).await;
        app.open(hash.as_str().unwrap()).await;
        app.wait_for_text("First contact by phone").await;
    });
}

/// Deletes the first row of the table.
async fn delete_row(app: &App) {
    app.click_css("#cell-0-0").await;
    app.press("Control+k").await;
    app.wait_for_css(".palette[open]").await;
    app.type_text("Delete rows").await;
    app.press("Enter").await;
    app.wait_for_no_text("First").await;
}

#[test]
fn a_name_being_typed_on_a_card_that_another_tab_deletes_is_told() {
    in_browser(Settings::default(), async |app| {
        begin_in_table(app).await;
        let [one, two] = open_beside(app, "").await;
        let map = app.script("return location.hash.replace('/table', '/map')", vec![]).await;
        go(app, map.as_str().unwrap(), ".map-card").await;
        app.click_css(".map-card").await;
        app.press("Enter").await;
        app.wait_for_css(".map-name-field").await;
        app.press("End").await;
        app.type_text(" of a day").await;
        app.go_to_window(&one).await;
        delete_row(app).await;
        app.go_to_window(&two).await;
        app.wait_for_css("[data-notice='clashes']").await;
        app.wait_for_text("First of a day").await;
    });
}

#[test]
fn a_cell_being_typed_into_in_a_row_that_another_tab_deletes_is_told() {
    in_browser(Settings::default(), async |app| {
        begin_in_table(app).await;
        let [one, two] = open_beside(app, "").await;
        app.click_css("#cell-0-0").await;
        app.press("F2").await;
        app.wait_for_css("#cell-field").await;
        app.type_text(" of a day").await;
        app.go_to_window(&one).await;
        delete_row(app).await;
        app.go_to_window(&two).await;
        app.wait_for_css(".grid-row[data-new] #cell-field").await;
        app.press("Enter").await;
        app.wait_for_css("[data-notice='clashes']").await;
        app.wait_for_text("First of a day").await;
    });
}

/// Does to the program what a panic does: it says that it has stopped, and nothing of it is to be trusted.
async fn stop(app: &App) {
    app.script(scenes::STOP, vec![]).await;
}

async fn wait_for_restart(app: &App) {
    let anew = "return !window.before && !document.getElementById('boot') && !document.getElementById('restarted').hidden";
    app.wait_for_script("the program has started again", anew).await;
}

#[test]
fn a_program_that_stops_starts_again_in_the_same_place_with_everything_up_to_the_last_key() {
    in_browser(Settings::default(), async |app| {
        begin_in_table(app).await;
        rename(app, "Changed just before").await;
        app.click_css("#cell-0-0").await;
        app.press("F2").await;
        app.wait_for_css("#cell-field").await;
        app.type_text(" up to the last key").await;
        let hash = app.script("return location.hash", vec![]).await;
        stop(app).await;
        wait_for_restart(app).await;
        assert_eq!(app.script("return location.hash", vec![]).await, hash);
        wait_for_title(app, "Changed just before").await;
        app.wait_for_text("First up to the last key").await;
        app.wait_for_text("it has started again").await;
        app.assert_no_barriers("a program that has started again").await;
        app.click("DisclosureTriangle", "Details for a report").await;
        app.wait_for_text("panicked at src/map.rs").await;
        let note = "navigator.clipboard.writeText = text => Promise.resolve(window.copied = text)";
        app.script(note, vec![]).await;
        app.click("button", "Copy details").await;
        app.wait_for_script(
            "the details are copied",
            "return window.copied?.includes('panicked at src/map.rs')",
        )
        .await;
        app.click("button", "Close").await;
        app.wait_for_no_text("it has started again").await;
        // It is told once.
        app.reload().await;
        wait_for_title(app, "Changed just before").await;
        app.wait_for_no_text("it has started again").await;
    });
}

#[test]
fn the_third_stop_within_a_minute_shows_the_screen() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Restless").await;
        for _ in 0..2 {
            stop(app).await;
            wait_for_restart(app).await;
            wait_for_title(app, "Restless").await;
        }
        stop(app).await;
        app.wait_for_text("Crosslane has stopped").await;
        app.click("button", "Reload").await;
        wait_for_title(app, "Restless").await;
    });
}

#[test]
fn what_cannot_be_stored_when_the_program_stops_can_be_downloaded() {
    in_browser(Settings::default(), async |app| {
        begin(app, "Before").await;
        app.fill_storage("filling", 10).await;
        rename(app, "Changed while the storage is full").await;
        stop(app).await;
        app.wait_for_text("Crosslane has stopped").await;
        app.assert_no_barriers("a program that stopped with unsaved work").await;
        app.click("button", "Download what was on the screen").await;
        let (name, bytes) = app.download().await;
        assert!(name.starts_with("crosslane-unsaved-"), "{name}");
        let kept: Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(kept["title"], "Changed while the storage is full");
    });
}
