//! Edits of touchpoints.

use std::sync::Arc;

use crate::model::{EntityKind, Id, Journey, Map, Phase, StepKey, Touchpoint, Workspace};

use super::{EditError, check_references, insert_in_order};

pub(super) fn add(
    workspace: &Workspace,
    journey: &mut Journey,
    id: Id,
    touchpoint: &Touchpoint,
    phase: Id,
    to: Option<usize>,
) -> Result<(), EditError> {
    if workspace.contains(EntityKind::Touchpoint, id) {
        return Err(EditError::Taken(id));
    }
    check_references(workspace, touchpoint)?;
    change_phase(journey, phase, |phase| insert_in_order(&mut phase.touchpoints, id, to))?;
    journey.touchpoints.insert(id, touchpoint.clone().into());
    Ok(())
}

pub(super) fn put(
    workspace: &Workspace,
    journey: &mut Journey,
    id: Id,
    touchpoint: &Touchpoint,
) -> Result<(), EditError> {
    if !journey.touchpoints.contains_key(&id) {
        return Err(EditError::NotThere(id));
    }
    check_references(workspace, touchpoint)?;
    journey.touchpoints.insert(id, touchpoint.clone().into());
    Ok(())
}

pub(super) fn move_to(journey: &mut Journey, id: Id, phase: Id, to: usize) -> Result<(), EditError> {
    if !journey.phases.contains_key(&phase) {
        return Err(EditError::NotThere(phase));
    }
    let (from, _) = journey.place_of(id).ok_or(EditError::NotThere(id))?;
    change_phase(journey, from, |phase| phase.touchpoints.retain(|other| *other != id))?;
    change_phase(journey, phase, |phase| insert_in_order(&mut phase.touchpoints, id, Some(to)))
}

pub(super) fn remove(journey: &mut Journey, id: Id) -> Result<(), EditError> {
    let (phase, _) = journey.place_of(id).ok_or(EditError::NotThere(id))?;
    change_phase(journey, phase, |phase| phase.touchpoints.retain(|other| *other != id))?;
    journey.touchpoints.remove(&id);
    let gone: Vec<StepKey> =
        journey.steps.keys().filter(|key| key.from == id || key.to == id).copied().collect();
    for key in gone {
        journey.steps.remove(&key);
    }
    Ok(())
}

pub(super) fn duplicate(
    workspace: &Workspace,
    journey: &mut Journey,
    id: Id,
    copy: Id,
) -> Result<(), EditError> {
    if workspace.contains(EntityKind::Touchpoint, copy) {
        return Err(EditError::Taken(copy));
    }
    let (phase, position) = journey.place_of(id).ok_or(EditError::NotThere(id))?;
    copy_into(journey, id, copy)?;
    change_phase(journey, phase, |phase| insert_in_order(&mut phase.touchpoints, copy, Some(position + 1)))
}

/// Copies a touchpoint without its comments; its place comes from the caller.
pub(super) fn copy_into(journey: &mut Journey, id: Id, copy: Id) -> Result<(), EditError> {
    if journey.touchpoints.contains_key(&copy) {
        return Err(EditError::Taken(copy));
    }
    let original = journey.touchpoints.get(&id).ok_or(EditError::NotThere(id))?;
    let touchpoint = Touchpoint { comments: Map::new(), ..original.as_ref().clone() };
    journey.touchpoints.insert(copy, touchpoint.into());
    Ok(())
}

fn change_phase(journey: &mut Journey, id: Id, change: impl FnOnce(&mut Phase)) -> Result<(), EditError> {
    let phase = journey.phases.get(&id).ok_or(EditError::NotThere(id))?;
    let mut phase = phase.as_ref().clone();
    change(&mut phase);
    journey.phases.insert(id, Arc::new(phase));
    Ok(())
}
