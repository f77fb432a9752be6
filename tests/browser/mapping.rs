//! Mapping: a journey is made, its touchpoints get owners, and what is flagged follows at once.

use crosslane_browser_tests::{App, Settings, in_browser, scenes};

use crate::steps::{bring_in, drop_and_preview, go_to, wait_for_focus, wait_for_name};

/// A journey of which one touchpoint has no owner.
const OPEN: &str = "Journey,Phase,Touchpoint,Owner,Stage\n\
    Claim,Report,Call the hotline,Service,frontstage\n\
    Claim,Report,Send photos,,frontstage\n\
    Claim,Settle,Pay out,Finance,backstage\n";

const NOBODY: &str = "Nobody owns “Send photos”";

/// The owner's button on the card of a touchpoint without an owner.
const WHO: &str = ".map-card[data-owner='open'] .map-owner";

async fn wait_for_no_css(app: &App, css: &str) {
    let script = format!("return !document.querySelector({css:?})");
    app.wait_for_script(&format!("there is no {css} any more"), &script).await;
}

/// The names in the lane strip, top to bottom.
async fn lanes(app: &App) -> String {
    let script = "return [...document.querySelectorAll('.map-lane-name')].map(it => it.title).join('|')";
    app.script(script, vec![]).await.as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_whole_table_is_copied_as_text_and_as_a_page_and_comes_back_the_same() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let table = "Journey,Phase,Touchpoint,Owner,Wait,Notes\n\
            Claim,Report,Call,Service,2 days,\"two lines,\nand a comma\"\nClaim,Report,=1+1,Claims & Co,,\n";
        drop_and_preview(app, "claims.csv", table).await;
        bring_in(app).await;
        go_to(app, "Table").await;
        app.press("Control+k").await;
        app.wait_for_css(".palette[open]").await;
        app.type_text("Copy the whole table").await;
        app.press("Enter").await;
        app.wait_for_text("2 touchpoints copied, with headers").await;
        let [text, page] = app.clipboard().await;
        let rows: Vec<&str> = text.lines().collect();
        let head: Vec<&str> = rows[0].split('\t').collect();
        for column in ["Journey", "Phase", "Touchpoint", "Owner", "Notes"] {
            assert!(head.contains(&column), "{head:?}");
        }
        assert!(text.contains("Call\tService") || text.contains("\tCall\t"), "{text}");
        assert!(text.contains("\"two lines,\nand a comma\""), "{text}");
        assert!(!text.contains("\t=1+1"), "no formula: {text}");
        assert!(
            page.contains("<table") && page.contains("Claims &amp; Co") && page.contains("Call"),
            "{page}"
        );
        assert!(!page.contains(">=1+1"), "no formula: {page}");
        // What is on the clipboard, pasted as a file, doubles nothing.
        app.open("").await;
        app.paste(&text).await;
        app.wait_for_css(".incoming[open]").await;
        app.wait_for_text("New: 2 touchpoints").await;
    });
}

#[test]
fn a_touchpoint_given_an_owner_loses_its_flag_and_undo_brings_it_back() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", OPEN).await;
        bring_in(app).await;
        go_to(app, "Flags").await;
        app.wait_for_text(NOBODY).await;

        go_to(app, "Map").await;
        app.wait_for_css(".map-card[data-owner='open'] .map-badge[data-severity='error']").await;
        app.click_css(WHO).await;
        wait_for_focus(app, "combobox \"Owner\"").await;
        app.type_text("fin").await;
        app.press("Enter").await;
        wait_for_name(app, "group", "Send photos. Finance").await;
        wait_for_no_css(app, ".map-card[data-owner='open']").await;
        wait_for_no_css(app, ".map-badge[data-severity='error']").await;
        go_to(app, "Flags").await;
        app.wait_for_no_text(NOBODY).await;

        app.press("Control+z").await;
        app.wait_for_text(NOBODY).await;
        app.press("Control+Shift+z").await;
        app.wait_for_no_text(NOBODY).await;
    });
}

#[test]
fn an_owner_typed_into_the_table_takes_the_flag_away_and_so_does_a_pasted_one() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", OPEN).await;
        bring_in(app).await;
        go_to(app, "Table").await;
        let column = "return [...document.querySelectorAll('[role=columnheader]')] \
            .find(it => it.textContent.trim() === 'Owner').getAttribute('aria-colindex') - 2";
        let column = app.script(column, vec![]).await;
        let cell = format!(".cell[data-at='1-{column}']");
        app.click_css(&cell).await;
        app.type_text("Finance").await;
        app.press("Enter").await;
        wait_for_cell(app, &cell, "Finance").await;
        go_to(app, "Flags").await;
        app.wait_for_no_text(NOBODY).await;
        app.press("Control+z").await;
        app.wait_for_text(NOBODY).await;

        go_to(app, "Table").await;
        app.click_css(&cell).await;
        // Two rows as Excel puts them on the clipboard.
        app.paste("Claims\nPayments\n").await;
        wait_for_cell(app, &cell, "Claims").await;
        wait_for_cell(app, &format!(".cell[data-at='2-{column}']"), "Payments").await;
        go_to(app, "Flags").await;
        app.wait_for_no_text(NOBODY).await;
    });
}

