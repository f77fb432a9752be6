//! Where something is in the way: the storage, another tab, the host.

use super::{Scene, begin, open_sample, scene};
use crate::Fault;

/// What a browser without storage does.
const BLOCKED: &str = "Object.defineProperty(window, 'localStorage', \
    { get() { throw new DOMException('blocked', 'SecurityError') } })";

/// Where something is in the way: the storage, another tab, the host.
pub const SCENES: &[Scene] = &[
    scene("storage-full", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.wait_for_css("[data-save-state='saved']").await;
            app.fill_storage("filling", 0).await;
            app.press("7").await;
            app.click_css(".snapshots-keep .button").await;
            app.wait_for_css("[data-notice='full']").await;
        })
    }),
    scene("storage-blocked", |app| {
        Box::pin(async {
            app.before_every_page(BLOCKED).await;
            begin(app).await;
            app.wait_for_css("[data-notice='memory']").await;
        })
    }),
    scene("read-only", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.wait_for_css("[data-save-state='saved']").await;
            let route = app.script("return location.hash", vec![]).await;
            app.new_tab().await;
            app.open(route.as_str().unwrap_or_default()).await;
            app.wait_for_css("[data-notice='elsewhere']").await;
        })
    }),
    scene("no-workspace", |app| {
        Box::pin(async {
            app.open("#/w/01890000-0000-7000-8000-000000000000/map").await;
            app.wait_for_css("#content h1").await;
        })
    }),
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
