//! Edits of journeys and their phases.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{Id, Journey, Phase, Reader, Step, StepKey, Workspace, mend_structure};

use super::registers::drop_references;
use super::{EditError, JourneyEdit, check_references, insert_in_order, move_in_order, remove_from};
use super::{steps, touchpoints};

pub(super) fn add(
    workspace: &mut Workspace,
    id: Id,
    journey: &Journey,
    to: Option<usize>,
) -> Result<(), EditError> {
    if workspace.journeys.contains_key(&id) {
        return Err(EditError::Taken(id));
    }
    workspace.journeys.insert(id, Arc::new(journey.clone()));
    insert_in_order(&mut workspace.journey_order, id, to);
    check_fits(workspace)?;
    check_references(workspace, journey)
}

pub(super) fn put(workspace: &mut Workspace, id: Id, facts: &Journey) -> Result<(), EditError> {
    let present = workspace.journeys.get(&id).ok_or(EditError::NotThere(id))?;
    let journey = Journey {
        phase_order: present.phase_order.clone(),
        phases: present.phases.clone(),
        touchpoints: present.touchpoints.clone(),
        steps: present.steps.clone(),
        unplaced_cards: present.unplaced_cards.clone(),
        ..facts.clone()
    };
    check_references(workspace, &journey)?;
    workspace.journeys.insert(id, journey.into());
    Ok(())
}

pub(super) fn remove(workspace: &mut Workspace, id: Id) -> Result<(), EditError> {
    remove_from(&mut workspace.journeys, id)?;
    workspace.journey_order.retain(|other| *other != id);
    drop_references(workspace);
    Ok(())
}

pub(super) fn replace(workspace: &mut Workspace, other: &Workspace) -> Result<(), EditError> {
    *workspace = other.clone();
    check_fits(workspace)?;
    check_references(workspace, other)
}

fn check_fits(workspace: &Workspace) -> Result<(), EditError> {
    let mut reader = Reader::default();
    mend_structure(&mut workspace.clone(), &mut reader);
    if reader.is_clean() { Ok(()) } else { Err(EditError::DoesNotFit) }
}

pub(super) fn change(workspace: &mut Workspace, id: Id, edit: &JourneyEdit) -> Result<(), EditError> {
    let shared = workspace.journeys.get(&id).ok_or(EditError::NotThere(id))?;
    let mut journey = shared.as_ref().clone();
    let mut removes = false;
    match edit {
        JourneyEdit::AddPhase { id, phase, to } => add_phase(&mut journey, *id, phase, *to)?,
        JourneyEdit::PutPhase(id, phase) => put_phase(&mut journey, *id, phase)?,
        JourneyEdit::MovePhase { id, to } => move_in_order(&mut journey.phase_order, *id, *to)?,
        JourneyEdit::RemovePhase(id) => {
            remove_phase(&mut journey, *id)?;
            removes = true;
        }
        JourneyEdit::DuplicatePhase { id, copy, touchpoints } => {
            duplicate_phase(&mut journey, *id, *copy, touchpoints)?;
        }
        JourneyEdit::AddTouchpoint { id, touchpoint, phase, to } => {
            touchpoints::add(workspace, &mut journey, *id, touchpoint, *phase, *to)?;
        }
        JourneyEdit::PutTouchpoint(id, touchpoint) => {
            touchpoints::put(workspace, &mut journey, *id, touchpoint)?;
        }
        JourneyEdit::MoveTouchpoint { id, phase, to } => {
            touchpoints::move_to(&mut journey, *id, *phase, *to)?;
        }
        JourneyEdit::RemoveTouchpoint(id) => {
            touchpoints::remove(&mut journey, *id)?;
            removes = true;
        }
        JourneyEdit::DuplicateTouchpoint { id, copy } => {
            touchpoints::duplicate(workspace, &mut journey, *id, *copy)?;
        }
        JourneyEdit::PutLink { key, label, share } => {
            steps::put_link(&mut journey, *key, label.clone(), *share)?;
        }
        JourneyEdit::RemoveLink(key) => steps::remove_link(&mut journey, *key)?,
        JourneyEdit::SetWait(key, wait) => steps::set_wait(&mut journey, *key, *wait)?,
        JourneyEdit::PutCard(key, card) => {
            if let Some(card) = card {
                check_references(workspace, card.as_ref())?;
            }
            steps::put_card(&mut journey, *key, card.as_deref())?;
        }
        JourneyEdit::PlaceCard { id, to } => steps::place_card(&mut journey, *id, *to)?,
        JourneyEdit::RemoveUnplacedCard(id) => remove_from(&mut journey.unplaced_cards, *id)?,
    }
    workspace.journeys.insert(id, journey.into());
    if removes {
        drop_references(workspace);
    }
    Ok(())
}

fn add_phase(journey: &mut Journey, id: Id, phase: &Phase, to: Option<usize>) -> Result<(), EditError> {
    if journey.phases.contains_key(&id) {
        return Err(EditError::Taken(id));
    }
    journey.phases.insert(id, Phase { touchpoints: Vec::new(), ..phase.clone() }.into());
    insert_in_order(&mut journey.phase_order, id, to);
    Ok(())
}

fn put_phase(journey: &mut Journey, id: Id, phase: &Phase) -> Result<(), EditError> {
    let present = journey.phases.get(&id).ok_or(EditError::NotThere(id))?;
    let phase = Phase { touchpoints: present.touchpoints.clone(), ..phase.clone() };
    journey.phases.insert(id, phase.into());
    Ok(())
}

fn remove_phase(journey: &mut Journey, id: Id) -> Result<(), EditError> {
    let phase = journey.phases.get(&id).cloned().ok_or(EditError::NotThere(id))?;
    for touchpoint in &phase.touchpoints {
        touchpoints::remove(journey, *touchpoint)?;
    }
    journey.phases.remove(&id);
    journey.phase_order.retain(|other| *other != id);
    Ok(())
}

fn duplicate_phase(journey: &mut Journey, id: Id, copy: Id, copies: &[(Id, Id)]) -> Result<(), EditError> {
    let phase = journey.phases.get(&id).cloned().ok_or(EditError::NotThere(id))?;
    let position = journey.phase_order.iter().position(|other| *other == id);
    let by_original: HashMap<Id, Id> = copies.iter().copied().collect();
    if copies.len() != phase.touchpoints.len() || by_original.len() != copies.len() {
        return Err(EditError::CopiesDoNotMatch);
    }
    add_phase(journey, copy, &phase, position.map(|position| position + 1))?;
    let mut order = Vec::with_capacity(copies.len());
    for original in &phase.touchpoints {
        let copy = *by_original.get(original).ok_or(EditError::CopiesDoNotMatch)?;
        touchpoints::copy_into(journey, *original, copy)?;
        order.push(copy);
    }
    journey.phases.insert(copy, Phase { touchpoints: order, ..phase.as_ref().clone() }.into());
    let inner: Vec<(StepKey, Step)> = journey
        .steps
        .iter()
        .filter_map(|(key, step)| {
            let key = StepKey::new(*by_original.get(&key.from)?, *by_original.get(&key.to)?);
            Some((key, Step { card: None, ..step.as_ref().clone() }))
        })
        .collect();
    for (key, step) in inner {
        steps::put(journey, key, step);
    }
    Ok(())
}
