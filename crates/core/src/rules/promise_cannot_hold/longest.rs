//! The longest time from each touchpoint until a promise is kept, over all paths, in a few passes.
//!
//! A path goes on along the steps that lead forward, and stops at the first touchpoint that keeps the
//! promise. A step back closes a loop: it is taken once, and only where no path forward keeps the promise.

use crate::flow::FlowStep;
use crate::model::Minutes;
use crate::rules::context::Context;
use crate::rules::node::Node;

/// What a blank time could be: longer than everything.
const UNKNOWN: u64 = 1 << 50;

/// What is counted of a journey.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// What is sure whatever the blanks hold: they count as no time, and a touchpoint that may keep the
    /// promise is as good as one that does, so long as one after it surely does.
    Certain,
    /// What some filling of the blanks could make of it.
    Possible,
}

/// From one touchpoint until the promise is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Way {
    /// The longest time counted with the low ends, in minutes.
    pub low: u64,
    /// The longest time counted with the high ends, in minutes.
    pub high: u64,
    /// The next node of the way with the longest low time, and of that with the longest high time.
    pub next: [Node; 2],
    /// Whether that next node is where the promise is kept.
    pub ends: [bool; 2],
    /// The longest wait of the first of the two ways, in minutes, and the nodes between which it is.
    pub longest_wait: (u64, Node, Node),
    /// Whether the first of the two ways passes a loop.
    pub passes_loop: bool,
}

/// The order in which steps lead forward: a step back leads to a node already on the way.
pub struct Forward {
    // Nodes in this order, and the place of each.
    order: Vec<usize>,
    rank: Vec<usize>,
    // By node, how long it takes, and whether it is in a loop.
    durations: Vec<Option<Minutes>>,
    loops: Vec<bool>,
    // The nodes from which a step leads back.
    goes_back: Vec<usize>,
}

impl Forward {
    pub fn of(context: &Context<'_>) -> Self {
        let nodes = context.flow.nodes().len();
        let mut seen = vec![false; nodes];
        let mut finished = Vec::with_capacity(nodes);
        let mut way: Vec<(usize, usize)> = Vec::new();
        for start in 0..nodes {
            if !std::mem::replace(&mut seen[start], true) {
                way.push((start, 0));
            }
            while let Some((node, next)) = way.last_mut() {
                let Some(step) = context.flow.steps_from(*node).get(*next) else {
                    finished.push(*node);
                    way.pop();
                    continue;
                };
                *next += 1;
                if !std::mem::replace(&mut seen[step.to], true) {
                    way.push((step.to, 0));
                }
            }
        }
        finished.reverse();
        let mut rank = vec![0; nodes];
        for (at, node) in finished.iter().enumerate() {
            rank[*node] = at;
        }
        let components = context.components();
        let loops = components.of_node.iter().map(|component| components.loops(*component)).collect();
        let durations = context.touchpoints.iter().map(|touchpoint| touchpoint.duration).collect();
        let mut forward = Self { order: finished, rank, durations, loops, goes_back: Vec::new() };
        let back = context.flow.steps().iter().filter(|step| !forward.leads_forward(step));
        forward.goes_back = back.map(|step| step.from).collect();
        forward
    }

    fn leads_forward(&self, step: &FlowStep) -> bool {
        self.rank[step.to] > self.rank[step.from]
    }
}

/// The ways from each node, where there are any.
pub type Ways = Vec<Option<Way>>;

/// The ways of one reach.
pub struct Reached {
    /// Those there are.
    pub ways: Ways,
    /// Those that lead only forward.
    forward: Ways,
}

impl Reached {
    /// The steps of the way with the longest time, by the low ends or (`by` = 1) the high ones, as the nodes they join.
    /// Beyond a step back it leads only forward; with `only_forward` from the beginning.
    pub fn steps<'a>(
        &'a self,
        order: &'a Forward,
        from: usize,
        by: usize,
        only_forward: bool,
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let mut next = Some((from, only_forward));
        std::iter::from_fn(move || {
            let (at, is_beyond) = next.take()?;
            let way = if is_beyond { self.forward[at] } else { self.ways[at] }?;
            let to = way.next[by].number();
            if !way.ends[by] {
                next = Some((to, is_beyond || order.rank[to] <= order.rank[at]));
            }
            Some((at, to))
        })
    }
}

/// The certain and the possible ways of one subject.
pub struct Both {
    /// Those that are sure.
    pub certain: Reached,
    /// Those that some filling of the blanks makes.
    pub possible: Reached,
    /// By node, whether the promise is kept there, where that is known.
    pub keeps: Vec<Option<bool>>,
}

