//! The satisfaction curve: what customers feel, from touchpoint to touchpoint.

use crate::flow::Flow;
use crate::model::{Journey, Stage};

use super::{Columns, Point};

/// A touchpoint on the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurvePoint {
    /// Its column.
    pub column: usize,
    /// Its satisfaction, 1 to 5.
    pub satisfaction: f64,
    /// Whether a line leads here from the point before: nothing in between is unknown.
    pub joined: bool,
}

/// What the curve does at a touchpoint.
enum Felt {
    /// It passes at this height.
    Known(f64),
    /// Nobody said: it has a gap.
    Blank,
    /// Nothing: customers do not see the touchpoint.
    Unseen,
}

impl CurvePoint {
    /// The satisfaction curve of a journey in the columns from `first` to before `end`, with one more point on each
    /// side for the lines that lead out of sight. It passes the known satisfaction of all touchpoints but those
    /// known to be unseen by the customer, and has a gap where the satisfaction of one in between is unknown.
    pub fn around(journey: &Journey, flow: &Flow, first: usize, end: usize) -> Vec<Self> {
        let felt = |column: usize| felt(journey, flow, column);
        let is_seen = |column: &usize| !matches!(felt(*column), Felt::Unseen);
        let count = flow.nodes().len();
        let (first, end) = (first.min(count), end.min(count));
        let from = (0..first).rev().find(is_seen).unwrap_or(first);
        let to = (end..count).find(is_seen).map_or(end, |column| column + 1);
        let mut points = Vec::new();
        let mut joined = false;
        for column in from..to {
            match felt(column) {
                Felt::Known(satisfaction) => {
                    points.push(Self { column, satisfaction, joined });
                    joined = true;
                }
                Felt::Blank => joined = false,
                Felt::Unseen => {}
            }
        }
        points
    }

    /// Where it stands in a band from `top` of this `height`: 5 at the top, 1 at the bottom.
    pub fn place(&self, columns: &Columns, top: f64, height: f64) -> Point {
        let x = columns.columns.get(self.column).map_or(0.0, |column| column.x) + columns.sizes().card / 2.0;
        Point::new(x, top + height * (5.0 - self.satisfaction) / 4.0)
    }
}

fn felt(journey: &Journey, flow: &Flow, column: usize) -> Felt {
    let found = flow.nodes().get(column).and_then(|node| journey.touchpoints.get(&node.id));
    match found {
        None => Felt::Unseen,
        Some(touchpoint) if matches!(touchpoint.stage, Some(Stage::Backstage | Stage::Support)) => {
            Felt::Unseen
        }
        Some(touchpoint) => touchpoint.satisfaction.map_or(Felt::Blank, |rating| Felt::Known(rating.value())),
    }
}
