//! Whether a conflict that was settled gave what was chosen: on a card, on that card and on no other.

use std::collections::HashSet;

use crosslane_core::compare::{PLACE, Path, PathPart};
use crosslane_core::merge::{Conflict, Side, value_at};
use crosslane_core::model::{EntityKind, Id, StepKey, Workspace};
use serde_json::Value;

use super::cards::{Card, cards, dead, pruned, read, said};
use super::kept::is_joined_value;

/// The versions a merge was made of.
pub struct Versions {
    pub base: Workspace,
    pub ours: Workspace,
    pub theirs: Workspace,
}

impl Versions {
    fn side(&self, side: Side) -> &Workspace {
        if side == Side::Ours { &self.ours } else { &self.theirs }
    }

    fn dead(&self) -> HashSet<(EntityKind, Id)> {
        dead(&self.base, &self.ours, &self.theirs)
    }

    /// Whether the outcome has the value of this side; that of a card is wherever the card is, and where a card lies is
    /// told by what it says.
    pub fn gives(&self, outcome: &Workspace, conflict: &Conflict, side: Side) -> bool {
        let Some(place) = CardPlace::of(&conflict.path) else {
            let wanted = wanted(conflict, side);
            return held_at(outcome, &conflict.path, wanted.get("card").is_some()) == wanted;
        };
        match place.inside {
            [PathPart::Field(PLACE)] => self.lies(outcome, conflict, side, &place),
            // What became of a card that was removed is that it is not there.
            [] if conflict.value(side).is_none() => self.is_gone(outcome, conflict, side, &place),
            _ => {
                read(value_at(outcome, &conflict.path).as_ref()) == wanted(conflict, side)
                    || self.is_on_its_card(outcome, conflict, side, &place)
            }
        }
    }

    /// Whether the card is on the handoff of this side; where it has none, among those set aside.
    fn lies(&self, outcome: &Workspace, conflict: &Conflict, side: Side, place: &CardPlace<'_>) -> bool {
        let dead = self.dead();
        let at = |version: &Workspace, side: Side| place.at(version, conflict.value(side), &dead);
        let before = place.before(&self.base, &dead);
        let sides = [at(&self.ours, Side::Ours), at(&self.theirs, Side::Theirs)];
        at(outcome, side).iter().any(|card| is_made_of(card, &before, &sides))
    }

    /// Whether the outcome has no more of the other side's card than this side.
    fn is_gone(&self, outcome: &Workspace, conflict: &Conflict, side: Side, place: &CardPlace<'_>) -> bool {
        let dead = self.dead();
        let removed = wanted(conflict, side.other());
        let removed = removed.get("card").unwrap_or(&removed).as_object().cloned().unwrap_or_default();
        let count = |version| {
            cards(version, place.journey, &dead).into_iter().filter(|card| *card == removed).count()
        };
        count(outcome) <= count(self.side(side))
    }

    /// Whether a card has the value of this side, and is otherwise what both sides made of theirs.
    fn is_on_its_card(
        &self,
        outcome: &Workspace,
        conflict: &Conflict,
        side: Side,
        place: &CardPlace<'_>,
    ) -> bool {
        let dead = self.dead();
        let all = |version: &Workspace| cards(version, place.journey, &HashSet::new());
        let has = |card: &Card, side: Side| place.value(card) == place.wanted(conflict, side);
        let of = |version: &Workspace, side: Side| -> Vec<Card> {
            all(version).into_iter().filter(|card| has(card, side)).map(|card| pruned(card, &dead)).collect()
        };
        let before = place.before(&self.base, &dead);
        let sides = [of(&self.ours, Side::Ours), of(&self.theirs, Side::Theirs)];
        let here = all(outcome).into_iter().filter(|card| has(card, side));
        here.map(|card| pruned(card, &dead)).any(|card| is_made_of(&card, &before, &sides))
    }
}

/// The value at a path. That of a step is told without its card, unless asked with it: a card that was on another handoff
/// may have come to lie there.
fn held_at(outcome: &Workspace, path: &Path, with_card: bool) -> Value {
    let mut value = read(value_at(outcome, path).as_ref());
    let is_step = matches!(path.0.as_slice(), [_, _, PathPart::Field("steps"), PathPart::Key(_)]);
    let Some(step) = value.as_object_mut().filter(|_| is_step && !with_card) else { return value };
    step.remove("card");
    if step.is_empty() { Value::Null } else { value }
}

