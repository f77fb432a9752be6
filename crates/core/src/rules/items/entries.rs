//! By which handoff a path last entered the owner of a touchpoint.

use crate::flow::Join;
use crate::rules::context::Context;

/// In a run of touchpoints of one owner no longer than this it takes less time to go back from some of them
/// than to look at the whole journey.
const LONGEST_RUN: usize = 32;

/// A run is longer.
struct LongRun;

/// For each node the handoff by which a path last entered its owner.
#[derive(Debug, Default)]
pub struct Entries {
    by_node: Vec<Option<usize>>,
    queue: Vec<usize>,
}

impl Entries {
    /// Finds the entries, looking only at the handoffs that `counts` admits. Where several lead to one
    /// touchpoint the first in the order of the journey is taken, and where several runs of touchpoints
    /// meet, the nearest.
    pub fn find(&mut self, context: &Context<'_>, counts: impl Fn(usize) -> bool) {
        self.by_node.clear();
        self.by_node.resize(context.flow.nodes().len(), None);
        self.queue.clear();
        for (at, handoff) in context.flow.handoffs().iter().enumerate() {
            if self.by_node[handoff.to].is_none() && counts(at) {
                self.by_node[handoff.to] = Some(at);
                self.queue.push(handoff.to);
            }
        }
        let mut next = 0;
        while let Some(&node) = self.queue.get(next) {
            next += 1;
            for step in context.lanes().steps_from(node) {
                if step.join == Join::Stays && self.by_node[step.to].is_none() {
                    self.by_node[step.to] = self.by_node[node];
                    self.queue.push(step.to);
                }
            }
        }
    }

    /// The same for these nodes alone, by their position in the flow.
    pub fn find_for(
        &mut self,
        context: &Context<'_>,
        nodes: &[usize],
        counts: impl Fn(usize) -> bool,
    ) -> Vec<Option<usize>> {
        let near: Result<Vec<_>, LongRun> =
            nodes.iter().map(|node| self.last_before(context, *node, &counts)).collect();
        near.unwrap_or_else(|LongRun| {
            self.find(context, counts);
            nodes.iter().map(|node| self.by_node[*node]).collect()
        })
    }

    /// Goes back from a node: the nearest touchpoint of the same run that a handoff leads to, and of several
    /// handoffs the first. An error where the run is too long to go
    /// back along it from each of its touchpoints.
    fn last_before(
        &mut self,
        context: &Context<'_>,
        node: usize,
        counts: &impl Fn(usize) -> bool,
    ) -> Result<Option<usize>, LongRun> {
        self.queue.clear();
        self.queue.push(node);
        let mut next = 0;
        while next < self.queue.len() {
            let mut nearest: Option<usize> = None;
            let last = self.queue.len();
            for at in next..last {
                for step in context.lanes().steps_to(self.queue[at]) {
                    match step.join {
                        Join::Handoff(at) if counts(at) => {
                            nearest = Some(nearest.map_or(at, |one| one.min(at)));
                        }
                        Join::Stays if !self.queue.contains(&step.from) => self.queue.push(step.from),
                        _ => {}
                    }
                }
            }
            if nearest.is_some() {
                return Ok(nearest);
            }
            if self.queue.len() > LONGEST_RUN {
                return Err(LongRun);
            }
            next = last;
        }
        Ok(None)
    }

    /// The handoff by which a path last entered the owner of this node, by its position in the flow.
    pub fn of_node(&self, node: usize) -> Option<usize> {
        self.by_node[node]
    }
}
