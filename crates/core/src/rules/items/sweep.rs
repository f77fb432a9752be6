//! One pass over the flow with loops taken as one place: what is true before each place.

use crate::flow::{Components, Flow};
use crate::rules::context::Context;

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

/// The components that lead to each component.
#[derive(Debug)]
pub struct Sweep {
    before: Vec<usize>,
    // Those before component n are `before[start[n]..start[n + 1]]`.
    start: Vec<usize>,
}

impl Sweep {
    /// The ways between the components of a flow.
    pub fn of(flow: &Flow, components: &Components) -> Self {
        let mut sweep = Self { before: Vec::new(), start: vec![0] };
        for (component, members) in components.nodes.iter().enumerate() {
            let begin = sweep.before.len();
            let steps = members.iter().flat_map(|node| flow.steps_to(*node));
            let from = steps.map(|step| components.of_node[step.from]);
            sweep.before.extend(from.filter(|from| *from != component));
            if sweep.before.len() - begin > 1 {
                sweep.before[begin..].sort_unstable();
                let mut kept = begin + 1;
                for at in begin + 1..sweep.before.len() {
                    if sweep.before[at] != sweep.before[kept - 1] {
                        sweep.before[kept] = sweep.before[at];
                        kept += 1;
                    }
                }
                sweep.before.truncate(kept);
            }
            sweep.start.push(sweep.before.len());
        }
        sweep
    }

    /// Carries a state over the components `from..=to`, in the order of the flow. `visit` is given the
    /// component and what comes into it, and says what goes out of it; that is what `after` then holds.
    /// Nothing comes from components before `from`.
    pub fn run<S: State>(
        &self,
        after: &mut Vec<S>,
        (from, to): (usize, usize),
        mut visit: impl FnMut(usize, S) -> S,
    ) {
        after.clear();
        after.resize(self.start.len() - 1, S::default());
        let mut last = S::default();
        for component in from..=to {
            let state = match &self.before[self.start[component]..self.start[component + 1]] {
                // Most follow the one before, whose state is at hand.
                [before] if *before + 1 == component => last,
                ways => ways.iter().fold(S::default(), |mut state, before| {
                    state.join(&after[*before]);
                    state
                }),
            };
            last = visit(component, state);
            after[component] = last;
        }
    }
}

/// What holds before each node; `add` says what a node adds for those after it. In a loop every node is
/// before every other and before itself.
pub fn before_each_node<S: State>(context: &Context<'_>, add: impl Fn(usize, &mut S)) -> Vec<S> {
    let components = context.components();
    let mut at = vec![S::default(); context.flow.nodes().len()];
    let Some(last) = components.nodes.len().checked_sub(1) else { return at };
    context.sweep().run(&mut Vec::new(), (0, last), |component, mut state: S| {
        let members = &components.nodes[component];
        let before = state;
        for node in members {
            add(*node, &mut state);
        }
        let seen = if components.loops(component) { state } else { before };
        for node in members {
            at[*node] = seen;
        }
        state
    });
    at
}
