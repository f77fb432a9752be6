//! What is done about handoffs: the page of each practice, and one entry of it opened.

use super::{Scene, sample_view, scene};
use crate::App;

/// Opens the page of a practice by its tab.
async fn practice(app: &App, tab: &str) {
    sample_view(app, "6", "act").await;
    app.click("link", tab).await;
}

/// Opens the first entry of a practice.
async fn first_of(app: &App, tab: &str) {
    practice(app, tab).await;
    app.wait_for_css("a[id^='act-']").await;
    app.click_css("a[id^='act-']").await;
    app.wait_for_css(".act-page .act-fields").await;
}

/// The page of each practice, and one entry of it opened.
pub const SCENES: &[Scene] = &[
    scene("initiatives", |app| Box::pin(async { sample_view(app, "6", "act").await })),
    scene("initiative", |app| Box::pin(async { first_of(app, "Initiatives").await })),
    scene("goals", |app| Box::pin(async { practice(app, "Goals").await })),
    scene("goal", |app| Box::pin(async { first_of(app, "Goals").await })),
    scene("standards", |app| Box::pin(async { practice(app, "Standards").await })),
    scene("standard", |app| Box::pin(async { first_of(app, "Standards").await })),
    scene("vocabulary", |app| Box::pin(async { practice(app, "Vocabulary").await })),
    scene("term", |app| Box::pin(async { first_of(app, "Vocabulary").await })),
    scene("committee", |app| Box::pin(async { practice(app, "Committee").await })),
    scene("decision", |app| Box::pin(async { first_of(app, "Committee").await })),
    scene("sessions", |app| Box::pin(async { practice(app, "Sessions").await })),
    scene("session", |app| Box::pin(async { first_of(app, "Sessions").await })),
    scene("stories", |app| Box::pin(async { practice(app, "Stories").await })),
    scene("story", |app| Box::pin(async { first_of(app, "Stories").await })),
    scene("decision-to-standard", |app| {
        Box::pin(async {
            practice(app, "Committee").await;
            app.click_css(".act-item .act-actions .button").await;
            app.wait_for_css(".act-form").await;
        })
    }),
    scene("flags-chosen", |app| {
        Box::pin(async {
            sample_view(app, "4", "flags").await;
            app.click_css(".flag-choice input").await;
            app.wait_for_css(".flag-chosen .button").await;
        })
    }),
];
