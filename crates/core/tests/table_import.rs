//! Step tables into workspaces and back: nothing lost, nothing doubled.
#![allow(clippy::unwrap_used, clippy::panic)] // a failed look-up is a failed test

use std::sync::Arc;

use crosslane_core::edit::{Edit, apply};
use crosslane_core::flow::Flow;
use crosslane_core::format::plan::{Missing, State};
use crosslane_core::format::table::{
    Column, Delimiter, ImportOptions, Layout, ProblemKind, Sheet, StepTable, TableImport, export, import,
    write_file, write_text,
};
use crosslane_core::model::{
    Evidence, Id, Journey, Link, Method, Minutes, Rating, Stage, Step, StepKey, Touchpoint, Workspace,
};

fn empty() -> Workspace {
    Workspace { id: Id::new("w"), ..Workspace::default() }
}

fn options() -> ImportOptions {
    ImportOptions { title: "Untitled".into(), ..ImportOptions::default() }
}

fn read_into(workspace: &Workspace, bytes: &[u8]) -> TableImport {
    let sheet = Sheet::read(bytes).unwrap();
    let table = StepTable::read(&sheet, &Layout::propose(&sheet)).unwrap();
    let import = import(&table, workspace, &options());
    // What comes in must be a workspace like any other.
    let edit = Edit::Replace(Box::new(import.plan.workspace.clone()));
    assert_eq!(apply(workspace, &edit).unwrap().workspace, import.plan.workspace);
    import
}

fn read(text: &str) -> TableImport {
    read_into(&empty(), text.as_bytes())
}

fn written(workspace: &Workspace) -> Vec<u8> {
    write_file(export(workspace, &workspace.journey_order), Delimiter::Comma)
}

fn kinds(import: &TableImport) -> Vec<ProblemKind> {
    import.problems.list.iter().map(|problem| problem.kind).collect()
}

fn journey(workspace: &Workspace, at: usize) -> &Journey {
    &workspace.journeys[&workspace.journey_order[at]]
}

fn touchpoint<'a>(workspace: &'a Workspace, name: &str) -> (Id, &'a Touchpoint) {
    let all = workspace.journeys.values().flat_map(|journey| &journey.touchpoints);
    let (id, touchpoint) = all.into_iter().find(|(_, touchpoint)| touchpoint.name == name).unwrap();
    (*id, touchpoint)
}

fn step<'a>(workspace: &'a Workspace, from: &str, to: &str) -> &'a Step {
    let key = StepKey::new(touchpoint(workspace, from).0, touchpoint(workspace, to).0);
    workspace.journeys.values().find_map(|journey| journey.steps.get(&key)).unwrap()
}

#[test]
fn journeys_phases_and_registers_come_from_the_rows() {
    let import = read(
        "Journey,Persona,Phase,Customer's goal,Touchpoint,Owner,Channel,Systems,Information asked\n\
         Move,Ann,Plan,a date,Call,Sales,Phone,CRM; SAP,Name\n\
         Move,,Plan,,Visit,Field team,On site,crm,Name; Address\n\
         Move,,Go,,Pack,SALES,,none,\n\
         Move,,Plan,,Call again,Sales; Care,Phone,,\n\
         Quit,,End,,Write,Care,Letter,,\n",
    );
    let workspace = &import.plan.workspace;
    assert_eq!(kinds(&import), [ProblemKind::SeveralOwners]);
    let move_house = journey(workspace, 0);
    let phases: Vec<_> = move_house.ordered_phases().map(|(_, phase)| phase.name.as_str()).collect();
    assert_eq!(phases, ["Plan", "Go", "Plan"]);
    assert_eq!(move_house.ordered_phases().next().unwrap().1.goal.as_deref(), Some("a date"));
    assert_eq!(workspace.personas[&move_house.persona.unwrap().id()].name, "Ann");
    assert_eq!(journey(workspace, 1).title, "Quit");
    let names: Vec<_> =
        workspace.ordered_departments().map(|(_, department)| department.name.as_str()).collect();
    assert_eq!(names, ["Sales", "Field team", "Care"]);
    assert_eq!((workspace.channels.len(), workspace.systems.len(), workspace.items.len()), (3, 2, 2));
    assert_eq!(touchpoint(workspace, "Pack").1.systems, Some(Vec::new()), "none is known to be none");
    assert_eq!(touchpoint(workspace, "Write").1.systems, None);
    let responsible = touchpoint(workspace, "Call again").1.responsible.as_ref().unwrap();
    assert_eq!(workspace.department_name(responsible[0].id()), "Care");
}

