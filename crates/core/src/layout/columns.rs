//! The columns: one per touchpoint in the order of the journey, grouped under their phases.

use std::ops::Range;

use crate::model::{Id, Journey};

/// The widths that columns are made of, in map units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ColumnSizes {
    /// A touchpoint.
    pub card: f64,
    /// Between two touchpoints of one phase.
    pub gap: f64,
    /// From a phase's edge to its first and last touchpoint.
    pub pad: f64,
    /// Between two phases.
    pub phase_gap: f64,
}

impl ColumnSizes {
    /// Cards with room for arrows between them. The gap is the same across phases.
    pub const LANES: Self = Self { card: 152.0, gap: 36.0, pad: 14.0, phase_gap: 8.0 };
    /// Columns of a table, side by side.
    pub const ASPECTS: Self = Self { card: 196.0, gap: 0.0, pad: 0.0, phase_gap: 8.0 };
}

/// The column of a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The touchpoint.
    pub touchpoint: Id,
    /// The position of its phase, from 0.
    pub phase: usize,
    /// Its left edge.
    pub x: f64,
}

/// The columns of a phase.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhaseBand {
    /// The phase.
    pub id: Id,
    /// Its left edge.
    pub x: f64,
    /// Its width; a phase without touchpoints is as wide as one with one.
    pub width: f64,
    /// The column of its first touchpoint.
    pub first: usize,
    /// How many touchpoints it has.
    pub count: usize,
}

/// A place between touchpoints, where another one can stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The position of the phase, from 0.
    pub phase: usize,
    /// How many touchpoints of the phase stand before it.
    pub position: usize,
}

/// All columns of a journey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Columns {
    /// The phases from left to right.
    pub phases: Vec<PhaseBand>,
    /// The touchpoints from left to right.
    pub columns: Vec<Column>,
    /// From the left of the first phase to the right of the last one.
    pub width: f64,
    sizes: Option<ColumnSizes>,
}

impl Columns {
    /// The columns of a journey.
    pub fn of(journey: &Journey, sizes: ColumnSizes) -> Self {
        let mut columns = Vec::with_capacity(journey.touchpoints.len());
        let mut phases = Vec::with_capacity(journey.phases.len());
        let mut x = 0.0;
        for (position, (id, phase)) in journey.ordered_phases().enumerate() {
            let first = columns.len();
            let mut at = x + sizes.pad;
            for touchpoint in phase.touchpoints.iter().filter(|id| journey.touchpoints.contains_key(*id)) {
                columns.push(Column { touchpoint: *touchpoint, phase: position, x: at });
                at += sizes.card + sizes.gap;
            }
            let count = columns.len() - first;
            let end = if count == 0 { at + sizes.card } else { at - sizes.gap };
            let width = end + sizes.pad - x;
            phases.push(PhaseBand { id, x, width, first, count });
            x += width + sizes.phase_gap;
        }
        let width = if phases.is_empty() { 0.0 } else { x - sizes.phase_gap };
        Self { phases, columns, width, sizes: Some(sizes) }
    }

    /// The widths the columns are made of.
    pub fn sizes(&self) -> ColumnSizes {
        self.sizes.unwrap_or(ColumnSizes::LANES)
    }

    /// The columns of which something lies between `left` and `right`.
    pub fn visible(&self, left: f64, right: f64) -> Range<usize> {
        let card = self.sizes().card;
        let start = self.columns.partition_point(|column| column.x + card < left);
        let end = self.columns.partition_point(|column| column.x <= right);
        start..end.max(start)
    }

    /// The phases of which something lies between `left` and `right`.
    pub fn visible_phases(&self, left: f64, right: f64) -> Range<usize> {
        let start = self.phases.partition_point(|phase| phase.x + phase.width < left);
        let end = self.phases.partition_point(|phase| phase.x <= right);
        start..end.max(start)
    }

    /// The slot nearest to `x`; `None` without phases.
    pub fn slot_at(&self, x: f64) -> Option<Slot> {
        let half_gap = self.sizes().phase_gap / 2.0;
        let last = self.phases.len().checked_sub(1)?;
        let phase = self.phases.partition_point(|band| band.x + band.width + half_gap < x).min(last);
        let band = &self.phases[phase];
        let half = self.sizes().card / 2.0;
        let within = &self.columns[band.first..band.first + band.count];
        Some(Slot { phase, position: within.partition_point(|column| column.x + half < x) })
    }

    /// The slot whose middle is within `reach` of `x`.
    pub fn slot_near(&self, x: f64, reach: f64) -> Option<Slot> {
        self.slot_at(x).filter(|slot| (self.slot_x(*slot) - x).abs() <= reach)
    }

    /// The middle of a slot. At the ends of a phase it leans to the phase's own touchpoints, so that the end
    /// of one phase and the start of the next are apart.
    pub fn slot_x(&self, slot: Slot) -> f64 {
        let sizes = self.sizes();
        let Some(band) = self.phases.get(slot.phase) else { return self.width };
        let lean = (sizes.gap / 4.0).max(2.0);
        match slot.position {
            _ if band.count == 0 => band.x + band.width / 2.0,
            0 => self.columns[band.first].x - lean,
            at if at >= band.count => self.columns[band.first + band.count - 1].x + sizes.card + lean,
            at => self.columns[band.first + at].x - sizes.gap / 2.0,
        }
    }

    /// The slot a column stands in, and the position of the phase.
    pub fn slot_of(&self, column: usize) -> Option<Slot> {
        let phase = self.columns.get(column)?.phase;
        Some(Slot { phase, position: column - self.phases[phase].first })
    }
}
