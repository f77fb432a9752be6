//! Comments on touchpoints, handoff cards and initiatives.

use super::place::{Place, card_at, put_card};
use crate::edit::{Edit, Entry, JourneyEdit};
use crate::model::{Comment, EntityKind, Id, Map, Workspace};

/// What people said at a place; nothing where comments cannot stand.
pub fn comments(place: Place, workspace: &Workspace, journey: Option<Id>) -> Map<Comment> {
    let journey = journey.and_then(|id| workspace.journeys.get(&id));
    let found = match place {
        Place::Touchpoint(id) => {
            journey.and_then(|journey| journey.touchpoints.get(&id)).map(|touchpoint| &touchpoint.comments)
        }
        Place::Card(key) => journey
            .and_then(|journey| journey.steps.get(&key))
            .and_then(|step| step.card.as_ref())
            .map(|card| &card.comments),
        Place::Entry(EntityKind::Initiative, id) => {
            workspace.initiatives.get(&id).map(|initiative| &initiative.comments)
        }
        _ => None,
    };
    found.cloned().unwrap_or_default()
}

/// The edit that changes what people said at a place; `None` where comments cannot stand.
pub fn put_comments(
    place: Place,
    workspace: &Workspace,
    journey: Option<Id>,
    comments: Map<Comment>,
) -> Option<Edit> {
    if let Place::Entry(EntityKind::Initiative, id) = place {
        let mut initiative = workspace.initiatives.get(&id)?.as_ref().clone();
        initiative.comments = comments;
        return Some(Edit::PutEntry(id, Box::new(Entry::Initiative(initiative))));
    }
    let id = journey?;
    let journey = workspace.journeys.get(&id)?;
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
