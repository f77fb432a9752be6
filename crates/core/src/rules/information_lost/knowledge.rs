//! Which owners have which item at each place of the flow, and which may.

use crate::flow::Join;
use crate::rules::context::Context;
use crate::rules::items::{
    Carried, Entries, ItemUse, NO_STOP, OPEN_OWNER, State, Two, Use, before_each_node, may_have_more,
    passes_unknown, take_front,
};
use crate::sort::Sort;

use super::systems::{Readers, Said};
use crate::rules::node::First;

/// Whether an item reaches the touchpoint that needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It does not, though it was had before.
    Lost { had_at: usize, blames: Option<usize> },
    /// Blanks decide. `had_at` is where it was had before, as far as is known.
    Open { had_at: Option<usize> },
    /// Decided at an earlier touchpoint of the same owner.
    Settled,
    /// It does, or was not there before.
    Fine,
}

/// A touchpoint needs an item.
#[derive(Clone, Copy, Debug)]
pub struct Need {
    pub node: usize,
    pub item: usize,
    pub answer: Answer,
}

/// What is known about the items of a journey.
pub struct Knowledge {
    /// The needs of owned touchpoints, by node.
    pub needs: Vec<Need>,
    /// By node, the touchpoints before it that may have information nobody has noted.
    pub unknown: Vec<Two>,
    /// By node, whether something that was had before is not known to have reached its owner.
    pub something_missed: Vec<bool>,
    /// By node, whether anything was had before it.
    pub anything_had: Vec<bool>,
}

impl Knowledge {
    pub fn of(context: &Context<'_>) -> Self {
        let nodes = context.flow.nodes().len();
        let mut knowledge = Self {
            needs: Vec::new(),
            unknown: unknown_before(context),
            something_missed: vec![false; nodes],
            anything_had: vec![false; nodes],
        };
        let said = Said::of(context);
        for round in 0..context.owners().rounds() {
            let mut pass = Pass::new(context, &said, round, &mut knowledge);
            for item in 0..context.items().count() {
                pass.item(item);
            }
        }
        knowledge.needs.arrange_by_key(|need| need.node);
        knowledge
    }
}

/// For each node two witnesses among those before it that may have information nobody has noted. What a
/// touchpoint without an owner has may be anybody's.
fn unknown_before(context: &Context<'_>) -> Vec<Two> {
    before_each_node(context, |node, state: &mut Two| {
        if may_have_more(context.touchpoint(node)) {
            state.add(context.owners().of_node(node).unwrap_or(OPEN_OWNER), node);
        }
    })
}

/// What is known of one item at a place of the flow, about the owners of one round.
#[derive(Clone, Copy, Default)]
struct Known {
    has: u64,
    may_have: u64,
    settled: u64,
    first_had: First,
}

impl State for Known {
    fn join(&mut self, other: &Self) {
        self.has |= other.has;
        self.may_have |= other.may_have;
        self.settled |= other.settled;
        self.first_had.join(other.first_had);
    }
}

impl Known {
    fn had_at(&self) -> Option<usize> {
        self.first_had.number()
    }
}

/// Follows the items along the flow, looking at the owners of one round.
struct Pass<'k, 'c, 'a> {
    context: &'c Context<'a>,
    knowledge: &'k mut Knowledge,
    round: usize,
    readers: Vec<Readers>,
    // By node, the owners that may have any item there, whatever item it is.
    may_have_any: Vec<u64>,
    // By node, the bit of its owner where its needs, or its owner, are blank.
    blank: Vec<Option<u64>>,
    // The components with such nodes.
    with_blanks: Vec<usize>,
    known: Carried<Known>,
    entries: Entries,
}

impl<'k, 'c, 'a> Pass<'k, 'c, 'a> {
    fn new(context: &'c Context<'a>, said: &Said, round: usize, knowledge: &'k mut Knowledge) -> Self {
        let readers = said.readers(round);
        let may_have_any = may_have_any(context, round, &readers);
        let blank = |node: usize| {
            let touchpoint = context.touchpoint(node);
            let is_blank = touchpoint.needed.is_none() || touchpoint.owner.is_none();
            is_blank.then(|| context.owners().bit(node, round))
        };
        let blank: Vec<Option<u64>> = (0..context.flow.nodes().len()).map(blank).collect();
        let components = context.components().all().enumerate();
        let with_blanks = components
            .filter(|(_, members)| members.iter().any(|node| blank[*node].is_some()))
            .map(|(component, _)| component)
            .collect();
        Self {
            context,
            knowledge,
            round,
            readers,
            may_have_any,
            blank,
            with_blanks,
            known: Carried::default(),
            entries: Entries::default(),
        }
    }

    fn item(&mut self, item: usize) {
        let context = self.context;
        let components = context.components();
        let uses = context.items().uses(item);
        let Some(first) = uses.first() else { return };
        let begin = self.knowledge.needs.len();
        let mut rest = uses;
        let mut next_blank = self.with_blanks.partition_point(|component| *component <= first.component);
        let mut known = std::mem::take(&mut self.known);
        let all = (first.component, components.count() - 1);
        context.sweep().run(&mut known, all, |component, mut state: Known| {
            let here = take_front(&mut rest, |usage| usage.component == component);
            let loops = components.loops(component);
            self.pass_in(here, &mut state);
            if loops {
                self.have(here, &mut state);
            }
            if state.had_at().is_some() {
                components.nodes(component).iter().for_each(|node| self.note_missed(*node, &state));
            }
            for usage in here.iter().filter(|usage| usage.usage == Use::Needed) {
                self.need(item, usage.node, here, &mut state);
            }
            if !loops {
                self.have(here, &mut state);
            }
            let blank = self.with_blanks.get(next_blank).copied().unwrap_or(NO_STOP);
            let next = rest.first().map_or(blank, |next| next.component.min(blank));
            next_blank += usize::from(next == blank);
            (state, next)
        });
        self.settle_once(begin);
        self.blame(&known, begin);
        self.known = known;
    }

