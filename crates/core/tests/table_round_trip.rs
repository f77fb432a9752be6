//! Workspaces written as step tables and read back: the same again.
#![allow(clippy::unwrap_used)] // a failed look-up is a failed test

use std::sync::Arc;

use crosslane_cases::cases;
use crosslane_core::flow::Flow;
use crosslane_core::format::table::{
    Delimiter, ImportOptions, Layout, ProblemKind, Sheet, StepTable, TableImport, export, import, write_file,
};
use crosslane_core::model::{
    Card, Department, Id, Item, Journey, Method, Minutes, Phase, Rating, Stage, Step, System, Touchpoint,
    Workspace,
};
use proptest::prelude::*;

/// Writes journeys of a workspace and reads them into another.
fn passed_on(workspace: &Workspace, journeys: &[Id], delimiter: Delimiter, into: &Workspace) -> TableImport {
    let sheet = Sheet::read(&write_file(export(workspace, journeys), delimiter)).unwrap();
    let table = StepTable::read(&sheet, &Layout::propose(&sheet)).unwrap();
    import(&table, into, &ImportOptions::default())
}

fn name() -> impl Strategy<Value = String> {
    let odd = vec!["-", "none", "=1", "a; b", "\"q\"", "x\ny", "Id", "ID", "'", "n/a", "Ä|ö", "1", "sep=;"];
    prop_oneof!["[a-z]{1,3}", prop::sample::select(odd).prop_map(str::to_owned)]
}

fn places() -> impl Strategy<Value = Option<Vec<usize>>> {
    prop::option::of(prop::sample::subsequence(vec![0, 1, 2], 0..=3))
}

prop_compose! {
    fn touchpoints()(
        name in prop_oneof![name(), Just(String::new())],
        owner in prop::option::of(0..3_usize),
        stage in prop::option::of(prop::sample::select(Stage::ALL)),
        responsible in places(),
        systems in places(),
        asked in places(),
        texts in prop::option::of(prop::collection::vec(name(), 0..3)),
        satisfaction in prop::option::of(1.0..=5.0_f64),
        duration in prop::option::of((0..9_000_u64, 0..9_000_u64)),
        notes in prop::option::of(name()),
        ends in prop::option::of(any::<bool>()),
        wait in prop::option::of(0..5_000_u64),
        method in prop::option::of(prop::sample::select(Method::ALL)),
    ) -> (Touchpoint, Option<Minutes>, Option<Card>) {
        let refs = |prefix: &str, list: &Vec<usize>| -> Vec<Id> {
            list.iter().map(|at| Id::new(&format!("{prefix}{at}")).unwrap()).collect()
        };
        let touchpoint = Touchpoint {
            name,
            owner: owner.map(|at| Id::new(&format!("d{at}")).unwrap().into()),
            stage,
            responsible: responsible.map(|list| refs("d", &list).into_iter().map(Into::into).collect()),
            systems: systems.map(|list| refs("s", &list).into_iter().map(Into::into).collect()),
            asked: asked.map(|list| refs("i", &list).into_iter().map(Into::into).collect()),
            quotes: texts,
            satisfaction: satisfaction.and_then(Rating::new),
            duration: duration.and_then(|(low, more)| Minutes::range(low, low + more)),
            notes,
            ends,
            ..Touchpoint::default()
        };
        let card = method.map(|method| Card { method: Some(method), fallback: Some(String::new()), ..Card::default() });
        (touchpoint, wait.map(Minutes::exact), card)
    }
}

