//! A future journey, started from the one it is to improve.

use std::sync::Arc;

use crate::model::{Id, Journey, JourneyState, Map, Phase, Step, StepKey, Touchpoint, Workspace};

use super::Edit;

/// Adds a copy of a journey right after it, as its future: every touchpoint is linked to the one it comes from, with
/// what was noted of it and of its steps. What both sides of a handoff agreed to holds until one changes it.
/// Comments and unplaced cards stay where they are. `None` where the journey is not there.
///
/// The identifiers of what the copy holds come from `id`, the identifier of the copy.
pub fn start_future(workspace: &Workspace, current: Id, id: Id, title: String) -> Option<Edit> {
    let journey = workspace.journeys.get(&current)?;
    let position = workspace.journey_order.iter().position(|other| *other == current);
    let of = |old: Id| future_id(id, old);
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

/// The identifier of a phase or touchpoint in the future journey `id`, from the one it comes from.
pub(crate) fn future_id(id: Id, old: Id) -> Id {
    Id::derived(&["future", id.as_str(), old.as_str()])
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
    use crate::edit::apply;
    use crate::model::Ref;
    use crate::rules::evaluate;
    use crate::testing::{everything, id, journey_id, workspace};

    #[test]
    fn a_future_journey_holds_what_the_current_one_does_and_stays_linked() {
        let before = workspace("a x front\n b y front\n c x front\n a>b method=warm\n a>c share=50\n");
        let edit = start_future(&before, journey_id(), id("f"), "Better".to_owned()).unwrap();
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
        let edit = start_future(&before, journey_id(), id("f"), String::new()).unwrap();
        let after = apply(&before, &edit).unwrap().workspace;
        let scores = |id| evaluate(&after, None, None).journey(id).map(|found| found.scores.connectedness);
        assert_eq!(scores(id("f")), scores(journey_id()));
    }

    #[test]
    fn a_workspace_with_everything_takes_futures_of_all_its_journeys() {
        let before = everything(7);
        for (at, journey) in before.journey_order.iter().enumerate() {
            let edit = start_future(&before, *journey, id(&format!("f{at}")), String::new()).unwrap();
            assert!(apply(&before, &edit).is_ok());
        }
        assert_eq!(start_future(&before, id("nobody"), id("f"), String::new()), None);
    }
}
