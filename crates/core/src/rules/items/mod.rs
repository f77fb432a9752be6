//! Which information is where: what the rules about information share.

mod entries;
mod open;
mod sweep;
mod witness;

use crate::model::{Id, IdMap, Item, Ref, Touchpoint};
use crate::sort::Sort;

use super::context::Context;

pub(super) use crate::flow::take_front;
pub use entries::Entries;
pub use open::OpenItems;
pub use sweep::{Carried, NO_STOP, State, Sweep, before_each_node};
pub use witness::{OPEN_OWNER, Two};

/// What a touchpoint does with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// A handoff into it passes the item.
    Passed,
    /// It asks the customer for it.
    Asked,
    /// It needs it.
    Needed,
    /// The item comes into being here.
    Produced,
}

/// One use of one item.
#[derive(Clone, Copy, Debug)]
pub struct ItemUse {
    /// The component of the flow it is in.
    pub component: usize,
    /// The node.
    pub node: usize,
    /// What is done with the item.
    pub usage: Use,
}

/// The items of a journey, numbered in the order of their identifiers.
#[derive(Debug)]
pub struct ItemTable {
    ids: Vec<Id>,
    identity_checks: Vec<Option<bool>>,
    // Uses of item n are `uses[start[n]..start[n + 1]]`, by component, node and kind of use.
    uses: Vec<ItemUse>,
    start: Vec<usize>,
}

impl ItemTable {
    /// The items used in a journey.
    pub fn of(context: &Context<'_>) -> Self {
        let mut found = Found { context, numbers: IdMap::default(), items: Vec::new(), uses: Vec::new() };
        let passed = passed_into(context);
        for (component, members) in context.components().all().enumerate() {
            for &node in members {
                let touchpoint = context.touchpoint(node);
                let begin = passed.partition_point(|(to, _)| *to < node);
                for (_, items) in passed[begin..].iter().take_while(|(to, _)| *to == node) {
                    found.note(component, node, Use::Passed, Some(items));
                }
                found.note(component, node, Use::Asked, touchpoint.asked.as_deref());
                found.note(component, node, Use::Needed, touchpoint.needed.as_deref());
                found.note(component, node, Use::Produced, touchpoint.produced.as_deref());
            }
        }
        found.sorted()
    }

    /// How many items the journey uses.
    pub fn count(&self) -> usize {
        self.ids.len()
    }

    /// The item with this number.
    pub fn id(&self, item: usize) -> Id {
        self.ids[item]
    }

    /// Whether asking for the item again is deliberate; `None` where nobody said.
    pub fn identity_check(&self, item: usize) -> Option<bool> {
        self.identity_checks[item]
    }

    /// The uses of an item, in the order of the components.
    pub fn uses(&self, item: usize) -> &[ItemUse] {
        &self.uses[self.start[item]..self.start[item + 1]]
    }
}

/// The uses of items, as they are found along the flow.
struct Found<'c, 'a> {
    context: &'c Context<'a>,
    numbers: IdMap<usize>,
    // Each item, how often it is used, and where last.
    items: Vec<(Id, usize, (usize, Use))>,
    uses: Vec<(usize, ItemUse)>,
}

impl Found<'_, '_> {
    fn note(&mut self, component: usize, node: usize, usage: Use, items: Option<&[Ref<Item>]>) {
        for item in items.into_iter().flatten() {
            let next = self.items.len();
            let number = *self.numbers.entry(item.id()).or_insert(next);
            if number == next {
                self.items.push((item.id(), 0, (usize::MAX, usage)));
            }
            let (_, count, last) = &mut self.items[number];
            // A list may name an item twice, and two handoffs may pass it to one touchpoint.
            if *last != (node, usage) {
                *last = (node, usage);
                *count += 1;
                self.uses.push((number, ItemUse { component, node, usage }));
            }
        }
    }

    /// Sorts the items by identifier, so that their order rests on nothing a rule does not read, and the
    /// uses by item; inside an item they keep their order.
    fn sorted(mut self) -> ItemTable {
        let mut order: Vec<usize> = (0..self.items.len()).collect();
        order.arrange_by_key(|item| self.items[*item].0);
        let mut number = vec![0; order.len()];
        for (at, item) in order.iter().enumerate() {
            number[*item] = at;
        }
        self.items = order.into_iter().map(|item| self.items[item]).collect();
        let registered = |item: &Id| self.context.workspace.items.get(item);
        let identity_checks = self
            .items
            .iter()
            .map(|(item, ..)| registered(item).and_then(|item| item.identity_check))
            .collect();
        let mut start = vec![0];
        for (at, (_, count, _)) in self.items.iter().enumerate() {
            start.push(start[at] + count);
        }
        let mut next = start.clone();
        let mut uses = vec![ItemUse { component: 0, node: 0, usage: Use::Passed }; self.uses.len()];
        for (item, usage) in self.uses {
            let item = number[item];
            uses[next[item]] = usage;
            next[item] += 1;
        }
        ItemTable {
            ids: self.items.into_iter().map(|(item, ..)| item).collect(),
            identity_checks,
            uses,
            start,
        }
    }
}

/// What is known to pass into nodes, by node.
fn passed_into<'a>(context: &Context<'a>) -> Vec<(usize, &'a [Ref<Item>])> {
    let passed = |at: usize| context.card(at).and_then(|card| card.passed.as_deref());
    let handoffs = context.flow.handoffs().iter().enumerate();
    let mut into: Vec<_> = handoffs.filter_map(|(at, handoff)| Some((handoff.to, passed(at)?))).collect();
    into.arrange_by_key(|(to, _)| *to);
    into
}

/// Whether it is unknown what the handoff in this position of the flow passes.
pub fn passes_unknown(context: &Context<'_>, handoff: usize) -> bool {
    context.card(handoff).is_none_or(|card| card.passed.is_none())
}

/// Whether a touchpoint may have information that nobody has noted.
pub fn may_have_more(touchpoint: &Touchpoint) -> bool {
    touchpoint.asked.is_none() || touchpoint.produced.is_none()
}
