//! What comes in: previewed, chosen, taken in, and refused with what was there untouched.

use crosslane_browser_tests::{App, Settings, in_browser, input};

/// A step table whose handoffs nobody has described yet.
const TABLE: &str = "Journey,Phase,Touchpoint,Owner,Stage,Channel,Satisfaction\n\
    Claim,Report,Call the hotline,Service,frontstage,Phone,4\n\
    Claim,Report,Send photos,Claims,frontstage,Mail,1\n\
    Claim,Settle,Pay out,Finance,backstage,,\n";

const DIAGRAM: &str = "journey\n  title Parcel\n  section Order\n    Choose: 5: Customer, Shop\n    \
    Pay: 2: Customer, Bank\n    Book: 3: Bank, API\n";

/// Drops a file onto the page and waits for its preview.
async fn drop_and_preview(app: &App, name: &str, text: &str) {
    app.drop_file("body", name, "text/plain", text).await;
    app.wait_for_css(".incoming[open]").await;
}

async fn bring_in(app: &App) {
    app.click("button", "Bring it in").await;
    app.wait_for_css(".rail").await;
}

#[test]
fn a_table_is_previewed_taken_in_and_its_satisfaction_drop_flagged_by_name() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", TABLE).await;
        app.wait_for_text("New: 3 touchpoints").await;
        bring_in(app).await;
        app.press("4").await;
        app.wait_for_text("Call the hotline").await;
        app.wait_for_text("Send photos").await;
        app.click("button", "Open questions").await;
        app.wait_for_css(".question").await;
        app.reports().await.assert_clean();
    });
}

#[test]
fn the_people_of_a_diagram_are_chosen_and_the_choice_changes_who_owns() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "parcel.mmd", DIAGRAM).await;
        app.wait_for_text("Who are they?").await;
        // `API` is proposed as a system; taken as a department it is one more of them.
        app.wait_for_css(".incoming-person").await;
        bring_in(app).await;
        app.press("3").await;
        app.wait_for_text("Choose").await;
        app.wait_for_text("Shop").await;
        app.wait_for_text("Bank").await;
    });
}

#[test]
fn a_broken_diagram_and_a_broken_file_are_refused_with_the_place() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "bad.mmd", "journey\n section A\n Call; mail: 3: Me\n").await;
        app.wait_for_text("Line 3").await;
        app.click("button", "Cancel").await;
        let bad = r#"{"format": "crosslane", "version": 1, "title": "T", "journey_order": ["j"],
            "journeys": {"j": {"title": "Claim", "phase_order": ["p"], "phases": {"p": {"name": "A", "touchpoints": ["t"]}},
            "touchpoints": {"t": {"name": "Call", "satisfaction": 9}}}}}"#;
        drop_and_preview(app, "bad.json", bad).await;
        app.wait_for_text("satisfaction").await;
        app.click("button", "Open a repaired copy").await;
        app.wait_for_css(".rail").await;
    });
}

#[test]
fn a_hostile_title_is_text() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let title = "<img src=x onerror=alert(1)>";
        drop_and_preview(app, "x.csv", &format!("Journey,Touchpoint,Owner\n{title},{title},{title}\n")).await;
        bring_in(app).await;
        app.wait_for_text(title).await;
        for key in ["2", "3", "4", "5", "6"] {
            app.press(key).await;
            app.wait_for_css("#content").await;
        }
        assert!(app.css("img").await.is_none(), "the title became an element");
        app.reports().await.assert_clean();
    });
}

#[test]
fn permits_bring_114_journeys_and_558_handoffs() {
    let Some(permits) = input("permits.csv") else { return };
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "permits.csv", &permits).await;
        app.wait_for_text("New: 708 touchpoints").await;
        bring_in(app).await;
        app.press("3").await;
        app.click("button", "All journeys").await;
        app.wait_for_text("of 558").await;
        app.press("j").await;
        app.wait_for_css(".journeys[open]").await;
        app.type_text("funeral").await;
        app.wait_for_text("Open a Funeral Home").await;
        app.press("Enter").await;
        app.wait_for_text("Open a Funeral Home").await;
    });
}

#[test]
fn exported_cleared_and_opened_again_it_is_the_same_to_the_byte() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.csv", TABLE).await;
        bring_in(app).await;
        app.press("Control+s").await;
        let (name, first) = app.download().await;
        assert_eq!(name, "claims.crosslane.json");
        app.forget_all().await;
        app.open("").await;
        drop_and_preview(app, &name, std::str::from_utf8(&first).unwrap()).await;
        app.click("button", "Open").await;
        app.wait_for_css(".rail").await;
        app.press("Control+s").await;
        let (_, second) = app.download().await;
        assert_eq!(first, second);
    });
}
