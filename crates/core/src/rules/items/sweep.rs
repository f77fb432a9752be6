//! One pass over the flow with loops taken as one place: what is true before each place.

use crate::flow::{Components, Flow};
use crate::rules::context::Context;
use crate::sort::Sort;

/// What is carried along the flow, and joined where ways meet.
pub trait State: Copy + Default {
    /// Adds what another way brings.
    fn join(&mut self, other: &Self);
}

impl State for u64 {
    fn join(&mut self, other: &Self) {
        *self |= other;
    }
}

/// Stands for no component: none is asked for again.
pub const NO_STOP: usize = usize::MAX;

/// The ways between the components of a flow.
#[derive(Debug)]
pub struct Sweep {
    joints: Vec<Joint>,
    before: Vec<usize>,
}

/// A component that does not simply follow the one before it, or from which a way leads elsewhere. Between two of
/// them what is carried changes only where something is asked for.
#[derive(Debug)]
struct Joint {
    component: usize,
    // Positions in `before` of the joints that lead to it; `None` where it simply follows the one before it.
    before: Option<(usize, usize)>,
}

/// What was carried along the flow, by the components at which it may have changed.
#[derive(Debug)]
pub struct Carried<S> {
    trace: Vec<(usize, S)>,
    // By joint, its place in the trace.
    of_joint: Vec<usize>,
}

impl<S> Default for Carried<S> {
    fn default() -> Self {
        Self { trace: Vec::new(), of_joint: Vec::new() }
    }
}

impl<S: State> Carried<S> {
    /// What goes out of a component.
    pub fn after(&self, component: usize) -> S {
        let next = self.trace.partition_point(|(at, _)| *at <= component);
        next.checked_sub(1).map_or(S::default(), |at| self.trace[at].1)
    }
}

impl Sweep {
    /// The ways between the components of a flow.
    pub fn of(flow: &Flow, components: &Components) -> Self {
        let count = components.count();
        let mut is_joint = vec![false; count];
        let mut ways = Vec::new();
        let mut follows = Vec::with_capacity(count);
        for (component, members) in components.all().enumerate() {
            let begin = ways.len();
            let steps = members.iter().flat_map(|node| flow.steps_to(*node));
            let from = steps.map(|step| components.of_node[step.from]);
            ways.extend(from.filter(|from| *from != component).map(|from| (component, from)));
            let here = &mut ways[begin..];
            let follows_last = matches!(here, [(_, from)] if *from + 1 == component);
            follows.push(follows_last);
            if follows_last {
                ways.truncate(begin);
            } else {
                here.arrange();
                for (_, from) in here.iter() {
                    is_joint[*from] = true;
                }
                is_joint[component] = true;
            }
        }
        ways.dedup();
        let mut numbers = vec![0; count];
        let mut joints = Vec::new();
        for component in (0..count).filter(|component| is_joint[*component]) {
            let way = |component: usize| ways.partition_point(|(to, _)| *to < component);
            let before = (!follows[component]).then(|| (way(component), way(component + 1)));
            numbers[component] = joints.len();
            joints.push(Joint { component, before });
        }
        let before = ways.into_iter().map(|(_, from)| numbers[from]).collect();
        Self { joints, before }
    }

    /// Carries a state over the components from `stop` to `last`, in the order of the flow. `visit` is given a
    /// component it asked for and what comes into it, and says what goes out of it, and for which component it
    /// asks next. Nothing comes from components before the first.
    pub fn run<S: State>(
        &self,
        carried: &mut Carried<S>,
        (mut stop, last): (usize, usize),
        mut visit: impl FnMut(usize, S) -> (S, usize),
    ) {
        carried.trace.clear();
        carried.of_joint.clear();
        carried.of_joint.resize(self.joints.len(), usize::MAX);
        let mut next_joint = self.joints.partition_point(|joint| joint.component < stop);
        let mut state = S::default();
        loop {
            let joint = self.joints.get(next_joint);
            let component = joint.map_or(stop, |joint| joint.component.min(stop));
            if component > last {
                return;
            }
            let joint = joint.filter(|joint| joint.component == component);
            if let Some((begin, end)) = joint.and_then(|joint| joint.before) {
                state = S::default();
                for before in &self.before[begin..end] {
                    if let Some((_, other)) = carried.trace.get(carried.of_joint[*before]) {
                        state.join(other);
                    }
                }
            }
            if component == stop {
                (state, stop) = visit(component, state);
            }
            if joint.is_some() {
                carried.of_joint[next_joint] = carried.trace.len();
                next_joint += 1;
            }
            carried.trace.push((component, state));
        }
    }
}

/// What holds before each node; `add` says what a node adds for those after it. In a loop every node is
/// before every other and before itself.
pub fn before_each_node<S: State>(context: &Context<'_>, add: impl Fn(usize, &mut S)) -> Vec<S> {
    let components = context.components();
    let mut at = vec![S::default(); context.flow.nodes().len()];
    let Some(last) = components.count().checked_sub(1) else { return at };
    context.sweep().run(&mut Carried::default(), (0, last), |component, mut state: S| {
        let members = components.nodes(component);
        let before = state;
        for node in members {
            add(*node, &mut state);
        }
        let seen = if components.loops(component) { state } else { before };
        for node in members {
            at[*node] = seen;
        }
        (state, component + 1)
    });
    at
}
