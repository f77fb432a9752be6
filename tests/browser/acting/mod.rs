//! From flag to change: each practice from its first step to what it changes.

mod board;
mod committee;
mod goals;
mod sessions;
mod stories;
mod vocabulary;

use crosslane_browser_tests::App;

use crate::steps::{drop_and_preview, go_to};

/// A claim that passes from Service to Finance without anybody handing it over.
const CLAIM: &str = include_str!("claim.crosslane.json");

/// Opens the claim.
async fn open_claim(app: &App) {
    app.open("").await;
    drop_and_preview(app, "claim.crosslane.json", CLAIM).await;
    app.click("button", "Open").await;
    app.wait_for_css("#map-canvas").await;
}

/// Goes to a practice by its tab.
async fn go_to_practice(app: &App, tab: &str) {
    go_to(app, "Act").await;
    app.click("link", tab).await;
    app.wait_for_css(".act-tab[aria-current=page]").await;
    let script =
        format!("return document.querySelector('.act-tab[aria-current=page]').textContent === {tab:?}");
    app.wait_for_script(&format!("the tab {tab:?} is open"), &script).await;
}

/// Opens the handoff from the hotline to Finance beside the ranked list.
async fn open_handoff(app: &App) {
    go_to(app, "Handoffs").await;
    let open = "const found = [...document.querySelectorAll('.handoff-name')] \
        .find(it => it.textContent.includes('Hears what is paid')); found?.click(); return !!found";
    app.wait_for_script("the handoff is listed", open).await;
    app.wait_for_css("#card-call-check-method").await;
}
