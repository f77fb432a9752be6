//! The scenes that `cargo xtask screenshots` takes pictures of: every view, dialog and state.
//!
//! A scene is a name and the steps that bring an app without any stored work into the state to be seen.

mod acting;
mod coming_in;
mod departments;
mod map;
mod trouble;
mod views;

use std::future::Future;
use std::pin::Pin;

use serde_json::json;

use crate::{App, Fault};

/// The steps of a scene.
type Steps = for<'a> fn(&'a mut App) -> Pin<Box<dyn Future<Output = ()> + 'a>>;

/// One state worth a picture.
pub struct Scene {
    /// The name of its files: `NAME-wide-light.png` and so on.
    pub name: &'static str,
    /// What is wrong with the host.
    pub faults: &'static [Fault],
    /// What brings the app there; it begins with `open`.
    pub steps: Steps,
}

pub use acting::SCENES as ACTING;
pub use coming_in::{DRAWING, HELD, SCENES as COMING_IN};
pub use departments::SCENES as DEPARTMENTS;
pub use map::SCENES as MAP;
pub use trouble::SCENES as TROUBLE;
pub use trouble::{AGED, ASKING, CHANGE_FILE, FOLDER, NEWER, STOP};
pub use views::SCENES as VIEWS;

/// All scenes, in the order a newcomer would meet them.
pub fn all() -> impl Iterator<Item = &'static Scene> {
    [COMING_IN, MAP, VIEWS, DEPARTMENTS, ACTING, TROUBLE].into_iter().flatten()
}

/// A scene on a host that nothing is wrong with.
const fn scene(name: &'static str, steps: Steps) -> Scene {
    Scene { name, faults: &[], steps }
}

/// Opens a copy of the sample whose title holds a word.
pub async fn open_sample(app: &App, word: &str) {
    app.open("").await;
    app.wait_for_css(".home-sample").await;
    let script = "const sample = [...document.querySelectorAll('.home-sample')] \
        .find(it => it.textContent.toLowerCase().includes(arguments[0])); sample.click()";
    app.script(script, vec![json!(word)]).await;
    app.wait_for_css(".map-card").await;
}

/// Goes to a view by its key.
async fn go_to_view(app: &App, key: &str, view: &str) {
    app.press(key).await;
    app.wait_for_css(&format!(".frame[data-view={view}]")).await;
}

/// Opens the insurance sample in a view, by its key.
async fn sample_view(app: &App, key: &str, view: &str) {
    open_sample(app, "insurance").await;
    go_to_view(app, key, view).await;
}

/// Gives the open workspace another title.
pub async fn rename(app: &App, title: &str) {
    app.press("Control+k").await;
    app.wait_for_css(".palette[open]").await;
    app.type_text("Rename workspace").await;
    app.press("Enter").await;
    app.fill("textbox", "Name of the workspace", title).await;
    app.press("Enter").await;
}

/// Begins an empty workspace.
async fn begin(app: &App) {
    app.open("").await;
    app.click("button", "New journey").await;
    app.wait_for_css(".rail").await;
}

/// Drops a file onto the page and waits for its preview.
async fn drop_file(app: &App, name: &str, text: &str) {
    app.open("").await;
    app.drop_file("body", name, "text/plain", text).await;
    app.wait_for_css(".incoming[open]").await;
}
