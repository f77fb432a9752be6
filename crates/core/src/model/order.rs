//! Order lists: complete, without repeats, naming only what exists.

use std::collections::{BTreeSet, HashSet};

use super::id::Id;
use super::journey::Journey;
use super::map::Map;
use super::read::{ProblemKind, Reader};
use super::step::StepKey;
use super::workspace::Workspace;
use crate::sort::Gather;

/// Brings the order lists and step ends of a workspace in order, reporting everything it had to mend.
pub fn mend_structure(workspace: &mut Workspace, reader: &mut Reader) {
    let Workspace { departments, department_order, journeys, journey_order, .. } = workspace;
    reader.at_field("department_order", |reader| mend_order(department_order, departments, reader));
    reader.at_field("journey_order", |reader| mend_order(journey_order, journeys, reader));
    reader.at_field("journeys", |reader| {
        let ids: Vec<Id> = journeys.keys().copied().collect();
        for id in ids {
            let Some(journey) = journeys.get(&id) else { continue };
            if is_in_order(journey) {
                continue;
            }
            let mut mended = journey.as_ref().clone();
            reader.at_key(id.as_str(), |reader| mend_journey(&mut mended, reader));
            journeys.insert(id, mended.into());
        }
    });
}

fn is_in_order(journey: &Journey) -> bool {
    let mut phases = HashSet::new();
    let phases_fit = journey.phase_order.len() == journey.phases.len()
        && journey.phase_order.iter().all(|id| phases.insert(*id) && journey.phases.contains_key(id));
    let mut seen = HashSet::new();
    let touchpoints_fit = journey
        .phases
        .values()
        .flat_map(|phase| phase.touchpoints.iter())
        .all(|id| seen.insert(*id) && journey.touchpoints.contains_key(id));
    let exists = |id: &Id| journey.touchpoints.contains_key(id);
    let steps_fit =
        journey.steps.keys().all(|key| key.from != key.to && exists(&key.from) && exists(&key.to));
    phases_fit && touchpoints_fit && seen.len() == journey.touchpoints.len() && steps_fit
}

fn mend_order<T: super::field::Field>(order: &mut Vec<Id>, entries: &Map<T>, reader: &mut Reader) {
    let mut listed = HashSet::new();
    keep_known(order, &mut listed, |id| entries.contains_key(&id), reader);
    for id in entries.keys().filter(|id| !listed.contains(*id)) {
        reader.report(ProblemKind::NotListed(*id));
        order.push(*id);
    }
}

fn keep_known(
    order: &mut Vec<Id>,
    listed: &mut HashSet<Id>,
    exists: impl Fn(Id) -> bool,
    reader: &mut Reader,
) {
    let mut index = 0;
    order.retain(|id| {
        let problem = if !exists(*id) {
            Some(ProblemKind::ListedUnknown(*id))
        } else if !listed.insert(*id) {
            Some(ProblemKind::ListedTwice(*id))
        } else {
            None
        };
        let keep = problem.is_none();
        if let Some(problem) = problem {
            reader.at_index(index, |reader| reader.report(problem));
        }
        index += 1;
        keep
    });
}

fn mend_journey(journey: &mut Journey, reader: &mut Reader) {
    let Journey { phases, phase_order, touchpoints, .. } = &mut *journey;
    reader.at_field("phase_order", |reader| mend_order(phase_order, phases, reader));
    let mut listed = HashSet::new();
    reader.at_field("phases", |reader| {
        for id in phase_order.iter() {
            let Some(phase) = phases.get(id) else { continue };
            let mut mended = phase.as_ref().clone();
            reader.at_key(id.as_str(), |reader| {
                reader.at_field("touchpoints", |reader| {
                    keep_known(
                        &mut mended.touchpoints,
                        &mut listed,
                        |id| touchpoints.contains_key(&id),
                        reader,
                    );
                });
            });
            if mended.touchpoints != phase.touchpoints {
                phases.insert(*id, mended.into());
            }
        }
    });
    place_unlisted(journey, &listed, reader);
    let wrong = steps_out_of_place(journey);
    reader.at_field("steps", |reader| {
        for key in wrong {
            reader.at_key(&format!("{key:?}"), |reader| report_step(journey, key, reader));
            journey.steps.remove(&key);
        }
    });
}

/// Touchpoints that no phase lists go to the end of the last phase, or into a phase of their own.
fn place_unlisted(journey: &mut Journey, listed: &HashSet<Id>, reader: &mut Reader) {
    let unlisted: BTreeSet<Id> =
        journey.touchpoints.keys().filter(|id| !listed.contains(*id)).copied().gather();
    let Some(first) = unlisted.first().copied() else { return };
    reader.at_field("phases", |reader| {
        for id in &unlisted {
            reader.report(ProblemKind::NotListed(*id));
        }
    });
    let last = journey.phase_order.last().copied();
    let id = last.unwrap_or(first);
    if last.is_none() {
        journey.phase_order.push(id);
    }
    let mut phase = journey.phases.get(&id).map(|phase| phase.as_ref().clone()).unwrap_or_default();
    phase.touchpoints.extend(unlisted);
    journey.phases.insert(id, phase.into());
}

fn steps_out_of_place(journey: &Journey) -> Vec<StepKey> {
    let exists = |id: &Id| journey.touchpoints.contains_key(id);
    let fits = |key: &&StepKey| key.from == key.to || !exists(&key.from) || !exists(&key.to);
    journey.steps.keys().filter(fits).copied().collect()
}

fn report_step(journey: &Journey, key: StepKey, reader: &mut Reader) {
    if key.from == key.to {
        reader.report(ProblemKind::StepToItself);
    }
    for id in [key.from, key.to] {
        if !journey.touchpoints.contains_key(&id) {
            reader.report(ProblemKind::Dangling(super::id::EntityKind::Touchpoint, id));
        }
    }
}
