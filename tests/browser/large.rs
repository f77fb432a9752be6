//! Large files and blocks: worked on apart from the page, which says so, goes on, and can let them be.

use std::fmt::Write;

use crosslane_browser_tests::scenes::{self, HELD};
use crosslane_browser_tests::{App, Settings, in_browser};
use serde_json::{Value, json};

use crate::steps::{bring_in, drop_and_preview, export, go_to, wait_for_no_dialog, wait_for_save_state};

/// More rows than are read in the page.
const ROWS: usize = 3_000;

fn table(rows: usize) -> String {
    let mut table = "Journey,Phase,Touchpoint,Owner,Action,Satisfaction\n".to_owned();
    for row in 0..rows {
        let (phase, owner) = (row / 10 + 1, row % 7 + 1);
        let _ =
            writeln!(table, "Long,Phase {phase},Step {row},Team {owner},The customer waits,{}", row % 5 + 1);
    }
    table
}

fn block(rows: usize) -> String {
    let mut block = String::new();
    for row in 0..rows {
        let _ = writeln!(block, "Pasted {row}\tPhase {}\tThe customer waits", row / 10 + 1);
    }
    block
}

async fn touchpoints(app: &App) -> Vec<String> {
    let file: Value = serde_json::from_slice(&export(app).await.1).unwrap();
    let journeys = file["journeys"].as_object().unwrap().values();
    let all = journeys.flat_map(|journey| journey["touchpoints"].as_object().unwrap().values());
    all.filter_map(|touchpoint| touchpoint["name"].as_str()).map(str::to_owned).collect()
}

#[test]
fn a_large_table_is_read_apart_and_comes_in_whole() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(HELD).await;
        app.open("").await;
        drop_and_preview(app, "long.csv", &table(ROWS)).await;
        app.wait_for_text("Reading the file…").await;
        app.assert_no_barriers("a file that is being read").await;
        app.script("window.let_go()", vec![]).await;
        app.wait_for_text(&format!("New: {ROWS} touchpoints")).await;
        // By keyboard alone: what was read can be brought in at once.
        app.press("Enter").await;
        app.wait_for_css("#map-canvas").await;
        wait_for_save_state(app, "saved").await;
        let names = touchpoints(app).await;
        assert_eq!(names.len(), ROWS);
        assert!((0..ROWS).all(|row| names.contains(&format!("Step {row}"))));
        // The same again brings nothing, into the workspace that is open.
        drop_and_preview(app, "long.csv", &table(ROWS)).await;
        app.wait_for_text("Everything in it is here already").await;
        // Into a new one all is new; chosen back, nothing is.
        app.click("button", "Into a new workspace").await;
        app.wait_for_text(&format!("New: {ROWS} touchpoints")).await;
        app.click("button", "Into the open workspace").await;
        app.wait_for_text("Everything in it is here already").await;
        app.reports().await.assert_clean();
    });
}

#[test]
fn reading_is_given_up_by_its_button_by_escape_and_by_back() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(HELD).await;
        scenes::open_sample(app, "insurance").await;
        for (ended, give_up) in [(1, "button"), (2, "Escape"), (3, "back")] {
            drop_and_preview(app, "long.csv", &table(ROWS)).await;
            app.wait_for_text("Reading the file…").await;
            match give_up {
                "button" => app.click("button", "Cancel").await,
                "back" => drop(app.script("history.back()", vec![]).await),
                key => app.press(key).await,
            }
            wait_for_no_dialog(app).await;
            app.wait_for_script("what read it has ended", &format!("return window.ended === {ended}")).await;
        }
        // While it is told what the file brings.
        app.script("window.pass = 'read'", vec![]).await;
        drop_and_preview(app, "long.csv", &table(ROWS)).await;
        app.wait_for_script("it was asked what the file brings", "return window.held() === 'plan'").await;
        app.press("Escape").await;
        wait_for_no_dialog(app).await;
        app.wait_for_script("what read it has ended", "return window.ended === 4").await;
        // A file that comes in meanwhile takes the place of the first.
        app.script("window.pass = ''", vec![]).await;
        drop_and_preview(app, "long.csv", &table(ROWS)).await;
        app.wait_for_text("long.csv").await;
        drop_and_preview(app, "longer.csv", &table(2 * ROWS)).await;
        app.wait_for_text("longer.csv").await;
        app.wait_for_script("what read the first has ended", "return window.ended === 5").await;
        app.script("window.let_go()", vec![]).await;
        app.wait_for_text(&format!("New: {} touchpoints", 2 * ROWS)).await;
        app.press("Escape").await;
        wait_for_no_dialog(app).await;
        app.wait_for_script("what read the second has ended", "return window.ended === 6").await;
        // Nothing came in, and the next one does.
        drop_and_preview(app, "small.csv", "Touchpoint\nCall\n").await;
        app.wait_for_text("New: 1 touchpoint").await;
        bring_in(app).await;
        wait_for_save_state(app, "saved").await;
        assert!(!touchpoints(app).await.iter().any(|name| name.starts_with("Step ")));
    });
}