#[test]
fn every_cell_finds_its_field() {
    let headers: Vec<&str> = Column::ALL.iter().skip(1).map(|column| column.header()).collect();
    let cells = [
        "Move",
        "Ann",
        "Plan",
        "a date",
        "Call",
        "rings",
        "frontstage",
        "Sales",
        "Post room",
        "Care",
        "Law",
        "IT",
        "Care",
        "Shop",
        "customer",
        "Phone",
        "CRM",
        "2.5",
        "4",
        "yes",
        "1-2 weeks",
        "Name",
        "Address",
        "Offer",
        "3 days",
        "1 day",
        "shared record",
        "Name; Offer",
        "the offer",
        "Sales",
        "no",
        "ask again",
        "slow; far",
        "chat",
        "Hm",
        "measured",
        "https://example.org",
        "2026-03-31",
        "1200",
        "a; b",
        "no",
        "more",
    ];
    let text = write_text([&headers[..], &cells[..]], Delimiter::Comma) + "Move,,Plan,,Pack,,,Care\n";
    let import = read(&text);
    assert_eq!(kinds(&import), []);
    let (id, call) = touchpoint(&import.plan.workspace, "Call");
    assert_eq!(call.action.as_deref(), Some("rings"));
    assert_eq!(call.stage, Some(Stage::Frontstage));
    let performer =
        call.performed_by.map(|department| import.plan.workspace.department_name(department.id()));
    assert_eq!(performer, Some("Post room"));
    assert_eq!(call.satisfaction, Rating::new(2.5));
    assert_eq!(call.duration, Minutes::range(10_080, 20_160));
    assert_eq!(call.evidence, Some(Evidence::Measured));
    assert_eq!(call.monthly_volume, Some(1_200));
    assert_eq!(call.pain_points, Some(vec!["slow".into(), "far".into()]));
    assert_eq!((call.moment_of_truth, call.ends), (Some(true), Some(false)));
    let step = step(&import.plan.workspace, "Call", "Pack");
    assert_eq!(step.wait, Some(Minutes::exact(3 * 1_440)));
    let card = step.card.as_ref().unwrap();
    assert_eq!((card.method, card.acknowledged), (Some(Method::SharedRecord), Some(false)));
    assert_eq!(card.target_wait, Some(Minutes::exact(1_440)));
    assert_eq!(card.passed.as_ref().unwrap().len(), 2);
    assert_eq!(card.fallback.as_deref(), Some("ask again"));
    // And every one of them is written again.
    let rows = export(&import.plan.workspace, &import.plan.workspace.journey_order);
    assert_eq!(rows[0].len(), Column::ALL.len());
    assert_eq!(rows[1][0], id.to_string());
    assert_eq!(rows[1][1..], cells);
}

#[test]
fn waits_and_agreements_without_a_place_are_kept_and_told() {
    let text = "Touchpoint,Owner,Wait,Handoff method\nCall,Sales,2 h,form\nPay,Sales,1 day,e-mail\nGo,Care,3 h,queue\n";
    let import = read(text);
    assert_eq!(
        kinds(&import),
        [
            ProblemKind::NoHandoff(Column::Method),
            ProblemKind::NoNextStep(Column::Wait),
            ProblemKind::NoNextStep(Column::Method),
        ]
    );
    let notes = |name| touchpoint(&import.plan.workspace, name).1.notes.clone();
    assert_eq!(notes("Call").as_deref(), Some("Handoff method: form"));
    assert_eq!(notes("Pay"), None);
    assert_eq!(notes("Go").as_deref(), Some("Wait: 3 h\nHandoff method: queue"));
    assert_eq!(import.problems.list[1].row, 4);
    let again = read_into(&import.plan.workspace, text.as_bytes());
    assert!(again.plan.changes_nothing(), "the lines are not added twice");
}

