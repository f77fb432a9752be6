//! The card of a handoff and what its sides say.

use crate::edit::{JourneyEdit, card_terms};
use crate::model::{Card, Date, Journey, Side, StepKey};

use super::SideOf;

/// The card with what a side now says of it: whether it agrees, who says so and when. Who agrees, agrees
/// to the terms as they are.
#[must_use]
pub fn say(card: &Card, of: SideOf, agrees: Option<bool>, by: Option<String>, date: Option<Date>) -> Card {
    let mut card = card.clone();
    let before = side_of(&card, of).cloned().unwrap_or_default();
    let agreed_to = (agrees == Some(true)).then(|| card_terms(&card));
    let (by, date) = if agrees.is_some() { (by.or(before.by), date) } else { (None, None) };
    set_side(&mut card, of, Side { agrees, by, date, agreed_to, note: before.note, unknown: before.unknown });
    card
}

/// The card of a step; an empty one where it has none.
pub(crate) fn card_at(journey: &Journey, key: StepKey) -> Card {
    journey.steps.get(&key).and_then(|step| step.card.clone()).unwrap_or_default()
}

/// A card that says nothing is no card.
pub(crate) fn put_card(key: StepKey, card: Card) -> JourneyEdit {
    let card = (card != Card::default()).then(|| Box::new(card));
    JourneyEdit::PutCard(key, card)
}

pub(super) fn side_of(card: &Card, of: SideOf) -> Option<&Side> {
    match of {
        SideOf::From => card.from_side.as_ref(),
        SideOf::To => card.to_side.as_ref(),
    }
}

/// A side that says nothing is no side.
pub(super) fn set_side(card: &mut Card, of: SideOf, side: Side) {
    let side = Some(side).filter(|side| *side != Side::default());
    match of {
        SideOf::From => card.from_side = side,
        SideOf::To => card.to_side = side,
    }
}