/// What runs apart does not start, or stops at the first file.
const BROKEN: [&str; 3] = [
    "delete window.Worker",
    "const Apart = Worker; window.Worker = function (address, options) { \
       return new Apart(address.replace('apart.js', 'nowhere.js'), options) }",
    "const post = Worker.prototype.postMessage; Worker.prototype.postMessage = function ([script, wasm, ...rest]) { \
       post.call(this, [script, wasm.endsWith('.wasm') ? 'nowhere.wasm' : wasm, ...rest]) }",
];

#[test]
fn where_nothing_runs_apart_the_page_reads_and_pastes_itself() {
    for broken in BROKEN {
        in_browser(Settings::default(), async |app| {
            app.before_every_page(broken).await;
            app.open("").await;
            drop_and_preview(app, "long.csv", &table(ROWS)).await;
            app.wait_for_text(&format!("New: {ROWS} touchpoints")).await;
            bring_in(app).await;
            wait_for_save_state(app, "saved").await;
            go_to(app, "Table").await;
            app.click_css(".cell[data-at='0-0']").await;
            app.paste(&block(ROWS)).await;
            app.wait_for_text("cells filled in").await;
        });
    }
}

#[test]
fn a_file_that_stops_what_reads_it_stops_nothing_else() {
    let stopping = "const post = Worker.prototype.postMessage; Worker.prototype.postMessage = function (message) { \
        post.call(this, message[0] === 'read' ? ['read', 'a.csv', 7n] : message) }";
    in_browser(Settings::default(), async |app| {
        app.before_every_page(stopping).await;
        scenes::open_sample(app, "insurance").await;
        drop_and_preview(app, "long.csv", &table(ROWS)).await;
        app.wait_for_text("This file could not be read").await;
        app.press("Escape").await;
        wait_for_no_dialog(app).await;
        let restarted = app.script("return document.getElementById('restarted').hidden", vec![]).await;
        assert_eq!(restarted, json!(true));
    });
}

#[test]
fn a_large_block_is_pasted_apart_in_one_step_and_can_be_given_up() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(HELD).await;
        scenes::open_sample(app, "insurance").await;
        let before = touchpoints(app).await;
        go_to(app, "Table").await;
        app.click_css(".cell[data-at='0-0']").await;
        app.paste(&block(ROWS)).await;
        app.wait_for_text("Filling in the cells…").await;
        app.assert_no_barriers("a block that is being pasted").await;
        app.press("Enter").await;
        wait_for_no_dialog(app).await;
        assert_eq!(touchpoints(app).await, before);
        app.script("window.let_go()", vec![]).await;
        app.click_css(".cell[data-at='0-0']").await;
        app.paste(&block(ROWS)).await;
        app.wait_for_text("touchpoints added").await;
        wait_for_no_dialog(app).await;
        let after = touchpoints(app).await;
        assert_eq!(after.iter().filter(|name| name.starts_with("Pasted ")).count(), ROWS);
        app.press("Control+z").await;
        wait_for_save_state(app, "saved").await;
        assert_eq!(touchpoints(app).await, before);
    });
}
