//! Journeys of a file put into a workspace: changed, added, missing, and never doubled.
#![allow(clippy::unwrap_used, clippy::panic)] // a failed look-up is a failed test

use std::sync::Arc;

use crosslane_core::edit::{Edit, JourneyEdit, apply};
use crosslane_core::format::plan::{
    DraftJourney, DraftPhase, DraftTouchpoint, Entries, ImportPlan, Missing, State, join,
};
use crosslane_core::model::{Id, Journey, Persona, Rating, Touchpoint, Workspace};

/// A journey written `Phase: touchpoint, touchpoint / Phase: touchpoint`; `*` stands for no phase.
fn draft(title: &str, phases: &str) -> DraftJourney {
    let phases = phases.split('/').map(|phase| {
        let (name, touchpoints) = phase.split_once(':').unwrap();
        let touchpoints = touchpoints.split(',').map(str::trim).filter(|name| !name.is_empty());
        let touchpoint = |name: &str| DraftTouchpoint {
            facts: Touchpoint { name: name.to_owned(), ..Touchpoint::default() },
            ..DraftTouchpoint::default()
        };
        DraftPhase {
            name: Some(name.trim().to_owned()).filter(|name| name != "*"),
            touchpoints: touchpoints.map(touchpoint).collect(),
            ..DraftPhase::default()
        }
    });
    DraftJourney { title: title.to_owned(), phases: phases.collect(), ..DraftJourney::default() }
}

fn plan(before: &Workspace, drafts: &[DraftJourney], missing: Missing) -> ImportPlan {
    let entries = Entries::of(before);
    let (workspace, named) = entries.finish();
    let (after, joined) = join(&workspace, drafts, missing);
    let plan = ImportPlan::new(before, after, &joined, &named);
    // What an import makes must be a workspace like any other.
    let edit = Edit::Replace(Box::new(plan.workspace.clone()));
    assert_eq!(apply(before, &edit).unwrap().workspace, plan.workspace);
    plan
}

fn imported(journeys: &[(&str, &str)]) -> Workspace {
    let empty = Workspace { id: Id::new("w"), ..Workspace::default() };
    let drafts: Vec<_> = journeys.iter().map(|(title, phases)| draft(title, phases)).collect();
    plan(&empty, &drafts, Missing::Keep).workspace
}

fn journey(workspace: &Workspace) -> &Journey {
    let (_, journey) = workspace.ordered_journeys().next().unwrap();
    journey
}

/// The journey written as [`draft`] reads it.
fn written(journey: &Journey) -> String {
    let phases = journey.ordered_phases().map(|(_, phase)| {
        let names = phase.touchpoints.iter().map(|id| journey.touchpoints[id].name.as_str());
        format!("{}: {}", phase.name, names.collect::<Vec<_>>().join(", "))
    });
    phases.collect::<Vec<_>>().join(" / ")
}

fn states(plan: &ImportPlan) -> Vec<(&str, State)> {
    let touchpoints = plan.journeys.iter().flat_map(|journey| &journey.touchpoints);
    touchpoints.map(|touchpoint| (touchpoint.name.as_str(), touchpoint.state)).collect()
}

fn id_of(journey: &Journey, name: &str) -> Id {
    journey.ordered_touchpoints().find(|(_, touchpoint)| touchpoint.name == name).unwrap().0
}

fn edited(workspace: &Workspace, edit: impl FnOnce(&Journey) -> JourneyEdit) -> Workspace {
    let (id, journey) = workspace.ordered_journeys().next().unwrap();
    apply(workspace, &Edit::InJourney(id, edit(journey))).unwrap().workspace
}

fn renamed(workspace: &Workspace, from: &str, to: &str) -> Workspace {
    edited(workspace, |journey| {
        let id = id_of(journey, from);
        let touchpoint = Touchpoint { name: to.to_owned(), ..journey.touchpoints[&id].as_ref().clone() };
        JourneyEdit::PutTouchpoint(id, Box::new(touchpoint))
    })
}

#[test]
fn a_new_journey_comes_in_order_with_phases_that_come_back() {
    let workspace = imported(&[("Move", "Plan: Call, Visit / Go: Pack / Plan: Call, Call")]);
    assert_eq!(written(journey(&workspace)), "Plan: Call, Visit / Go: Pack / Plan: Call, Call");
    let again = imported(&[("Move", "Plan: Call, Visit / Go: Pack / Plan: Call, Call")]);
    assert_eq!(workspace, again, "the same file gives the same identifiers");
}

#[test]
fn the_same_file_again_changes_nothing() {
    let text = "Plan: Call, Visit / Go: Pack / Plan: Call, Call";
    let before = imported(&[("Move", text), ("Quit", "End: Write")]);
    let plan = plan(&before, &[draft("Move", text), draft("quit", "END: write")], Missing::Keep);
    assert!(plan.changes_nothing());
    assert_eq!(plan.workspace, before);
    assert!(plan.journeys.iter().all(|journey| journey.state == State::Same));
}

