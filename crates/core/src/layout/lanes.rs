//! The map by department: a lane for the customer, one for what has no owner yet, one per department.

use std::collections::HashMap;

use crate::flow::Flow;
use crate::model::{Id, Journey};

use super::arrows::{self, Arrow};
use super::{ColumnSizes, Columns, Point};

/// The height of a card, in map units.
pub const CARD_HEIGHT: f64 = 88.0;
/// The height of a lane's row without cards.
const EMPTY_ROW: f64 = 34.0;
/// The height of the way between two rows, free of cards: risks and long arrows run here.
const WAY: f64 = 28.0;
/// What each further long arrow beside others adds to a way.
pub(super) const TRACK: f64 = 9.0;

/// Whose lane it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LaneKind {
    /// What the customer does alone.
    Customer,
    /// What has no owner yet.
    Open,
    /// What a department owns.
    Department(Id),
}

/// A lane: a band from side to side with a row of cards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lane {
    /// Whose it is.
    pub kind: LaneKind,
    /// The upper edge of the band.
    pub top: f64,
    /// The height of the band.
    pub height: f64,
    /// The upper edge of its cards.
    pub row: f64,
    /// The height of its cards.
    pub row_height: f64,
}

impl Lane {
    /// The middle of its cards, where arrows leave and arrive.
    pub fn middle(&self) -> f64 {
        self.row + self.row_height / 2.0
    }
}

/// A step of the eye or hand from card to card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the next lane above.
    Up,
    /// To the next lane below.
    Down,
}

/// The map by department.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaneLayout {
    /// The columns.
    pub columns: Columns,
    /// The lanes from the top.
    pub lanes: Vec<Lane>,
    /// The lane of each column's card.
    pub lane_of: Vec<usize>,
    /// The steps of the flow as arrows, in its order.
    pub arrows: Vec<Arrow>,
    /// From the top of the first lane to the bottom of the last one.
    pub height: f64,
}

impl LaneLayout {
    /// The layout of a journey; `departments` are in the order of their lanes.
    pub fn of(departments: impl Iterator<Item = Id>, journey: &Journey, flow: &Flow) -> Self {
        let columns = Columns::of(journey, ColumnSizes::LANES);
        let (kinds, lane_of) = assign(departments, flow);
        let mut used = vec![false; kinds.len()];
        for lane in &lane_of {
            used[*lane] = true;
        }
        let (arrows, tracks) = arrows::route(flow, &lane_of, kinds.len());
        let (lanes, height) = stack(&kinds, &used, &tracks);
        Self { columns, lanes, lane_of, arrows, height }
    }

    /// The upper left corner of a column's card.
    pub fn card(&self, column: usize) -> Point {
        let lane = self.lane_of.get(column).and_then(|lane| self.lanes.get(*lane));
        let x = self.columns.columns.get(column).map_or(0.0, |column| column.x);
        Point::new(x, lane.map_or(0.0, |lane| lane.row))
    }

    /// The lane at this height; the nearest one outside.
    pub fn lane_at(&self, y: f64) -> Option<usize> {
        let last = self.lanes.len().checked_sub(1)?;
        Some(self.lanes.partition_point(|lane| lane.top + lane.height <= y).min(last))
    }

    /// The nearest card above or below: a lane away is as far as a column away.
    pub fn neighbour(&self, column: usize, to: Move) -> Option<usize> {
        let lane = *self.lane_of.get(column)?;
        let beyond = |other: usize| match to {
            Move::Up => other < lane,
            Move::Down => other > lane,
        };
        let others = self.lane_of.iter().enumerate().filter(|(_, other)| beyond(**other));
        others.min_by_key(|(at, other)| (at.abs_diff(column) + other.abs_diff(lane), *at)).map(|(at, _)| at)
    }

    /// The arrows of which something may lie over the columns from `first` to before `end`, by number.
    pub fn arrows_over(&self, first: usize, end: usize) -> impl Iterator<Item = usize> {
        let over = move |arrow: &Arrow| arrow.from.min(arrow.to) < end && arrow.from.max(arrow.to) >= first;
        self.arrows.iter().enumerate().filter(move |(_, arrow)| over(arrow)).map(|(at, _)| at)
    }
}

/// The lanes that are needed, and the lane of each node.
fn assign(departments: impl Iterator<Item = Id>, flow: &Flow) -> (Vec<LaneKind>, Vec<usize>) {
    let is_open = |node: &crate::flow::Node| node.owner.is_none() && !node.customer_alone;
    let mut kinds = vec![LaneKind::Customer];
    if flow.nodes().iter().any(is_open) {
        kinds.push(LaneKind::Open);
    }
    let owners: std::collections::HashSet<Id> = flow.nodes().iter().filter_map(|node| node.owner).collect();
    let mut lanes = HashMap::with_capacity(owners.len());
    for department in departments.filter(|department| owners.contains(department)) {
        lanes.insert(department, kinds.len());
        kinds.push(LaneKind::Department(department));
    }
    let lane_of = flow.nodes().iter().map(|node| match node.owner {
        // An owner outside the order of departments cannot be: the model keeps that list complete.
        Some(owner) => lanes.get(&owner).copied().unwrap_or(0),
        None => usize::from(!node.customer_alone),
    });
    let lane_of = lane_of.collect();
    (kinds, lane_of)
}

/// Stacks the lanes: way, row, way, row … way. The edge of two lanes is in the middle of their way.
fn stack(kinds: &[LaneKind], used: &[bool], tracks: &[usize]) -> (Vec<Lane>, f64) {
    // Far fewer tracks than 2^52.
    #[allow(clippy::cast_precision_loss)]
    let way = |at: usize| WAY + TRACK * tracks.get(at).map_or(0, |tracks| tracks.saturating_sub(1)) as f64;
    let mut lanes = Vec::with_capacity(kinds.len());
    let mut top = 0.0;
    let mut y = 0.0;
    for (at, kind) in kinds.iter().enumerate() {
        let row = y + way(at);
        let row_height = if used[at] { CARD_HEIGHT } else { EMPTY_ROW };
        y = row + row_height;
        let below = way(at + 1);
        let bottom = if at + 1 == kinds.len() { y + below } else { y + below / 2.0 };
        lanes.push(Lane { kind: *kind, top, height: bottom - top, row, row_height });
        top = bottom;
    }
    (lanes, top)
}
