//! What Firefox does in another way than Chromium, by real keys.

use crosslane_browser_tests::{App, Browser, Settings, in_browser, scenes};
use serde_json::json;

fn in_firefox(test: impl AsyncFnOnce(&mut App)) {
    in_browser(Settings { browser: Browser::Firefox, ..Settings::default() }, test);
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