#[test]
fn a_branch_takes_no_single_wait() {
    let mut workspace = read("Touchpoint,Owner\nCall,A\nPay,B\nGo,C\n").plan.workspace;
    let (call, pay, go) =
        (touchpoint(&workspace, "Call").0, touchpoint(&workspace, "Pay").0, touchpoint(&workspace, "Go").0);
    let id = workspace.journey_order[0];
    let mut branched = journey(&workspace, 0).clone();
    for to in [pay, go] {
        let step = Step { link: Some(Link::default()), ..Step::default() };
        branched.steps.insert(StepKey::new(call, to), Arc::new(step));
    }
    workspace.journeys.insert(id, Arc::new(branched));
    let import = read_into(&workspace, b"Touchpoint,Owner,Wait\nCall,A,2 h\nPay,B,3 h\n");
    assert_eq!(kinds(&import), [ProblemKind::SeveralNextSteps(Column::Wait)]);
    assert_eq!(step(&import.plan.workspace, "Pay", "Go").wait, Some(Minutes::exact(180)));
    assert_eq!(import.plan.workspace.journeys[&id].steps.len(), 3, "the links stay");
}

#[test]
fn the_same_table_again_shows_what_is_new_changed_and_missing() {
    let before =
        read("Phase,Touchpoint,Owner,Satisfaction\nPlan,Call,Sales,4\nPlan,Visit,Field,\nGo,Pack,Sales,3\n");
    let before = before.plan.workspace;
    let text = "Phase,Touchpoint,Owner,Satisfaction\nPlan,Call,Sales,2\nPlan,Sign,Law,\nGo,Pack,Sales,\n";
    let import = read_into(&before, text.as_bytes());
    let plan = &import.plan;
    let touchpoints: Vec<_> = plan.journeys[0]
        .touchpoints
        .iter()
        .map(|touchpoint| (touchpoint.name.as_str(), touchpoint.state))
        .collect();
    assert_eq!(
        touchpoints,
        [("Call", State::Changed), ("Sign", State::New), ("Pack", State::Same), ("Visit", State::Missing)]
    );
    let changes = &plan.journeys[0].touchpoints[0].changes;
    assert_eq!((changes[0].before.as_deref(), changes[0].after.as_deref()), (Some("4"), Some("2")));
    let departments: Vec<_> = plan.entries.iter().map(|entry| (entry.name.as_str(), entry.state)).collect();
    assert_eq!(departments, [("Sales", State::Same), ("Law", State::New), ("Field", State::Missing)]);
    assert_eq!(
        touchpoint(&plan.workspace, "Pack").1.satisfaction,
        Rating::new(3.0),
        "a blank changes nothing"
    );
    assert_eq!(plan.touchpoints(State::Missing), 1);
    let again = read_into(&plan.workspace, text.as_bytes());
    assert!(again.plan.changes_nothing());
}

#[test]
fn missing_touchpoints_go_where_the_person_says_so() {
    let before = read("Touchpoint,Owner\nCall,A\nVisit,B\nPack,C\n").plan.workspace;
    let sheet = Sheet::read_text("Touchpoint,Owner\nCall,A\nPack,C\n").unwrap();
    let table = StepTable::read(&sheet, &Layout::propose(&sheet)).unwrap();
    let options = ImportOptions { missing: Missing::Remove, ..options() };
    let plan = import(&table, &before, &options).plan;
    assert_eq!(journey(&plan.workspace, 0).touchpoints.len(), 2);
    assert_eq!(plan.touchpoints(State::Missing), 1);
}

#[test]
fn rows_without_a_journey_go_where_the_person_says() {
    let before = read("Journey,Touchpoint,Owner\nMove,Call,A\nQuit,Write,B\n").plan.workspace;
    let sheet = Sheet::read_text("Touchpoint,Satisfaction\nWrite,2\n").unwrap();
    let table = StepTable::read(&sheet, &Layout::propose(&sheet)).unwrap();
    let chosen = ImportOptions { journey: Some(before.journey_order[1]), ..options() };
    let plan = import(&table, &before, &chosen).plan;
    assert_eq!(plan.touchpoints(State::Changed), 1);
    assert_eq!(plan.workspace.journeys.len(), 2);
    let plan = import(&table, &before, &options()).plan;
    assert_eq!(plan.workspace.journeys.len(), 3);
    assert_eq!(journey(&plan.workspace, 2).title, "Untitled");
}

