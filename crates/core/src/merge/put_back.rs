//! Putting the cards that were taken off where they belong in the outcome.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::cards::{Cards, Spot, Taken, card_on, place, steps_of};
use super::conflict::Side as Version;
use super::flows::{Flowing, Flows};
use super::merger::Chosen;
use crate::edit::aside_id;
use crate::flow::{CardMove, Flow, moved_cards};
use crate::model::{Card, Field, Id, Journey, Known, Reader, Step, StepKey, UnplacedCard, Workspace};
use crate::sort::Gather;

/// Where cards were put, by journey and the name they were kept under: those that are on a handoff.
pub type Put = BTreeMap<Id, BTreeMap<Id, StepKey>>;

impl Cards {
    /// Puts every card on its handoff, where the outcome has that and no side has the card elsewhere all the same; else
    /// where a side has the card, if that fits the outcome; else where it would go with an edit that took its handoff
    /// away. `flows` are those of the versions as they were; `chosen` says whose place counts for a card that both put
    /// somewhere by hand.
    pub fn put_back(&self, flows: &Flows, merged: &mut Workspace, chosen: &Chosen) -> Put {
        let mut put = Put::new();
        let mut settled = Vec::new();
        let none = BTreeMap::new();
        let known = merged.known();
        for (id, journey) in &merged.journeys {
            let sides = flows.sides(*id);
            let taken = self.of(*id).unwrap_or(&none);
            let unchanged = || sides.iter().flatten().any(|side| Arc::ptr_eq(&side.journey, journey));
            let has_cards = || journey.steps.values().any(|step| step.card.is_some());
            if taken.is_empty() && (unchanged() || !has_cards()) {
                continue;
            }
            let mut table = Table::of(flows.base(*id), sides, journey, &known);
            if table.put_back(taken, |name| chosen.at(&place(*id, name)).unwrap_or(Version::Ours)) {
                settled.push((*id, table.journey));
                put.insert(*id, table.put);
            }
        }
        drop(known);
        merged.journeys.extend(settled.into_iter().map(|(id, journey)| (id, Arc::new(journey))));
        put
    }
}

/// A card that is on no handoff yet.
struct Lying {
    /// The name it was kept under, if it was taken off.
    name: Option<Id>,
    taken: Taken,
    /// The handoff a person put it on.
    by_hand: Option<StepKey>,
    entry: UnplacedCard,
    card: Card,
}

/// A journey whose cards are put back.
struct Table<'a> {
    base: Option<&'a Flowing>,
    sides: [Option<&'a Flowing>; 2],
    /// Cards of the sides whose handoff the outcome has not; looked for only where a card is on no handoff.
    moves: OnceCell<BTreeMap<StepKey, Vec<CardMove>>>,
    journey: Journey,
    flow: Flow,
    known: &'a Known<'a>,
    put: BTreeMap<Id, StepKey>,
}

