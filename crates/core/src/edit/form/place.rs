//! What a field belongs to, and the edits that change it.

use std::sync::Arc;

use super::datum::Datum;
use super::entities::{FieldSpec, Form};
use crate::edit::{Edit, JourneyEdit, card_terms};
use crate::model::{
    Card, Date, Id, Journey, Link, LivedStandard, Map, Phase, Promise, Side, Step, StepKey, Touchpoint,
};

/// A side of a handoff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SideOf {
    /// The department that hands on.
    From,
    /// The department that receives.
    To,
}

/// What a field belongs to, inside one journey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// The journey as a whole.
    Journey,
    /// A phase.
    Phase(Id),
    /// A touchpoint.
    Touchpoint(Id),
    /// A promise made at a touchpoint: the touchpoint, then the promise.
    Promise(Id, Id),
    /// A standard lived at a touchpoint: the touchpoint, then the standard.
    Standard(Id, Id),
    /// A step.
    Step(StepKey),
    /// The link of a step.
    Link(StepKey),
    /// The card of a handoff.
    Card(StepKey),
    /// What a side says about the card.
    Side(StepKey, SideOf),
}

impl Place {
    /// The fields that can stand there, in the order of the model.
    pub fn specs(self) -> &'static [FieldSpec] {
        match self {
            Self::Journey => Journey::SPECS,
            Self::Phase(_) => Phase::SPECS,
            Self::Touchpoint(_) => Touchpoint::SPECS,
            Self::Promise(..) => Promise::SPECS,
            Self::Standard(..) => LivedStandard::SPECS,
            Self::Step(_) => Step::SPECS,
            Self::Link(_) => Link::SPECS,
            Self::Card(_) => Card::SPECS,
            Self::Side(..) => Side::SPECS,
        }
    }

    /// The field of this name.
    pub fn spec(self, field: &str) -> Option<&'static FieldSpec> {
        self.specs().iter().find(|spec| spec.name == field)
    }

    /// What a field says. Steps, links, cards and sides that nobody described yet say nothing; `None`
    /// where the touchpoint, phase or entry is gone, or has no such field.
    pub fn read(self, journey: &Journey, field: &str) -> Option<Datum> {
        let step = |key: StepKey| journey.steps.get(&key);
        let card = |key: StepKey| step(key).and_then(|step| step.card.as_ref());
        match self {
            Self::Journey => journey.read(field),
            Self::Phase(id) => journey.phases.get(&id)?.read(field),
            Self::Touchpoint(id) => journey.touchpoints.get(&id)?.read(field),
            Self::Promise(id, promise) => {
                journey.touchpoints.get(&id)?.promises.as_ref()?.get(&promise)?.read(field)
            }
            Self::Standard(id, standard) => {
                journey.touchpoints.get(&id)?.standards.as_ref()?.get(&standard)?.read(field)
            }
            Self::Step(key) => Some(step(key).and_then(|step| step.read(field)).unwrap_or_default()),
            Self::Link(key) => {
                let link = step(key).and_then(|step| step.link.as_ref());
                Some(link.and_then(|link| link.read(field)).unwrap_or_default())
            }
            Self::Card(key) => Some(card(key).and_then(|card| card.read(field)).unwrap_or_default()),
            Self::Side(key, of) => {
                let side = card(key).and_then(|card| side_of(card, of));
                Some(side.and_then(|side| side.read(field)).unwrap_or_default())
            }
        }
    }

    /// The edit that sets a field; `None` where the place is gone or the value is not of the field's type.
    pub fn write(self, id: Id, journey: &Journey, field: &str, datum: Datum) -> Option<Edit> {
        let inside = |edit| Some(Edit::InJourney(id, edit));
        match self {
            Self::Journey => {
                let mut journey = journey.clone();
                journey.write(field, datum).then(|| Edit::PutJourney(id, Box::new(journey)))
            }
            Self::Phase(phase) => {
                let changed = written(journey.phases.get(&phase)?.as_ref(), field, datum)?;
                inside(JourneyEdit::PutPhase(phase, Box::new(changed)))
            }
            Self::Touchpoint(touchpoint) => {
                let changed = written(journey.touchpoints.get(&touchpoint)?.as_ref(), field, datum)?;
                inside(JourneyEdit::PutTouchpoint(touchpoint, Box::new(changed)))
            }
            Self::Promise(touchpoint, promise) => {
                let mut changed = journey.touchpoints.get(&touchpoint)?.as_ref().clone();
                write_entry(changed.promises.as_mut()?, promise, field, datum)?;
                inside(JourneyEdit::PutTouchpoint(touchpoint, Box::new(changed)))
            }
            Self::Standard(touchpoint, standard) => {
                let mut changed = journey.touchpoints.get(&touchpoint)?.as_ref().clone();
                write_entry(changed.standards.as_mut()?, standard, field, datum)?;
                inside(JourneyEdit::PutTouchpoint(touchpoint, Box::new(changed)))
            }
            Self::Step(key) => {
                let Some(Datum::Minutes(_) | Datum::Absent) = Some(&datum).filter(|_| field == "wait") else {
                    return None;
                };
                let step = written(&Step::default(), field, datum)?;
                inside(JourneyEdit::SetWait(key, step.wait))
            }
            Self::Link(key) => {
                let link = journey.steps.get(&key).and_then(|step| step.link.clone()).unwrap_or_default();
                let Link { label, share, .. } = written(&link, field, datum)?;
                inside(JourneyEdit::PutLink { key, label, share })
            }
            Self::Card(key) => inside(put_card(key, written(&card_at(journey, key), field, datum)?)),
            Self::Side(key, of) => {
                let mut card = card_at(journey, key);
                let side = written(&side_of(&card, of).cloned().unwrap_or_default(), field, datum)?;
                set_side(&mut card, of, side);
                inside(put_card(key, card))
            }
        }
    }

    /// A stable name of a field there: the key of a burst of typing, and of its place on the screen.
    pub fn key(self, field: &str) -> String {
        let step = |word: &str, key: StepKey| [word, key.from.as_str(), key.to.as_str(), field].join("-");
        match self {
            Self::Journey => ["journey", field].join("-"),
            Self::Phase(id) => ["phase", id.as_str(), field].join("-"),
            Self::Touchpoint(id) => ["touchpoint", id.as_str(), field].join("-"),
            Self::Promise(_, id) => ["promise", id.as_str(), field].join("-"),
            Self::Standard(_, id) => ["standard", id.as_str(), field].join("-"),
            Self::Step(key) => step("step", key),
            Self::Link(key) => step("link", key),
            Self::Card(key) => step("card", key),
            Self::Side(key, SideOf::From) => step("from-side", key),
            Self::Side(key, SideOf::To) => step("to-side", key),
        }
    }
}

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

