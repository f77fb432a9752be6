//! Keyboards of other countries: keys by their place, digits behind Shift, and letters that take more than one key.

use crosslane_browser_tests::{App, Settings, in_browser, scenes};
use serde_json::{Value, json};

use crate::steps::wait_for_focus;

/// Presses a key on whatever has the focus, as a browser tells it; gives whether the browser goes on with it.
async fn press(app: &App, event: Value) -> bool {
    let script = "const on = document.activeElement ?? document.body; \
        return on.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...arguments[0] }))";
    app.script(script, vec![event]).await == json!(true)
}

async fn wait_for_view(app: &App, view: &str) {
    app.wait_for_css(&format!(".frame[data-view={view}]")).await;
}

#[test]
fn commands_are_where_they_are_on_keyboards_of_other_scripts() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        // Ctrl+K in Russian, Greek, Hebrew and Arabic.
        for key in ["л", "κ", "ל", "ن"] {
            press(app, json!({ "key": key, "code": "KeyK", "ctrlKey": true })).await;
            app.wait_for_css(".palette[open]").await;
            app.press("Escape").await;
            app.wait_for_script("the palette is gone", "return !document.querySelector('.palette')").await;
        }
        app.click_css(".map-card").await;
        app.wait_for_css(".map-card:focus, .map-card :focus").await;
        press(app, json!({ "key": "т", "code": "KeyN" })).await;
        wait_for_focus(app, "textbox \"Name of the touchpoint\"").await;
        app.type_text("Calls again").await;
        app.press("Tab").await;
        wait_for_focus(app, "combobox \"Owner\"").await;
        app.press("Escape").await;
        app.wait_for_text("Calls again").await;
        app.script("document.activeElement.blur()", vec![]).await;
        press(app, json!({ "key": "я", "code": "KeyZ", "ctrlKey": true })).await;
        app.wait_for_no_text("Calls again").await;
    });
}

#[test]
fn views_have_the_digits_of_keyboards_that_have_them_behind_shift() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.script("document.activeElement.blur()", vec![]).await;
        press(app, json!({ "key": "2", "code": "Digit2", "shiftKey": true })).await;
        wait_for_view(app, "table").await;
        app.script("document.activeElement.blur()", vec![]).await;
        press(app, json!({ "key": "4", "code": "Digit4", "shiftKey": true })).await;
        wait_for_view(app, "flags").await;
    });
}

#[test]
fn letters_that_take_more_than_one_key_begin_a_cell() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.press("2").await;
        let cell = ".cell[data-at='0-0']";
        let field = format!("{cell} .cell-input");
        let stand = async || {
            app.click_css(cell).await;
            app.wait_for_css(&format!("{cell}:focus")).await;
        };
        let holds = async |text: &str| {
            let script = "return document.querySelector(arguments[0])?.value === arguments[1] \
                && document.activeElement.matches(arguments[0])";
            let words = vec![json!(field), json!(text)];
            let what = format!("the field holds {text:?}");
            app.wait_until(&what, async || {
                app.script(script, words.clone()).await.as_bool().filter(|is| *is)
            })
            .await;
        };
        stand().await;
        // As Windows tells AltGr.
        let windows =
            json!({ "key": "ą", "code": "KeyA", "ctrlKey": true, "altKey": true, "modifierAltGraph": true });
        press(app, windows).await;
        holds("ą").await;
        app.press("Escape").await;
        stand().await;
        press(app, json!({ "key": "@", "code": "KeyQ", "modifierAltGraph": true })).await;
        holds("@").await;
        app.press("Escape").await;
        stand().await;
        // An accent: the browser goes on with it in the field, and the letter after it decides.
        assert!(
            press(app, json!({ "key": "Dead", "code": "Equal" })).await,
            "the accent is left to the browser"
        );
        holds("").await;
        app.type_text("é").await;
        holds("é").await;
        app.press("Escape").await;
        // With Ctrl alone, and with Alt alone, nothing is typed.
        stand().await;
        press(app, json!({ "key": "q", "code": "KeyQ", "altKey": true })).await;
        press(app, json!({ "key": "q", "code": "KeyQ", "ctrlKey": true, "altKey": true })).await;
        press(app, json!({ "key": "F2", "code": "F2" })).await;
        let whole = app
            .wait_for_script(
                "the field is there",
                &format!("return document.querySelector(\"{field}\")?.value"),
            )
            .await;
        assert!(
            whole.as_str().is_some_and(|text| text.len() > 3),
            "what stands there is gone on with: {whole}"
        );
    });
}