impl<'a> Table<'a> {
    fn of(
        base: Option<&'a Flowing>,
        sides: [Option<&'a Flowing>; 2],
        journey: &Journey,
        known: &'a Known<'a>,
    ) -> Self {
        let (journey, flow) = (journey.clone(), Flow::of(journey));
        Self { base, sides, moves: OnceCell::new(), journey, flow, known, put: BTreeMap::new() }
    }

    /// Whether anything changed.
    fn put_back(&mut self, taken: &BTreeMap<Id, Taken>, chosen: impl Fn(Id) -> Version) -> bool {
        let mut lying = self.off_their_handoff();
        if taken.is_empty() && lying.is_empty() {
            return false;
        }
        for (name, taken) in taken {
            let entry = self.journey.unplaced_cards.remove(name);
            if let Some((entry, card)) =
                entry.and_then(|entry| Some((entry.as_ref().clone(), entry.card.clone()?)))
            {
                let (one, other) = (chosen(*name), chosen(*name).other());
                let by_hand = taken.by_hand[one.position()].or(taken.by_hand[other.position()]);
                lying.push(Lying { name: Some(*name), taken: taken.clone(), by_hand, entry, card });
            }
        }
        let lying = self.each(lying, Self::put_home);
        let lying = self.each(lying, Self::put_along);
        let lying = self.each(lying, Self::put_aside);
        for lying in self.each(lying, Self::put_on_new) {
            self.set_aside(lying);
        }
        for key in steps_of(taken) {
            let is_empty = self.journey.steps.get(&key).is_some_and(|step| **step == Step::default());
            if is_empty && !self.was_empty(key) {
                self.journey.steps.remove(&key);
            }
        }
        true
    }

    /// Whether a side noted a step of which nothing is said, and the other did not remove it.
    fn was_empty(&self, key: StepKey) -> bool {
        let step = |version: Option<&'a Flowing>| version?.journey.steps.get(&key);
        let [base, ours, theirs] = [self.base, self.sides[0], self.sides[1]].map(step);
        let stays = if ours.is_some() == base.is_some() { theirs } else { ours };
        stays.is_some() && [ours, theirs].into_iter().flatten().any(|step| **step == Step::default())
    }

    /// Those that `put` finds no place for.
    fn each(&mut self, lying: Vec<Lying>, put: fn(&mut Self, &Lying) -> bool) -> Vec<Lying> {
        lying.into_iter().filter(|lying| !put(self, lying)).collect()
    }

    /// Takes the cards away which every version has alike and whose handoff only the outcome has not.
    fn off_their_handoff(&mut self) -> Vec<Lying> {
        let is_off = |key: &StepKey| self.flow.handoff(*key).is_none() && !self.was_off(*key);
        let steps = self.journey.steps.iter().filter(|(key, step)| step.card.is_some() && is_off(key));
        let off: Vec<(StepKey, Arc<Step>)> = steps.map(|(key, step)| (*key, step.clone())).collect();
        let mut lying = Vec::new();
        for (home, step) in off {
            let Some(card) = step.card.clone() else { continue };
            self.put_step(home, Step { card: None, ..step.as_ref().clone() });
            let spot = |side: Option<&Flowing>| {
                side.filter(|side| card_on(&side.journey, home).is_some()).map(|_| Spot::Handoff(home))
            };
            let spots = self.sides.map(spot);
            let home = Spot::Handoff(home);
            let taken = Taken { home, spots, by_hand: [None; 2], is_fresh: false, stays_away: false };
            let entry = UnplacedCard::default();
            lying.push(Lying { name: None, taken, by_hand: None, entry, card });
        }
        lying
    }

    /// Whether a side has a card there although it has no handoff there: then it stays as it is.
    fn was_off(&self, key: StepKey) -> bool {
        let is_off =
            |side: &Flowing| card_on(&side.journey, key).is_some() && side.flow().handoff(key).is_none();
        self.sides.into_iter().flatten().any(is_off)
    }

    fn put_step(&mut self, key: StepKey, step: Step) {
        if step == Step::default() {
            self.journey.steps.remove(&key);
        } else {
            self.journey.steps.insert(key, step.into());
        }
    }

    /// Puts a card on a step without one.
    fn put(&mut self, key: StepKey, lying: &Lying) -> bool {
        if card_on(&self.journey, key).is_some() {
            return false;
        }
        let step = self.journey.steps.get(&key).map(|step| step.as_ref().clone()).unwrap_or_default();
        self.put_step(key, Step { card: Some(lying.card.clone()), ..step });
        self.put.extend(lying.name.map(|name| (name, key)));
        true
    }

    fn put_home(&mut self, lying: &Lying) -> bool {
        let Taken { home: Spot::Handoff(home), stays_away: false, .. } = lying.taken else { return false };
        lying.by_hand.is_none() && self.flow.handoff(home).is_some() && self.put(home, lying)
    }

    /// Where a side has it: where a person put it first, and where it stays only if neither side has it elsewhere.
    fn put_along(&mut self, lying: &Lying) -> bool {
        let Taken { home, spots, .. } = lying.taken;
        let moved = spots.iter().flatten().any(|spot| *spot != home);
        let spots = spots.into_iter().flatten().filter(|spot| !moved || *spot != home);
        lying.by_hand.map(Spot::Handoff).into_iter().chain(spots).any(|spot| match spot {
            Spot::Handoff(key) => self.fits(key) && self.put(key, lying),
            Spot::Aside(_) => false,
        })
    }

    /// Whether a card can be on this step: on a handoff, or as a side has it.
    fn fits(&self, key: StepKey) -> bool {
        let has = |id: Id| self.journey.touchpoints.contains_key(&id);
        self.flow.handoff(key).is_some() || has(key.from) && has(key.to) && self.was_off(key)
    }

    /// Where a side set it aside.
    fn put_aside(&mut self, lying: &Lying) -> bool {
        let home = lying.taken.home;
        let aside = lying.taken.spots.iter().zip(self.sides).filter_map(|(spot, side)| match spot {
            Some(Spot::Aside(id)) => Some((*id, side?.journey.unplaced_cards.get(id)?.clone())),
            _ => None,
        });
        let (stayed, moved): (Vec<_>, Vec<_>) = aside.partition(|(id, _)| Spot::Aside(*id) == home);
        // One that is where it was set aside before is joined already.
        let stayed = stayed.into_iter().map(|(id, _)| (id, lying.entry.clone().into()));
        let free = |(id, _): &(Id, Arc<UnplacedCard>)| !self.journey.unplaced_cards.contains_key(id);
        let Some((id, entry)) = moved.into_iter().chain(stayed).find(free) else { return false };
        self.insert_aside(id, UnplacedCard { card: Some(lying.card.clone()), ..entry.as_ref().clone() });
        true
    }

    /// On the handoff that took the place of its own.
    fn put_on_new(&mut self, lying: &Lying) -> bool {
        let target = self.moves(lying).into_iter().find_map(|card| card.to);
        target.is_some_and(|to| self.put(to, lying))
    }

    /// What became of its handoff, seen from either side.
    fn moves(&self, lying: &Lying) -> Vec<CardMove> {
        let all = self.moves.get_or_init(|| {
            let mut all: BTreeMap<StepKey, Vec<CardMove>> = BTreeMap::new();
            for side in self.sides.into_iter().flatten() {
                for card in moved_cards(side.flow(), &side.journey, &self.flow) {
                    all.entry(card.from).or_default().push(card);
                }
            }
            all
        });
        let keys: BTreeSet<StepKey> =
            lying.taken.spots.into_iter().flatten().filter_map(Spot::handoff).gather();
        keys.iter().filter_map(|key| all.get(key)).flatten().copied().collect()
    }

    fn set_aside(&mut self, lying: Lying) {
        let versions = || self.sides.into_iter().chain([self.base]).flatten();
        let name = |id: Id| {
            let touchpoint = versions().find_map(|version| version.journey.touchpoints.get(&id));
            touchpoint.map(|touchpoint| touchpoint.name.clone()).unwrap_or_default()
        };
        let last = self.moves(&lying).first().copied();
        let key = match (last, lying.taken.home, lying.by_hand) {
            (Some(card), _, _) => card.from,
            (None, Spot::Handoff(key), _) | (None, Spot::Aside(_), Some(key)) => key,
            // On no handoff in any version.
            (None, Spot::Aside(id), None) => return self.insert_aside(id, lying.entry),
        };
        let entry = UnplacedCard {
            from_name: name(key.from),
            to_name: name(key.to),
            from_department: last.map(|card| card.from_department.into()),
            to_department: last.map(|card| card.to_department.into()),
            card: Some(lying.card),
            unknown: None,
        };
        let numbers = 0..=self.journey.unplaced_cards.len();
        let mut ids = numbers.map(|number| aside_id(key, number));
        let free = ids.find(|id| !self.journey.unplaced_cards.contains_key(id));
        // Of more names than there are cards, one is free.
        if let Some(id) = free {
            self.insert_aside(id, entry);
        }
    }

    /// A card that is set aside names no department that is gone.
    fn insert_aside(&mut self, id: Id, mut entry: UnplacedCard) {
        entry.prune(self.known, &mut Reader::default());
        self.journey.unplaced_cards.insert(id, entry.into());
    }
}
