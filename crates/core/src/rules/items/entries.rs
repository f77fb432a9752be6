//! By which handoff a path last entered the owner of a touchpoint.

use crate::flow::Join;
use crate::rules::context::Context;

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

    /// The handoff by which a path last entered the owner of this node, by its position in the flow.
    pub fn of_node(&self, node: usize) -> Option<usize> {
        self.by_node[node]
    }
}
