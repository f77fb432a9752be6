//! Cards of handoffs, while versions are joined.
//!
//! Where a card lies follows from the flow: when its handoff goes away with an edit, it moves along or is set aside. So two
//! versions may have one card in three places though nobody touched it. While they are joined, a card is an entity of its
//! own that says nothing but what it says: it is taken off its handoff in every version and kept under one name, that of
//! the handoff where the common version has it. It is put back last, once the flow of the outcome is known.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::deletions::Three;
use crate::compare::{Path, PathPart};
use crate::edit::aside_id;
use crate::flow::{Flow, moved_cards};
use crate::format::crosslane::value_of;
use crate::model::{
    Card, Field, Id, Journey, Known, Map, MapKey, Reader, Step, StepKey, UnplacedCard, Workspace,
};

/// Where a version has a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// On the handoff between two touchpoints.
    Handoff(StepKey),
    /// Among the unplaced cards.
    Aside(Id),
}

/// A card that was taken off.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Where the common version has it; for a new card, where the side has it that wrote it.
    pub home: Spot,
    /// Where each side has it.
    pub spots: [Option<Spot>; 2],
    /// The handoff it was put on by hand.
    pub by_hand: Option<StepKey>,
    /// Whether a side set it aside though its handoff is there: that went away and came back.
    pub stays_away: bool,
}

/// The cards that were taken off, by journey and by the name each is kept under among its unplaced cards.
#[derive(Clone, Debug, Default)]
pub struct Cards {
    journeys: BTreeMap<Id, BTreeMap<Id, Taken>>,
}

impl Cards {
    /// Takes the cards that not all three versions have alike off their handoffs.
    pub fn taken_off(three: &Three) -> (Three, Self) {
        let (mut bare, mut cards) = (three.clone(), Self::default());
        let known = [&three.ours, &three.theirs].map(Workspace::known);
        for (id, base) in &three.base.journeys {
            let sides = [&three.ours, &three.theirs].map(|side| side.journeys.get(id));
            if sides.iter().flatten().all(|side| Arc::ptr_eq(side, base)) {
                continue;
            }
            let taken = taken_in(base, sides, [&known[0], &known[1]]);
            if taken.is_empty() {
                continue;
            }
            let at_home = |taken: &Taken| Some(taken.home);
            bare.base.journeys.insert(*id, without_cards(base, base, &taken, at_home).into());
            for (at, version) in [&mut bare.ours, &mut bare.theirs].into_iter().enumerate() {
                if let Some(journey) = sides[at] {
                    let journey = without_cards(journey, base, &taken, |taken| taken.spots[at]);
                    version.journeys.insert(*id, journey.into());
                }
            }
            cards.journeys.insert(*id, taken);
        }
        (bare, cards)
    }

    /// Those of a journey.
    pub fn of(&self, journey: Id) -> Option<&BTreeMap<Id, Taken>> {
        self.journeys.get(&journey)
    }

    /// The place as people know it: a card is on its handoff.
    pub fn told(&self, path: &Path) -> Path {
        let [
            journeys,
            PathPart::Key(journey),
            PathPart::Field("unplaced_cards"),
            PathPart::Key(card),
            rest @ ..,
        ] = path.0.as_slice()
        else {
            return path.clone();
        };
        let taken = || self.journeys.get(&Id::new(journey)?)?.get(&Id::new(card)?);
        let Some(Taken { home: Spot::Handoff(home), .. }) = taken() else { return path.clone() };
        let mut told = vec![journeys.clone(), PathPart::Key(journey.clone()), PathPart::Field("steps")];
        told.push(PathPart::Key(StepKey::key_text(home)));
        told.push(PathPart::Field("card"));
        // After the name the card is kept under comes its field.
        told.extend(rest.iter().skip(1).cloned());
        Path(told)
    }

    /// The value at a place as people know it, from the value it has here.
    pub fn told_value(&self, path: &Path, json: Option<String>) -> Option<String> {
        let is_whole = path.0.len() == 4 && self.told(path) != *path;
        if !is_whole {
            return json;
        }
        let entry = value_of(&json?)?;
        let mut writer = crate::model::Writer::default();
        writer.value(entry.get("card")?);
        Some(writer.finish().trim_end().to_owned())
    }
}

/// The card on a handoff.
pub fn card_on(journey: &Journey, key: StepKey) -> Option<&Card> {
    journey.steps.get(&key).and_then(|step| step.card.as_ref())
}

