//! Comments on touchpoints and handoff cards.

use super::place::{Place, card_at, put_card};
use crate::edit::{Edit, JourneyEdit};
use crate::model::{Comment, Id, Journey, Map};

/// What people said at a place; nothing where comments cannot stand.
pub fn comments(place: Place, journey: &Journey) -> Map<Comment> {
    let found = match place {
        Place::Touchpoint(id) => journey.touchpoints.get(&id).map(|touchpoint| &touchpoint.comments),
        Place::Card(key) => {
            journey.steps.get(&key).and_then(|step| step.card.as_ref()).map(|card| &card.comments)
        }
        _ => None,
    };
    found.cloned().unwrap_or_default()
}

/// The edit that changes what people said at a place; `None` where comments cannot stand.
pub fn put_comments(place: Place, id: Id, journey: &Journey, comments: Map<Comment>) -> Option<Edit> {
    let edit = match place {
        Place::Touchpoint(id) => {
            let mut touchpoint = journey.touchpoints.get(&id)?.as_ref().clone();
            touchpoint.comments = comments;
            JourneyEdit::PutTouchpoint(id, Box::new(touchpoint))
        }
        Place::Card(key) => {
            let mut card = card_at(journey, key);
            card.comments = comments;
            put_card(key, card)
        }
        _ => return None,
    };
    Some(Edit::InJourney(id, edit))
}
