//! Where things stand on the map: pure geometry, for the screen and for paper.
//!
//! All lengths are map units: CSS pixels at a zoom of 1. A touchpoint's column has the number of its
//! node in the flow, from 0 in the order of the journey. Every layout is made in one pass.

mod arrows;
mod aspects;
pub mod chart;
mod color;
mod columns;
mod curve;
mod gesture;
mod lanes;
mod marks;
mod path;

#[cfg(test)]
mod tests;

pub use arrows::{Arrow, ArrowKind, Corridor, Passing};
pub use aspects::{AspectLayout, AspectRow, CELL_PAD, LINE, MOST_LINES, RowHeight, lines_of};
pub use color::{DepartmentColor, department_color};
pub use columns::{Column, ColumnSizes, Columns, PhaseBand, Slot};
pub use curve::CurvePoint;
pub use gesture::{Side, dropped, into_lane, moved_beside, new_in_lane, phase_moved_beside};
pub use lanes::{CARD_HEIGHT, Lane, LaneKind, LaneLayout, Move};
pub use marks::{CardMark, HandoffMark, Marks};
pub use path::{arrow_head, bow, rounded_path};

/// A point of the map.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// The point at `x`, `y`.
    pub fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}
