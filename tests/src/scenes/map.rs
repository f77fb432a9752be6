//! The map, and what is beside and over it.

use serde_json::json;

use super::{Scene, begin, drop_file, open_sample, scene};
use crate::App;

/// Texts that a page has to bear: none, one long word, both directions, signs, markup.
const ODD: &str = concat!(
    "Journey,Phase,Touchpoint,Owner,Satisfaction,Customer action\n",
    "<img src=x onerror=alert(1)>,<b>bold</b>,<script>alert(1)</script>,<i>Sales</i>,1,a\n",
    "<img src=x onerror=alert(1)>,<b>bold</b>,,Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz,2,b\n",
    "<img src=x onerror=alert(1)>,<b>bold</b>,Abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz,خدمة العملاء,3,c\n",
    "<img src=x onerror=alert(1)>,قبل الشراء,يتصل العميل بمركز الخدمة (فرع 12),שירות לקוחות,4,d\n",
    "<img src=x onerror=alert(1)>,購入する前に,顧客が電話でサービスセンターに連絡して、見積もりを依頼します,営業部,5,e\n",
    "<img src=x onerror=alert(1)>,🧭🧭🧭,👩‍👩‍👧‍👦 calls 📞📞📞,🏦 Bank 🏦,5,f\n",
);

/// Chooses the handoff of the insurance sample that hurts most, from a little further away: its breaks, its
/// neighbours and the whole of its way are in sight.
async fn worst_handoff(app: &App) {
    open_sample(app, "insurance").await;
    for _ in 0..3 {
        app.press("-").await;
    }
    let scroll = "document.getElementById('map-canvas').scrollTo(arguments[0], 0)";
    app.script(scroll, vec![json!(800)]).await;
    let step = "[...document.querySelectorAll('.map-step')].find(it => it.textContent === '72')";
    app.wait_for_script("the worst handoff is in sight", &format!("return !!{step}")).await;
    app.script(&format!("{step}.click()"), vec![]).await;
    app.wait_for_text("Nobody answers for the handoff").await;
    app.script(scroll, vec![json!(386)]).await;
    app.script("document.activeElement.blur()", vec![]).await;
}

/// Chooses the touchpoint of this name.
async fn choose(app: &App, name: &str) {
    let script = "[...document.querySelectorAll('.map-card, .map-name')] \
        .find(it => it.textContent.includes(arguments[0])).click()";
    app.script(script, vec![json!(name)]).await;
    app.wait_for_css(".chosen").await;
}

/// The map, and what is beside and over it.
pub const SCENES: &[Scene] = &[
    scene("map", |app| Box::pin(async { open_sample(app, "insurance").await })),
    // The picture of the page's own documentation.
    scene("map-handoff", |app| Box::pin(async { worst_handoff(app).await })),
    scene("map-fit", |app| {
        Box::pin(async {
            open_sample(app, "b2b").await;
            app.press("i").await;
            app.press("f").await;
        })
    }),
    scene("map-touchpoint", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            choose(app, "Opens the claim file").await;
        })
    }),
    scene("map-owner", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            choose(app, "Gets a storm warning").await;
            app.press("o").await;
            app.wait_for_css(".map-picker").await;
        })
    }),
    scene("map-menu", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.click_css(".map-card .map-more").await;
            app.wait_for_css(".map-menu").await;
        })
    }),
    scene("map-aspects", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.click("button", "By aspect").await;
            app.wait_for_css(".map-cell").await;
        })
    }),
    scene("map-aspects-rows", |app| {
        Box::pin(async {
            open_sample(app, "insurance").await;
            app.click("button", "By aspect").await;
            app.click_css("#map-rows").await;
            app.wait_for_css(".map-menu").await;
        })
    }),
    scene("map-new", |app| Box::pin(async { begin(app).await })),
    scene("map-odd", |app| {
        Box::pin(async {
            drop_file(app, "odd.csv", ODD).await;
            app.click("button", "Bring it in").await;
            app.wait_for_css(".map-card").await;
        })
    }),
];
