//! Handoffs: where the flow crosses from one owner to another.

use crate::model::{Id, Minutes};
use crate::sort::Sort;

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

/// The handoffs by the node they lead from, and where those of each node begin.
pub(super) fn find_handoffs(flow: &Flow) -> (Vec<Handoff>, Vec<usize>) {
    let mut search = Search::new(flow);
    let mut found: Vec<Handoff> = Vec::new();
    let mut start = Vec::with_capacity(flow.nodes().len() + 1);
    for (from, node) in flow.nodes().iter().enumerate() {
        start.push(found.len());
        let Some(from_department) = node.owner else { continue };
        let begin = found.len();
        search.each_next(flow, from, |search, to| {
            let other = flow.nodes()[to].owner.filter(|owner| *owner != from_department);
            found.extend(other.map(|to_department| {
                let via = search.way_to(to);
                Handoff { from, to, via, from_department, to_department }
            }));
        });
        found[begin..].arrange_by_key(|handoff| handoff.to);
    }
    start.push(found.len());
    (found, start)
}

/// Finds what follows a touchpoint directly, or only through touchpoints of the customer alone.
pub(super) struct Search {
    // The node before, on the shortest way of the present round.
    reached_from: Vec<Option<usize>>,
    // The node whose round last reached this one.
    round: Vec<usize>,
    queue: Vec<usize>,
}

impl Search {
    pub fn new(flow: &Flow) -> Self {
        let nodes = flow.nodes().len();
        Self { reached_from: vec![None; nodes], round: vec![usize::MAX; nodes], queue: Vec::new() }
    }

    /// Visits each node that follows `start` and is not the customer's alone, once, the nearest first.
    pub fn each_next(&mut self, flow: &Flow, start: usize, mut visit: impl FnMut(&Self, usize)) {
        self.queue.clear();
        self.queue.push(start);
        let mut next = 0;
        while let Some(&at) = self.queue.get(next) {
            next += 1;
            for step in flow.steps_from(at) {
                if self.round[step.to] == start || step.to == start {
                    continue;
                }
                self.round[step.to] = start;
                self.reached_from[step.to] = Some(at).filter(|at| *at != start);
                if flow.nodes()[step.to].customer_alone {
                    self.queue.push(step.to);
                } else {
                    visit(self, step.to);
                }
            }
        }
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
