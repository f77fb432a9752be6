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

/// The satisfaction curve of a journey: the known satisfaction of all touchpoints but those known to be
/// unseen by the customer. It has a gap where the satisfaction of one in between is unknown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// The points from left to right.
    pub points: Vec<CurvePoint>,
}

impl Curve {
    /// The curve of a journey.
    pub fn of(journey: &Journey, flow: &Flow) -> Self {
        let mut points = Vec::new();
        let mut joined = false;
        for (column, node) in flow.nodes().iter().enumerate() {
            let Some(touchpoint) = journey.touchpoints.get(&node.id) else { continue };
            if matches!(touchpoint.stage, Some(Stage::Backstage | Stage::Support)) {
                continue;
            }
            match touchpoint.satisfaction {
                Some(rating) => {
                    points.push(CurvePoint { column, satisfaction: rating.value(), joined });
                    joined = true;
                }
                None => joined = false,
            }
        }
        Self { points }
    }

    /// Where a point stands in a band from `top` of this `height`: 5 at the top, 1 at the bottom.
    pub fn place(point: &CurvePoint, columns: &Columns, top: f64, height: f64) -> Point {
        let x = columns.columns.get(point.column).map_or(0.0, |column| column.x) + columns.sizes().card / 2.0;
        Point::new(x, top + height * (5.0 - point.satisfaction) / 4.0)
    }

    /// The points of columns from `first` to before `end`, with one more on each side for the lines that
    /// lead out of sight.
    pub fn around(&self, first: usize, end: usize) -> &[CurvePoint] {
        let from = self.points.partition_point(|point| point.column < first).saturating_sub(1);
        let to = (self.points.partition_point(|point| point.column < end) + 1).min(self.points.len());
        &self.points[from.min(to)..to]
    }
}
