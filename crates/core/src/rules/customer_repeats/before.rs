//! What touchpoints before each touchpoint asked for or produced, and whose they are.

use crate::rules::context::Context;
use crate::rules::items::{
    Carried, Entries, ItemUse, NO_STOP, OPEN_OWNER, State, Two, Use, before_each_node, may_have_more,
    take_front,
};

/// Whether asking for an item is asking again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is: another owner's touchpoint had it first.
    Repeats { first_at: usize, blames: Option<usize> },
    /// It is, if the item is no identity check.
    UnlessIdentityCheck,
    /// It is, if this touchpoint, which has the item, turns out to be another owner's.
    IfOwned(usize),
    /// It is, if this touchpoint of another owner turns out to produce the item before b's owner does.
    IfProduced(usize),
    /// It is, if this touchpoint turns out to ask for or produce the item.
    IfMoreIsKnown(usize),
    /// It is not.
    Fine,
}

/// A touchpoint asks for an item.
#[derive(Clone, Copy, Debug)]
pub struct Asking {
    pub node: usize,
    pub item: usize,
    pub answer: Answer,
}

/// Who first produced an item, as far as is known.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Producer {
    #[default]
    Nobody,
    Owner(usize),
    Several,
}

impl Producer {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nobody, one) | (one, Self::Nobody) => one,
            (one, other) if one == other => one,
            _ => Self::Several,
        }
    }
}

/// What is known of one item at a place of the flow.
#[derive(Clone, Copy, Default)]
struct Had {
    by: Two,
    // The touchpoints without an owner that have it.
    by_open_owner: Two,
    produced_by: Producer,
}

impl State for Had {
    fn join(&mut self, other: &Self) {
        self.by.join(&other.by);
        self.by_open_owner.join(&other.by_open_owner);
        self.produced_by = self.produced_by.and(other.produced_by);
    }
}

/// What holds for all items alike, by node: the touchpoints before it.
pub struct Before(Vec<Others>);

/// Touchpoints before a node.
#[derive(Clone, Copy, Default)]
struct Others {
    // Those that have, or may have, anything that is no identity check.
    any: Two,
    // Those that may have information nobody has noted, and those that may produce some.
    unknown: Two,
    unknown_produced: Two,
}

impl State for Others {
    fn join(&mut self, other: &Self) {
        self.any.join(&other.any);
        self.unknown.join(&other.unknown);
        self.unknown_produced.join(&other.unknown_produced);
    }
}

impl Before {
    pub fn of(context: &Context<'_>) -> Self {
        let has_item = nodes_with_items(context);
        Self(before_each_node(context, |node, before: &mut Others| {
            let touchpoint = context.touchpoint(node);
            let owner = context.owners().of_node(node).unwrap_or(OPEN_OWNER);
            let has_owner = !context.flow.nodes()[node].customer_alone;
            let may_have = may_have_more(touchpoint);
            if has_owner && (may_have || has_item[node]) {
                before.any.add(owner, node);
            }
            if has_owner && may_have {
                before.unknown.add(owner, node);
            }
            if touchpoint.produced.is_none() {
                before.unknown_produced.add(owner, node);
            }
        }))
    }

    /// Whether anything could be asked again at a node, whatever it asks for.
    pub fn has_any(&self, context: &Context<'_>, node: usize) -> bool {
        let witness = match context.owners().of_node(node) {
            Some(owner) => self.0[node].any.other_than(owner),
            None => self.0[node].any.any(),
        };
        witness.is_some()
    }

    /// Every item that an owned touchpoint asks for, but for identity checks.
    pub fn askings(&self, context: &Context<'_>) -> Vec<Asking> {
        let mut askings = Vec::new();
        let mut pass = Pass { context, before: self, had: Carried::default(), entries: Entries::default() };
        for item in 0..context.items().count() {
            if context.items().identity_check(item) != Some(true) {
                pass.item(item, &mut askings);
            }
        }
        askings
    }
}

/// The nodes that ask for or produce something that is no identity check.
fn nodes_with_items(context: &Context<'_>) -> Vec<bool> {
    let items = context.items();
    let mut has = vec![false; context.flow.nodes().len()];
    for item in (0..items.count()).filter(|item| items.identity_check(*item) != Some(true)) {
        for usage in items.uses(item).iter().filter(|usage| matches!(usage.usage, Use::Asked | Use::Produced))
        {
            has[usage.node] = true;
        }
    }
    has
}