/// The value of a side; null where it has none.
fn wanted(conflict: &Conflict, side: Side) -> Value {
    read(conflict.value(side).map(str::to_owned).as_ref())
}

/// A place in a card, by the name the card has in the common version.
struct CardPlace<'a> {
    journey: Id,
    /// `steps` or `unplaced_cards`.
    register: &'a str,
    key: &'a str,
    /// From the card on.
    inside: &'a [PathPart],
    /// Whether the path names the card rather than what holds it.
    names_card: bool,
}

impl<'a> CardPlace<'a> {
    fn of(path: &'a Path) -> Option<Self> {
        let [
            PathPart::Field("journeys"),
            PathPart::Key(journey),
            PathPart::Field(register @ ("steps" | "unplaced_cards")),
            PathPart::Key(key),
            inside @ ..,
        ] = path.0.as_slice()
        else {
            return None;
        };
        let (inside, names_card) = match inside {
            [PathPart::Field("card"), inside @ ..] => (inside, true),
            _ => (inside, false),
        };
        let is_of_card = names_card
            || inside.is_empty() && *register == "unplaced_cards"
            || matches!(inside, [PathPart::Field(PLACE)]);
        is_of_card.then_some(Self { journey: Id::new(journey)?, register, key, inside, names_card })
    }

    /// The card in the common version.
    fn before(&self, base: &Workspace, dead: &HashSet<(EntityKind, Id)>) -> Card {
        let card = base.journeys.get(&self.journey).and_then(|journey| {
            if self.register == "steps" {
                journey.steps.get(&StepKey::parse(self.key)?)?.card.as_ref()
            } else {
                journey.unplaced_cards.get(&Id::new(self.key)?)?.card.as_ref()
            }
        });
        card.map(|card| said(card, dead)).unwrap_or_default()
    }

    /// The card on the handoff that a side names; without one, all that are set aside.
    fn at(&self, version: &Workspace, spot: Option<&str>, dead: &HashSet<(EntityKind, Id)>) -> Vec<Card> {
        let Some(journey) = version.journeys.get(&self.journey) else { return Vec::new() };
        let Some(spot) = spot else {
            let aside = journey.unplaced_cards.values().filter_map(|entry| entry.card.as_ref());
            return aside.map(|card| said(card, dead)).collect();
        };
        let key: String = serde_json::from_str(spot).unwrap();
        let step = StepKey::parse(&key).and_then(|key| journey.steps.get(&key));
        step.and_then(|step| step.card.as_ref()).map(|card| said(card, dead)).into_iter().collect()
    }

    /// What a card says there.
    fn value(&self, card: &Card) -> Value {
        self.inside.iter().fold(Value::Object(card.clone()), |value, part| {
            let name = match part {
                PathPart::Field(name) => name,
                PathPart::Key(name) => name.as_str(),
            };
            value.get(name).cloned().unwrap_or_default()
        })
    }

    fn wanted(&self, conflict: &Conflict, side: Side) -> Value {
        let value = wanted(conflict, side);
        if self.names_card { value } else { value.get("card").cloned().unwrap_or_default() }
    }
}

/// Whether each field of a card is what one side has in its card, or what both say together.
fn is_made_of(card: &Card, before: &Card, [ours, theirs]: &[Vec<Card>; 2]) -> bool {
    let null = Value::Null;
    let none = [Card::new()];
    let or_none = |cards: &'_ [Card]| if cards.is_empty() { none.to_vec() } else { cards.to_vec() };
    or_none(ours).iter().any(|ours| {
        or_none(theirs).iter().any(|theirs| {
            let fields: HashSet<&String> = card.keys().chain(ours.keys()).chain(theirs.keys()).collect();
            fields.into_iter().all(|field| {
                let [found, before, ours, theirs] =
                    [card, before, ours, theirs].map(|card| card.get(field).unwrap_or(&null));
                found == ours || found == theirs || is_joined_value(before, ours, theirs, found)
            })
        })
    })
}
