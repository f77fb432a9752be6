//! The flow of a journey: which touchpoint leads to which, and where that crosses departments.
//!
//! Steps: the explicit links out of a touchpoint replace its default step; without them it leads to
//! the next in order, across phases, unless it ends the journey.

mod cards;
mod components;
mod handoffs;
mod lanes;
mod same;

use crate::model::{Id, IdMap, Journey, Link, Minutes, Stage, StepKey, Touchpoint};
use crate::sort::Sort;

pub use cards::{CardMove, moved_cards};
pub use components::{Components, components};
pub use handoffs::{Handoff, Undecided};
pub use lanes::{Join, LaneStep, Lanes};
pub use same::same_flow;

/// A touchpoint as a node of the flow; nodes are numbered from 0 in the order of the journey.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// The touchpoint.
    pub id: Id,
    /// Its owner.
    pub owner: Option<Id>,
    /// Something the customer does alone, without an owner: handoffs lead through it.
    pub customer_alone: bool,
    /// The position of its phase in the journey, from 0.
    pub phase: usize,
}

/// A step of the flow between two nodes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FlowStep {
    /// The node it leads from.
    pub from: usize,
    /// The node it leads to.
    pub to: usize,
    /// Drawn by hand, rather than following the order.
    pub explicit: bool,
    /// The customers who take it, in per cent, where known.
    pub share: Option<f64>,
    /// How long the customer waits, where known.
    pub wait: Option<Minutes>,
}

/// The flow of one journey, derived from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Flow {
    nodes: Vec<Node>,
    index: IdMap<usize>,
    steps: Vec<FlowStep>,
    // Steps out of node n are `steps[out_start[n]..out_start[n + 1]]`.
    out_start: Vec<usize>,
    // Positions in `steps` of the steps into node n are `into[in_start[n]..in_start[n + 1]]`.
    into: Vec<usize>,
    in_start: Vec<usize>,
    handoffs: Vec<Handoff>,
    // Handoffs out of node n are `handoffs[handoff_start[n]..handoff_start[n + 1]]`.
    handoff_start: Vec<usize>,
    undecided: Vec<Undecided>,
}

impl Flow {
    /// Derives the flow of a journey.
    pub fn of(journey: &Journey) -> Self {
        let (nodes, touchpoints, index) = nodes_of(journey);
        let (steps, out_start) = steps_of(journey, &touchpoints, &index);
        let (into, in_start) = positions_by_end(steps.iter().map(|step| step.to), nodes.len());
        let mut flow = Self { nodes, index, steps, out_start, into, in_start, ..Self::default() };
        (flow.handoffs, flow.handoff_start) = handoffs::find_handoffs(&flow);
        flow.undecided = handoffs::find_undecided(&flow);
        flow
    }

    /// The touchpoints in order.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The number of a touchpoint, from 0 in the order of the journey.
    pub fn node_of(&self, touchpoint: Id) -> Option<usize> {
        self.index.get(&touchpoint).copied()
    }

    /// All steps, by the node they lead from.
    pub fn steps(&self) -> &[FlowStep] {
        &self.steps
    }

    /// The steps out of a node.
    pub fn steps_from(&self, node: usize) -> &[FlowStep] {
        &self.steps[self.out_start[node]..self.out_start[node + 1]]
    }

    /// The steps into a node.
    pub fn steps_to(&self, node: usize) -> impl Iterator<Item = &FlowStep> {
        self.into[self.in_start[node]..self.in_start[node + 1]].iter().map(|at| &self.steps[*at])
    }

    /// The step between two nodes.
    pub fn step(&self, from: usize, to: usize) -> Option<&FlowStep> {
        self.steps_from(from).iter().find(|step| step.to == to)
    }

    /// The handoffs, by the node they lead from.
    pub fn handoffs(&self) -> &[Handoff] {
        &self.handoffs
    }

    /// The handoff between two touchpoints.
    pub fn handoff(&self, key: StepKey) -> Option<&Handoff> {
        self.handoff_position(key).map(|at| &self.handoffs[at])
    }

    /// The position in [`Flow::handoffs`] of the handoff between two touchpoints.
    pub fn handoff_position(&self, key: StepKey) -> Option<usize> {
        let (from, to) = (self.node_of(key.from)?, self.node_of(key.to)?);
        (self.handoff_start[from]..self.handoff_start[from + 1]).find(|at| self.handoffs[*at].to == to)
    }

    /// The touchpoints a handoff joins.
    pub fn handoff_key(&self, position: usize) -> StepKey {
        let handoff = &self.handoffs[position];
        self.key(handoff.from, handoff.to)
    }

    /// The steps beside an unowned touchpoint that is not the customer's alone.
    pub fn undecided(&self) -> &[Undecided] {
        &self.undecided
    }

