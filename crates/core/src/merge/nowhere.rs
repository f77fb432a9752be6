//! Touchpoints that each side has in a phase which is gone now.

use std::collections::HashSet;
use std::sync::Arc;

use crate::model::{Id, Journey, Workspace};

/// Puts touchpoints that stand nowhere at the end of the last phase. Where no phase is left, that of `base` stays.
pub fn placed(workspace: &mut Workspace, base: &Workspace) {
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
            let old = base.journeys.get(&id).and_then(|old| old.ordered_phases().last());
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
