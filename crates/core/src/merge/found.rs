//! What became of the cards of the common version in a side: the same card may lie on another handoff, or be set aside.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::cards::{Spot, card_at, card_on, spots};
use super::flows::Flowing;
use crate::compare::json_text;
use crate::edit::aside_id;
use crate::flow::{Flow, moved_cards};
use crate::model::{Field, Journey, Known, Reader, StepKey};
use crate::sort::Gather;

/// What became of the cards of the common version in a side.
#[derive(Default)]
pub struct Found {
    /// Where those are that are not where they were.
    moved: BTreeMap<Spot, Spot>,
    /// Where one of them is now.
    taken: BTreeSet<Spot>,
    /// Those of them which a person put on a handoff.
    pub by_hand: BTreeMap<Spot, StepKey>,
    /// Handoffs with a card that somebody wrote where the one that was there had gone.
    pub fresh: BTreeSet<StepKey>,
    /// Those of them which were set aside though their handoff is there.
    pub away: BTreeSet<Spot>,
}

impl Found {
    /// Finds them; `known` is what the side has.
    pub fn in_side(base: &Flowing, side: &Flowing, known: &Known<'_>) -> Self {
        let (old, new) = (&base.journey, &side.journey);
        if new.steps.ptr_eq(&old.steps) && new.unplaced_cards.ptr_eq(&old.unplaced_cards) {
            return Self::default();
        }
        let gone: Vec<Spot> = spots(old).filter(|spot| card_at(new, *spot).is_none()).collect();
        let is_new = |spot: Spot| spot.handoff().is_none() && card_at(old, spot).is_none();
        if gone.is_empty() && !spots(new).any(is_new) {
            return Self::default();
        }
        Search::of(base, side, known).found(gone)
    }

    /// Those that are not where they were.
    pub fn homes(&self) -> impl Iterator<Item = Spot> {
        self.moved.keys().copied()
    }

    /// Where the card is now that was there.
    pub fn spot_of(&self, side: &Journey, home: Spot) -> Option<Spot> {
        let stays = card_at(side, home).is_some() && !self.taken.contains(&home);
        if stays { Some(home) } else { self.moved.get(&home).copied() }
    }

    /// The handoffs of a side with a card that is new.
    pub fn added(&self, base: &Journey, side: &Journey) -> Vec<StepKey> {
        if side.steps.ptr_eq(&base.steps) {
            return Vec::new();
        }
        let is_new =
            |key: &StepKey| card_on(base, *key).is_none() && !self.taken.contains(&Spot::Handoff(*key));
        let with_card = side.steps.iter().filter(|(_, step)| step.card.is_some()).map(|(key, _)| *key);
        with_card.filter(is_new).collect()
    }

    /// Sees to it that the card is told of which lies where another one was: it is one of those that moved, or new.
    fn account_for(&mut self, spot: Spot) {
        if self.taken.contains(&spot) {
            return;
        }
        if let Some(key) = spot.handoff() {
            self.fresh.insert(key);
            self.taken.insert(spot);
        } else if let Some(to) = self.moved.remove(&spot) {
            self.by_hand.remove(&spot);
            self.taken.remove(&to);
        }
    }

    /// Notes where those of `gone` that are not found yet are: the first of what fits each.
    fn take(&mut self, gone: &[Spot], fitting: impl Fn(Spot) -> Vec<Spot>) {
        for home in gone {
            if self.moved.contains_key(home) {
                continue;
            }
            if let Some(spot) = fitting(*home).into_iter().find(|spot| !self.taken.contains(spot)) {
                self.moved.insert(*home, spot);
                self.taken.insert(spot);
            }
        }
    }
}

/// Looks for the cards that are gone from their places: by what they say, where a card goes whose handoff goes away, or
/// in one of both. Only a person takes a card from among the unplaced ones, or off a handoff that stays.
struct Search<'a> {
    base: &'a Journey,
    side: &'a Journey,
    known: &'a Known<'a>,
    flow: &'a Flow,
    /// Where a card went whose handoff went away.
    moves: BTreeMap<StepKey, StepKey>,
    /// Where the side has a card that was not there.
    new: BTreeSet<Spot>,
    /// These by what their cards say.
    saying: HashMap<String, Vec<Spot>>,
    /// What the cards that are gone say, without what the side deleted.
    left: BTreeMap<Spot, String>,
}

impl<'a> Search<'a> {
    fn of(base: &'a Flowing, side: &'a Flowing, known: &'a Known<'a>) -> Self {
        let moves = moved_cards(base.flow(), &base.journey, side.flow());
        let moves = moves.into_iter().filter_map(|card| Some((card.from, card.to?))).collect();
        let flow = side.flow();
        let (base, side) = (base.journey.as_ref(), side.journey.as_ref());
        let (new, saying, left) = (BTreeSet::new(), HashMap::new(), BTreeMap::new());
        let mut search = Self { base, side, known, flow, moves, new, saying, left };
        search.note_new(spots(side).filter(|spot| card_at(base, *spot).is_none()));
        search
    }