/// Whether an entry such as a promise says nothing at all.
pub fn empty_entry(place: Place, journey: &Journey) -> bool {
    let blank = |spec: &FieldSpec| {
        let datum = place.read(journey, spec.name).unwrap_or_default();
        datum == Datum::Absent || datum == Datum::Text(String::new())
    };
    place.specs().iter().all(blank)
}

fn written<E: Form + Clone>(entity: &E, field: &str, datum: Datum) -> Option<E> {
    let mut entity = entity.clone();
    entity.write(field, datum).then_some(entity)
}

fn write_entry<T: Form + crate::model::Field>(
    map: &mut Map<T>,
    id: Id,
    field: &str,
    datum: Datum,
) -> Option<()> {
    let entry = written(map.get(&id)?.as_ref(), field, datum)?;
    map.insert(id, Arc::new(entry));
    Some(())
}

pub(super) fn card_at(journey: &Journey, key: StepKey) -> Card {
    journey.steps.get(&key).and_then(|step| step.card.clone()).unwrap_or_default()
}

/// A card that says nothing is no card.
pub(crate) fn put_card(key: StepKey, card: Card) -> JourneyEdit {
    let card = (card != Card::default()).then(|| Box::new(card));
    JourneyEdit::PutCard(key, card)
}

fn side_of(card: &Card, of: SideOf) -> Option<&Side> {
    match of {
        SideOf::From => card.from_side.as_ref(),
        SideOf::To => card.to_side.as_ref(),
    }
}

/// A side that says nothing is no side.
fn set_side(card: &mut Card, of: SideOf, side: Side) {
    let side = Some(side).filter(|side| *side != Side::default());
    match of {
        SideOf::From => card.from_side = side,
        SideOf::To => card.to_side = side,
    }
}
