//! Where the steps of a graph stand in a drawing that has phases as columns and lanes as rows.

use std::collections::HashMap;

use super::{Graph, GraphLane};

/// A step, and the room around it, in the units of the drawing.
pub const WIDTH: i64 = 240;
/// See [`WIDTH`].
pub const HEIGHT: i64 = 120;
/// See [`WIDTH`].
pub const GAP: i64 = 60;
/// Room above the lanes.
pub const HEAD: i64 = 60;
/// A lane.
pub const LANE: i64 = HEIGHT + GAP;

/// The places of everything in a drawing.
pub struct Places<'a> {
    /// The lanes in the order in which the customer meets them.
    pub lanes: Vec<&'a GraphLane>,
    /// Where each phase begins and ends.
    pub phases: Vec<[i64; 2]>,
    /// Left and top of each step: from left to right in the order of the phases, each in its lane. `None` for a step
    /// without a phase.
    pub steps: Vec<Option<[i64; 2]>>,
}

impl<'a> Places<'a> {
    /// The places of a graph.
    pub fn of(graph: &'a Graph) -> Self {
        let mut lanes: Vec<&GraphLane> = Vec::new();
        let mut known: HashMap<&GraphLane, usize> = HashMap::new();
        let mut of_phase: Vec<Vec<(usize, usize)>> = vec![Vec::new(); graph.phases.len()];
        for (at, node) in graph.nodes.iter().enumerate() {
            let row = *known.entry(&node.lane).or_insert_with(|| {
                lanes.push(&node.lane);
                lanes.len() - 1
            });
            if let Some(steps) = node.phase.and_then(|phase| of_phase.get_mut(phase)) {
                steps.push((at, row));
            }
        }
        let mut steps = vec![None; graph.nodes.len()];
        let mut phases = Vec::new();
        let mut x = 0;
        for of_phase in of_phase {
            let left = x;
            x += GAP;
            for (at, row) in of_phase {
                steps[at] = Some([x, HEAD + whole(row) * LANE + GAP / 2]);
                x += WIDTH + GAP;
            }
            x = x.max(left + WIDTH);
            phases.push([left, x]);
            x += GAP;
        }
        Self { lanes, phases, steps }
    }

    /// Where the lane in this row begins, from the top.
    pub fn lane_top(row: usize) -> i64 {
        HEAD + whole(row) * LANE
    }

    /// From the top to below the last lane.
    pub fn height(&self) -> i64 {
        Self::lane_top(self.lanes.len().max(1))
    }

    /// From the left to behind the last phase.
    pub fn width(&self) -> i64 {
        self.phases.last().map_or(0, |[_, right]| *right)
    }
}

/// A count as a number of units; far beyond what is drawn it stays what it is.
fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX / 1_000_000)
}