    fn note_new(&mut self, new: impl IntoIterator<Item = Spot>) {
        for spot in new {
            self.new.insert(spot);
            let says = card_at(self.side, spot).map(|card| json_text(card));
            self.saying.entry(says.unwrap_or_default()).or_default().push(spot);
        }
    }

    fn found(mut self, mut gone: Vec<Spot>) -> Found {
        let mut found = Found::default();
        let mut left_behind: Vec<Spot> = Vec::new();
        loop {
            self.note_left(&gone);
            found.take(&gone, |home| self.also_saying(home, self.expected(home)));
            found.take(&gone, |home| self.by_itself(home, self.saying_the_same(home)));
            let taken_over = self.taken_over(&gone, &found);
            if taken_over.is_empty() {
                break;
            }
            gone.extend(&taken_over);
            left_behind.extend(&taken_over);
            self.note_new(taken_over);
        }
        let by_itself: BTreeSet<Spot> = found.homes().gather();
        found.take(&gone, |home| self.saying_the_same(home));
        let by_hand = found.moved.iter().filter(|(home, _)| !by_itself.contains(home));
        found.by_hand = by_hand.filter_map(|(home, spot)| Some((*home, spot.handoff()?))).collect();
        found.take(&gone, |home| self.expected(home));
        for spot in left_behind {
            found.account_for(spot);
        }
        let is_away = |home: &Spot| !found.by_hand.contains_key(home) && !self.is_lost(*home);
        found.away = found.homes().filter(is_away).collect();
        found
    }

    fn note_left(&mut self, gone: &[Spot]) {
        for home in gone {
            self.left.extend(self.pruned(*home).map(|says| (*home, says)));
        }
    }

    /// The places where another card lies now, one of those that are not found, or any while their own was set aside: so
    /// their own went before it came.
    fn taken_over(&self, gone: &[Spot], found: &Found) -> Vec<Spot> {
        let mut open: HashMap<&String, Vec<Spot>> = HashMap::new();
        for home in gone.iter().filter(|home| !found.moved.contains_key(home)) {
            if let Some(says) = self.left.get(home) {
                open.entry(says).or_default().push(*home);
            }
        }
        if open.is_empty() && !self.new.iter().any(|spot| spot.handoff().is_none()) {
            return Vec::new();
        }
        let is_other = |spot: &Spot| {
            let Some(card) = card_at(self.side, *spot) else { return false };
            if Some(card) == card_at(self.base, *spot) || self.left.contains_key(spot) {
                return false;
            }
            // From among the unplaced ones it came by hand.
            let goes_there = |home: &Spot| home.handoff().is_none() || self.is_by_itself(*home, *spot);
            let comes = !open.is_empty()
                && open.get(&json_text(card)).is_some_and(|homes| homes.iter().any(goes_there));
            comes || self.was_set_aside(*spot, found)
        };
        spots(self.base).filter(is_other).collect()
    }

    /// Whether the card that was there is among those that were set aside, as it was.
    fn was_set_aside(&self, home: Spot, found: &Found) -> bool {
        let mut aside = self.expected(home);
        aside.retain(|spot| spot.handoff().is_none() && !found.taken.contains(spot));
        !aside.is_empty() && {
            let says = self.pruned(home);
            aside.iter().any(|spot| card_at(self.side, *spot).map(|card| json_text(card)) == says)
        }
    }

    /// What the card says that was there, without what the side deleted.
    fn pruned(&self, home: Spot) -> Option<String> {
        let mut card = card_at(self.base, home)?.clone();
        card.prune(self.known, &mut Reader::default());
        Some(json_text(&card))
    }

    /// Where a card goes when its handoff goes away.
    fn expected(&self, home: Spot) -> Vec<Spot> {
        let Spot::Handoff(key) = home else { return Vec::new() };
        let along = self.moves.get(&key).map(|to| Spot::Handoff(*to));
        let is_taken = |id: &_| [self.base, self.side].iter().any(|it| it.unplaced_cards.contains_key(id));
        let aside = (0..).map(|number| aside_id(key, number)).take_while(is_taken).map(Spot::Aside);
        along.into_iter().chain(aside).filter(|spot| self.new.contains(spot)).collect()
    }

    /// Where a card lies that says the same.
    fn saying_the_same(&self, home: Spot) -> Vec<Spot> {
        self.left.get(&home).and_then(|says| self.saying.get(says)).cloned().unwrap_or_default()
    }

    fn also_saying(&self, home: Spot, mut spots: Vec<Spot>) -> Vec<Spot> {
        if !spots.is_empty() {
            let same = self.saying_the_same(home);
            spots.retain(|spot| same.contains(spot));
        }
        spots
    }

    fn by_itself(&self, home: Spot, mut spots: Vec<Spot>) -> Vec<Spot> {
        spots.retain(|spot| self.is_by_itself(home, *spot));
        spots
    }

    /// Whether nobody needs to have put it there.
    fn is_by_itself(&self, home: Spot, spot: Spot) -> bool {
        self.is_lost(home) || spot.handoff().is_none()
    }

    fn is_lost(&self, home: Spot) -> bool {
        home.handoff().is_some_and(|key| self.flow.handoff(key).is_none())
    }
}
