//! A storm of edits from two windows at once: both end with the same, and with all of it.

use std::collections::BTreeSet;

use crosslane_browser_tests::{App, Settings, in_browser, scenes};
use serde_json::{Value, json};

use crate::steps::{export, wait_for_save_state};

/// How many edits each window makes.
const EDITS: u32 = 250;

/// Goes from touchpoint to touchpoint, and adds a word to a field of each: as fast as the page shows them, with
/// pauses of no fixed length between. Every word is another.
const STORM: &str = "const [field, word, edits, seed] = arguments; window.made = 0; \
    const route = location.hash.split('/').slice(0, 4).join('/') + '/-'; \
    const touchpoints = [...document.querySelectorAll('.map-card')].slice(0, 5).map(card => card.id.replace(/^.*?-/, '')); \
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
      window.made = edit + 1; await pause(next() % 40) } })()";

async fn start(app: &App, field: &str, word: &str, seed: u32) {
    app.script(STORM, vec![json!(field), json!(word), json!(EDITS), json!(seed)]).await;
}

async fn wait_until_over(app: &App) {
    // Longer than anything else may take: 250 edits one after another.
    for done in [EDITS / 4, EDITS / 2, EDITS * 3 / 4, EDITS] {
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

fn storm(before: &str) {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(before).await;
        scenes::open_sample(app, "insurance").await;
        wait_for_save_state(app, "saved").await;
        let route = app.script("return location.hash", vec![]).await;
        let one = app.tab().await;
        let two = app.new_window().await;
        app.before_every_page(before).await;
        app.open(route.as_str().unwrap()).await;
        app.wait_for_css(".map-card").await;
        start(app, "name", "two", 7).await;
        app.go_to_window(&one).await;
        start(app, "action", "one", 11).await;
        wait_until_over(app).await;
        app.go_to_window(&two).await;
        wait_until_over(app).await;

        let alike = async || {
            app.go_to_window(&one).await;
            let first = file(app).await;
            app.go_to_window(&two).await;
            let second = file(app).await;
            (first == second).then_some(first)
        };
        let file = app.wait_until("both windows show the same", alike).await;
        let all = |word: &str| (0..EDITS).map(|edit| format!("{word}{edit}")).collect::<Vec<_>>();
        let (actions, names) = (words(&file, "action"), words(&file, "name"));
        let lost: Vec<String> = all("one").into_iter().filter(|word| !actions.contains(&**word)).collect();
        assert!(lost.is_empty(), "of the first window is lost: {lost:?}");
        let lost: Vec<String> = all("two").into_iter().filter(|word| !names.contains(&**word)).collect();
        assert!(lost.is_empty(), "of the second window is lost: {lost:?}");
        app.reload().await;
        app.wait_for_css(".map-card").await;
        assert!(self::file(app).await == file, "what is stored is what was shown");
    });
}

#[test]
fn two_windows_and_500_edits_end_equal_and_complete() {
    storm("");
}

#[test]
fn two_windows_and_500_edits_end_equal_and_complete_without_locks() {
    storm("Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })");
}
