//! Diagrams into a workspace and out of it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what broke by panicking")]

use std::fs;
use std::path::PathBuf;

use crosslane_cases::cases;
use crosslane_core::edit::{Edit, apply};
use crosslane_core::flow::Flow;
use crosslane_core::format::mermaid::{
    DiagramImport, ImportOptions, NoteKind, PersonKind, export, import, people, read, write,
};
use crosslane_core::format::plan::{Missing, State};
use crosslane_core::model::{Id, Journey, Ref, Stage, Touchpoint, Workspace};
use proptest::prelude::*;

const CLAIM: &str = "journey
    title Water damage
    section Report
      Find the leak: 1: Tenant
      Call the hotline: 3: Tenant, Hotline, Claims
      Open the case: : Hotline, CRM
    section Settle
      Inspect the flat: 4: Surveyor, Tenant
      Wait: 2
      Send the letter: ?: CRM
      Look at the portal: 3: Tenant, Portal
    section Report
      Pay: 5: Claims
";

fn empty() -> Workspace {
    Workspace { id: Id::new("w"), ..Workspace::default() }
}

fn brought(text: &str, workspace: &Workspace, options: &ImportOptions) -> DiagramImport {
    let import = import(&read(text).unwrap(), workspace, options);
    // What an import makes must be a workspace like any other.
    let edit = Edit::Replace(Box::new(import.plan.workspace.clone()));
    assert_eq!(apply(workspace, &edit).unwrap().workspace, import.plan.workspace);
    import
}

fn claim() -> Workspace {
    brought(CLAIM, &empty(), &ImportOptions::default()).plan.workspace
}

fn journey(workspace: &Workspace) -> (Id, &Journey) {
    let (id, journey) = workspace.ordered_journeys().next().unwrap();
    (id, journey)
}

fn touchpoint<'a>(workspace: &'a Workspace, name: &str) -> &'a Touchpoint {
    let mut all = journey(workspace).1.ordered_touchpoints().map(|(_, touchpoint)| touchpoint.as_ref());
    all.find(|touchpoint| touchpoint.name == name).unwrap()
}

fn department(workspace: &Workspace, name: &str) -> Option<Ref<crosslane_core::model::Department>> {
    let found = workspace.ordered_departments().find(|(_, department)| department.name == name)?;
    Some(found.0.into())
}

#[test]
fn sections_become_phases_and_people_owners() {
    let workspace = claim();
    let (_, journey) = journey(&workspace);
    assert_eq!(journey.title, "Water damage");
    let phases: Vec<_> =
        journey.ordered_phases().map(|(_, phase)| (phase.name.as_str(), phase.touchpoints.len())).collect();
    assert_eq!(phases, [("Report", 3), ("Settle", 4), ("Report", 1)]);
    let departments: Vec<_> =
        workspace.ordered_departments().map(|(_, department)| department.name.as_str()).collect();
    assert_eq!(departments, ["Hotline", "Claims", "Surveyor"]);
    let call = touchpoint(&workspace, "Call the hotline");
    assert_eq!(call.owner, department(&workspace, "Hotline"));
    assert_eq!(call.responsible, Some(vec![department(&workspace, "Claims").unwrap()]));
    assert_eq!(call.satisfaction.map(crosslane_core::model::Rating::value), Some(3.0));
    let open = touchpoint(&workspace, "Open the case");
    assert_eq!((open.satisfaction, &open.responsible), (None, &None));
    let crm = open.systems.as_ref().unwrap()[0];
    assert_eq!(workspace.systems[&crm.id()].name, "CRM");
    assert_eq!(workspace.personas[&journey.persona.unwrap().id()].name, "Tenant");
}

#[test]
fn the_stage_follows_from_the_people() {
    let workspace = claim();
    for (name, stage) in [
        ("Find the leak", Some(Stage::Customer)),
        ("Call the hotline", Some(Stage::Frontstage)),
        ("Inspect the flat", Some(Stage::Frontstage)),
        ("Open the case", Some(Stage::Backstage)),
        ("Pay", Some(Stage::Backstage)),
        ("Wait", None),
        ("Send the letter", None),
        ("Look at the portal", Some(Stage::Customer)),
    ] {
        assert_eq!(touchpoint(&workspace, name).stage, stage, "{name}");
    }
}