prop_compose! {
    fn workspaces()(
        journeys in prop::collection::vec(
            (name(), prop::collection::vec((prop_oneof![name(), Just(String::new())], prop::collection::vec(touchpoints(), 0..4)), 0..4)),
            1..4,
        ),
        names in prop::collection::hash_set("[a-z]{4,6}( [a-z]{1,3})?", 9),
    ) -> Workspace {
        let mut workspace = Workspace { id: Id::new("w"), ..Workspace::default() };
        let names: Vec<String> = names.into_iter().collect();
        for at in 0..3 {
            let id = |prefix: &str| Id::new(&format!("{prefix}{at}")).unwrap();
            let name = |from: usize| names[from + at].clone();
            workspace.departments.insert(id("d"), Arc::new(Department { name: name(0), ..Department::default() }));
            workspace.department_order.push(id("d"));
            workspace.systems.insert(id("s"), Arc::new(System { name: name(3), ..System::default() }));
            workspace.items.insert(id("i"), Arc::new(Item { name: name(6), ..Item::default() }));
        }
        for (at, (mut title, phases)) in journeys.into_iter().enumerate() {
            // Journeys of one title and without touchpoints cannot be told apart in a table.
            while workspace.journeys.values().any(|other| other.title == title) {
                title.push('x');
            }
            let id = Id::new(&format!("j{at}")).unwrap();
            workspace.journeys.insert(id, Arc::new(made(at, title, phases)));
            workspace.journey_order.push(id);
        }
        workspace
    }
}

type Made = (Touchpoint, Option<Minutes>, Option<Card>);

fn made(at: usize, title: String, phases: Vec<(String, Vec<Made>)>) -> Journey {
    let mut journey = Journey { title, ..Journey::default() };
    let mut steps = Vec::new();
    for (number, (name, touchpoints)) in phases.into_iter().enumerate() {
        let phase = Id::new(&format!("p{at}-{number}")).unwrap();
        let mut order = Vec::new();
        for (place, (touchpoint, wait, card)) in touchpoints.into_iter().enumerate() {
            let id = Id::new(&format!("t{at}-{number}-{place}")).unwrap();
            journey.touchpoints.insert(id, Arc::new(touchpoint));
            order.push(id);
            steps.push((id, wait, card));
        }
        journey.phases.insert(phase, Arc::new(Phase { name, touchpoints: order, ..Phase::default() }));
        journey.phase_order.push(phase);
    }
    let flow = Flow::of(&journey);
    for (id, wait, card) in steps {
        let node = flow.node_of(id).unwrap();
        if let (Some(step), Some(wait)) = (flow.steps_from(node).first(), wait) {
            let key = flow.key(step.from, step.to);
            let known = journey.steps.get(&key).map(|step| step.as_ref().clone()).unwrap_or_default();
            journey.steps.insert(key, Arc::new(Step { wait: Some(wait), ..known }));
        }
        if let (Some(handoff), Some(card)) =
            (flow.handoffs().iter().find(|handoff| handoff.from == node), card)
        {
            let key = flow.key(handoff.from, handoff.to);
            let known = journey.steps.get(&key).map(|step| step.as_ref().clone()).unwrap_or_default();
            journey.steps.insert(key, Arc::new(Step { card: Some(card), ..known }));
        }
    }
    journey
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn a_written_workspace_reads_back_into_itself_unchanged(workspace in workspaces()) {
        let import = passed_on(&workspace, &workspace.journey_order, Delimiter::Comma, &workspace);
        prop_assert!(import.problems.list.iter().all(|problem| problem.kind == ProblemKind::NoName));
        prop_assert_eq!(&import.plan.workspace, &workspace);
        prop_assert!(import.plan.changes_nothing());
    }

    #[test]
    fn a_written_journey_reads_back_into_an_empty_workspace(workspace in workspaces()) {
        let id = workspace.journey_order[0];
        let mut registers = workspace.clone();
        registers.journeys.clear();
        registers.journey_order.clear();
        let import = passed_on(&workspace, &[id], Delimiter::Semicolon, &registers);
        let (was, is) = (&workspace.journeys[&id], import.plan.workspace.ordered_journeys().next().unwrap().1);
        prop_assert_eq!(&was.title, &is.title);
        prop_assert_eq!(&was.touchpoints, &is.touchpoints);
        prop_assert_eq!(&was.steps, &is.steps);
        let phases = |journey: &Journey| -> Vec<_> {
            journey.ordered_phases().map(|(_, phase)| (phase.name.clone(), phase.touchpoints.clone())).collect()
        };
        prop_assert_eq!(phases(was), phases(is));
    }
}
