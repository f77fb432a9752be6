//! Shared goals: how far they are, and who has no part in them.

use super::flags::in_lane_order;
use crate::edit::{Edit, Entry};
use crate::model::{EntityKind, Goal, Id, Ref, Workspace};

/// The departments that own touchpoints in the journeys of a goal and have no part in it, in the order of the
/// lanes. None where nobody said which journeys it is for.
pub fn departments_without_part(workspace: &Workspace, goal: &Goal) -> Vec<Id> {
    let journeys = goal.journeys.iter().flatten().filter_map(|id| workspace.journeys.get(&id.id()));
    let owners = journeys.flat_map(|journey| journey.touchpoints.values()).filter_map(|it| it.owner);
    let without = owners.map(Ref::id).filter(|id| !goal.contributions.contains_key(id));
    in_lane_order(workspace, &without.collect::<Vec<_>>())
}

/// Gives a department a part in a goal, still to be described. `None` where there is no such goal.
pub fn give_part(workspace: &Workspace, goal: Id, department: Id) -> Option<Edit> {
    let Some(Entry::Goal(mut changed)) = Entry::of(workspace, EntityKind::Goal, goal) else { return None };
    if !changed.contributions.contains_key(&department) {
        changed.contributions.insert(department, crate::model::Contribution::default().into());
    }
    Some(Edit::PutEntry(goal, Box::new(Entry::Goal(changed))))
}

/// The way from the baseline to the target that is behind us, 0 to 1; `None` where a value is not known, or
/// where there is no way to go.
pub fn progress(goal: &Goal) -> Option<f64> {
    let (from, to, now) = (goal.baseline?, goal.target?, goal.current?);
    let way = to - from;
    (way != 0.0).then(|| ((now - from) / way).clamp(0.0, 1.0))
}
