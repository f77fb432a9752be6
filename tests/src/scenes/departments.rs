//! The registers, the pages of their entries, and the dialogs over them.

use super::{Scene, open_sample, sample_view, scene};
use crate::App;

/// The registers, the pages of their entries, and the dialogs over them.
pub const SCENES: &[Scene] = &[
    scene("departments", |app| Box::pin(async { sample_view(app, "5", "departments").await })),
    scene("department", |app| {
        Box::pin(async {
            sample_view(app, "5", "departments").await;
            app.click_css(".register-name").await;
            app.wait_for_css(".paper-title").await;
        })
    }),
    scene("department-facts", |app| Box::pin(async { facts(app).await })),
    scene("systems", |app| {
        Box::pin(async {
            sample_view(app, "5", "departments").await;
            register(app, "Systems").await;
        })
    }),
    scene("near", |app| {
        Box::pin(async {
            sample_view(app, "5", "departments").await;
            register(app, "Systems").await;
            app.click_css("#register-add").await;
            app.type_text("Claims-Systems").await;
            app.press("Enter").await;
            app.wait_for_css(".near-pair").await;
        })
    }),
    scene("terms", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            let card = "const card = [...document.querySelectorAll('.map-card')] \
                .find(it => it.textContent.includes('Reports the damage by phone')); card.click()";
            app.script(card, vec![]).await;
            app.wait_for_css(".chosen").await;
            // Where there is little room the panel begins closed.
            app.script("document.querySelector('#map-panel[aria-pressed=false]')?.click()", vec![]).await;
            app.wait_for_css(".inspector .title-input").await;
            app.fill("textbox", "What the customer does", "Asks who comes for the survey, and when.").await;
            app.wait_for_css(".term-line mark").await;
            app.script("document.querySelector('.terms').scrollIntoView({ block: 'center' })", vec![]).await;
        })
    }),
    scene("system", |app| {
        Box::pin(async {
            sample_view(app, "5", "departments").await;
            register(app, "Systems").await;
            app.click_css(".register-name").await;
            app.wait_for_css(".access").await;
        })
    }),
    scene("delete-entry", |app| {
        Box::pin(async {
            facts(app).await;
            app.click("button", "Delete").await;
            app.wait_for_css(".modal[open]").await;
        })
    }),
    scene("merge-entry", |app| {
        Box::pin(async {
            facts(app).await;
            app.click("button", "Merge into …").await;
            app.wait_for_css(".modal[open]").await;
            app.fill("combobox", "The one that stays", "Claims").await;
            app.press("Enter").await;
            app.wait_for_css(".merge-preview p").await;
        })
    }),
];

/// Shows a register.
async fn register(app: &App, name: &str) {
    let script = "[...document.querySelectorAll('.register-link')] \
        .find(it => it.textContent.startsWith(arguments[0])).click()";
    app.script(script, vec![name.into()]).await;
    let there = format!("return document.querySelector('.departments h1').textContent === {name:?}");
    app.wait_for_script(&format!("{name} are shown"), &there).await;
}

/// Shows the facts of the first department.
async fn facts(app: &App) {
    sample_view(app, "5", "departments").await;
    app.click_css(".register-name").await;
    app.click("button", "Facts and uses").await;
    app.wait_for_css(".uses .link-list").await;
}