#[test]
fn journeys_the_file_does_not_have_stay() {
    let before = imported(&[("Move", "Plan: Call"), ("Quit", "End: Write")]);
    let plan = plan(&before, &[draft("Quit", "End: Write, Sign")], Missing::Remove);
    assert_eq!(plan.absent_journeys().collect::<Vec<_>>(), [before.journey_order[0]]);
    assert_eq!(written(journey(&plan.workspace)), "Plan: Call");
}

#[test]
fn new_and_missing_touchpoints_are_told_apart() {
    let before = imported(&[("Move", "Plan: Call, Visit / Go: Pack")]);
    let file = [draft("Move", "Plan: Call, Sign / Go: Pack")];
    let kept = plan(&before, &file, Missing::Keep);
    assert_eq!(
        states(&kept),
        [("Call", State::Same), ("Sign", State::New), ("Pack", State::Same), ("Visit", State::Missing)]
    );
    assert_eq!(written(journey(&kept.workspace)), "Plan: Call, Visit, Sign / Go: Pack");
    let removed = plan(&before, &file, Missing::Remove);
    assert_eq!(written(journey(&removed.workspace)), "Plan: Call, Sign / Go: Pack");
}

#[test]
fn a_missing_phase_stays_behind_the_one_before_it() {
    let before = imported(&[("Move", "Plan: Call / Go: Pack / Stay: Rest / End: Pay")]);
    let file = [draft("Move", "End: Pay / Plan: Call")];
    let kept = plan(&before, &file, Missing::Keep);
    assert_eq!(written(journey(&kept.workspace)), "End: Pay / Plan: Call / Go: Pack / Stay: Rest");
    let told: Vec<_> =
        kept.journeys[0].phases.iter().map(|phase| (phase.name.as_str(), phase.state)).collect();
    assert_eq!(
        told,
        [("End", State::Same), ("Plan", State::Same), ("Go", State::Missing), ("Stay", State::Missing)]
    );
    assert_eq!(kept.journeys[0].changes.len(), 1, "the phases stand in another order");
    let removed = plan(&before, &file, Missing::Remove);
    assert_eq!(written(journey(&removed.workspace)), "End: Pay / Plan: Call");
}

#[test]
fn what_was_renamed_in_the_workspace_is_still_the_same() {
    let before = renamed(&imported(&[("Move", "Plan: Call, Visit")]), "Call", "Phone");
    let plan = plan(&before, &[draft("Move", "Plan: Call, Visit")], Missing::Keep);
    assert_eq!(states(&plan), [("Call", State::Changed), ("Visit", State::Same)]);
    assert_eq!(plan.journeys[0].touchpoints[0].changes[0].path.last_field(), Some("name"));
}

#[test]
fn what_moved_to_another_phase_is_still_the_same() {
    let before = imported(&[("Move", "Plan: Call, Visit / Go: Pack")]);
    let plan = plan(&before, &[draft("Move", "Plan: Call / Go: Visit, Pack")], Missing::Keep);
    assert_eq!(states(&plan), [("Call", State::Same), ("Visit", State::Changed), ("Pack", State::Same)]);
    assert!(plan.journeys[0].touchpoints[1].moved);
    assert_eq!(plan.workspace.journeys[&plan.journeys[0].id].touchpoints.len(), 3);
}

#[test]
fn a_renamed_phase_leaves_no_empty_one_behind() {
    let before = imported(&[("Move", "Plan: Call, Visit / Go: Pack")]);
    let plan = plan(&before, &[draft("Move", "Prepare: Call, Visit / Go: Pack")], Missing::Keep);
    assert_eq!(written(journey(&plan.workspace)), "Prepare: Call, Visit / Go: Pack");
    assert_eq!(plan.journeys[0].phases[0].state, State::Changed);
}

#[test]
fn phases_joined_in_the_file_leave_no_empty_one_behind() {
    let before = imported(&[("Move", "Plan: Call, Visit / Go: Pack / Rest:")]);
    let plan = plan(&before, &[draft("Move", "All: Call, Visit, Pack")], Missing::Keep);
    assert_eq!(written(journey(&plan.workspace)), "All: Call, Visit, Pack / Rest: ");
}

#[test]
fn identifiers_of_the_file_win_over_names() {
    let before = imported(&[("Move", "Plan: Call, Visit")]);
    let mut file = draft("Moving house", "Plan: Phone, Visit");
    file.phases[0].touchpoints[0].id = Some(id_of(journey(&before), "Call"));
    let plan = plan(&before, &[file], Missing::Keep);
    assert_eq!(states(&plan), [("Phone", State::Changed), ("Visit", State::Same)]);
    assert_eq!(plan.workspace.journeys.len(), 1);
    assert_eq!(journey(&plan.workspace).title, "Moving house");
}

