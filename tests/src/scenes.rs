//! The scenes that `cargo xtask screenshots` takes pictures of: every view, dialog and state.
//!
//! A scene is a name and the steps that bring an app without any stored work into the state to be seen.

use std::future::Future;
use std::pin::Pin;

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

/// All scenes, in the order a newcomer would meet them.
pub const SCENES: &[Scene] = &[
    Scene { name: "home", faults: &[], steps: |app| Box::pin(app.open("")) },
    Scene { name: "loading", faults: &[Fault::Stuck("*.wasm")], steps: |app| Box::pin(app.visit("")) },
    Scene {
        name: "failure",
        faults: &[Fault::Missing("*.wasm")],
        steps: |app| {
            Box::pin(async {
                app.visit("").await;
                app.click("DisclosureTriangle", "Details for a report").await;
            })
        },
    },
];
