//! Edits of steps: links, waits and handoff cards.

use std::sync::Arc;

use crate::flow::Flow;
use crate::model::{Card, Id, Journey, Link, Minutes, Percent, Step, StepKey};

use super::EditError;

/// Sets what is known of a step; a step of which nothing is known is not kept.
pub(super) fn put(journey: &mut Journey, key: StepKey, step: Step) {
    if step == Step::default() {
        journey.steps.remove(&key);
    } else {
        journey.steps.insert(key, Arc::new(step));
    }
}

pub(super) fn get(journey: &Journey, key: StepKey) -> Step {
    journey.steps.get(&key).map(|step| step.as_ref().clone()).unwrap_or_default()
}

fn check_ends(journey: &Journey, key: StepKey) -> Result<(), EditError> {
    for id in [key.from, key.to] {
        if !journey.touchpoints.contains_key(&id) {
            return Err(EditError::NotThere(id));
        }
    }
    if key.from == key.to { Err(EditError::StepToItself(key.from)) } else { Ok(()) }
}

pub(super) fn put_link(
    journey: &mut Journey,
    key: StepKey,
    label: Option<String>,
    share: Option<Percent>,
) -> Result<(), EditError> {
    check_ends(journey, key)?;
    let flow = Flow::of(journey);
    let from = flow.node_of(key.from).ok_or(EditError::NotThere(key.from))?;
    // Without this the way the order led so far would silently vanish.
    for default in flow.steps_from(from).iter().filter(|step| !step.explicit) {
        let key = flow.key(default.from, default.to);
        let step = Step { link: Some(Link::default()), ..get(journey, key) };
        put(journey, key, step);
    }
    let present = get(journey, key);
    let link = Link { label, share, ..present.link.clone().unwrap_or_default() };
    put(journey, key, Step { link: Some(link), ..present });
    Ok(())
}

pub(super) fn remove_link(journey: &mut Journey, key: StepKey) -> Result<(), EditError> {
    check_ends(journey, key)?;
    let step = Step { link: None, ..get(journey, key) };
    put(journey, key, step);
    Ok(())
}

pub(super) fn set_wait(journey: &mut Journey, key: StepKey, wait: Option<Minutes>) -> Result<(), EditError> {
    check_ends(journey, key)?;
    let step = Step { wait, ..get(journey, key) };
    put(journey, key, step);
    Ok(())
}

pub(super) fn put_card(journey: &mut Journey, key: StepKey, card: Option<&Card>) -> Result<(), EditError> {
    check_ends(journey, key)?;
    let present = get(journey, key);
    if card.is_some() && present.card.is_none() && Flow::of(journey).handoff(key).is_none() {
        return Err(EditError::NoHandoff(key));
    }
    put(journey, key, Step { card: card.cloned(), ..present });
    Ok(())
}

pub(super) fn place_card(journey: &mut Journey, id: Id, key: StepKey) -> Result<(), EditError> {
    let unplaced = journey.unplaced_cards.get(&id).cloned().ok_or(EditError::NotThere(id))?;
    if get(journey, key).card.is_some() {
        return Err(EditError::HasCard(key));
    }
    put_card(journey, key, unplaced.card.as_ref())?;
    journey.unplaced_cards.remove(&id);
    Ok(())
}
