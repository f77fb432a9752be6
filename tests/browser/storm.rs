//! A storm of edits from several windows at once: all end with the same, and with all of it.

use std::collections::BTreeSet;
use std::time::Duration;

use crosslane_browser_tests::{App, Settings, in_browser, scenes};
use serde_json::{Value, json};

use crate::steps::{export, wait_for_save_state};
use crate::tabs::{NO_LOCKS, NO_TURNS};

/// How many edits each window makes.
const EDITS: u32 = 250;

/// Goes from touchpoint to touchpoint, and adds a word to a field of each, with pauses of no fixed length between: as fast
/// as Chromium lets a page change its address, which is twenty times a second. Every word is another.
const STORM: &str = "const [field, from, word, edits, seed] = arguments; window.made = 0; \
    const route = location.hash.split('/').slice(0, 4).join('/') + '/-'; \
    const touchpoints = [...document.querySelectorAll('.map-card')].slice(from, from + 5).map(card => card.id.replace(/^.*?-/, '')); \
    const write = (box, text) => { \
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(box), 'value').set.call(box, text); \
      box.dispatchEvent(new Event('input', { bubbles: true })) }; \
    let random = seed; const next = () => random = random * 48271 % 2147483647; \
    const pause = time => new Promise(go_on => setTimeout(go_on, time)); \
    (async () => { for (let edit = 0; edit < edits; edit++) { \
      const id = touchpoints[next() % touchpoints.length]; \
      location.hash = route + '/touchpoint/' + id; \
      let box; while (!(box = document.getElementById(`touchpoint-${id}-${field}`))) await pause(5); \
      write(box, (box.value + ' ' + word + edit).trim()); \
      window.made = edit + 1; await pause(50 + next() % 60) } })()";

async fn start(app: &App, (field, from, word): (&str, u32, &str), seed: u32) {
    app.script(STORM, vec![json!(field), json!(from), json!(word), json!(EDITS), json!(seed)]).await;
}

async fn wait_until_over(app: &App) {
    // Longer than anything else may take: so it is waited for a few at a time.
    for done in (EDITS / 25..=EDITS).step_by(10) {
        let script = format!("return window.made >= {done}");
        app.wait_for_script(&format!("{done} edits are made"), &script).await;
    }
    wait_for_save_state(app, "saved").await;
}

/// The workspace as a file.
async fn file(app: &App) -> Value {
    serde_json::from_slice(&export(app).await.1).unwrap()
}

/// The words in a field of all touchpoints.
fn words<'a>(file: &'a Value, field: &str) -> BTreeSet<&'a str> {
    let journeys = file["journeys"].as_object().unwrap().values();
    let touchpoints = journeys.flat_map(|journey| journey["touchpoints"].as_object().unwrap().values());
    touchpoints.filter_map(|touchpoint| touchpoint[field].as_str()).flat_map(str::split_whitespace).collect()
}

/// The field that a window writes into, of five touchpoints from which on, and the word it adds there.
type Writes = (&'static str, u32, &'static str);

/// Each writes into a field of its own, of touchpoints that another one writes into as well.
const FOUR: [Writes; 4] =
    [("action", 0, "one"), ("name", 0, "two"), ("action", 5, "three"), ("name", 5, "four")];
const TWO: [Writes; 2] = [FOUR[0], FOUR[1]];

/// `clashes` says whether tabs may be told that another changed the same, though none did.
fn storm(before: &str, writes: &[Writes], clashes: bool) {
    let settings = Settings { limit: Duration::from_mins(8), ..Settings::default() };
    in_browser(settings, async |app| {
        app.before_every_page(before).await;
        scenes::open_sample(app, "insurance").await;
        wait_for_save_state(app, "saved").await;
        let route = app.script("return location.hash", vec![]).await;
        let mut all = vec![app.tab().await];
        for _ in 1..writes.len() {
            all.push(app.new_window().await);
            app.before_every_page(before).await;
            app.open(route.as_str().unwrap()).await;
            app.wait_for_css(".map-card").await;
        }
        for (seed, (window, writes)) in (7..).step_by(4).zip(all.iter().zip(writes)) {
            app.go_to_window(window).await;
            start(app, *writes, seed).await;
        }
        for window in &all {
            app.go_to_window(window).await;
            wait_until_over(app).await;
        }
        let alike = async || {
            app.go_to_window(&all[0]).await;
            let first = file(app).await;
            for window in &all[1..] {
                app.go_to_window(window).await;
                if file(app).await != first {
                    return None;
                }
            }
            Some(first)
        };
        let file = app.wait_until("all windows show the same", alike).await;
        for (field, _, word) in writes {
            let there = words(&file, field);
            let all = (0..EDITS).map(|edit| format!("{word}{edit}"));
            let lost: Vec<String> = all.filter(|word| !there.contains(&**word)).collect();
            assert!(lost.is_empty(), "of window {word} is lost: {lost:?}");
        }
        for window in &all {
            app.go_to_window(window).await;
            let told = app.script("return !!document.querySelector('[data-notice=clashes]')", vec![]).await;
            assert!(clashes || told == false, "nobody changed the same");
        }
        app.reload().await;
        app.wait_for_css(".map-card").await;
        assert!(self::file(app).await == file, "what is stored is what was shown");
    });
}

#[test]
fn four_windows_and_1000_edits_end_equal_and_complete() {
    storm("", &FOUR, false);
}

#[test]
fn four_windows_and_1000_edits_end_equal_and_complete_without_locks() {
    storm(NO_LOCKS, &FOUR, true);
}

#[test]
fn two_windows_and_500_edits_end_equal_and_complete_where_nobody_gives_turns() {
    storm(&format!("{NO_LOCKS};{NO_TURNS}"), &TWO, true);
}
