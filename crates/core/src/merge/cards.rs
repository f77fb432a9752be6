//! Cards of handoffs, while versions are joined.
//!
//! Where a card lies follows from the flow: when its handoff goes away with an edit, it moves along or is set aside. So two
//! versions may have one card in three places though nobody touched it. While they are joined, a card is an entity of its
//! own that says nothing but what it says: it is taken off its handoff in every version and kept under one name, that of
//! the handoff where the common version has it. It is put back last, once the flow of the outcome is known.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::conflict::Side;
use super::deletions::Three;
use super::flows::{Flowing, Flows};
use super::found::Found;
use super::merger::Clash;
use crate::compare::{PLACE, Path, PathPart, json_text};
use crate::format::crosslane::value_of;
use crate::model::{Card, Id, Journey, Known, Map, Step, StepKey, UnplacedCard, Workspace};
use crate::sort::Gather;

/// Where a version has a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// On the handoff between two touchpoints.
    Handoff(StepKey),
    /// Among the unplaced cards.
    Aside(Id),
}

impl Spot {
    /// The handoff, where it is one.
    pub fn handoff(self) -> Option<StepKey> {
        match self {
            Self::Handoff(key) => Some(key),
            Self::Aside(_) => None,
        }
    }
}

/// A card that was taken off.
#[derive(Clone, Debug)]
pub struct Taken {
    /// Where the common version has it; for a new card, where the side has it that wrote it.
    pub home: Spot,
    /// Where each side has it.
    pub spots: [Option<Spot>; 2],
    /// The handoff each side put it on by hand.
    pub by_hand: [Option<StepKey>; 2],
    /// Whether it was written where the card of the common version had gone.
    pub is_fresh: bool,
    /// Whether a side set it aside though its handoff is there: that went away and came back.
    pub stays_away: bool,
}

impl Taken {
    fn two_places(&self, journey: Id, name: Id) -> Option<Clash> {
        let [Some(ours), Some(theirs)] = self.by_hand else { return None };
        let base = self.home.handoff().map(place_json);
        let [ours, theirs] = [ours, theirs].map(place_json);
        let path = place(journey, name);
        (ours != theirs).then_some(Clash { path, base, ours: Some(ours), theirs: Some(theirs) })
    }

    fn removed_or_put(&self, versions: [Option<&Arc<Journey>>; 3], journey: Id, name: Id) -> Option<Clash> {
        self.by_hand.iter().flatten().next()?;
        let [base, ours, theirs] =
            versions.map(|version| version?.unplaced_cards.get(&name).map(|entry| json_text(entry.as_ref())));
        let path = inside(journey, "unplaced_cards", name.to_string());
        (ours.is_some() != theirs.is_some()).then_some(Clash { path, base, ours, theirs })
    }
}

/// The cards that were taken off, by journey and by the name each is kept under among its unplaced cards.
#[derive(Clone, Debug, Default)]
pub struct Cards {
    journeys: BTreeMap<Id, BTreeMap<Id, Taken>>,
}