    /// Adds the owners to whom handoffs pass the item.
    fn pass_in(&self, here: &[ItemUse], state: &mut Known) {
        for usage in here.iter().filter(|usage| usage.usage == Use::Passed) {
            state.has |= self.context.owners().bit(usage.node, self.round);
        }
    }

    /// Adds the owners who have the item from a touchpoint that asks for it or produces it.
    fn have(&self, here: &[ItemUse], state: &mut Known) {
        for usage in here.iter().filter(|usage| matches!(usage.usage, Use::Asked | Use::Produced)) {
            let node = usage.node;
            let of_flow = &self.context.flow.nodes()[node];
            let is_open = of_flow.owner.is_none() && !of_flow.customer_alone;
            state.has |= self.context.owners().bit(node, self.round) | self.readers[node].known;
            state.may_have |= if is_open { u64::MAX } else { self.readers[node].perhaps };
            state.first_had.add(node);
        }
    }

    /// Notes for a touchpoint whose needs are blank that this item could be lost there.
    fn note_missed(&mut self, node: usize, state: &Known) {
        let Some(bit) = self.blank[node] else { return };
        self.knowledge.anything_had[node] = true;
        if bit & !state.has & !state.settled != 0 {
            self.knowledge.something_missed[node] = true;
        }
    }

    fn need(&mut self, item: usize, node: usize, here: &[ItemUse], state: &mut Known) {
        let bit = self.context.owners().bit(node, self.round);
        if bit == 0 {
            return;
        }
        let asks = here.iter().any(|usage| usage.node == node && usage.usage == Use::Asked);
        let may_ask = self.context.touchpoint(node).asked.is_none();
        let answer = if asks || bit & state.has != 0 {
            Answer::Fine
        } else if bit & state.settled != 0 {
            Answer::Settled
        } else if let Some(had_at) = state.had_at() {
            state.settled |= bit;
            if may_ask || bit & (state.may_have | self.may_have_any[node]) != 0 {
                Answer::Open { had_at: Some(had_at) }
            } else {
                Answer::Lost { had_at, blames: None }
            }
        } else if self.is_unknown_before(node) {
            Answer::Open { had_at: None }
        } else {
            Answer::Fine
        };
        self.knowledge.needs.push(Need { node, item, answer });
    }

    fn is_unknown_before(&self, node: usize) -> bool {
        let owner = self.context.owners().of_node(node);
        owner.is_some_and(|owner| self.knowledge.unknown[node].other_than(owner).is_some())
    }

    /// Of the touchpoints of one owner that all lack the item, on ways that do not meet before, the first
    /// in the order of the journey has the flag.
    fn settle_once(&mut self, begin: usize) {
        let owners = self.context.owners();
        let needs = &mut self.knowledge.needs[begin..];
        let is_lost = |need: &Need| matches!(need.answer, Answer::Lost { .. });
        let mut lost: Vec<usize> = (0..needs.len()).filter(|at| is_lost(&needs[*at])).collect();
        lost.arrange_by_key(|at| (owners.of_node(needs[*at].node), needs[*at].node));
        let mut before = None;
        for at in lost {
            let owner = owners.of_node(needs[at].node);
            if before == Some(owner) {
                needs[at].answer = Answer::Settled;
            }
            before = Some(owner);
        }
    }

    /// Finds the handoffs over which the item should have come along.
    fn blame(&mut self, known: &Carried<Known>, begin: usize) {
        let context = self.context;
        let is_lost = |need: &&mut Need| matches!(need.answer, Answer::Lost { .. });
        let lost: Vec<&mut Need> = self.knowledge.needs[begin..].iter_mut().filter(is_lost).collect();
        let nodes: Vec<usize> = lost.iter().map(|need| need.node).collect();
        let was_had = |node: usize| known.after(context.components().of_node[node]).had_at().is_some();
        let comes_along = |at: usize| {
            let handoff = &context.flow.handoffs()[at];
            was_had(handoff.from) || handoff.via.iter().any(|node| was_had(*node))
        };
        let entries = self.entries.find_for(context, &nodes, comes_along);
        for (need, entry) in lost.into_iter().zip(entries) {
            if let Answer::Lost { blames, .. } = &mut need.answer {
                *blames = entry;
            }
        }
    }
}

/// By node, the owners of a round that may have any item there: by a touchpoint of their own that may have
/// more than is noted, by a handoff that may pass anything, by reading a system used where something may
/// have been had, or because a touchpoint without an owner may be theirs.
fn may_have_any(context: &Context<'_>, round: usize, readers: &[Readers]) -> Vec<u64> {
    let owners = context.owners();
    let nodes = context.flow.nodes();
    let entering: Vec<u64> = (0..nodes.len())
        .map(|node| {
            let may_pass = |join| match join {
                Join::Stays => false,
                Join::Open => true,
                Join::Handoff(at) => passes_unknown(context, at),
            };
            let receives = context.lanes().steps_to(node).any(|step| may_pass(step.join));
            if receives { owners.bit(node, round) } else { 0 }
        })
        .collect();
    let mut at = before_each_node(context, |node, state: &mut u64| {
        let is_open = nodes[node].owner.is_none() && !nodes[node].customer_alone;
        *state |= entering[node];
        if is_open {
            *state = u64::MAX;
        } else if may_have_more(context.touchpoint(node)) {
            *state |= owners.bit(node, round) | readers[node].known | readers[node].perhaps;
        }
    });
    at.iter_mut().zip(&entering).for_each(|(state, entering)| *state |= entering);
    at
}
