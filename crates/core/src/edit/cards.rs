//! Handoff cards: they move along with their handoff, or wait to be put back, but are never lost.

use std::sync::Arc;

use crate::flow::{CardMove, Flow, moved_cards, same_flow};
use crate::model::{
    Card, Field, Id, Journey, Known, Map, Reader, Side, Step, StepKey, UnplacedCard, Workspace, Writer,
    stable_text_hash,
};

use super::{Notice, steps};

/// Gives each card whose handoff went away its new place, or a place among the unplaced cards.
pub(super) fn settle(before: &Workspace, after: &mut Workspace) -> Vec<Notice> {
    let mut notices = Vec::new();
    let mut settled = Vec::new();
    let known = after.known();
    for (id, journey) in &after.journeys {
        let Some(old) = before.journeys.get(id) else { continue };
        let has_cards = || old.steps.values().any(|step| step.card.is_some());
        if Arc::ptr_eq(old, journey) || same_flow(old, journey) || !has_cards() {
            continue;
        }
        let moves = moved_cards(&Flow::of(old), old, &Flow::of(journey));
        if !moves.is_empty() {
            let mut journey = journey.as_ref().clone();
            for card_move in moves {
                notices.extend(move_card(*id, old, &mut journey, card_move, &known));
            }
            settled.push((*id, journey));
        }
    }
    drop(known);
    for (id, journey) in settled {
        after.journeys.insert(id, journey.into());
    }
    notices
}

/// What the same edit removed is `known` no more, and no card, nor its departments, refers to it.
fn move_card(
    id: Id,
    old: &Journey,
    journey: &mut Journey,
    card_move: CardMove,
    known: &Known<'_>,
) -> Option<Notice> {
    let key = card_move.from;
    // The edit may have changed the card and its handoff at once, or have emptied it on purpose.
    let ends_exist = journey.touchpoints.contains_key(&key.from) && journey.touchpoints.contains_key(&key.to);
    let mut card =
        if ends_exist { steps::get(journey, key).card? } else { old.steps.get(&key)?.card.clone()? };
    card.prune(known, &mut Reader::default());
    if ends_exist {
        let step = Step { card: None, ..steps::get(journey, key) };
        steps::put(journey, key, step);
    }
    let target = card_move.to.filter(|to| steps::get(journey, *to).card.is_none());
    let Some(to) = target else {
        set_aside(old, journey, card_move, card, known);
        return Some(Notice::CardUnplaced { journey: id, from: key });
    };
    let step = Step { card: Some(card), ..steps::get(journey, to) };
    steps::put(journey, to, step);
    Some(Notice::CardMoved { journey: id, from: key, to })
}

fn set_aside(old: &Journey, journey: &mut Journey, card_move: CardMove, card: Card, known: &Known<'_>) {
    let CardMove { from: StepKey { from, to }, .. } = card_move;
    let name =
        |id: Id| old.touchpoints.get(&id).map(|touchpoint| touchpoint.name.clone()).unwrap_or_default();
    let mut unplaced = UnplacedCard {
        from_name: name(from),
        to_name: name(to),
        from_department: Some(card_move.from_department.into()),
        to_department: Some(card_move.to_department.into()),
        card: Some(card),
        unknown: None,
    };
    unplaced.prune(known, &mut Reader::default());
    journey.unplaced_cards.insert(free_id(&journey.unplaced_cards, from, to), unplaced.into());
}

/// The same for the same handoff, whatever else was set aside: so two versions that set one card aside name it alike.
fn free_id(taken: &Map<UnplacedCard>, from: Id, to: Id) -> Id {
    let mut number = 0_usize;
    loop {
        let id = aside_id(StepKey { from, to }, number);
        if !taken.contains_key(&id) {
            return id;
        }
        number += 1;
    }
}

/// The identifier of the card of a handoff where so many of that handoff are set aside already.
pub(crate) fn aside_id(handoff: StepKey, number: usize) -> Id {
    Id::derived(&["unplaced", handoff.from.as_str(), handoff.to.as_str(), &number.to_string()])
}

/// A fingerprint of what a card says, without comments and without what the sides say: the terms that an
/// agreement is about.
pub fn card_terms(card: &Card) -> String {
    let terms = Card { comments: Map::new(), from_side: None, to_side: None, ..card.clone() };
    let mut writer = Writer::default();
    terms.write(&mut writer);
    format!("{:016x}", stable_text_hash(0, &writer.finish()))
}

/// Whether a side agreed to terms that have changed since.
pub fn side_lapsed(card: &Card, side: &Side) -> bool {
    side.agrees == Some(true) && side.agreed_to.as_ref().is_some_and(|terms| *terms != card_terms(card))
}
