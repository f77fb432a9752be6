//! What comes in: previewed, chosen, taken in, and refused with what was there untouched.

use crosslane_browser_tests::{App, Settings, in_browser, input, scenes};

use crate::steps::{bring_in, drop_and_preview, export, go_to, wait_for_save_state, wait_for_view_entry};

/// A step table whose handoffs nobody has described yet.
const TABLE: &str = "Journey,Phase,Touchpoint,Owner,Stage,Channel,Satisfaction\n\
    Claim,Report,Call the hotline,Service,frontstage,Phone,4\n\
    Claim,Report,Send photos,Claims,frontstage,Mail,1\n\
    Claim,Settle,Pay out,Finance,backstage,,\n";

const DIAGRAM: &str = "journey\n  title Parcel\n  section Order\n    Choose: 5: Customer, Shop\n    \
    Pay: 2: Customer, Bank\n    Book: 3: Bank, API\n";

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
fn what_a_drawing_leaves_out_is_told_in_its_preview() {
    const FITS: &str = "It is complete and fits.";
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "claims.canvas", scenes::DRAWING).await;
        app.wait_for_text("“b” refers to “nowhere”, which the file does not have.").await;
        app.wait_for_text("“Call the hotline” leads to itself; that connection was left out.").await;
        assert!(!app.screen().await.contains(FITS));
        app.press("Escape").await;
        app.wait_for_script("the preview is gone", "return !document.querySelector('.incoming')").await;
        // A drawing from which nothing is left out.
        let whole =
            scenes::DRAWING.replace("nowhere", "a").replace(r#""toNode": "a"}]"#, r#""toNode": "b"}]"#);
        drop_and_preview(app, "claims.canvas", &whole).await;
        app.wait_for_text(FITS).await;
        // By keyboard alone.
        app.press("Enter").await;
        app.wait_for_css("#map-canvas").await;
    });
}

/// The button for a kind of person in the row of one.
async fn choose(app: &App, person: &str, kind: &str) {
    let row = "const rows = [...document.querySelectorAll('.incoming-person')]; \
        const row = rows.findIndex(row => row.firstElementChild.textContent === arguments[0]); \
        const button = [...rows[row]?.querySelectorAll('button') ?? []].findIndex(it => it.textContent === arguments[1]); \
        return `.incoming-person:nth-child(${row + 1}) button:nth-child(${button + 1})`";
    let button = app.script(row, vec![person.into(), kind.into()]).await;
    app.click_css(button.as_str().unwrap()).await;
}

#[test]
fn the_people_of_a_diagram_are_chosen_and_the_choice_changes_who_owns() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "parcel.mmd", DIAGRAM).await;
        app.wait_for_text("Who are they?").await;
        app.wait_for_text("Shop · Bank").await;
        // `API` is proposed as a system; taken as a department it is one more of them.
        choose(app, "API", "Department").await;
        app.wait_for_text("Shop · Bank · API").await;
        choose(app, "Shop", "System").await;
        app.wait_for_text("Bank · API").await;
        app.wait_for_no_text("Shop · Bank").await;
        bring_in(app).await;
        app.wait_for_text("Choose").await;
        // What the shop owned the customer now does alone: one handoff less, and none is left.
        app.press("3").await;
        app.wait_for_css(".handoffs").await;
        assert!(app.css(".handoff-list").await.is_none());
    });
}

/// The flagged handoff of a diagram from a real repository, after its people were chosen in the preview.
#[test]
fn a_real_diagram_is_dropped_its_departments_chosen_and_its_flagged_handoff_named() {
    let file = "mermaid/real/085-adewale-agentic-mermaid-fifteen-tasks-across-five-sections.mmd";
    let Some(diagram) = input(file) else { return };
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        drop_and_preview(app, "fifteen.mmd", &diagram).await;
        app.wait_for_text("New: 15 touchpoints").await;
        app.wait_for_text("Vendor · IT · Team · Legal · Finance").await;
        // The team are the buyers themselves, and a system never hands anything on.
        choose(app, "Team", "Customer").await;
        app.wait_for_text("Vendor · IT · Legal · Finance").await;
        choose(app, "IT", "System").await;
        app.wait_for_text("Vendor · Legal · Finance").await;
        choose(app, "IT", "Department").await;
        app.wait_for_text("Vendor · IT · Legal · Finance").await;
        bring_in(app).await;

        app.press("3").await;
        app.wait_for_text("4 of 4").await;
        let flagged = "return [...document.querySelectorAll('.handoff')] \
            .filter(it => it.querySelector('.badge[data-severity=warning]')) \
            .map(it => it.innerText.replaceAll(/\\s+/g, ' ')).join('; ')";
        let flagged = app.wait_for_script("a handoff is flagged", flagged).await;
        let flagged = flagged.as_str().unwrap();
        assert!(flagged.contains("Request demo → Trial setup"), "{flagged}");
        assert!(flagged.contains("Vendor → IT") && !flagged.contains("Team"), "{flagged}");
        app.press("4").await;
        app.wait_for_text("Satisfaction falls from 3 at “Request demo” to 2 at “Trial setup”.").await;
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
        for view in ["Map", "Table", "Handoffs", "Flags"] {
            go_to(app, view).await;
            app.wait_for_text(title).await;
            assert!(app.css("img").await.is_none(), "the title became an element of {view}");
        }
        app.click("link", "Report").await;
        app.wait_for_css(".paper-map").await;
        app.wait_for_text(title).await;
        app.press("j").await;
        app.wait_for_css(".journeys[open]").await;
        app.press("Escape").await;
        wait_for_save_state(app, "saved").await;
        wait_for_view_entry(app).await;
        app.open("").await;
        app.wait_for_css(".home-entry").await;
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
        scenes::open_sample(app, "insurance").await;
        wait_for_save_state(app, "saved").await;
        let (name, first) = export(app).await;
        assert!(first.len() > 20_000, "the sample is rich, its file has {} bytes", first.len());
        app.forget_all().await;
        app.open("").await;
        app.wait_for_css(".home-buttons").await;
        assert!(app.stored().await.is_empty());
        drop_and_preview(app, &name, std::str::from_utf8(&first).unwrap()).await;
        app.click("button", "Open").await;
        app.wait_for_css(".rail").await;
        let (same_name, second) = export(app).await;
        assert_eq!(same_name, name);
        assert!(first == second, "the second export differs:\n{}", first_difference(&first, &second));
    });
}

/// The first line that differs, of both.
fn first_difference(one: &[u8], other: &[u8]) -> String {
    let (one, other) = (String::from_utf8_lossy(one), String::from_utf8_lossy(other));
    let differ = one.lines().zip(other.lines()).find(|(one, other)| one != other);
    differ.map_or_else(|| "one of them ends early".to_owned(), |(one, other)| format!("- {one}\n+ {other}"))
}

#[test]
fn of_several_files_the_first_is_taken_and_the_person_is_told() {
    in_browser(Settings::default(), async |app| {
        app.open("").await;
        let drop = "const transfer = new DataTransfer(); \
            for (const name of ['claims', 'moves']) \
              transfer.items.add(new File([`Journey,Touchpoint,Owner\\n${name},Call,Service\\n`], `${name}.csv`)); \
            for (const kind of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, \
              { bubbles: true, cancelable: true, dataTransfer: transfer }))";
        app.script(drop, vec![]).await;
        app.wait_for_css(".incoming[open]").await;
        app.wait_for_text("One file at a time: this is “claims.csv”.").await;
    });
}