impl Both {
    pub fn of(context: &Context<'_>, forward: &Forward, keeps: Vec<Option<bool>>) -> Self {
        let one = Pass { context, forward, keeps: &keeps };
        let certain = one.forward(Reach::Certain);
        let possible = one.forward(Reach::Possible);
        let certain_ways = one.with_back(Reach::Certain, &certain, &possible);
        let possible_ways = one.with_back(Reach::Possible, &possible, &certain);
        Self {
            certain: Reached { ways: certain_ways, forward: certain },
            possible: Reached { ways: possible_ways, forward: possible },
            keeps,
        }
    }
}

struct Pass<'p, 'c, 'a> {
    context: &'c Context<'a>,
    forward: &'p Forward,
    keeps: &'p [Option<bool>],
}

impl Pass<'_, '_, '_> {
    /// The ways that lead only forward.
    fn forward(&self, reach: Reach) -> Ways {
        let mut ways: Ways = vec![None; self.forward.order.len()];
        for node in self.forward.order.iter().rev() {
            let beyond = |step: &FlowStep| self.forward.leads_forward(step).then(|| ways[step.to]);
            ways[*node] = self.best(*node, reach, beyond);
        }
        ways
    }

    /// Adds the ways over a step back: beyond it `forward` goes on, and it is taken only where `other`, the
    /// other reach, has no way forward. Only the ways that one of these changes are looked for again.
    fn with_back(&self, reach: Reach, forward: &Ways, other: &Ways) -> Ways {
        let mut ways = forward.clone();
        let mut again = vec![false; ways.len()];
        for node in &self.forward.goes_back {
            again[*node] = other[*node].is_none();
        }
        if !again.contains(&true) {
            return ways;
        }
        for node in self.forward.order.iter().rev() {
            if !again[*node] {
                continue;
            }
            let beyond = |step: &FlowStep| {
                if self.forward.leads_forward(step) {
                    return Some(ways[step.to]);
                }
                other[*node].is_none().then(|| forward[step.to])
            };
            let best = self.best(*node, reach, beyond);
            if best != ways[*node] {
                ways[*node] = best;
                let into = self.context.flow.steps_to(*node).filter(|step| self.forward.leads_forward(step));
                into.for_each(|step| again[step.from] = true);
            }
        }
        ways
    }

    /// The longest of the ways out of a node, with what lies beyond each step that is taken.
    fn best(
        &self,
        node: usize,
        reach: Reach,
        beyond: impl Fn(&FlowStep) -> Option<Option<Way>>,
    ) -> Option<Way> {
        let taken = self.context.flow.steps_from(node).iter().filter_map(|step| Some((step, beyond(step)?)));
        let ways = taken.filter_map(|(step, beyond)| self.over(step, reach, beyond));
        ways.reduce(longer)
    }

    /// The way over one step, with what lies beyond it.
    fn over(&self, step: &FlowStep, reach: Reach, beyond: Option<Way>) -> Option<Way> {
        let time = |time: Option<Minutes>| match (time, reach) {
            (Some(time), _) => (time.low(), time.high()),
            (None, Reach::Certain) => (0, 0),
            (None, Reach::Possible) => (UNKNOWN, UNKNOWN),
        };
        let (wait, duration) = (time(step.wait), time(self.forward.durations[step.to]));
        let here = Way {
            low: wait.0 + duration.0,
            high: wait.1 + duration.1,
            next: [Node::of(step.to); 2],
            ends: [true; 2],
            longest_wait: (wait.0, Node::of(step.from), Node::of(step.to)),
            passes_loop: self.forward.loops[step.from] || self.forward.loops[step.to],
        };
        match (self.keeps[step.to], reach) {
            (Some(true), _) => Some(here),
            (Some(false), _) => beyond.map(|beyond| joined(here, beyond)),
            (None, Reach::Certain) => beyond.map(|_| here),
            (None, Reach::Possible) => Some(beyond.map_or(here, |beyond| joined(here, beyond))),
        }
    }
}

fn joined(here: Way, beyond: Way) -> Way {
    let is_longer = beyond.longest_wait.0 > here.longest_wait.0;
    Way {
        low: here.low.saturating_add(beyond.low),
        high: here.high.saturating_add(beyond.high),
        ends: [false; 2],
        longest_wait: if is_longer { beyond.longest_wait } else { here.longest_wait },
        passes_loop: here.passes_loop || beyond.passes_loop,
        ..here
    }
}

/// The longer of two ways, for the low ends and the high ends apart.
fn longer(one: Way, other: Way) -> Way {
    let mut way = if other.low > one.low { other } else { one };
    let by_high = if other.high > one.high { other } else { one };
    way.high = by_high.high;
    way.next[1] = by_high.next[1];
    way.ends[1] = by_high.ends[1];
    way
}
