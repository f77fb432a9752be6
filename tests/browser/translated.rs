//! A page under a program that translates pages.

use crosslane_browser_tests::{App, Settings, in_browser, scenes};

/// Does what programs that translate pages do: each text goes into an element of theirs, where the page does not say
/// that it is not to be translated.
async fn translate(app: &App) {
    let script = "if (document.querySelector('meta[name=google][content=notranslate]')) return; \
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); const found = []; \
        while (texts.nextNode()) found.push(texts.currentNode); \
        for (const text of found.filter(it => it.parentElement.closest('[translate]')?.translate !== false)) { \
            const font = document.createElement('font'); font.append(text.data); text.replaceWith(font) }";
    app.script(script, vec![]).await;
}

#[test]
fn what_is_shown_under_a_translator_follows_what_is_done() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        scenes::rename(app, "Before").await;
        app.wait_for_text("Before").await;
        translate(app).await;
        scenes::rename(app, "Afterwards").await;
        app.wait_for_text("Afterwards").await;
        app.press("Control+z").await;
        app.wait_for_text("Before").await;
        app.wait_for_no_text("Afterwards").await;
    });
}
