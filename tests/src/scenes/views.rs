//! Every view but the map, and the dialogs over them.

use crate::App;

use super::{Scene, begin, go_to_view, open_sample, sample_view, scene};

/// Shows an address of the insurance sample, and waits for something there.
async fn at_address(app: &App, path: &str, shown: &str) {
    open_sample(app, "insurance").await;
    let go = "const at = location.hash.split('/'); location.hash = ['#', 'w', at[2], arguments[0]].join('/')";
    app.script(go, vec![path.into()]).await;
    app.wait_for_css(shown).await;
}

/// Every view but the map, and the dialogs over them.
pub const SCENES: &[Scene] = &[
    scene("table", |app| Box::pin(async { sample_view(app, "2", "table").await })),
    scene("table-typing", |app| {
        Box::pin(async {
            sample_view(app, "2", "table").await;
            app.click_css(".cell:nth-child(6)").await;
            app.press("Enter").await;
            app.wait_for_css(".cell-editor").await;
        })
    }),
    scene("table-columns", |app| {
        Box::pin(async {
            sample_view(app, "2", "table").await;
            app.click_css(".table-columns summary").await;
        })
    }),
    scene("table-new", |app| {
        Box::pin(async {
            begin(app).await;
            app.press("Escape").await;
            app.script("document.activeElement.blur()", vec![]).await;
            go_to_view(app, "2", "table").await;
        })
    }),
    scene("handoffs", |app| Box::pin(async { sample_view(app, "3", "handoffs").await })),
    scene("handoff-card", |app| {
        Box::pin(async {
            sample_view(app, "3", "handoffs").await;
            app.click_css(".handoff-name").await;
        })
    }),
    scene("matrix", |app| {
        Box::pin(async {
            sample_view(app, "3", "handoffs").await;
            app.click("button", "Department × department").await;
            app.wait_for_css(".matrix").await;
        })
    }),
    scene("flags", |app| Box::pin(async { sample_view(app, "4", "flags").await })),
    scene("questions", |app| {
        Box::pin(async {
            open_sample(app, "b2b").await;
            go_to_view(app, "4", "flags").await;
            app.click("button", "Open questions").await;
        })
    }),
    scene("waive", |app| {
        Box::pin(async {
            sample_view(app, "4", "flags").await;
            app.click_css(".flag-waive").await;
            app.wait_for_css(".modal[open]").await;
        })
    }),
    scene("thresholds", |app| {
        Box::pin(async {
            sample_view(app, "4", "flags").await;
            app.click("button", "Thresholds").await;
            app.fill("textbox", "Importance from which flags rise", "2").await;
            app.wait_for_css(".threshold-counted").await;
        })
    }),
    scene("progress", |app| {
        Box::pin(async {
            sample_view(app, "8", "snapshots").await;
            app.click_css(".snapshots-keep .button").await;
            app.wait_for_css(".snapshot").await;
            app.click_css(".snapshots-keep .button").await;
            app.wait_for_css(".snapshot + .snapshot").await;
        })
    }),
    scene("compare", |app| Box::pin(async { compared(app).await })),
    scene("report", |app| Box::pin(async { sample_view(app, "9", "report").await })),
    scene("department-page", |app| {
        Box::pin(async { at_address(app, "departments/-/entry/department/claims", ".page").await })
    }),
    scene("pair-page", |app| {
        Box::pin(async { at_address(app, "departments/-/pair/claims/assess", ".page-steps").await })
    }),
    scene("palette", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.press("Control+k").await;
            app.wait_for_css(".palette[open]").await;
        })
    }),
    scene("shortcuts", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.press("?").await;
            app.wait_for_css(".shortcuts[open]").await;
        })
    }),
    scene("journeys", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.press("j").await;
            app.wait_for_css(".journeys[open]").await;
        })
    }),
    scene("export", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.press("Control+Shift+e").await;
            app.wait_for_css(".export[open]").await;
        })
    }),
    scene("share-link", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.click("button", "Share as a link").await;
            app.wait_for_css("#share-address").await;
        })
    }),
    scene("storage", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.wait_for_css("[data-save-state='saved']").await;
            app.press("Control+s").await;
            app.download().await;
            app.press("h").await;
            app.click("button", "Storage of this browser").await;
            app.click_css(".room-tools .button:first-child").await;
            app.wait_for_css(".room-tools .button-danger").await;
        })
    }),
];

/// Starts a future journey from the sample, takes its first touchpoint out, and compares the two.
async fn compared(app: &App) {
    sample_view(app, "7", "compare").await;
    app.click("button", "Start a future journey").await;
    app.wait_for_css("[data-view='map'] .map-card").await;
    app.press("ArrowRight").await;
    app.press("Delete").await;
    go_to_view(app, "7", "compare").await;
    app.wait_for_css(".compare-card[data-fate='removed']").await;
}