async fn wait_for_cell(app: &App, cell: &str, text: &str) {
    let script = format!("return document.querySelector({cell:?})?.textContent.trim() === {text:?}");
    app.wait_for_script(&format!("{cell} holds {text:?}"), &script).await;
}

/// A workspace, a phase, touchpoints with new departments, another phase, and a move into it.
#[test]
fn a_journey_is_made_and_rearranged_by_keyboard_alone() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        app.wait_for_css(".home-buttons").await;
        for _ in 0..30 {
            if app.focus().await == "button \"New journey\"" {
                break;
            }
            app.press("Tab").await;
        }
        app.press("Enter").await;

        wait_for_focus(app, "textbox \"Name the first phase\"").await;
        app.type_text("Report").await;
        app.press("Enter").await;
        // Name, Tab, owner, Enter: and the next touchpoint is there to be named.
        type_touchpoint(app, "Call the hotline", "Service").await;
        type_touchpoint(app, "Send photos", "Claims").await;
        wait_for_focus(app, "textbox \"Name of the touchpoint\"").await;
        app.press("Escape").await;
        wait_for_focus(app, "group \"Send photos. Claims").await;
        app.find("group", "Phase Report, 2 touchpoints").await;
        let made = lanes(app).await;
        assert!(made.contains("Service") && made.contains("Claims"), "{made}");

        app.press("p").await;
        wait_for_focus(app, "textbox \"Name of the phase\"").await;
        app.type_text("Settle").await;
        app.press("Enter").await;
        type_touchpoint(app, "Pay out", "fin").await;
        wait_for_focus(app, "textbox \"Name of the touchpoint\"").await;
        app.press("Escape").await;
        wait_for_focus(app, "group \"Pay out. fin").await;

        // Back to the photos, and over into the next phase.
        app.press("ArrowLeft").await;
        wait_for_focus(app, "group \"Send photos. Claims").await;
        app.press("Alt+ArrowRight").await;
        app.find("group", "Phase Report, 1 touchpoint").await;
        app.find("group", "Phase Settle, 2 touchpoints").await;
        wait_for_focus(app, "group \"Send photos. Claims").await;
        app.press("Alt+ArrowRight").await;
        wait_for_order(app, &["Call the hotline", "Pay out", "Send photos"]).await;
        // Into another lane: another owner.
        app.press("Alt+ArrowUp").await;
        wait_for_focus(app, "group \"Send photos. Service").await;

        app.press("Control+z").await;
        wait_for_name(app, "group", "Send photos. Claims").await;
        app.press("Control+z").await;
        wait_for_order(app, &["Call the hotline", "Send photos", "Pay out"]).await;
    });
}

/// Types the name of the touchpoint just made and its owner, a new department.
async fn type_touchpoint(app: &App, name: &str, owner: &str) {
    wait_for_focus(app, "textbox \"Name of the touchpoint\"").await;
    app.type_text(name).await;
    app.press("Tab").await;
    wait_for_focus(app, "combobox \"Owner\"").await;
    app.type_text(owner).await;
    app.find("option", &format!("Create “{owner}”")).await;
    app.press("Enter").await;
    wait_for_name(app, "group", &format!("{name}. {owner}")).await;
}

/// Waits until the cards on the map stand in this order from left to right.
async fn wait_for_order(app: &App, names: &[&str]) {
    let script = "return [...document.querySelectorAll('.map-card')] \
        .sort((a, b) => a.getBoundingClientRect().x - b.getBoundingClientRect().x) \
        .map(card => card.querySelector('.map-card-name')?.textContent).join('|')";
    let wanted = names.join("|");
    app.wait_until(&format!("the order is {wanted}"), async || {
        (app.script(script, vec![]).await == *wanted).then_some(())
    })
    .await;
}

#[test]
fn what_is_gone_to_comes_into_sight_on_the_map_that_is_shown() {
    in_browser(Settings::default(), async |app| {
        scenes::open_sample(app, "insurance").await;
        app.wait_for_css(".inspector").await;
        // Whether the chosen card stands whole within the canvas.
        let seen = "const [card, canvas] = ['.map-card.chosen', '#map-canvas'] \
            .map(css => document.querySelector(css)?.getBoundingClientRect()); \
            return !!card && card.left >= canvas.left && card.right <= canvas.right \
                && card.top >= canvas.top && card.bottom <= canvas.bottom";
        app.script("document.getElementById('map-canvas').scrollLeft = 0", vec![]).await;
        app.press("Control+k").await;
        app.wait_for_css(".palette[open]").await;
        app.type_text("Has the roof repaired").await;
        app.press("Enter").await;
        app.wait_for_script("the card found in the palette is in sight", seen).await;
        // By the address, and by the way of the panel to the next one.
        let last = app.script("return location.hash", vec![]).await;
        app.press("Home").await;
        app.wait_for_script(
            "the map is at its beginning",
            "return document.getElementById('map-canvas').scrollLeft === 0",
        )
        .await;
        app.script("location.hash = arguments[0]", vec![last]).await;
        app.wait_for_script("the card of the address is in sight", seen).await;
        app.press("Home").await;
        app.wait_for_script(
            "the map is at its beginning",
            "return document.getElementById('map-canvas').scrollLeft === 0",
        )
        .await;
        for _ in 0..8 {
            app.click("button", "Next touchpoint").await;
        }
        app.wait_for_script("the card of the panel is in sight", seen).await;
    });
}
