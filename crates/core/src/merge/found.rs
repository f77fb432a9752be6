//! What became of the cards of the common version in a side: the same card may lie on another handoff, or be set aside.

use std::collections::{BTreeMap, BTreeSet};

use super::cards::{Spot, card_at, card_on, spots};
use super::flows::Flowing;
use crate::edit::aside_id;
use crate::flow::{CardMove, Flow, moved_cards};
use crate::model::{Card, Field, Journey, Known, Reader, StepKey};

/// What became of the cards of the common version in a side.
#[derive(Default)]
pub struct Found {
    /// Where those are that are not where they were.
    pub moved: BTreeMap<Spot, Spot>,
    /// Those of them which a person put on a handoff.
    pub by_hand: BTreeMap<Spot, StepKey>,
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
        if gone.is_empty() {
            return Self::default();
        }
        Search::of(base, side, known).found(gone)
    }

    /// The handoffs of a side with a card that is new.
    pub fn added(&self, base: &Journey, side: &Journey) -> Vec<StepKey> {
        if side.steps.ptr_eq(&base.steps) {
            return Vec::new();
        }
        let is_new = |key: &StepKey| {
            card_on(base, *key).is_none() && !self.moved.values().any(|spot| *spot == Spot::Handoff(*key))
        };
        let with_card = side.steps.iter().filter(|(_, step)| step.card.is_some()).map(|(key, _)| *key);
        with_card.filter(is_new).collect()
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
}

/// Looks for the cards that are gone from their places: by what they say, where a card goes whose handoff goes away, or
/// in one of both. Only a person takes a card from among the unplaced ones, or off a handoff that stays.
struct Search<'a> {
    base: &'a Journey,
    side: &'a Journey,
    known: &'a Known<'a>,
    flow: &'a Flow,
    moves: Vec<CardMove>,
    /// Where the side has a card and the common version has none.
    new: Vec<Spot>,
}

impl<'a> Search<'a> {
    fn of(base: &'a Flowing, side: &'a Flowing, known: &'a Known<'a>) -> Self {
        let (flow, moves) = (side.flow(), moved_cards(base.flow(), &base.journey, side.flow()));
        let (base, side) = (base.journey.as_ref(), side.journey.as_ref());
        let new = spots(side).filter(|spot| card_at(base, *spot).is_none()).collect();
        Self { base, side, known, flow, moves, new }
    }

    fn found(mut self, mut gone: Vec<Spot>) -> Found {
        let mut found = Found::default();
        let mut left = BTreeMap::new();
        loop {
            for home in &gone {
                left.entry(*home).or_insert_with(|| self.left(*home));
            }
            let says = |home: Spot, spot: Spot| says_the_same(left.get(&home), card_at(self.side, spot));
            found.take(&gone, &self.new, |home, spot| self.is_expected(home, spot) && says(home, spot));
            found.take(&gone, &self.new, |home, spot| self.by_itself(home, spot) && says(home, spot));
            let taken_over = self.taken_over(&gone, &found, says);
            if taken_over.is_empty() {
                let by_itself = found.moved.clone();
                found.take(&gone, &self.new, says);
                let by_hand = found.moved.iter().filter(|(home, _)| !by_itself.contains_key(home));
                found.by_hand = by_hand.filter_map(|(home, spot)| Some((*home, spot.handoff()?))).collect();
                found.take(&gone, &self.new, |home, spot| self.is_expected(home, spot));
                let is_away = |home: &Spot| !found.by_hand.contains_key(home) && !self.is_lost(*home);
                found.away = found.moved.keys().copied().filter(is_away).collect();
                return found;
            }
            gone.extend(&taken_over);
            self.new.extend(taken_over);
        }
    }

    /// The places where another card lies now, one of those that are not found: so their own went before it came.
    fn taken_over(&self, gone: &[Spot], found: &Found, says: impl Fn(Spot, Spot) -> bool) -> Vec<Spot> {
        let open: Vec<Spot> = gone.iter().copied().filter(|home| !found.moved.contains_key(home)).collect();
        if open.is_empty() {
            return Vec::new();
        }
        let is_other = |spot: &Spot| {
            let card = card_at(self.side, *spot);
            // From among the unplaced ones it came by hand.
            let goes_there = |home: &Spot| home.handoff().is_none() || self.by_itself(*home, *spot);
            !gone.contains(spot)
                && card != card_at(self.base, *spot)
                && open.iter().any(|home| goes_there(home) && says(*home, *spot))
        };
        spots(self.base).filter(is_other).collect()
    }

    /// The card as it is once what the side deleted is gone from it too.
    fn left(&self, home: Spot) -> Option<Card> {
        let mut card = card_at(self.base, home)?.clone();
        card.prune(self.known, &mut Reader::default());
        Some(card)
    }

    /// Whether a card goes from there to there when its handoff goes away.
    fn is_expected(&self, home: Spot, spot: Spot) -> bool {
        match (home, spot) {
            (Spot::Handoff(key), Spot::Handoff(to)) => {
                self.moves.iter().any(|card| card.from == key && card.to == Some(to))
            }
            (Spot::Handoff(key), Spot::Aside(id)) => {
                (0..self.new.len()).any(|number| aside_id(key, number) == id)
            }
            (Spot::Aside(_), _) => false,
        }
    }

    /// Whether nobody needs to have put it there.
    fn by_itself(&self, home: Spot, spot: Spot) -> bool {
        self.is_lost(home) || matches!(spot, Spot::Aside(_))
    }

    fn is_lost(&self, home: Spot) -> bool {
        matches!(home, Spot::Handoff(key) if self.flow.handoff(key).is_none())
    }
}

fn says_the_same(left: Option<&Option<Card>>, card: Option<&Card>) -> bool {
    left.and_then(Option::as_ref) == card
}
