//! What the customer feels around a handoff: the touchpoints nearest to it at which they take part.
//!
//! *Before* a handoff a → b: the nearest customer or frontstage touchpoints at or before a. *After*: the
//! nearest at or after b, as long as b's owner keeps the case; where it is handed on before the customer
//! feels anything, that later handoff is the one to look at. So each pair of felt touchpoints is looked at
//! once, at the last handoff between the two.
//!
//! A touchpoint without a stage may be felt or not, and one without an owner may be another handoff: what
//! lies behind them is only possible, and they are the blanks that decide.

use crate::model::Stage;
use crate::sort::Sort;

use super::blank::{Blank, BlankField, BlankPlace};
use super::context::Context;
use super::node::Node;

/// Whether the customer takes part in a touchpoint.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Felt,
    Unfelt,
    Open,
}

/// On which side of a handoff.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At or before the touchpoint that hands on.
    Before,
    /// At or after the touchpoint that receives.
    After,
}

/// Whether what is looked for is there by the known values, or could be by some filling of the blanks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The known values say so.
    Certain,
    /// Some filling of the blanks says so.
    Possible,
}

/// A felt touchpoint with what tells it from others: of sources with one key, the first is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    node: Node,
    /// What tells it from others.
    pub key: u32,
}

impl Source {
    /// The felt touchpoint of this node.
    pub fn new(node: usize, key: u32) -> Self {
        Self { node: Node::of(node), key }
    }

    /// The node.
    pub fn node(self) -> usize {
        self.node.number()
    }
}

/// For each node the felt touchpoints nearest to it, at most one for each of two keys.
pub type Nearest = Vec<[Option<Source>; 2]>;

/// The felt touchpoints of a journey.
pub struct Felt<'c, 'a> {
    context: &'c Context<'a>,
    roles: Vec<Role>,
}

impl<'c, 'a> Felt<'c, 'a> {
    /// The felt touchpoints of the journey in `context`.
    pub fn of(context: &'c Context<'a>) -> Self {
        let role = |stage| match stage {
            Some(Stage::Customer | Stage::Frontstage) => Role::Felt,
            Some(Stage::Backstage | Stage::Support) => Role::Unfelt,
            None => Role::Open,
        };
        let roles = context.touchpoints.iter().map(|touchpoint| role(touchpoint.stage)).collect();
        Self { context, roles }
    }

    /// The nodes that are felt on this side, or could be, the nearest to a handoff first.
    pub fn sources(&self, side: Side, reach: Reach) -> Vec<usize> {
        let counts = |node: &usize| {
            let open_owner = side == Side::After && self.has_open_owner(*node);
            match reach {
                Reach::Certain => self.roles[*node] == Role::Felt && !open_owner,
                Reach::Possible => self.roles[*node] != Role::Unfelt || open_owner,
            }
        };
        let nodes = 0..self.roles.len();
        match side {
            Side::Before => nodes.rev().filter(counts).collect(),
            Side::After => nodes.filter(counts).collect(),
        }
    }

    /// Whether the customer takes part here, whatever the blanks hold.
    pub fn is_felt(&self, node: usize) -> bool {
        self.roles[node] == Role::Felt
    }

    /// Whether a department may own the touchpoint that nobody has named yet.
    pub fn has_open_owner(&self, node: usize) -> bool {
        let node = &self.context.flow.nodes()[node];
        node.owner.is_none() && !node.customer_alone
    }

    /// For each node the sources that are nearest to it on this side, the earlier ones in the list before
    /// the later ones. Each node and key is visited once.
    pub fn nearest(&self, side: Side, reach: Reach, sources: &[Source]) -> Nearest {
        let mut nearest: Nearest = vec![[None; 2]; self.roles.len()];
        let mut reached = Vec::new();
        for source in sources {
            if keep(&mut nearest[source.node()], *source) {
                reached.push(source.node());
            }
            while let Some(node) = reached.pop() {
                self.for_each_next(side, node, |next| {
                    if self.admits(side, reach, node, next) && keep(&mut nearest[next], *source) {
                        reached.push(next);
                    }
                });
            }
        }
        nearest
    }

    /// Away from the felt touchpoint: along the steps before a handoff, against them after it.
    fn for_each_next(&self, side: Side, node: usize, mut visit: impl FnMut(usize)) {
        match side {
            Side::Before => self.context.flow.steps_from(node).iter().for_each(|step| visit(step.to)),
            Side::After => self.context.flow.steps_to(node).for_each(|step| visit(step.from)),
        }
    }

    /// Whether what is felt beyond `holder` is felt at `next` too: nothing is felt there itself, and after
    /// a handoff the case stays in one department.
    fn admits(&self, side: Side, reach: Reach, holder: usize, next: usize) -> bool {
        let passes = match reach {
            Reach::Certain => self.roles[next] == Role::Unfelt,
            Reach::Possible => self.roles[next] != Role::Felt,
        };
        if side == Side::Before || !passes {
            return passes;
        }
        let nodes = self.context.flow.nodes();
        let (holder_node, owner) = (&nodes[holder], nodes[next].owner);
        let stays = holder_node.customer_alone || holder_node.owner == owner;
        owner.is_some() && (stays || (reach == Reach::Possible && self.has_open_owner(holder)))
    }

    /// What is blank at a source: its owner after a handoff, its stage, and the field looked at.
    pub fn blanks(&self, side: Side, node: usize, field: BlankField, filled: bool) -> Vec<Blank> {
        let place = BlankPlace::Touchpoint(self.context.flow.nodes()[node].id);
        let blanks =
            self.blank_at(side, node, filled).into_iter().zip([BlankField::Owner, BlankField::Stage, field]);
        blanks.filter(|(is_blank, _)| *is_blank).map(|(_, field)| Blank::new(place, field)).collect()
    }

    /// Whether anything is blank at a source.
    pub fn has_blanks(&self, side: Side, node: usize, filled: bool) -> bool {
        self.blank_at(side, node, filled).contains(&true)
    }

    /// Whether its owner is blank, after a handoff; its stage; and the field looked at.
    fn blank_at(&self, side: Side, node: usize, filled: bool) -> [bool; 3] {
        let role = self.roles[node];
        let open_owner = side == Side::After && self.has_open_owner(node);
        [open_owner, role == Role::Open, role != Role::Unfelt && !filled]
    }
}

fn keep(slots: &mut [Option<Source>; 2], source: Source) -> bool {
    for slot in slots {
        match slot {
            Some(kept) if kept.key == source.key => return false,
            Some(_) => {}
            None => {
                *slot = Some(source);
                return true;
            }
        }
    }
    false
}

/// Of several handoffs between one pair of felt touchpoints (there are several where the flow branches
/// between the two), keeps the last. `found` holds the pair and the position of the handoff in the flow.
pub fn last_of_each_pair<T>(
    context: &Context<'_>,
    mut found: Vec<((usize, usize), usize, T)>,
) -> Vec<((usize, usize), usize, T)> {
    let place = |handoff: usize| (context.flow.handoffs()[handoff].to, handoff);
    found.arrange_by_key(|(pair, handoff, _)| (*pair, std::cmp::Reverse(place(*handoff))));
    found.dedup_by_key(|(pair, ..)| *pair);
    found.arrange_by_key(|(_, handoff, _)| *handoff);
    found
}
