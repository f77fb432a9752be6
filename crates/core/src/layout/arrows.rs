//! The arrows of the map by department: every step of the flow, led around the cards.
//!
//! An arrow to the next column goes straight through the gap between the two. A longer one runs along a
//! way between two lanes, on a track of its own where others run beside it. Gaps and ways hold no cards.

use crate::flow::Flow;
use crate::sort::Sort;

use super::lanes::TRACK;
use super::{LaneLayout, Point};

/// How many arrows run beside each other before tracks are shared.
const MOST_TRACKS: usize = 6;
/// How far arrows that leave and arrive in one gap stand apart from its middle.
const ASIDE: f64 = 6.0;
/// The room a risk takes on a way.
const BADGE: f64 = 64.0;

/// What a step is on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrowKind {
    /// Both touchpoints have the same owner.
    Inside,
    /// The customer goes on alone, and no handoff passes here.
    Customer,
    /// Beside a touchpoint without an owner: whether it is a handoff is open.
    Undecided,
    /// One handoff or several pass here.
    Handoff,
}

/// A handoff that passes along a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passing {
    /// Its number among the handoffs of the flow.
    pub handoff: usize,
    /// Whether it arrives with this step: its risk is shown here.
    pub arrives: bool,
}

/// The way a long arrow takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corridor {
    /// The way above the lane of this number; the last one is below all lanes.
    pub way: usize,
    /// Its track on the way, from 0.
    pub track: usize,
}

/// A step of the flow on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The column it leads from.
    pub from: usize,
    /// The column it leads to.
    pub to: usize,
    /// What it is.
    pub kind: ArrowKind,
    /// Drawn by hand.
    pub explicit: bool,
    /// How many of the customers take it, in per cent, where known.
    pub share: Option<f64>,
    /// The handoffs that pass here.
    pub handoffs: Vec<Passing>,
    /// The way it takes, unless it goes to the next column.
    pub corridor: Option<Corridor>,
}

/// The arrows of a flow, and how many tracks each way needs.
pub(super) fn route(flow: &Flow, lane_of: &[usize], lanes: usize) -> (Vec<Arrow>, Vec<usize>) {
    let mut arrows: Vec<Arrow> = flow
        .steps()
        .iter()
        .map(|step| Arrow {
            from: step.from,
            to: step.to,
            kind: kind_of(flow, step.from, step.to),
            explicit: step.explicit,
            share: step.share,
            handoffs: Vec::new(),
            corridor: None,
        })
        .collect();
    mark_handoffs(flow, &mut arrows);
    let tracks = lay_tracks(&mut arrows, lane_of, lanes);
    (arrows, tracks)
}

fn kind_of(flow: &Flow, from: usize, to: usize) -> ArrowKind {
    let (from, to) = (&flow.nodes()[from], &flow.nodes()[to]);
    let open = |node: &crate::flow::Node| node.owner.is_none() && !node.customer_alone;
    match (from.owner, to.owner) {
        _ if open(from) || open(to) => ArrowKind::Undecided,
        (Some(from), Some(to)) if from == to => ArrowKind::Inside,
        (Some(_), Some(_)) => ArrowKind::Handoff,
        _ => ArrowKind::Customer,
    }
}

fn mark_handoffs(flow: &Flow, arrows: &mut [Arrow]) {
    for (number, handoff) in flow.handoffs().iter().enumerate() {
        for (from, to) in handoff.legs() {
            // Steps are in the order of their nodes.
            let Ok(at) = arrows.binary_search_by_key(&(from, to), |arrow| (arrow.from, arrow.to)) else {
                continue;
            };
            arrows[at].kind = ArrowKind::Handoff;
            arrows[at].handoffs.push(Passing { handoff: number, arrives: to == handoff.to });
        }
    }
}

/// Gives each long arrow a way and a track; answers how many tracks each way has.
fn lay_tracks(arrows: &mut [Arrow], lane_of: &[usize], lanes: usize) -> Vec<usize> {
    let mut long: Vec<usize> =
        (0..arrows.len()).filter(|at| arrows[*at].to != arrows[*at].from + 1).collect();
    long.arrange_by_key(|at| arrows[*at].from.min(arrows[*at].to));
    // For each way, where the last arrow on each track ends.
    let mut ends: Vec<Vec<usize>> = vec![Vec::new(); lanes + 1];
    for at in long {
        let arrow = &mut arrows[at];
        let (from, to) = (lane_of[arrow.from], lane_of[arrow.to]);
        let below = if from == to { arrow.to < arrow.from } else { to > from };
        let way = if below { from + 1 } else { from };
        let (first, last) = (arrow.from.min(arrow.to), arrow.from.max(arrow.to));
        let track = take_track(&mut ends[way], first, last);
        arrow.corridor = Some(Corridor { way, track });
    }
    ends.iter().map(Vec::len).collect()
}

