//! Handoffs: where the flow crosses from one owner to another.

use crate::model::{Id, Minutes};

use super::Flow;

/// Two owned touchpoints of different owners that the flow joins directly, or only through touchpoints
/// of the customer alone without an owner. One per pair of touchpoints; of several ways between them
/// the one with the fewest touchpoints counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Handoff {
    /// The node that hands on.
    pub from: usize,
    /// The node that receives.
    pub to: usize,
    /// The nodes of the customer alone that lie between, in order.
    pub via: Vec<usize>,
    /// The department that hands on.
    pub from_department: Id,
    /// The department that receives.
    pub to_department: Id,
}

impl Handoff {
    /// The pairs of nodes the customer passes, from the first node to the last.
    pub fn legs(&self) -> impl Iterator<Item = (usize, usize)> {
        let first = std::iter::once(self.from).chain(self.via.iter().copied());
        let second = self.via.iter().copied().chain(std::iter::once(self.to));
        first.zip(second)
    }

    /// The waits on the way: the sum of those that are known, and whether all are.
    pub fn wait(&self, flow: &Flow) -> (Minutes, bool) {
        let (mut low, mut high, mut complete) = (0, 0, true);
        for (from, to) in self.legs() {
            match flow.step(from, to).and_then(|step| step.wait) {
                Some(wait) => {
                    low += wait.low();
                    high += wait.high();
                }
                None => complete = false,
            }
        }
        let sum = Minutes::range(low, high).unwrap_or_else(|| Minutes::exact(low));
        (sum, complete)
    }
}

/// A step beside an unowned touchpoint that is not the customer's alone: whether it is a handoff is open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Undecided {
    /// The node it leads from.
    pub from: usize,
    /// The node it leads to.
    pub to: usize,
}

pub(super) fn find_handoffs(flow: &Flow) -> Vec<Handoff> {
    let mut search =
        Search { reached_from: vec![None; flow.nodes().len()], round: vec![usize::MAX; flow.nodes().len()] };
    let mut found = Vec::new();
    for (at, node) in flow.nodes().iter().enumerate() {
        if let Some(owner) = node.owner {
            search.from(flow, at, owner, &mut found);
        }
    }
    found
}

struct Search {
    // The node before, on the shortest way of the present round.
    reached_from: Vec<Option<usize>>,
    // The node whose round last reached this one.
    round: Vec<usize>,
}

impl Search {
    fn from(&mut self, flow: &Flow, start: usize, owner: Id, found: &mut Vec<Handoff>) {
        let begin = found.len();
        let mut queue = vec![start];
        let mut next = 0;
        while let Some(&at) = queue.get(next) {
            next += 1;
            for step in flow.steps_from(at) {
                if self.round[step.to] == start || step.to == start {
                    continue;
                }
                self.round[step.to] = start;
                self.reached_from[step.to] = Some(at).filter(|at| *at != start);
                let node = &flow.nodes()[step.to];
                match node.owner {
                    Some(to_department) if to_department != owner => found.push(Handoff {
                        from: start,
                        to: step.to,
                        via: self.way_to(step.to),
                        from_department: owner,
                        to_department,
                    }),
                    None if node.customer_alone => queue.push(step.to),
                    _ => {}
                }
            }
        }
        found[begin..].sort_by_key(|handoff| handoff.to);
    }

    fn way_to(&self, node: usize) -> Vec<usize> {
        let mut way: Vec<usize> =
            std::iter::successors(self.reached_from[node], |at| self.reached_from[*at]).collect();
        way.reverse();
        way
    }
}

pub(super) fn find_undecided(flow: &Flow) -> Vec<Undecided> {
    let open = |at: usize| {
        let node = &flow.nodes()[at];
        node.owner.is_none() && !node.customer_alone
    };
    flow.steps()
        .iter()
        .filter(|step| open(step.from) || open(step.to))
        .map(|step| Undecided { from: step.from, to: step.to })
        .collect()
}