    /// The touchpoints two nodes stand for.
    pub fn key(&self, from: usize, to: usize) -> StepKey {
        StepKey::new(self.nodes[from].id, self.nodes[to].id)
    }
}

/// The touchpoints in order, as nodes and as they are, and the number of each.
fn nodes_of(journey: &Journey) -> (Vec<Node>, Vec<&Touchpoint>, IdMap<usize>) {
    let phases = journey.ordered_phases().enumerate();
    let listed: Vec<(Id, usize)> =
        phases.flat_map(|(at, (_, phase))| phase.touchpoints.iter().map(move |id| (*id, at))).collect();
    let number = |(at, (id, _)): (usize, &(Id, usize))| (*id, at);
    let mut index: IdMap<usize> = listed.iter().enumerate().map(number).collect();
    // Walking through all of a map takes less time than looking each of them up.
    let mut found = vec![None; listed.len()];
    for (id, touchpoint) in &journey.touchpoints {
        if let Some(at) = index.get(id) {
            found[*at] = Some(touchpoint.as_ref());
        }
    }
    let touchpoints: Vec<&Touchpoint> = found.iter().copied().flatten().collect();
    let there = listed.iter().zip(&found).filter_map(|(listed, found)| found.is_some().then_some(*listed));
    let node = |((id, phase), touchpoint): ((Id, usize), &&Touchpoint)| {
        let owner = touchpoint.owner.map(crate::model::Ref::id);
        let customer_alone = owner.is_none() && touchpoint.stage == Some(Stage::Customer);
        Node { id, owner, customer_alone, phase }
    };
    let nodes: Vec<Node> = there.zip(&touchpoints).map(node).collect();
    if nodes.len() < listed.len() {
        index = nodes.iter().enumerate().map(|(at, node)| (node.id, at)).collect();
    }
    (nodes, touchpoints, index)
}

fn steps_of(
    journey: &Journey,
    touchpoints: &[&Touchpoint],
    index: &IdMap<usize>,
) -> (Vec<FlowStep>, Vec<usize>) {
    let mut noted: Vec<(usize, usize, Option<&Link>, Option<Minutes>)> = Vec::new();
    for (key, step) in &journey.steps {
        let (Some(&from), Some(&to)) = (index.get(&key.from), index.get(&key.to)) else { continue };
        if step.link.is_some() || step.wait.is_some() {
            noted.push((from, to, step.link.as_ref(), step.wait));
        }
    }
    noted.arrange_by_key(|(from, to, ..)| (*from, *to));
    let mut rest = noted.as_slice();
    let mut steps = Vec::with_capacity(touchpoints.len());
    let mut out_start = Vec::with_capacity(touchpoints.len() + 1);
    for (at, touchpoint) in touchpoints.iter().enumerate() {
        out_start.push(steps.len());
        let here = take_front(&mut rest, |(from, ..)| *from == at);
        for (from, to, link, wait) in here.iter().copied() {
            let Some(link) = link else { continue };
            let share = link.share.map(crate::model::Percent::value);
            steps.push(FlowStep { from, to, explicit: true, share, wait });
        }
        let is_linked = here.iter().any(|(.., link, _)| link.is_some());
        if !is_linked && touchpoint.ends != Some(true) && at + 1 < touchpoints.len() {
            let wait = here.iter().find(|(_, to, ..)| *to == at + 1).and_then(|(.., wait)| *wait);
            steps.push(FlowStep { from: at, to: at + 1, explicit: false, share: None, wait });
        }
    }
    out_start.push(steps.len());
    (steps, out_start)
}

/// Takes entries off the front of a list for as long as `fits` holds: those of the next place, where a list is
/// in the order of the places.
pub(crate) fn take_front<'l, T>(list: &mut &'l [T], fits: impl Fn(&T) -> bool) -> &'l [T] {
    let end = list.iter().position(|entry| !fits(entry)).unwrap_or(list.len());
    let (front, rest) = list.split_at(end);
    *list = rest;
    front
}

/// The positions of steps by the node they lead to, and where those of each node begin.
fn positions_by_end(ends: impl Iterator<Item = usize> + Clone, nodes: usize) -> (Vec<usize>, Vec<usize>) {
    let mut start = vec![0; nodes + 1];
    for end in ends.clone() {
        start[end + 1] += 1;
    }
    for at in 1..start.len() {
        start[at] += start[at - 1];
    }
    let mut next = start.clone();
    let mut positions = vec![0; start[nodes]];
    for (at, end) in ends.enumerate() {
        positions[next[end]] = at;
        next[end] += 1;
    }
    (positions, start)
}

#[cfg(test)]
mod tests;
