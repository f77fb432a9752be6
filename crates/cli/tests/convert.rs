//! `crosslane convert` as people and scripts meet it.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use std::path::Path;

use common::{file, run, run_with};
use crosslane_core::format::crosslane::{open, write};
use crosslane_core::model::Workspace;

const TABLE: &str = "Journey;Phase;Touchpoint;Owner;Satisfaction;Wait\n\
    Claim;Report;Call;Sales;4,5;1-2 weeks\n\
    Claim;Report;Describe;Claims;2;\n\
    Renewal;;Letter;Sales;soon;\n";

const DIAGRAM: &str = "journey\n  title Claim\n  section Report\n    Call: 4: Customer, Sales\n    \
    Check: 9: Robo\n";

fn opened(path: &str) -> Workspace {
    let text = std::fs::read_to_string(path).unwrap();
    let workspace = open(&text).unwrap().workspace;
    assert_eq!(write(&workspace), text, "canonical");
    workspace
}

fn target(name: &str) -> String {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_table_becomes_a_workspace_and_a_table_again() {
    let (table, json) = (file("claims.csv", TABLE), target("claims.json"));
    let there = run(&["convert", &table, &json]);
    assert_eq!(there.code, 0, "{}", there.err);
    assert_eq!(there.out, "2 journeys, 3 touchpoints, 1 handoff, 2 departments\n");
    assert!(there.err.contains("Row 4: “Satisfaction”: “soon”"), "{}", there.err);
    let workspace = opened(&json);
    assert_eq!(workspace.title, "claims");
    let back = target("back.tsv");
    assert_eq!(run(&["convert", &json, &back]).code, 0);
    let text = std::fs::read_to_string(&back).unwrap();
    assert!(text.starts_with("\u{feff}Id\tJourney\tPhase\tTouchpoint"), "{text}");
    let again = target("again.json");
    assert_eq!(run(&["convert", &back, &again]).code, 0);
    assert_eq!(opened(&again).journeys.values().next(), workspace.journeys.values().next());
}

#[test]
fn a_diagram_takes_the_people_as_it_is_told() {
    let diagram = file("claim.mmd", DIAGRAM);
    let json = target("claim.json");
    let run = run(&["convert", &diagram, &json, "--system", "Robo", "--customer", "Sales"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("claim.mmd: Line 5"), "{}", run.err);
    let workspace = opened(&json);
    assert_eq!(workspace.title, "Claim");
    assert!(workspace.departments.is_empty());
    assert_eq!(workspace.systems.values().next().map(|system| system.name.as_str()), Some("Robo"));
}

#[test]
fn standard_streams_need_only_the_format_that_content_does_not_show() {
    let json = run_with(&["convert", "-", "-", "--to", "crosslane"], DIAGRAM.as_bytes());
    assert_eq!(json.code, 0, "{}", json.err);
    let diagram = run_with(&["convert", "-", "-", "--to", "mermaid"], json.out.as_bytes());
    assert!(diagram.out.starts_with("journey\n"), "{}", diagram.out);
    let table = run_with(&["convert", "-", "-", "--to", "csv"], json.out.as_bytes());
    assert!(table.out.starts_with("Id,Journey,"), "{}", table.out);
    let unsaid = run_with(&["convert", "-", "-"], json.out.as_bytes());
    assert_eq!(unsaid.code, 2);
    assert!(unsaid.err.contains("say it with --to"), "{}", unsaid.err);
}

#[test]
fn a_diagram_holds_one_journey_which_has_to_be_named() {
    let (table, out) = (file("two.csv", TABLE), target("two.mmd"));
    let refused = run(&["convert", &table, &out]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("can hold one journey, not 2"), "{}", refused.err);
    assert!(!Path::new(&out).exists());
    assert_eq!(run(&["convert", &table, &out, "--journey", "Renewal"]).code, 0);
    assert!(std::fs::read_to_string(&out).unwrap().contains("Letter: ?: Sales"));
    let unknown = run(&["convert", &table, &out, "--journey", "Nope"]);
    assert!(unknown.err.contains("has no journey “Nope”"), "{}", unknown.err);
    let json = target("one.json");
    assert_eq!(run(&["convert", &table, &json, "--journey", "Claim"]).code, 0);
    assert_eq!(opened(&json).journeys.len(), 1);
    let json = target("renewal.json");
    assert_eq!(run(&["convert", &table, &json, "--journey", "Renewal"]).code, 0);
    let workspace = opened(&json);
    let names: Vec<&str> = workspace.departments.values().map(|entry| entry.name.as_str()).collect();
    assert_eq!(names, ["Sales"], "only what the journey uses");
}

#[test]
fn what_stays_in_the_house_is_left_out_and_texts_that_name_somebody_are_told() {
    let (table, json) = (file("house.csv", TABLE), target("house.json"));
    assert_eq!(run(&["convert", &table, &json]).code, 0);
    let text = std::fs::read_to_string(&json).unwrap();
    let (name, about) = ("\"name\": \"Claims\"", "\"lead\": \"Ada Byron\", \"notes\": \"of the north\"");
    let text = text.replace(name, &format!("{name}, {about}")).replace("\"Renewal\"", "\"Ask Ada Byron\"");
    let (led, less) = (file("led.json", &text), target("less.json"));
    let run = run(&["convert", &led, &less, "--without", "notes,people"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("still names “Ada Byron”"), "{}", run.err);
    let workspace = opened(&less);
    assert!(workspace.departments.values().all(|entry| entry.lead.is_none() && entry.notes.is_none()));
    assert_eq!(workspace.journeys.len(), 2);
}

#[test]
fn a_picture_and_a_page_are_opened_again() {
    let (table, json) = (file("drawn.csv", TABLE), target("drawn.json"));
    assert_eq!(run(&["convert", &table, &json, "--journey", "Claim"]).code, 0);
    for (name, begins) in [("map.svg", "<svg "), ("page.html", "<!doctype html>")] {
        let (picture, again) = (target(name), target("picture.json"));
        let drawn = run(&["convert", &json, &picture, "--dark", "--today", "2026-03-31"]);
        assert_eq!(drawn.code, 0, "{}", drawn.err);
        assert!(std::fs::read_to_string(&picture).unwrap().starts_with(begins));
        assert_eq!(run(&["convert", &picture, &again]).code, 0);
        assert_eq!(opened(&again), opened(&json));
    }
    let many = run(&["convert", &table, &target("many.svg")]);
    assert!(many.err.contains("can hold one journey, not 2"), "{}", many.err);
    let none = run(&["convert", &file("plain.svg", "<svg></svg>"), &target("none.json")]);
    assert!(none.err.contains("no workspace in this picture"), "{}", none.err);
    let unwritten = run(&["convert", &json, &target("map.png")]);
    assert!(unwritten.err.contains("only read"), "{}", unwritten.err);
}

#[test]
fn a_workbook_holds_the_same_table() {
    let (table, json) = (file("book.csv", TABLE), target("book.json"));
    assert_eq!(run(&["convert", &table, &json]).code, 0);
    let (book, again) = (target("book.xlsx"), target("book-again.json"));
    assert_eq!(run(&["convert", &json, &book]).code, 0);
    let back = run(&["convert", &book, &again]);
    assert_eq!((back.code, back.err.as_str()), (0, ""));
    let title = |workspace: Workspace| Workspace { title: String::new(), ..workspace };
    assert_eq!(title(opened(&again)).journeys, title(opened(&json)).journeys);
    let broken = run(&["convert", &file("broken.xlsx", "PK nonsense"), &again]);
    assert!(broken.err.contains("is not a workbook of Excel"), "{}", broken.err);
}

#[test]
fn drawings_and_process_tables_go_out_and_come_back() {
    let (table, json) = (file("flow.csv", TABLE), target("flow.json"));
    assert_eq!(run(&["convert", &table, &json, "--journey", "Claim"]).code, 0);
    let before = opened(&json);
    let journey = before.journeys.values().next().unwrap();
    for name in ["flow.visio.csv", "flow.canvas", "flow.cjml"] {
        let (drawn, again) = (target(name), target("flow-again.json"));
        let out = run(&["convert", &json, &drawn]);
        assert_eq!(out.code, 0, "{name}: {}", out.err);
        assert!(
            out.err.contains("Not in this file") && out.err.contains("satisfaction"),
            "{name}: {}",
            out.err
        );
        let back = run(&["convert", &drawn, &again]);
        assert_eq!(back.code, 0, "{name}: {}", back.err);
        let after = opened(&again);
        let after = after.journeys.values().next().unwrap();
        let names = |journey: &crosslane_core::model::Journey| -> Vec<String> {
            journey.ordered_touchpoints().map(|(_, touchpoint)| touchpoint.name.clone()).collect()
        };
        assert_eq!(names(after), names(journey), "{name}");
        assert_eq!(after.phase_order.len(), journey.phase_order.len(), "{name}");
    }
    let process = "Process Step ID,Process Step Description,Next Step ID,Function\nP1,Ask,P9,Desk\n";
    let told = run(&["convert", &file("steps.csv", process), &target("steps.json")]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.contains("“Ask” refers to “P9”"), "{}", told.err);
    for (name, begins) in [("flow.drawio.csv", "# label"), ("flow.issues.csv", "\u{feff}Title,")] {
        let (written, unread) = (target(name), target("unread.json"));
        assert_eq!(run(&["convert", &json, &written]).code, 0);
        assert!(std::fs::read_to_string(&written).unwrap().starts_with(begins));
        assert!(run(&["convert", &written, &unread]).err.contains("only written"));
    }
}

#[test]
fn what_cannot_be_read_or_written_is_refused_and_nothing_is_lost() {
    let kept = file("kept.json", "not yet lost");
    let refused = |input: &str, reason: &str| {
        let run = run(&["convert", input, &kept]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(reason), "{reason}: {}", run.err);
        assert_eq!(std::fs::read_to_string(&kept).unwrap(), "not yet lost");
    };
    refused(&file("semi.mmd", "journey\n  Call; me: 3\n"), "Line 2");
    refused(&file("flow.mmd", "flowchart LR"), "flowchart");
    refused(&file("none.csv", "\n\n"), "none.csv: ");
    refused(&file("broken.json", "{\"format\": \"crosslane\"}"), "Version is missing");
    refused("nowhere.csv", "there is no such file");
    let table = file("fine.csv", TABLE);
    let nowhere = run(&["convert", &table, "no-such-directory/out.json"]);
    assert_eq!(nowhere.code, 2);
    assert!(nowhere.err.contains("no-such-directory/out.json: could not be written"), "{}", nowhere.err);
    let odd = run(&["convert", &table, "out.odt"]);
    assert!(odd.err.contains("out.odt: its ending does not say the format"), "{}", odd.err);
    assert_eq!(run(&["convert", &table, &kept]).code, 0);
    assert!(opened(&kept).journeys.len() == 2, "replaced once the new one is whole");
    assert!(!Path::new(&[&kept, ".part"].concat()).exists());
}

#[test]
fn a_table_of_real_permits_comes_in_whole() {
    let Ok(inputs) = std::env::var("CROSSLANE_INPUTS") else {
        println!("left out: CROSSLANE_INPUTS is not set");
        return;
    };
    let json = target("permits.json");
    let run = run(&["convert", &format!("{inputs}/permits.csv"), &json]);
    assert_eq!(run.out, "114 journeys, 708 touchpoints, 558 handoffs, 47 departments\n", "{}", run.err);
    let checked = common::run(&["check", &json, "--format", "json"]).json();
    let all = |field: &str| -> u64 {
        checked["journeys"].as_array().unwrap().iter().map(|journey| journey[field].as_u64().unwrap()).sum()
    };
    assert_eq!((all("touchpoints"), all("handoffs")), (708, 558));
    // Owners and their order are all that the table says: no flag rests on anything else.
    let rules: std::collections::BTreeSet<&str> =
        checked["flags"].as_array().unwrap().iter().map(|flag| flag["rule"].as_str().unwrap()).collect();
    assert!(rules.iter().all(|rule| ["relay", "ping-pong"].contains(rule)), "{rules:?}");
}
