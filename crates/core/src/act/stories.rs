//! Stories of what worked.

use crate::model::{Date, Id, Ref, StepKey, Story, Workspace};

/// A story about a handoff: with its two departments and touchpoints, of today. It tells nothing yet.
pub fn story_at(workspace: &Workspace, journey: Id, handoff: StepKey, today: Option<Date>) -> Story {
    let touchpoints = workspace.journeys.get(&journey).map(|journey| &journey.touchpoints);
    let there = [handoff.from, handoff.to].into_iter().filter_map(|id| Some((id, touchpoints?.get(&id)?)));
    let mut departments = Vec::new();
    let mut happened = Vec::new();
    for (id, touchpoint) in there {
        happened.push(Ref::from(id));
        if let Some(owner) = touchpoint.owner.filter(|owner| !departments.contains(owner)) {
            departments.push(owner);
        }
    }
    Story {
        departments: (!departments.is_empty()).then_some(departments),
        touchpoints: (!happened.is_empty()).then_some(happened),
        date: today,
        ..Story::default()
    }
}
