//! The home page and what comes in.

use crate::App;

use super::{Scene, drop_file, open_sample, scene};

/// A diagram with people to be told apart, and a score that is none.
const DIAGRAM: &str = "journey\n title Parcel\n section Order\n Choose: 5: Customer, Shop\n \
    Pay: x: A bank with a name that is longer than most, API";

/// A table with a duration that cannot be read.
const TABLE: &str = "Journey,Phase,Touchpoint,Owner,Stage,Channel,Wait,Satisfaction\n\
    Claim,Report,Call the hotline,Service,frontstage,Phone,2 days,4\n\
    Claim,Report,Send photos,Claims,frontstage,Mail,soon,1\n\
    Claim,Settle,Pay out,Finance,backstage,,,\n";

/// A file that one wrong value keeps from being read as it is.
const DAMAGED: &str =
    r#"{"format": "crosslane", "version": 1, "title": "Damaged", "journeys": [1, {"id": "a"}]}"#;

/// A drawing with a line to nothing and one from a step to itself.
pub const DRAWING: &str = r#"{"nodes": [
    {"id": "a", "type": "text", "text": "Call the hotline", "x": 0, "y": 0, "width": 200, "height": 60},
    {"id": "b", "type": "text", "text": "Send photos", "x": 300, "y": 0, "width": 200, "height": 60}],
    "edges": [{"id": "1", "fromNode": "a", "toNode": "b"}, {"id": "2", "fromNode": "b", "toNode": "nowhere"},
    {"id": "3", "fromNode": "a", "toNode": "a"}]}"#;

/// A workspace, with the owner of a touchpoint and how its customers feel.
fn copy(owner: &str, satisfaction: u8, third: &str) -> String {
    format!(
        r#"{{"format": "crosslane", "version": 1, "id": "scene", "title": "Claims",
        "departments": {{"s": {{"name": "Service"}}, "c": {{"name": "Claims"}}}}, "department_order": ["s", "c"],
        "journey_order": ["j"], "journeys": {{"j": {{"title": "Claim", "phase_order": ["p"],
        "phases": {{"p": {{"name": "Report", "touchpoints": ["a", "b", "{third}"]}}}},
        "touchpoints": {{"a": {{"name": "Call the hotline", "owner": "{owner}", "satisfaction": {satisfaction}}},
        "b": {{"name": "Send photos", "owner": "s"}}, "{third}": {{"name": "Wait for {third}", "owner": "c"}}}}}}}}}}"#
    )
}

/// A copy of an open workspace comes back, changed.
async fn copy_comes_back(app: &App) {
    drop_file(app, "claims.crosslane.json", &copy("s", 4, "money")).await;
    app.click("button", "Open").await;
    app.wait_for_css(".map-card").await;
    app.drop_file("body", "from-anna.crosslane.json", "text/plain", &copy("c", 1, "letter")).await;
    app.wait_for_css(".merge-conflict").await;
}

/// A browser in which what runs apart hears of nothing until the page lets go, but for what is to pass.
pub const HELD: &str = "const post = Worker.prototype.postMessage; const held = []; \
    Worker.prototype.postMessage = function (message) { \
      window.letGo || message[0].endsWith('.js') || message[0] === window.pass ? post.call(this, message) : held.push([this, message]) }; \
    window.let_go = () => { window.letGo = true; held.forEach(([worker, message]) => post.call(worker, message)) }; \
    window.held = () => held.at(-1)?.[1][0]; window.ended = 0; const end = Worker.prototype.terminate; \
    Worker.prototype.terminate = function () { window.ended += 1; end.call(this) }";

/// The home page and what comes in.
pub const SCENES: &[Scene] = &[
    scene("home", |app| Box::pin(app.open(""))),
    scene("incoming-drawing", |app| Box::pin(async { drop_file(app, "claims.canvas", DRAWING).await })),
    scene("home-kept", |app| {
        Box::pin(async {
            open_sample(app, "b2b").await;
            app.press("h").await;
            app.wait_for_css(".home-entry").await;
        })
    }),
    scene("incoming", |app| Box::pin(async { drop_file(app, "parcel.mmd", DIAGRAM).await })),
    scene("incoming-table", |app| Box::pin(async { drop_file(app, "claims.csv", TABLE).await })),
    scene("incoming-damaged", |app| {
        Box::pin(async { drop_file(app, "damaged.crosslane.json", DAMAGED).await })
    }),
    scene("incoming-refused", |app| {
        Box::pin(async { drop_file(app, "broken.mmd", "journey\n section Order\n Choose; 5").await })
    }),
    scene("incoming-large", |app| {
        Box::pin(async {
            app.before_every_page(HELD).await;
            drop_file(app, "claims.csv", &TABLE.repeat(2_000)).await;
            app.wait_for_css("progress").await;
        })
    }),
    scene("merging", |app| Box::pin(async { copy_comes_back(app).await })),
    scene("merging-look", |app| {
        Box::pin(async {
            copy_comes_back(app).await;
            app.click_css(".merge-show").await;
            app.wait_for_css(".merge-bar").await;
        })
    }),
    scene("versions", |app| {
        Box::pin(async {
            copy_comes_back(app).await;
            app.click_css(".merge-button").await;
            app.wait_for_css(".map-merged").await;
            app.click("button", "Versions").await;
            app.wait_for_css(".version").await;
        })
    }),
    scene("versions-look", |app| {
        Box::pin(async {
            copy_comes_back(app).await;
            app.press("Escape").await;
            app.click("button", "Versions").await;
            app.click_css(".version .button").await;
            app.wait_for_css("[data-notice='look']").await;
        })
    }),
];
