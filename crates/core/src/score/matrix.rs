//! The matrix of departments: who hands on to whom, how often, and how badly.

use std::collections::BTreeMap;

use crate::model::Id;
use crate::sort::Sort;

use super::{HandoffRisk, JourneyScores};

/// All handoffs from one department to another.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell {
    /// The department that hands on.
    pub from: Id,
    /// The department that receives.
    pub to: Id,
    /// Handoffs.
    pub count: usize,
    /// Customers a month over the handoffs whose volume is known; `None` where none is.
    pub volume: Option<u64>,
    /// Handoffs whose volume is unknown.
    pub volume_unknown: usize,
    /// Open flags that count at them.
    pub flags: usize,
    /// The highest risk among them, 0 to 100.
    pub worst_risk: f64,
}

impl MatrixCell {
    fn new(from: Id, to: Id) -> Self {
        Self { from, to, count: 0, volume: None, volume_unknown: 0, flags: 0, worst_risk: 0.0 }
    }

    fn add(&mut self, handoff: &HandoffRisk) {
        self.count += 1;
        self.flags += handoff.flags.len();
        self.worst_risk = self.worst_risk.max(handoff.risk);
        match handoff.volume {
            Some(volume) => self.volume = Some(self.volume.unwrap_or(0).saturating_add(volume)),
            None => self.volume_unknown += 1,
        }
    }
}

/// The matrix of one journey or of several: only pairs with a handoff, the worst risk first, then those
/// with more flags, more handoffs, and by identifier.
pub fn matrix<'a>(journeys: impl IntoIterator<Item = &'a JourneyScores>) -> Vec<MatrixCell> {
    let mut cells: BTreeMap<(Id, Id), MatrixCell> = BTreeMap::new();
    for handoff in journeys.into_iter().flat_map(|scores| &scores.handoffs) {
        let (from, to) = (handoff.from_department, handoff.to_department);
        cells.entry((from, to)).or_insert_with(|| MatrixCell::new(from, to)).add(handoff);
    }
    let mut cells: Vec<MatrixCell> = cells.into_values().collect();
    // Stable: cells that are equally bad stay in the order of their identifiers.
    cells.arrange_by(|a, b| {
        b.worst_risk.total_cmp(&a.worst_risk).then(b.flags.cmp(&a.flags)).then(b.count.cmp(&a.count))
    });
    cells
}
