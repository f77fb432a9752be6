//! The edits that set a field.

use std::sync::Arc;

use super::card::{card_at, put_card, set_side, side_of};
use super::{Place, set, written};
use crate::edit::form::Datum;
use crate::edit::{Edit, Entry, JourneyEdit};
use crate::model::{Declared, EntityKind, Id, Journey, Link, Map, MapKey, Settings, Step, Workspace};

/// The edit that sets a field; `None` where the place is gone or the value is not of the field's type.
pub(super) fn write(
    place: Place,
    workspace: &Workspace,
    journey: Option<Id>,
    field: &str,
    datum: Datum,
) -> Option<Edit> {
    if place.in_journey() {
        let id = journey?;
        let edit = match place {
            Place::Journey => {
                let changed = written(workspace.journeys.get(&id)?.as_ref(), field, datum)?;
                return Some(Edit::PutJourney(id, Box::new(changed)));
            }
            _ => write_inside(place, workspace.journeys.get(&id)?, field, datum)?,
        };
        return Some(Edit::InJourney(id, edit));
    }
    match place {
        Place::Settings => {
            let changed = written(&workspace.settings.clone().unwrap_or_default(), field, datum)?;
            // Thresholds that all are those of the rules are no settings.
            Some(Edit::PutSettings(Some(changed).filter(|settings| *settings != Settings::default())))
        }
        Place::Committee | Place::Members(_) | Place::BestPractice(_) => {
            let mut committee = workspace.committee.clone().unwrap_or_default();
            match place {
                Place::Members(id) => set_under(&mut committee.members, id, field, datum)?,
                Place::BestPractice(id) => set_under(&mut committee.best_practices, id, field, datum)?,
                _ => committee = written(&committee, field, datum)?,
            }
            Some(Edit::PutCommittee(Box::new(committee)))
        }
        _ => write_entry(place, workspace, field, datum),
    }
}

/// A field of an entry of a register, or of something it holds.
fn write_entry(place: Place, workspace: &Workspace, field: &str, datum: Datum) -> Option<Edit> {
    let (kind, id) = match place {
        Place::Entry(kind, id) => (kind, id),
        Place::Steered(id, _) => (EntityKind::Department, id),
        Place::Access(id, _) => (EntityKind::System, id),
        Place::Label(id, _) => (EntityKind::Term, id),
        Place::Contribution(id, _) => (EntityKind::Goal, id),
        Place::Participant(id, _) | Place::Cycle(id, _) => (EntityKind::Session, id),
        _ => return None,
    };
    let mut entry = Entry::of(workspace, kind, id)?;
    match (&mut entry, place) {
        (Entry::Department(of), Place::Steered(_, key)) => {
            set_under(of.measures.as_mut()?, key, field, datum)?;
        }
        (Entry::System(of), Place::Access(_, key)) => set_under(&mut of.access, key, field, datum)?,
        (Entry::Term(of), Place::Label(_, key)) => set_under(&mut of.labels, key, field, datum)?,
        (Entry::Goal(of), Place::Contribution(_, key)) => {
            set_under(&mut of.contributions, key, field, datum)?;
        }
        (Entry::Session(of), Place::Participant(_, key)) => {
            set_under(&mut of.participants, key, field, datum)?;
        }
        (Entry::Session(of), Place::Cycle(_, key)) => set_under(&mut of.cycles, key, field, datum)?,
        (entry, _) => set(entry.fields_mut(), field, datum)?,
    }
    Some(Edit::PutEntry(id, Box::new(entry)))
}

/// A field of something inside a journey.
fn write_inside(place: Place, journey: &Journey, field: &str, datum: Datum) -> Option<JourneyEdit> {
    Some(match place {
        Place::Phase(id) => {
            JourneyEdit::PutPhase(id, Box::new(written(journey.phases.get(&id)?.as_ref(), field, datum)?))
        }
        Place::Touchpoint(id) | Place::Promise(id, _) | Place::Standard(id, _) => {
            let mut touchpoint = journey.touchpoints.get(&id)?.as_ref().clone();
            match place {
                Place::Promise(_, key) => set_under(touchpoint.promises.as_mut()?, key, field, datum)?,
                Place::Standard(_, key) => set_under(touchpoint.standards.as_mut()?, key, field, datum)?,
                _ => set(&mut touchpoint, field, datum)?,
            }
            JourneyEdit::PutTouchpoint(id, Box::new(touchpoint))
        }
        Place::Step(key) => {
            let Some(Datum::Minutes(_) | Datum::Absent) = Some(&datum).filter(|_| field == "wait") else {
                return None;
            };
            JourneyEdit::SetWait(key, written(&Step::default(), field, datum)?.wait)
        }
        Place::Link(key) => {
            let link = journey.steps.get(&key).and_then(|step| step.link.clone()).unwrap_or_default();
            let Link { label, share, .. } = written(&link, field, datum)?;
            JourneyEdit::PutLink { key, label, share }
        }
        Place::Card(key) => put_card(key, written(&card_at(journey, key), field, datum)?),
        Place::Side(key, of) => {
            let mut card = card_at(journey, key);
            let side = written(&side_of(&card, of).cloned().unwrap_or_default(), field, datum)?;
            set_side(&mut card, of, side);
            put_card(key, card)
        }
        _ => return None,
    })
}

/// Sets a field of the entry under a key.
fn set_under<T: Declared, K: MapKey<Raw = Id>>(
    map: &mut Map<T, K>,
    key: Id,
    field: &str,
    datum: Datum,
) -> Option<()> {
    let entry = written(map.get(&key)?.as_ref(), field, datum)?;
    map.insert(key, Arc::new(entry));
    Some(())
}
