//! A future journey, started from the one it is to improve.

use std::collections::HashMap;
use std::sync::Arc;

use crate::edit::{Edit, Entry, apply};
use crate::model::{Date, Id, Journey, JourneyState, Map, Phase, Ref, Step, StepKey, Touchpoint, Workspace};
use crate::rules::{WaiverState, evaluate_journey, waiver};

use super::Names;

/// Adds a copy of a journey right after it, as its future: every touchpoint is linked to the one it comes from, with
/// what was noted of it and of its steps. What both sides of a handoff agreed to holds until one changes it.
/// Comments and unplaced cards stay where they are. `None` where the journey is not there.
///
/// Nothing is better or worse by the copying alone: the goals of the journey are those of the copy, and what somebody
/// accepted, and is as it was then, is accepted there too.
///
/// The identifiers of what the copy holds come from `id`, the identifier of the copy.
pub fn start_future(
    workspace: &Workspace,
    current: Id,
    id: Id,
    title: String,
    today: Option<Date>,
) -> Option<Edit> {
    let mut edits = vec![copy(workspace, current, id, title)?];
    edits.extend(goals(workspace, current, id));
    if !workspace.waivers.is_empty() {
        let begun = apply(workspace, &Edit::Batch(edits.clone())).ok()?.workspace;
        edits.extend(accepted(&begun, current, id, today)?);
    }
    Some(Edit::Batch(edits))
}

/// The goals that are for the journey, for its future too.
fn goals(workspace: &Workspace, current: Id, future: Id) -> impl Iterator<Item = Edit> {
    let is_for = move |journeys: &Vec<Ref<Journey>>| journeys.iter().any(|journey| journey.id() == current);
    let goals = workspace.goals.iter().filter(move |(_, goal)| goal.journeys.as_ref().is_some_and(is_for));
    goals.map(move |(id, goal)| {
        let mut goal = goal.as_ref().clone();
        goal.journeys.get_or_insert_default().push(future.into());
        Edit::PutEntry(*id, Box::new(Entry::Goal(goal)))
    })
}

/// The waivers of the flags that come from accepted ones.
fn accepted(workspace: &Workspace, current: Id, future: Id, today: Option<Date>) -> Option<Vec<Edit>> {
    let of = |id: Id| {
        let journey = workspace.journeys.get(&id)?;
        Some((journey, evaluate_journey(workspace, id, journey, today)))
    };
    let ((before, then), (after, now)) = (of(current)?, of(future)?);
    let names = Names::of((current, before), (future, after));
    let mut accepted = HashMap::new();
    for flag in &then.findings.flags {
        if let WaiverState::Waived(id) = flag.waiver {
            accepted.insert(flag.fingerprint_number(), id);
        }
    }
    let again =
        now.findings.flags.iter().filter(|flag| flag.waiver == WaiverState::Open).filter_map(|flag| {
            let id = accepted.get(&names.fingerprint(flag))?;
            let old = workspace.waivers.get(id)?;
            let again = waiver(flag, old.reason.clone(), old.by.clone(), old.date);
            Some(Edit::PutWaiver(id.in_future(future), Box::new(again)))
        });
    Some(again.collect())
}

fn copy(workspace: &Workspace, current: Id, id: Id, title: String) -> Option<Edit> {
    let journey = workspace.journeys.get(&current)?;
    let position = workspace.journey_order.iter().position(|other| *other == current);
    let of = |old: Id| old.in_future(id);
    let future = Journey {
        title,
        state: Some(JourneyState::Future),
        based_on: Some(current.into()),
        phase_order: journey.phase_order.iter().map(|old| of(*old)).collect(),
        phases: journey.phases.iter().map(|(old, found)| (of(*old), Arc::new(phase(found, of)))).collect(),
        touchpoints: journey
            .touchpoints
            .iter()
            .map(|(old, found)| (of(*old), Arc::new(touchpoint(*old, found))))
            .collect(),
        steps: journey
            .steps
            .iter()
            .map(|(key, found)| (StepKey::new(of(key.from), of(key.to)), Arc::new(step(found))))
            .collect(),
        unplaced_cards: Map::new(),
        ..journey.as_ref().clone()
    };
    Some(Edit::AddJourney { id, journey: Box::new(future), to: position.map(|position| position + 1) })
}

fn phase(old: &Phase, of: impl Fn(Id) -> Id) -> Phase {
    Phase { touchpoints: old.touchpoints.iter().map(|id| of(*id)).collect(), ..old.clone() }
}

fn touchpoint(id: Id, old: &Touchpoint) -> Touchpoint {
    Touchpoint { based_on: Some(id.into()), comments: Map::new(), ..old.clone() }
}

fn step(old: &Step) -> Step {
    let mut step = old.clone();
    if let Some(card) = &mut step.card {
        card.comments = Map::new();
    }
    step
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed `unwrap` is a failed test")]
mod tests {
    use super::*;
    use crate::rules::evaluate;
    use crate::testing::{everything, id, journey_id, workspace};

    #[test]
    fn a_future_journey_holds_what_the_current_one_does_and_stays_linked() {
        let before = workspace("a x front\n b y front\n c x front\n a>b method=warm\n a>c share=50\n");
        let edit = start_future(&before, journey_id(), id("f"), "Better".to_owned(), None).unwrap();
        let after = apply(&before, &edit).unwrap().workspace;
        assert_eq!(after.journey_order, [journey_id(), id("f")]);
        let (current, future) = (&after.journeys[&journey_id()], &after.journeys[&id("f")]);
        assert_eq!(future.title, "Better");
        assert_eq!(future.state, Some(JourneyState::Future));
        assert_eq!(future.based_on.map(Ref::id), Some(journey_id()));
        let origins = future.ordered_touchpoints().map(|(_, found)| found.based_on.map(Ref::id));
        let olds = current.ordered_touchpoints().map(|(old, _)| Some(old));
        assert_eq!(origins.collect::<Vec<_>>(), olds.collect::<Vec<_>>());
        assert_eq!(future.steps.len(), current.steps.len());
        assert_eq!(current, &before.journeys[&journey_id()], "the current one stays as it is");
    }

    #[test]
    fn it_breaks_where_the_current_one_breaks() {
        let before = workspace("a x front\n b y front\n c x front\n a>b method=none\n b>c method=warm\n");
        let edit = start_future(&before, journey_id(), id("f"), String::new(), None).unwrap();
        let after = apply(&before, &edit).unwrap().workspace;
        let scores = |id| evaluate(&after, None, None).journey(id).map(|found| found.scores.connectedness);
        assert_eq!(scores(id("f")), scores(journey_id()));
    }

    #[test]
    fn a_workspace_with_everything_takes_futures_of_all_its_journeys() {
        let before = everything(7);
        for (at, journey) in before.journey_order.iter().enumerate() {
            let edit = start_future(&before, *journey, id(&format!("f{at}")), String::new(), None).unwrap();
            assert!(apply(&before, &edit).is_ok());
        }
        assert_eq!(start_future(&before, id("nobody"), id("f"), String::new(), None), None);
    }
}
