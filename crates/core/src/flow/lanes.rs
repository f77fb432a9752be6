//! The flow as departments live it: which owned touchpoint follows which, the customer's own left out.

use crate::sort::Sort;

use super::handoffs::Search;
use super::{Flow, positions_by_end};

/// What a lane step is between two owners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    /// Both have the same owner.
    Stays,
    /// A handoff, by its position in [`Flow::handoffs`].
    Handoff(usize),
    /// One of the two has no owner yet.
    Open,
}

/// From a touchpoint to one that follows it directly, or only through touchpoints of the customer alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaneStep {
    /// The node it leads from.
    pub from: usize,
    /// The node it leads to.
    pub to: usize,
    /// What it is between their owners.
    pub join: Join,
    /// Whether it closes a loop: it leads back to a touchpoint already passed on the way here.
    pub closes_loop: bool,
}

/// The lane steps of a flow. Touchpoints of the customer alone have none.
#[derive(Clone, Debug, PartialEq)]
pub struct Lanes {
    steps: Vec<LaneStep>,
    // Steps out of node n are `steps[out_start[n]..out_start[n + 1]]`.
    out_start: Vec<usize>,
    // Positions in `steps` of the steps into node n are `into[in_start[n]..in_start[n + 1]]`.
    into: Vec<usize>,
    in_start: Vec<usize>,
    order: Vec<usize>,
}

impl Lanes {
    /// The lane steps of a flow.
    pub fn of(flow: &Flow) -> Self {
        let mut search = Search::new(flow);
        let mut handoffs = (0..flow.handoffs().len()).peekable();
        let mut steps: Vec<LaneStep> = Vec::with_capacity(flow.nodes().len());
        let mut out_start = Vec::with_capacity(flow.nodes().len() + 1);
        for (from, node) in flow.nodes().iter().enumerate() {
            out_start.push(steps.len());
            if node.customer_alone {
                continue;
            }
            let begin = steps.len();
            search.each_next(flow, from, |_, to| {
                let owner = flow.nodes()[to].owner;
                let join = if node.owner.is_some() && node.owner == owner { Join::Stays } else { Join::Open };
                steps.push(LaneStep { from, to, join, closes_loop: false });
            });
            steps[begin..].arrange_by_key(|step| step.to);
            for step in &mut steps[begin..] {
                // Handoffs stand in the same order as the steps they are.
                let is_this =
                    |at: &usize| (flow.handoffs()[*at].from, flow.handoffs()[*at].to) == (step.from, step.to);
                if let Some(at) = handoffs.next_if(is_this) {
                    step.join = Join::Handoff(at);
                }
            }
        }
        out_start.push(steps.len());
        let (into, in_start) = positions_by_end(steps.iter().map(|step| step.to), flow.nodes().len());
        let mut lanes = Self { steps, out_start, into, in_start, order: Vec::new() };
        lanes.find_loops();
        lanes
    }

    /// All lane steps, by the node they lead from.
    pub fn steps(&self) -> &[LaneStep] {
        &self.steps
    }

    /// The lane steps out of a node.
    pub fn steps_from(&self, node: usize) -> &[LaneStep] {
        &self.steps[self.out_start[node]..self.out_start[node + 1]]
    }

    /// The lane steps into a node.
    pub fn steps_to(&self, node: usize) -> impl Iterator<Item = &LaneStep> {
        self.into[self.in_start[node]..self.in_start[node + 1]].iter().map(|at| &self.steps[*at])
    }

    /// All nodes, so that every lane step but those that close a loop leads forward.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Marks the steps that close a loop, walking from the beginning of the journey, and finds the order.
    fn find_loops(&mut self) {
        #[derive(Clone, Copy, PartialEq)]
        enum Seen {
            Never,
            OnTheWay,
            Done,
        }
        let nodes = self.out_start.len() - 1;
        let mut seen = vec![Seen::Never; nodes];
        let mut finished = Vec::with_capacity(nodes);
        let mut way: Vec<(usize, usize)> = Vec::new();
        for start in 0..nodes {
            if seen[start] != Seen::Never {
                continue;
            }
            seen[start] = Seen::OnTheWay;
            way.push((start, self.out_start[start]));
            while let Some((node, next)) = way.last_mut() {
                if *next == self.out_start[*node + 1] {
                    seen[*node] = Seen::Done;
                    finished.push(*node);
                    way.pop();
                    continue;
                }
                let step = &mut self.steps[*next];
                *next += 1;
                match seen[step.to] {
                    Seen::OnTheWay => step.closes_loop = true,
                    Seen::Done => {}
                    Seen::Never => {
                        seen[step.to] = Seen::OnTheWay;
                        way.push((step.to, self.out_start[step.to]));
                    }
                }
            }
        }
        finished.reverse();
        self.order = finished;
    }
}
