//! The scenes that `cargo xtask screenshots` takes pictures of: every view, dialog and state.
//!
//! A scene is a name and the steps that bring an app without any stored work into the state to be seen.

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

/// Opens a copy of the sample whose title holds a word.
pub async fn open_sample(app: &App, word: &str) {
    app.open("").await;
    app.wait_for_css(".home-sample").await;
    let script = "const sample = [...document.querySelectorAll('.home-sample')] \
        .find(it => it.textContent.toLowerCase().includes(arguments[0])); sample.click()";
    app.script(script, vec![json!(word)]).await;
    app.wait_for_css(".rail").await;
}

/// Opens the insurance sample in the view with this key.
async fn sample_view(app: &App, key: &str) {
    open_sample(app, "insurance").await;
    app.press(key).await;
    app.wait_for_css("#content").await;
}

/// All scenes, in the order a newcomer would meet them.
pub const SCENES: &[Scene] = &[
    Scene { name: "home", faults: &[], steps: |app| Box::pin(app.open("")) },
    Scene { name: "map", faults: &[], steps: |app| Box::pin(async { sample_view(app, "1").await }) },
    Scene { name: "table", faults: &[], steps: |app| Box::pin(async { sample_view(app, "2").await }) },
    Scene { name: "handoffs", faults: &[], steps: |app| Box::pin(async { sample_view(app, "3").await }) },
    Scene {
        name: "handoff-card",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                sample_view(app, "3").await;
                app.click_css(".handoff-name").await;
            })
        },
    },
    Scene {
        name: "matrix",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                sample_view(app, "3").await;
                app.click("button", "Department × department").await;
                app.wait_for_css(".matrix").await;
            })
        },
    },
    Scene { name: "flags", faults: &[], steps: |app| Box::pin(async { sample_view(app, "4").await }) },
    Scene {
        name: "questions",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                sample_view(app, "4").await;
                app.click("button", "Open questions").await;
            })
        },
    },
    Scene {
        name: "waive",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                sample_view(app, "4").await;
                app.click_css(".flag-waive").await;
                app.wait_for_css(".modal[open]").await;
            })
        },
    },
    Scene {
        name: "progress",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                sample_view(app, "5").await;
                app.click_css(".snapshots-keep .button").await;
                app.wait_for_css(".snapshot").await;
            })
        },
    },
    Scene { name: "print", faults: &[], steps: |app| Box::pin(async { sample_view(app, "6").await }) },
    Scene {
        name: "palette",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                sample_view(app, "1").await;
                app.press("Control+k").await;
                app.wait_for_css(".palette[open]").await;
            })
        },
    },
    Scene {
        name: "shortcuts",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                sample_view(app, "1").await;
                app.press("?").await;
                app.wait_for_css(".shortcuts[open]").await;
            })
        },
    },
    Scene {
        name: "journeys",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                sample_view(app, "1").await;
                app.press("j").await;
                app.wait_for_css(".journeys[open]").await;
            })
        },
    },
    Scene {
        name: "incoming",
        faults: &[],
        steps: |app| {
            Box::pin(async {
                app.open("").await;
                let diagram =
                    "journey\n title Parcel\n section Order\n Choose: 5: Customer, Shop\n Pay: x: Bank, API";
                app.drop_file("body", "parcel.mmd", "text/plain", diagram).await;
                app.wait_for_css(".incoming[open]").await;
            })
        },
    },
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