/// Follows one item along the flow.
struct Pass<'p, 'c, 'a> {
    context: &'c Context<'a>,
    before: &'p Before,
    had: Carried<Had>,
    entries: Entries,
}

impl Pass<'_, '_, '_> {
    fn item(&mut self, item: usize, askings: &mut Vec<Asking>) {
        let context = self.context;
        let uses = context.items().uses(item);
        let is_asked = |usage: &&ItemUse| usage.usage == Use::Asked;
        let (Some(first), Some(last)) = (uses.first(), uses.iter().rev().find(is_asked)) else { return };
        let begin = askings.len();
        let mut rest = uses;
        let mut had = std::mem::take(&mut self.had);
        context.sweep().run(&mut had, (first.component, last.component), |component, mut state: Had| {
            let here = take_front(&mut rest, |usage| usage.component == component);
            let before = state;
            self.note(here, &mut state);
            // In a loop everything comes before everything.
            let seen = if context.components().loops(component) { &state } else { &before };
            for usage in here.iter().filter(is_asked) {
                if let Some(owner) = context.owners().of_node(usage.node) {
                    let answer = self.answer(item, usage.node, owner, seen);
                    askings.push(Asking { node: usage.node, item, answer });
                }
            }
            (state, rest.first().map_or(NO_STOP, |next| next.component))
        });
        self.blame(&had, &mut askings[begin..]);
        self.had = had;
    }

    /// Adds what touchpoints of one place ask for and produce.
    fn note(&self, here: &[ItemUse], state: &mut Had) {
        let nobody_did = state.produced_by == Producer::Nobody;
        for usage in here {
            let owner = self.context.owners().of_node(usage.node);
            if usage.usage == Use::Produced && nobody_did {
                state.produced_by = state.produced_by.and(owner.map_or(Producer::Several, Producer::Owner));
            }
            if !matches!(usage.usage, Use::Asked | Use::Produced) {
                continue;
            }
            match owner {
                Some(owner) => state.by.add(owner, usage.node),
                None if self.context.flow.nodes()[usage.node].customer_alone => {}
                None => state.by_open_owner.add(OPEN_OWNER, usage.node),
            }
        }
    }

    fn answer(&self, item: usize, node: usize, owner: usize, had: &Had) -> Answer {
        let repeated = had.by.other_than(owner);
        let by_open_owner = had.by_open_owner.any().map(Answer::IfOwned);
        let unknown = || self.before.0[node].unknown.other_than(owner).map(Answer::IfMoreIsKnown);
        if had.produced_by == Producer::Owner(owner) {
            // Who produced it first matters only where another owner's touchpoint has it, or may.
            let matters = repeated.is_some() || by_open_owner.is_some() || unknown().is_some();
            let produced = self.before.0[node].unknown_produced.other_than(owner).filter(|_| matters);
            return produced.map_or(Answer::Fine, Answer::IfProduced);
        }
        if let Some(first_at) = repeated {
            return match self.context.items().identity_check(item) {
                None => Answer::UnlessIdentityCheck,
                Some(_) => Answer::Repeats { first_at, blames: None },
            };
        }
        by_open_owner.or_else(unknown).unwrap_or(Answer::Fine)
    }

    /// Finds the handoffs over which the item could have come along.
    fn blame(&mut self, had: &Carried<Had>, askings: &mut [Asking]) {
        let context = self.context;
        let repeats = |asking: &&mut Asking| matches!(asking.answer, Answer::Repeats { .. });
        let askings: Vec<&mut Asking> = askings.iter_mut().filter(repeats).collect();
        let nodes: Vec<usize> = askings.iter().map(|asking| asking.node).collect();
        let comes_along = |at: usize| {
            let handoff = &context.flow.handoffs()[at];
            let receiver = context.owners().of_node(handoff.to).unwrap_or(OPEN_OWNER);
            had.after(context.components().of_node[handoff.from]).by.other_than(receiver).is_some()
        };
        let entries = self.entries.find_for(context, &nodes, comes_along);
        for (asking, entry) in askings.into_iter().zip(entries) {
            if let Answer::Repeats { blames, .. } = &mut asking.answer {
                *blames = entry;
            }
        }
    }
}