/// The cards to be taken off in a journey, by the name each gets.
fn taken_in(
    base: &Journey,
    sides: [Option<&Arc<Journey>>; 2],
    known: [&Known<'_>; 2],
) -> BTreeMap<Id, Taken> {
    let mut homes: BTreeSet<StepKey> = BTreeSet::new();
    for (key, step) in base.steps.iter().filter(|(_, step)| step.card.is_some()) {
        let alike = |side: &&Arc<Journey>| {
            side.steps.get(key).is_some_and(|other| Arc::ptr_eq(step, other) || step.card == other.card)
        };
        if !sides.iter().flatten().all(alike) {
            homes.insert(*key);
        }
    }
    let mut homes: BTreeSet<Spot> = homes.into_iter().map(Spot::Handoff).collect();
    let [ours, theirs] = sides;
    let found = [(ours, known[0]), (theirs, known[1])];
    let found =
        found.map(|(side, known)| side.map(|side| Found::in_side(base, side, known)).unwrap_or_default());
    let found = Found::without_copies(found);
    for (found, side) in found.iter().zip(sides) {
        homes.extend(found.moved.keys());
        homes.extend(side.into_iter().flat_map(|side| found.added(base, side)).map(Spot::Handoff));
    }
    let spot = |at: usize, home: Spot| {
        let stays =
            card_at(sides[at]?, home).is_some() && !found[at].moved.values().any(|spot| *spot == home);
        if stays { Some(home) } else { found[at].moved.get(&home).copied() }
    };
    let names = sides.into_iter().flatten().map(Arc::as_ref).chain([base]);
    let names: Vec<&Map<UnplacedCard>> = names.map(|journey| &journey.unplaced_cards).collect();
    let taken = |home: Spot| Taken {
        home,
        spots: [spot(0, home), spot(1, home)],
        by_hand: found.iter().find_map(|found| found.by_hand.get(&home)).copied(),
        stays_away: found.iter().any(|found| found.away.contains(&home)),
    };
    homes.into_iter().map(|home| (name(home, &names), taken(home))).collect()
}

/// The name a card is kept under: its own if it was set aside, else none that a card has which was.
fn name(home: Spot, taken: &[&Map<UnplacedCard>]) -> Id {
    let home = match home {
        Spot::Handoff(home) => home,
        Spot::Aside(id) => return id,
    };
    let mut number = 0_usize;
    loop {
        let id = Id::derived(&["card", home.from.as_str(), home.to.as_str(), &number.to_string()]);
        if !taken.iter().any(|cards| cards.contains_key(&id)) {
            return id;
        }
        number += 1;
    }
}

/// What became of the cards of the common version in a side.
#[derive(Default)]
struct Found {
    /// Where those are that are not where they were.
    moved: BTreeMap<Spot, Spot>,
    /// Those of them which a person put on a handoff.
    by_hand: BTreeMap<Spot, StepKey>,
    /// Those of them which were set aside though their handoff is there.
    away: BTreeSet<Spot>,
}

impl Found {
    fn in_side(base: &Journey, side: &Journey, known: &Known<'_>) -> Self {
        let mut found = Self::default();
        if side.steps.ptr_eq(&base.steps) && side.unplaced_cards.ptr_eq(&base.unplaced_cards) {
            return found;
        }
        let is_gone = |spot: &Spot| card_at(side, *spot).is_none();
        let gone: Vec<Spot> = spots(base).filter(is_gone).collect();
        if !gone.is_empty() {
            found.follow(base, side, known, &gone);
        }
        found
    }

    /// Finds those that are gone from their places: by what they say, where a card goes whose handoff goes away, or in one
    /// of both. Only a person takes a card from among the unplaced ones, or off a handoff that stays.
    fn follow(&mut self, base: &Journey, side: &Journey, known: &Known<'_>, gone: &[Spot]) {
        let flow = Flow::of(side);
        let moves = moved_cards(&Flow::of(base), base, &flow);
        let new: Vec<Spot> = spots(side).filter(|spot| card_at(base, *spot).is_none()).collect();
        let is_expected = |home: Spot, spot: Spot| match (home, spot) {
            (Spot::Handoff(key), Spot::Handoff(to)) => {
                moves.iter().any(|card| card.from == key && card.to == Some(to))
            }
            (Spot::Handoff(key), Spot::Aside(id)) => (0..new.len()).any(|number| aside_id(key, number) == id),
            (Spot::Aside(_), _) => false,
        };
        // What the side deleted is gone from its cards too.
        let left = |home: Spot| {
            let mut card = card_at(base, home)?.clone();
            card.prune(known, &mut Reader::default());
            Some(card)
        };
        let left: BTreeMap<Spot, Option<Card>> = gone.iter().map(|home| (*home, left(*home))).collect();
        let says_the_same =
            |home: Spot, spot: Spot| left.get(&home).and_then(Option::as_ref) == card_at(side, spot);
        let is_lost = |home: Spot| matches!(home, Spot::Handoff(key) if flow.handoff(key).is_none());
        let by_itself = |home: Spot, spot: Spot| is_lost(home) || matches!(spot, Spot::Aside(_));
        self.take(gone, &new, |home, spot| is_expected(home, spot) && says_the_same(home, spot));
        self.take(gone, &new, |home, spot| by_itself(home, spot) && says_the_same(home, spot));
        self.take(gone, &new, is_expected);
        self.away = self.moved.keys().copied().filter(|home| !is_lost(*home)).collect();
        let by_itself = self.moved.clone();
        self.take(gone, &new, says_the_same);
        for (home, spot) in self.moved.iter().filter(|(home, _)| !by_itself.contains_key(home)) {
            if let Spot::Handoff(key) = spot {
                self.by_hand.insert(*home, *key);
            }
        }
    }

    /// Notes where those of `gone` that are not found yet are, by what `fits`.
    fn take(&mut self, gone: &[Spot], new: &[Spot], fits: impl Fn(Spot, Spot) -> bool) {
        for home in gone {
            if self.moved.contains_key(home) {
                continue;
            }
            let is_free = |spot: &&Spot| !self.moved.values().any(|taken| taken == *spot);
            let spot = new.iter().filter(is_free).find(|spot| fits(*home, **spot)).copied();
            self.moved.extend(spot.map(|spot| (*home, spot)));
        }
    }

    /// What both sides put on different handoffs is one card on either: each was put there by somebody.
    fn without_copies([mut ours, mut theirs]: [Self; 2]) -> [Self; 2] {
        let apart = |home: &Spot, key: &StepKey| theirs.by_hand.get(home).is_some_and(|other| other != key);
        let copied: Vec<Spot> =
            ours.by_hand.iter().filter(|(home, key)| apart(home, key)).map(|(home, _)| *home).collect();
        for home in copied {
            for side in [&mut ours, &mut theirs] {
                side.by_hand.remove(&home);
                side.moved.remove(&home);
            }
        }
        [ours, theirs]
    }

    /// The handoffs of a side with a card that is new.
    fn added(&self, base: &Journey, side: &Journey) -> Vec<StepKey> {
        if side.steps.ptr_eq(&base.steps) {
            return Vec::new();
        }
        let is_new = |key: &StepKey| {
            card_on(base, *key).is_none() && !self.moved.values().any(|spot| *spot == Spot::Handoff(*key))
        };
        let with_card = side.steps.iter().filter(|(_, step)| step.card.is_some()).map(|(key, _)| *key);
        with_card.filter(is_new).collect()
    }
}

/// Everywhere a journey has a card, handoffs first.
fn spots(journey: &Journey) -> impl Iterator<Item = Spot> {
    let on = journey.steps.iter().filter(|(_, step)| step.card.is_some());
    let aside = journey.unplaced_cards.iter().filter(|(_, entry)| entry.card.is_some());
    on.map(|(key, _)| Spot::Handoff(*key)).chain(aside.map(|(id, _)| Spot::Aside(*id)))
}

fn card_at(journey: &Journey, spot: Spot) -> Option<&Card> {
    match spot {
        Spot::Handoff(key) => card_on(journey, key),
        Spot::Aside(id) => journey.unplaced_cards.get(&id).and_then(|entry| entry.card.as_ref()),
    }
}

/// The journey with these cards kept under their names. A step that had one in some version is in every version that
/// has its touchpoints: so joining compares what else is known of it.
fn without_cards(
    journey: &Journey,
    base: &Journey,
    taken: &BTreeMap<Id, Taken>,
    spot: impl Fn(&Taken) -> Option<Spot>,
) -> Journey {
    let mut next = journey.clone();
    for key in steps_of(taken) {
        let ends_exist = [key.from, key.to].iter().all(|id| journey.touchpoints.contains_key(id));
        if ends_exist {
            let step = journey.steps.get(&key).map(|step| step.as_ref().clone()).unwrap_or_default();
            next.steps.insert(key, Step { card: None, ..step }.into());
        }
    }
    for (name, taken) in taken {
        let Some(spot) = spot(taken) else { continue };
        let Some(card) = card_at(journey, spot) else { continue };
        if let Spot::Aside(id) = spot {
            next.unplaced_cards.remove(&id);
        }
        let mut entry = match taken.home {
            Spot::Handoff(_) => UnplacedCard::default(),
            Spot::Aside(id) => {
                base.unplaced_cards.get(&id).map(|entry| entry.as_ref().clone()).unwrap_or_default()
            }
        };
        entry.card = Some(card.clone());
        if matches!((taken.by_hand, spot), (Some(key), Spot::Handoff(on)) if key == on) {
            entry.unknown.get_or_insert_default().insert(BY_HAND.to_owned(), true.into());
        }
        next.unplaced_cards.insert(*name, entry.into());
    }
    next
}

/// Notes that a person put a card elsewhere: so that it is a change, which another one may have something against. No
/// file has a field of this name.
const BY_HAND: &str = "\0by hand";

/// The card as it was set aside, without what was noted here.
pub fn unmarked(mut entry: UnplacedCard) -> UnplacedCard {
    if let Some(fields) = &mut entry.unknown {
        fields.remove(BY_HAND);
    }
    entry.unknown = entry.unknown.filter(|fields| !fields.is_empty());
    entry
}

/// Every step that one of these cards is on in some version.
pub fn steps_of(taken: &BTreeMap<Id, Taken>) -> BTreeSet<StepKey> {
    let on = |spot: Spot| match spot {
        Spot::Handoff(key) => Some(key),
        Spot::Aside(_) => None,
    };
    let spots = taken.values().flat_map(|taken| [Some(taken.home), taken.spots[0], taken.spots[1]]);
    spots.flatten().filter_map(on).collect()
}