#[test]
fn identifiers_match_what_was_renamed_in_a_spreadsheet() {
    let before =
        read("Journey,Phase,Touchpoint,Owner\nMove,Plan,Call,Sales\nMove,Go,Pack,Care\n").plan.workspace;
    let text =
        String::from_utf8(written(&before)).unwrap().replace("Call", "Phone").replace("Move", "Moving");
    let import = read_into(&before, text.as_bytes());
    assert_eq!(import.plan.touchpoints(State::New), 0);
    assert_eq!(import.plan.touchpoints(State::Changed), 1);
    assert_eq!(import.plan.workspace.journeys.len(), 1);
    assert_eq!(journey(&import.plan.workspace, 0).title, "Moving");
}

#[test]
fn identifiers_that_cannot_be_used_are_kept_and_told() {
    let import = read("Id,Touchpoint,Owner\nT1,Call,A\nT1,Pay,B\nT 3,Go,C\n7,Sign,D\n");
    assert_eq!(kinds(&import), [ProblemKind::IdNotUsed; 3]);
    assert_eq!(touchpoint(&import.plan.workspace, "Call").0, Id::new("T1").unwrap());
    assert_eq!(touchpoint(&import.plan.workspace, "Go").1.notes.as_deref(), Some("Id: T 3"));
    assert_eq!(touchpoint(&import.plan.workspace, "Sign").1.notes.as_deref(), Some("Id: 7"));
    assert_eq!(journey(&import.plan.workspace, 0).touchpoints.len(), 4);
}

#[test]
fn a_second_persona_or_goal_is_kept_and_told() {
    let import = read(
        "Persona,Phase,Goal,Touchpoint,Owner\nAnn,Plan,a date,Call,A\nBen,Plan,a price,Pay,A\nann,Go,,Pack,A\n",
    );
    assert_eq!(
        kinds(&import),
        [ProblemKind::DiffersFromAbove(Column::Persona), ProblemKind::DiffersFromAbove(Column::Goal)]
    );
    let notes = touchpoint(&import.plan.workspace, "Pay").1.notes.clone();
    assert_eq!(notes.as_deref(), Some("Persona: Ben\nGoal: a price"));
}

#[test]
fn two_journeys_of_one_title_come_back_as_two() {
    let mut workspace = read("Journey,Touchpoint,Owner\nMove,Call,A\nMove 2,Pack,B\n").plan.workspace;
    let second = workspace.journey_order[1];
    let renamed = Journey { title: "Move".into(), ..journey(&workspace, 1).clone() };
    workspace.journeys.insert(second, Arc::new(renamed));
    let import = read_into(&workspace, &written(&workspace));
    assert!(import.plan.changes_nothing());
    assert_eq!(import.plan.workspace, workspace);
}

#[test]
fn hostile_names_stay_text_in_a_spreadsheet() {
    let import = read("Touchpoint,Owner\n'=HYPERLINK(1),'@sum\n");
    let rows = export(&import.plan.workspace, &import.plan.workspace.journey_order);
    let text = write_text(rows, Delimiter::Comma);
    assert!(text.contains(",'=HYPERLINK(1),") && text.trim_end().ends_with(",'@sum"), "{text}");
    assert_eq!(touchpoint(&import.plan.workspace, "=HYPERLINK(1)").1.name, "=HYPERLINK(1)");
}

#[test]
fn the_permits_come_in_whole_and_only_once() {
    let Some(inputs) = std::env::var_os("CROSSLANE_INPUTS") else {
        println!("left out: CROSSLANE_INPUTS is not set");
        return;
    };
    let bytes = std::fs::read(std::path::Path::new(&inputs).join("permits.csv")).unwrap();
    let first = read_into(&empty(), &bytes);
    let workspace = &first.plan.workspace;
    assert_eq!(first.problems.list, []);
    assert_eq!(first.plan.touchpoints(State::New), 708);
    assert_eq!((workspace.journeys.len(), workspace.departments.len()), (114, 47));
    let touchpoints: usize = workspace.journeys.values().map(|journey| journey.touchpoints.len()).sum();
    assert_eq!(touchpoints, 708);
    let handoffs: usize = workspace.journeys.values().map(|journey| Flow::of(journey).handoffs().len()).sum();
    assert_eq!(handoffs, 558);
    let again = read_into(workspace, &bytes);
    assert!(again.plan.changes_nothing());
    assert_eq!(&again.plan.workspace, workspace);
    let exported = read_into(workspace, &written(workspace));
    assert_eq!(kinds(&exported), []);
    assert_eq!(&exported.plan.workspace, workspace);
}
