//! A page that is killed at any moment of a save: what is found afterwards is whole.

use crosslane_browser_tests::{App, Settings, in_browser};
use serde_json::json;

use crate::keeping::{begin, manifests, rename};
use crate::steps::wait_for_save_state;

/// Lets the page write to the storage only so many times more. A killed page writes nothing, and asks nothing.
const MORTAL: &str = "let left = Infinity; window.dieAfter = writes => { left = writes }; \
    for (const name of ['setItem', 'removeItem']) { \
      const real = Storage.prototype[name]; \
      Storage.prototype[name] = function (...words) { \
        if (this === sessionStorage) return real.apply(this, words); \
        if (left <= 0) { window.dead = true; return } \
        left -= 1; return real.apply(this, words) } } \
    addEventListener('beforeunload', event => { if (window.dead) event.stopImmediatePropagation() })";

/// The title in the header, once there is one.
async fn title(app: &App) -> String {
    let script = "return document.querySelector('.header-workspace')?.textContent";
    let title = app.wait_for_script("the workspace is open", script).await;
    title.as_str().unwrap().to_owned()
}

#[test]
fn a_page_killed_between_any_two_writes_leaves_a_whole_version() {
    in_browser(Settings::default(), async |app| {
        app.before_every_page(MORTAL).await;
        begin(app, "Version 0").await;
        let (mut last, mut before, mut after) = ("Version 0".to_owned(), 0, 0);
        for writes in 0.. {
            let next = format!("Version {} of the title", writes + 1);
            app.script("window.dieAfter(arguments[0])", vec![json!(writes)]).await;
            rename(app, &next).await;
            let over = "const state = document.querySelector('[data-save-state]').dataset.saveState; \
                        return window.dead ? 'dead' : state === 'saved' && state";
            if app.wait_for_script("the save is over", over).await == "saved" {
                break;
            }
            app.reload().await;
            let found = title(app).await;
            assert!(found == last || found == next, "after {writes} writes: {found:?}");
            *if found == next { &mut after } else { &mut before } += 1;
            wait_for_save_state(app, "saved").await;
            let notice = app.script("return !!document.querySelector('[data-notice]')", vec![]).await;
            assert_eq!(notice, false, "nothing is damaged after {writes} writes");
            // A good save follows: the next one finds two generations again.
            rename(app, &format!("Good after {writes}")).await;
            wait_for_save_state(app, "saved").await;
            last = format!("Good after {writes}");
            assert_eq!(manifests(app).await.len(), 2);
        }
        assert!(before > 1 && after > 0, "killed before the manifest stood and after: {before}, {after}");
    });
}