#[test]
fn people_are_proposed_by_what_is_known_and_then_by_name() {
    let text = "journey\nA: 3: Guest, Kitchen, System\nB: 3: guest, Guest, Kitchen\n";
    let diagram = read(text).unwrap().diagram;
    let of = |workspace: &Workspace| -> Vec<_> {
        people(&diagram, workspace)
            .into_iter()
            .map(|person| (person.name, person.kind, person.tasks))
            .collect()
    };
    assert_eq!(
        of(&empty()),
        [
            ("Guest".to_owned(), PersonKind::Customer, 2),
            ("Kitchen".to_owned(), PersonKind::Department, 2),
            ("System".to_owned(), PersonKind::System, 1),
        ]
    );
    let other = "journey\nX: 3: Guest\nY: 3: system\nZ: 3: Kitchen\n";
    let mut chosen = people(&read(other).unwrap().diagram, &empty());
    chosen[0].kind = PersonKind::Department;
    chosen[1].kind = PersonKind::Department;
    chosen[2].kind = PersonKind::System;
    let options = ImportOptions { people: chosen, ..ImportOptions::default() };
    let workspace = brought(other, &empty(), &options).plan.workspace;
    let kinds: Vec<_> = of(&workspace).into_iter().map(|(_, kind, _)| kind).collect();
    assert_eq!(kinds, [PersonKind::Department, PersonKind::System, PersonKind::Department]);
}

#[test]
fn a_choice_decides_who_owns() {
    let reading = read(CLAIM).unwrap();
    let mut chosen = people(&reading.diagram, &empty());
    for person in &mut chosen {
        person.kind = match person.name.as_str() {
            "Hotline" => PersonKind::System,
            "Surveyor" => PersonKind::Customer,
            _ => person.kind,
        };
    }
    let options = ImportOptions { people: chosen, ..ImportOptions::default() };
    let import = brought(CLAIM, &empty(), &options);
    let workspace = &import.plan.workspace;
    let call = touchpoint(workspace, "Call the hotline");
    assert_eq!((call.owner, &call.responsible), (department(workspace, "Claims"), &None));
    assert_eq!(touchpoint(workspace, "Inspect the flat").stage, Some(Stage::Customer));
    let others: Vec<_> =
        import.notes.list.iter().filter(|note| matches!(note.kind, NoteKind::OtherCustomer { .. })).collect();
    assert_eq!(others.len(), 1);
    assert_eq!((others[0].line, &others[0].kind), (8, &NoteKind::OtherCustomer { name: "Surveyor".into() }));
}

#[test]
fn the_same_diagram_again_changes_nothing() {
    let before = claim();
    let again = brought(CLAIM, &before, &ImportOptions::default());
    assert!(again.plan.changes_nothing());
    assert_eq!(again.plan.workspace, before);
    assert_eq!(claim(), before, "the same diagram gives the same identifiers");
}

#[test]
fn a_changed_diagram_shows_what_is_new_changed_and_missing() {
    let text = CLAIM.replace("Wait: 2\n", "Repair: 2: Builder\n").replace("Pay: 5", "Pay: 4");
    let plan = brought(&text, &claim(), &ImportOptions::default()).plan;
    let changed: Vec<_> = plan.journeys[0]
        .touchpoints
        .iter()
        .filter(|touchpoint| touchpoint.state != State::Same)
        .map(|touchpoint| (touchpoint.name.as_str(), touchpoint.state))
        .collect();
    assert_eq!(changed, [("Repair", State::New), ("Pay", State::Changed), ("Wait", State::Missing)]);
    let new: Vec<_> = plan.departments(State::New).map(|department| department.name.as_str()).collect();
    assert_eq!(new, ["Builder"]);
    let options = ImportOptions { missing: Missing::Remove, ..ImportOptions::default() };
    let removed = brought(&text, &claim(), &options).plan.workspace;
    assert_eq!(journey(&removed).1.touchpoints.len(), 8);
}

#[test]
fn a_diagram_without_a_title_is_the_chosen_journey_or_the_file() {
    let text = "journey\n<br>Call<br/>now: 3: Me\n";
    let options = ImportOptions { title: "claim.mmd".into(), ..ImportOptions::default() };
    let import = brought(text, &empty(), &options);
    let (_, made) = journey(&import.plan.workspace);
    assert_eq!((made.title.as_str(), made.persona), ("claim.mmd", None));
    assert_eq!(touchpoint(&import.plan.workspace, "Call now").stage, Some(Stage::Customer));
    let before = claim();
    let (id, _) = journey(&before);
    let options = ImportOptions { journey: Some(id), ..options };
    let import = brought(text, &before, &options);
    let (_, changed) = journey(&import.plan.workspace);
    assert_eq!((changed.title.as_str(), changed.touchpoints.len()), ("Water damage", 9));
}

