//! What Firefox does in another way than Chromium, by real keys.

use crosslane_browser_tests::{App, Browser, Settings, in_browser, scenes};
use serde_json::json;

use crate::steps::{bring_in, drop_and_preview, go_to};

fn in_firefox(test: impl AsyncFnOnce(&mut App)) {
    in_browser(Settings { browser: Browser::Firefox, ..Settings::default() }, test);
}

/// Three touchpoints of two phases, one of them without an owner.
const CLAIMS: &str = "Journey,Phase,Touchpoint,Owner\n\
    Claim,Report,Call the hotline,Service\n\
    Claim,Report,Send photos,\n\
    Claim,Settle,Pay out,Finance\n";

/// The cell of the owner in a row.
async fn owner(app: &App, row: usize) -> String {
    let column = "return [...document.querySelectorAll('[role=columnheader]')] \
        .find(it => it.textContent.trim() === 'Owner').getAttribute('aria-colindex') - 2";
    let column = app.script(column, vec![]).await;
    format!(".cell[data-at='{row}-{column}']")
}

async fn wait_for_cell(app: &App, cell: &str, text: &str) {
    let script = format!("return document.querySelector({cell:?})?.textContent.trim() === {text:?}");
    app.wait_for_script(&format!("{cell} holds {text:?}"), &script).await;
}

#[test]
fn cells_are_copied_cut_and_pasted_by_keys() {
    in_firefox(async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", CLAIMS).await;
        bring_in(app).await;
        go_to(app, "Table").await;
        let cells = [owner(app, 0).await, owner(app, 1).await, owner(app, 2).await];
        // The view takes the focus as it opens, which may be after the first click.
        app.wait_until("a cell is chosen", async || {
            app.click_css(&cells[0]).await;
            app.css("[role='grid']:focus-within").await.map(drop)
        })
        .await;
        app.press_all(&["Control+c", "ArrowDown", "Control+v"]).await;
        wait_for_cell(app, &cells[1], "Service").await;
        wait_for_cell(app, &cells[0], "Service").await;
        let dialog = app.script("return !!document.querySelector('dialog[open]')", vec![]).await;
        assert_eq!(dialog, false, "a block is pasted where the person is, and nothing is asked");
        // Two cells at once, away from where they were.
        app.press_all(&["ArrowUp", "Shift+ArrowDown", "Control+x"]).await;
        wait_for_cell(app, &cells[0], "").await;
        wait_for_cell(app, &cells[1], "").await;
        assert_eq!(app.clipboard().await[0].trim(), "Service\nService");
        app.press_all(&["ArrowDown", "Control+v"]).await;
        wait_for_cell(app, &cells[2], "Service").await;
    });
}

/// Types into a field that is open, and leaves the view by Back; then it is shown again.
async fn type_and_go_back(app: &App, text: &str) {
    app.press("Control+End").await;
    app.type_text(text).await;
    let there = app.script("return location.hash", vec![]).await;
    app.script("history.back()", vec![]).await;
    app.wait_for_css(".home-sample").await;
    app.script("location.hash = arguments[0]", vec![there]).await;
}

#[test]
fn back_from_a_field_keeps_what_was_typed() {
    in_firefox(async |app| {
        scenes::open_sample(app, "insurance").await;
        for field in ["journey-notes", "journey-title"] {
            app.click_css(&format!("#{field}")).await;
            type_and_go_back(app, " and more").await;
            let kept = "return document.getElementById(arguments[0])?.value.includes(' and more')";
            let what = format!("what was typed into {field} is kept");
            app.wait_until(&what, async || {
                app.script(kept, vec![json!(field)]).await.as_bool().filter(|kept| *kept)
            })
            .await;
        }
        // From the table Back leads to the map, unless its address takes the place of that one.
        let table = "location.replace(location.hash.replace('/map', '/table'))";
        app.script(table, vec![]).await;
        // The view takes the focus as it opens, which may be after the first click.
        app.wait_until("a cell is typed into", async || {
            app.click_css("#cell-0-0").await;
            app.press("F2").await;
            app.css("[role='grid'] :is(input, textarea):focus").await.map(drop)
        })
        .await;
        type_and_go_back(app, " by phone").await;
        let kept = "return document.getElementById('cell-0-0')?.textContent.includes(' by phone')";
        app.wait_for_script("what was typed into a cell is kept", kept).await;
        assert_eq!(app.script("return document.getElementById('failure').hidden", vec![]).await, true);
    });
}

#[test]
fn a_report_is_printed_without_blank_sheets() {
    in_firefox(async |app| {
        scenes::open_sample(app, "insurance").await;
        app.press("9").await;
        app.wait_for_text("The three worst handoffs").await;
        app.wait_for_css(".paper-map").await;
        let texts = app.pdf().await.texts();
        assert!(texts.len() >= 3, "{} sheets", texts.len());
        assert!(texts.iter().all(|texts| *texts > 0), "a blank sheet: {texts:?}");
    });
}