#[test]
fn a_file_without_phases_leaves_touchpoints_where_they_are() {
    let before = imported(&[("Move", "Plan: Call, Visit / Go: Pack, Pay")]);
    let mut file = draft("Move", "*: Pack, Load, Call");
    file.phases[0].touchpoints[0].facts.satisfaction = Rating::new(2.0);
    let plan = plan(&before, &[file], Missing::Keep);
    assert_eq!(written(journey(&plan.workspace)), "Plan: Call, Visit / Go: Pack, Load, Pay");
    assert_eq!(states(&plan)[..3], [("Pack", State::Changed), ("Load", State::New), ("Call", State::Same)]);
}

#[test]
fn new_touchpoints_without_a_phase_keep_the_order_of_the_file() {
    let before = imported(&[("Move", "Plan: Call, Visit / Go: Pack, Pay")]);
    let file = draft("Move", "*: Ask, Look, Pack, Load, Lock, Call, Thank");
    let plan = plan(&before, &[file], Missing::Keep);
    let wanted = "Plan: Ask, Look, Call, Thank, Visit / Go: Pack, Load, Lock, Pay";
    assert_eq!(written(journey(&plan.workspace)), wanted);
}

#[test]
fn absent_facts_leave_what_is_known() {
    let mut first = draft("Move", "Plan: Call");
    first.phases[0].touchpoints[0].facts.action = Some("rings".into());
    first.phases[0].facts.goal = Some("a date".into());
    let empty = Workspace { id: Id::new("w"), ..Workspace::default() };
    let before = plan(&empty, &[first], Missing::Keep).workspace;
    let plan = plan(&before, &[draft("Move", "Plan: Call")], Missing::Keep);
    assert!(plan.changes_nothing());
    let touchpoint = &journey(&plan.workspace).touchpoints[&plan.journeys[0].touchpoints[0].id];
    assert_eq!(touchpoint.action.as_deref(), Some("rings"));
}

#[test]
fn two_journeys_of_one_title_stay_two() {
    let before = imported(&[("Move", "Plan: Call"), ("Move", "Go: Pack")]);
    assert_eq!(before.journeys.len(), 2);
    let again = plan(&before, &[draft("Move", "Plan: Call"), draft("Move", "Go: Pack")], Missing::Keep);
    assert!(again.changes_nothing());
}

#[test]
fn a_file_with_one_of_two_journeys_of_a_title_means_the_one_its_touchpoints_stand_in() {
    let before = imported(&[("Move", "Plan: Call"), ("Move", "Go: Pack")]);
    let (second, journey) = before.ordered_journeys().nth(1).unwrap();
    let mut file = draft("Move", "Go: Pack");
    file.phases[0].touchpoints[0].id = Some(id_of(journey, "Pack"));
    let again = plan(&before, &[file], Missing::Remove);
    assert!(again.changes_nothing());
    assert_eq!(again.journeys[0].id, second);
}

#[test]
fn a_title_to_the_letter_goes_before_one_in_other_capitals() {
    let before = imported(&[("MOVE", "Plan: Call"), ("Move", "Go: Pack")]);
    let second = before.ordered_journeys().nth(1).unwrap().0;
    for (title, wanted) in [("Move", second), ("move", before.journey_order[0])] {
        assert_eq!(
            plan(&before, &[draft(title, "Go: Pack")], Missing::Keep).journeys[0].id,
            wanted,
            "{title}"
        );
    }
}

#[test]
fn entries_are_found_by_name_and_made_once() {
    let workspace = Workspace { id: Id::new("w"), ..Workspace::default() };
    let mut entries = Entries::of(&workspace);
    let sales = entries.department("Sales  Team");
    assert_eq!(entries.department("sales team"), sales);
    assert_ne!(entries.department("Sales").id(), sales.id());
    let (workspace, named) = entries.finish();
    assert_eq!(named.len(), 2);
    assert_eq!(workspace.department_name(sales.id()), "Sales Team");
    let mut renamed = workspace.clone();
    let department = workspace.departments[&sales.id()].as_ref().clone();
    let department = crosslane_core::model::Department { name: "Field sales".into(), ..department };
    renamed.departments.insert(sales.id(), department.into());
    let mut entries = Entries::of(&renamed);
    assert_eq!(entries.department("Sales Team"), sales, "renamed since, still the one meant");
    assert_eq!(entries.department("Field Sales"), sales);
    let mut known = Workspace::default();
    known
        .personas
        .insert(Id::new("p").unwrap(), Arc::new(Persona { name: "Ann".into(), ..Persona::default() }));
    assert_eq!(Entries::of(&known).persona("ANN").id(), Id::new("p").unwrap());
}