#[test]
fn what_is_for_screen_readers_is_kept() {
    let text = "journey\naccTitle: How\naccDescr: From call to refund\nsection S\nA: 3\n";
    let workspace = brought(text, &empty(), &ImportOptions::default()).plan.workspace;
    let (_, one) = journey(&workspace);
    assert_eq!((one.title.as_str(), one.notes.as_deref()), ("How", Some("From call to refund")));
    let text = text.replace("section", "title T\nsection");
    let workspace = brought(&text, &empty(), &ImportOptions::default()).plan.workspace;
    let (_, two) = journey(&workspace);
    assert_eq!((two.title.as_str(), two.notes.as_deref()), ("T", Some("How\nFrom call to refund")));
}

#[test]
fn a_journey_goes_out_as_a_diagram_people_can_read() {
    let workspace = claim();
    let (id, _) = journey(&workspace);
    let text = write(&export(&workspace, id, "Customer").unwrap());
    let expected = CLAIM.replace("case: :", "case: ?:").replace("Surveyor, Tenant", "Tenant, Surveyor");
    assert_eq!(text, expected);
    assert_eq!(export(&workspace, Id::new("other").unwrap(), "Customer"), None);
}

#[test]
fn every_real_diagram_comes_in_once() {
    let Some(root) = std::env::var_os("CROSSLANE_INPUTS").map(PathBuf::from) else {
        eprintln!("left out: CROSSLANE_INPUTS is not set, so no real diagram was imported");
        return;
    };
    let (mut diagrams, mut touchpoints, mut handoffs) = (0, 0, 0);
    for folder in ["real", "edge"] {
        for file in fs::read_dir(root.join("mermaid").join(folder)).unwrap() {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let Ok(reading) = read(&text) else { continue };
            let options = ImportOptions { title: "file".into(), ..ImportOptions::default() };
            let workspace = brought(&text, &empty(), &options).plan.workspace;
            let (id, made) = journey(&workspace);
            assert_eq!(made.ordered_touchpoints().count(), reading.diagram.tasks().count());
            assert!(brought(&text, &workspace, &options).plan.changes_nothing(), "{text}");
            let out = write(&export(&workspace, id, "Customer").unwrap());
            let back = import(&read(&out).unwrap(), &workspace, &options).plan;
            assert_eq!(back.journeys.len(), 1);
            assert!(back.journeys[0].touchpoints.iter().all(|touchpoint| !touchpoint.moved), "{text}");
            assert!(back.changes_nothing(), "{text}\n{out}\n{:#?}", back.journeys);
            diagrams += 1;
            touchpoints += made.touchpoints.len();
            handoffs += Flow::of(made).handoffs().len();
        }
    }
    assert!(diagrams > 0);
    println!("{diagrams} diagrams with {touchpoints} touchpoints and {handoffs} handoffs came in once");
}

/// Tasks of few names, so that names, sections and people come back.
fn diagram() -> impl Strategy<Value = String> {
    let name = || prop::sample::select(&["Call", "Wait", "call ", "Pay #35;1", "#32;", "Sign"][..]);
    let person = prop::sample::select(
        &["Customer", "Patient", "Sales", "sales", "Claims", "CRM", "App", "Me", " "][..],
    );
    let task = (name(), prop::collection::vec(person, 0..4), 0..7_u8)
        .prop_map(|(name, people, score)| format!("{name}: {score}: {}\n", people.join(",")));
    let section = name().prop_map(|name| format!("section {name}\n"));
    let line = prop_oneof![3 => task, 1 => section];
    prop::collection::vec(line, 0..14).prop_map(|lines| "journey\ntitle T\n".to_owned() + &lines.concat())
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn any_diagram_comes_in_once_and_goes_out_as_it_is(text in diagram()) {
        let workspace = brought(&text, &empty(), &ImportOptions::default()).plan.workspace;
        let again = brought(&text, &workspace, &ImportOptions::default()).plan;
        prop_assert!(again.changes_nothing());
        prop_assert_eq!(&again.workspace, &workspace);
        let (id, _) = journey(&workspace);
        let out = write(&export(&workspace, id, "Customer").unwrap());
        let back = brought(&out, &workspace, &ImportOptions::default()).plan;
        prop_assert!(back.changes_nothing(), "{}", out);
    }
}