/// The first free track; where all are taken, the one that is free again soonest.
fn take_track(ends: &mut Vec<usize>, first: usize, last: usize) -> usize {
    if let Some(free) = ends.iter().position(|end| *end < first) {
        ends[free] = last;
        return free;
    }
    if ends.len() < MOST_TRACKS {
        ends.push(last);
        return ends.len() - 1;
    }
    let soonest = (0..ends.len()).min_by_key(|track| ends[*track]).unwrap_or_default();
    ends[soonest] = ends[soonest].max(last);
    soonest
}

impl LaneLayout {
    /// The corners of an arrow, from the right side of one card to the left side of another.
    pub fn points(&self, arrow: &Arrow) -> Vec<Point> {
        let Some((begin, end)) = self.ends(arrow) else { return Vec::new() };
        let gap = self.columns.sizes().gap / 2.0;
        let Some(corridor) = arrow.corridor else {
            if (begin.y - end.y).abs() < 0.5 {
                return vec![begin, end];
            }
            let x = begin.x + gap;
            return vec![begin, Point::new(x, begin.y), Point::new(x, end.y), end];
        };
        let y = self.track_y(corridor);
        let (out, back) = (begin.x + gap - ASIDE, end.x - gap + ASIDE);
        vec![
            begin,
            Point::new(out, begin.y),
            Point::new(out, y),
            Point::new(back, y),
            Point::new(back, end.y),
            end,
        ]
    }

    /// The middle of what is shown beside an arrow: its risk, its label. `wide` things do not fit into the
    /// gap between two cards of one lane and stand above it.
    pub fn badge(&self, arrow: &Arrow, wide: bool) -> Point {
        let Some((begin, end)) = self.ends(arrow) else { return Point::default() };
        let gap = self.columns.sizes().gap / 2.0;
        let Some(corridor) = arrow.corridor else {
            let (from, to) = (self.lane_of[arrow.from], self.lane_of[arrow.to]);
            let x = begin.x + gap;
            let y = match (from == to, wide) {
                (true, false) => begin.y,
                (true, true) => self.way_middle(from),
                (false, _) => self.way_middle((from.min(to) + 1 + from.max(to)) / 2),
            };
            return Point::new(x, y);
        };
        let (out, back) = (begin.x + gap - ASIDE, end.x - gap + ASIDE);
        // Far fewer tracks than 2^52.
        #[allow(clippy::cast_precision_loss)]
        let before = (0.75 + corridor.track as f64) * BADGE;
        let x = if (back - out).abs() < before + BADGE / 2.0 {
            f64::midpoint(out, back)
        } else {
            back - before * (back - out).signum()
        };
        Point::new(x, self.track_y(corridor))
    }

    /// Where an arrow leaves and arrives.
    fn ends(&self, arrow: &Arrow) -> Option<(Point, Point)> {
        let begin = self.columns.columns.get(arrow.from)?.x + self.columns.sizes().card;
        let end = self.columns.columns.get(arrow.to)?.x;
        let middle = |column: usize| Some(self.lanes.get(*self.lane_of.get(column)?)?.middle());
        Some((Point::new(begin, middle(arrow.from)?), Point::new(end, middle(arrow.to)?)))
    }

    /// The upper and lower end of the way above the lane of this number.
    fn way(&self, way: usize) -> (f64, f64) {
        let above = way
            .checked_sub(1)
            .and_then(|above| self.lanes.get(above))
            .map_or(0.0, |lane| lane.row + lane.row_height);
        let below = self.lanes.get(way).map_or(self.height, |lane| lane.row);
        (above, below)
    }

    fn way_middle(&self, way: usize) -> f64 {
        let (above, below) = self.way(way);
        f64::midpoint(above, below)
    }

    fn track_y(&self, corridor: Corridor) -> f64 {
        let (above, _) = self.way(corridor.way);
        // Far fewer tracks than 2^52.
        #[allow(clippy::cast_precision_loss)]
        let track = corridor.track as f64;
        above + 14.0 + TRACK * track
    }
}
