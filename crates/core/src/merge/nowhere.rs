//! Touchpoints that each side has in a phase which is gone now.

use std::collections::HashSet;
use std::sync::Arc;

use super::entity::Entity;
use crate::model::{EntityKind, Id, Journey, Workspace};

/// Puts touchpoints that stand nowhere at the end of the last phase. Where no phase is left, the last of `base` stays
/// that is not among those `gone` which a person chose to delete; or else the last of all.
pub fn placed(workspace: &mut Workspace, base: &Workspace, gone: &HashSet<Entity>) {
    let count =
        |journey: &Journey| journey.phases.values().map(|phase| phase.touchpoints.len()).sum::<usize>();
    let lacking: Vec<(Id, Journey)> = (workspace.journeys.iter())
        .filter(|(_, journey)| count(journey) < journey.touchpoints.len())
        .map(|(id, journey)| (*id, journey.as_ref().clone()))
        .collect();
    for (id, mut journey) in lacking {
        let standing: HashSet<Id> =
            journey.phases.values().flat_map(|phase| phase.touchpoints.iter().copied()).collect();
        let nowhere: Vec<Id> =
            journey.touchpoints.keys().filter(|id| !standing.contains(*id)).copied().collect();
        if journey.phase_order.is_empty() {
            let stays = |phase: Id| !gone.contains(&Entity::inside(EntityKind::Phase, id, phase));
            let old = base.journeys.get(&id).and_then(|old| {
                let kept = old.ordered_phases().filter(|(phase, _)| stays(*phase)).last();
                kept.or_else(|| old.ordered_phases().last())
            });
            if let Some((id, phase)) = old {
                let mut phase = phase.as_ref().clone();
                phase.touchpoints.clear();
                journey.phases.insert(id, Arc::new(phase));
                journey.phase_order.push(id);
            }
        }
        let last = journey.ordered_phases().last().map(|(id, phase)| (id, phase.as_ref().clone()));
        if let Some((last, mut phase)) = last {
            phase.touchpoints.extend(nowhere);
            journey.phases.insert(last, Arc::new(phase));
        }
        workspace.journeys.insert(id, Arc::new(journey));
    }
}