impl Cards {
    /// Takes the cards that not all three versions have alike off their handoffs.
    pub fn taken_off(three: &Three, flows: &Flows) -> (Three, Self) {
        let (mut bare, mut cards) = (three.clone(), Self::default());
        let known = [&three.ours, &three.theirs].map(Workspace::known);
        for (id, base) in &three.base.journeys {
            let sides = flows.sides(*id);
            if sides.iter().flatten().all(|side| Arc::ptr_eq(&side.journey, base)) {
                continue;
            }
            let taken = taken_in(flows.base(*id), sides, [&known[0], &known[1]]);
            if taken.is_empty() {
                continue;
            }
            let at_home = |taken: &Taken| Some(taken.home).filter(|_| !taken.is_fresh);
            bare.base.journeys.insert(*id, without_cards(base, base, &taken, at_home).into());
            for (at, version) in [&mut bare.ours, &mut bare.theirs].into_iter().enumerate() {
                if let Some(side) = sides[at] {
                    let journey = without_cards(&side.journey, base, &taken, |taken| taken.spots[at]);
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
        told.push(PathPart::Key(home.text()));
        told.push(PathPart::Field("card"));
        let inside = match rest {
            [PathPart::Field("card"), inside @ ..] => inside,
            place => place,
        };
        told.extend(inside.iter().cloned());
        Path(told)
    }

    /// The cards of a side that somebody put on a handoff by hand: the place of each as people know it, and where it leads.
    pub fn put_by(&self, side: Side) -> impl Iterator<Item = (Path, Path)> {
        let all = self
            .journeys
            .iter()
            .flat_map(|(journey, cards)| cards.iter().map(move |(name, taken)| (*journey, *name, taken)));
        all.filter_map(move |(journey, name, taken)| {
            let key = taken.by_hand[side.position()]?;
            Some((self.told(&place(journey, name)), inside(journey, "steps", key.text())))
        })
    }

    /// Where the sides say different things of where a card belongs: both put it on a handoff by hand, or one did and the
    /// other removed it. `three` are the versions as they are joined.
    pub fn clashes(&self, three: &Three) -> Vec<Clash> {
        let all = self.journeys.iter().flat_map(|(journey, cards)| {
            let versions = three.each().map(|version| version.journeys.get(journey));
            cards.iter().filter_map(move |(name, taken)| {
                taken.two_places(*journey, *name).or_else(|| taken.removed_or_put(versions, *journey, *name))
            })
        });
        all.collect()
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

fn inside(journey: Id, register: &'static str, key: String) -> Path {
    use PathPart::{Field, Key};
    Path(vec![Field("journeys"), Key(journey.to_string()), Field(register), Key(key)])
}

/// Where a card belongs: a field like where a touchpoint stands.
pub fn place(journey: Id, name: Id) -> Path {
    let mut path = inside(journey, "unplaced_cards", name.to_string());
    path.0.push(PathPart::Field(PLACE));
    path
}

/// The handoff a card is on as a value, such as `"a/b"`.
pub fn place_json(key: StepKey) -> String {
    Value::from(key.text()).to_string()
}

/// The card on a handoff.
pub fn card_on(journey: &Journey, key: StepKey) -> Option<&Card> {
    journey.steps.get(&key).and_then(|step| step.card.as_ref())
}

/// The cards to be taken off in a journey, by the name each gets.
fn taken_in(
    base: Option<&Flowing>,
    sides: [Option<&Flowing>; 2],
    known: [&Known<'_>; 2],
) -> BTreeMap<Id, Taken> {
    let Some(base) = base else { return BTreeMap::new() };
    let mut homes: BTreeSet<Spot> = BTreeSet::new();
    for (key, step) in base.journey.steps.iter().filter(|(_, step)| step.card.is_some()) {
        let alike = |side: &&Flowing| {
            let other = side.journey.steps.get(key);
            other.is_some_and(|other| Arc::ptr_eq(step, other) || step.card == other.card)
        };
        if !sides.iter().flatten().all(alike) {
            homes.insert(Spot::Handoff(*key));
        }
    }
    let found =
        [0, 1].map(|at| sides[at].map(|side| Found::in_side(base, side, known[at])).unwrap_or_default());
    for (found, side) in found.iter().zip(sides) {
        homes.extend(found.homes());
        let added = side.map(|side| found.added(&base.journey, &side.journey)).unwrap_or_default();
        homes.extend(added.into_iter().map(Spot::Handoff));
    }
    let spot = |at: usize, home: Spot| found[at].spot_of(&sides[at]?.journey, home);
    let names = sides.into_iter().flatten().chain([base]);
    let names: Vec<&Map<UnplacedCard>> = names.map(|version| &version.journey.unplaced_cards).collect();
    let taken = |home: Spot| Taken {
        home,
        spots: [spot(0, home), spot(1, home)],
        by_hand: found.each_ref().map(|found| found.by_hand.get(&home).copied()),
        is_fresh: false,
        stays_away: found.iter().any(|found| found.away.contains(&home)),
    };
    let fresh = |key: StepKey| {
        let spots = found.each_ref().map(|found| found.fresh.contains(&key).then_some(Spot::Handoff(key)));
        Taken { home: Spot::Handoff(key), spots, by_hand: [None; 2], is_fresh: true, stays_away: false }
    };
    let all = homes.into_iter().map(|home| (name("card", home, &names), taken(home)));
    let new: BTreeSet<StepKey> = found.iter().flat_map(|found| &found.fresh).copied().gather();
    let new = new.into_iter().map(|key| (name("new card", Spot::Handoff(key), &names), fresh(key)));
    all.chain(new).collect()
}

/// The name a card is kept under: its own if it was set aside, else none that a card has which was.
fn name(kind: &str, home: Spot, taken: &[&Map<UnplacedCard>]) -> Id {
    let home = match home {
        Spot::Handoff(home) => home,
        Spot::Aside(id) => return id,
    };
    let mut number = 0_usize;
    loop {
        let id = Id::derived(&[kind, home.from.as_str(), home.to.as_str(), &number.to_string()]);
        if !taken.iter().any(|cards| cards.contains_key(&id)) {
            return id;
        }
        number += 1;
    }
}

/// Everywhere a journey has a card, handoffs first.
pub fn spots(journey: &Journey) -> impl Iterator<Item = Spot> {
    let on = journey.steps.iter().filter(|(_, step)| step.card.is_some());
    let aside = journey.unplaced_cards.iter().filter(|(_, entry)| entry.card.is_some());
    on.map(|(key, _)| Spot::Handoff(*key)).chain(aside.map(|(id, _)| Spot::Aside(*id)))
}

/// The card at a place.
pub fn card_at(journey: &Journey, spot: Spot) -> Option<&Card> {
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
        next.unplaced_cards.insert(*name, entry.into());
    }
    next
}

/// Every step that one of these cards is on in some version.
pub fn steps_of(taken: &BTreeMap<Id, Taken>) -> BTreeSet<StepKey> {
    let spots = taken.values().flat_map(|taken| [Some(taken.home), taken.spots[0], taken.spots[1]]);
    spots.flatten().filter_map(Spot::handoff).gather()
}
