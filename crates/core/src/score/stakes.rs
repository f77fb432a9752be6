//! Stakes: what hangs on a handoff.

use crate::model::Touchpoint;
use crate::rules::Context;

use super::number;

/// The importance taken where nobody said how much a touchpoint matters.
const ASSUMED_IMPORTANCE: f64 = 3.0;
/// The importance a moment of truth has at least.
const MOMENT_OF_TRUTH: f64 = 4.0;
/// Decades of volume that count at most.
const MOST_DECADES: u32 = 5;

/// What hangs on a handoff, and why: half, plus what importance and volume add.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stakes {
    /// The importance counted with, 1 to 5: at least 4 at a moment of truth.
    pub importance: f64,
    /// Nobody said how important the touchpoint is: 3 is assumed.
    pub importance_assumed: bool,
    /// The touchpoint that receives is a moment of truth.
    pub moment_of_truth: bool,
    /// Whole decades of customers a month, 0 to 5: the digits of the volume less one; 0 where it is unknown.
    pub volume_decades: u32,
}

impl Stakes {
    /// The stakes at a touchpoint that receives from another department.
    pub(super) fn of(receiver: &Touchpoint, volume: Option<u64>) -> Self {
        let rated = receiver.importance.map(crate::model::Rating::value);
        let moment_of_truth = receiver.moment_of_truth == Some(true);
        let least = if moment_of_truth { MOMENT_OF_TRUTH } else { 1.0 };
        let decades = volume.and_then(u64::checked_ilog10).unwrap_or(0);
        Self {
            importance: rated.unwrap_or(ASSUMED_IMPORTANCE).max(least),
            importance_assumed: rated.is_none(),
            moment_of_truth,
            volume_decades: decades.min(MOST_DECADES),
        }
    }

    /// What importance adds, 0 to 40 %.
    pub fn from_importance(&self) -> f64 {
        10.0 * (self.importance - 1.0)
    }

    /// What volume adds, 0 to 10 %.
    pub fn from_volume(&self) -> f64 {
        2.0 * f64::from(self.volume_decades)
    }

    /// The stakes in per cent, 50 to 100.
    pub fn percent(&self) -> f64 {
        50.0 + self.from_importance() + self.from_volume()
    }
}

/// Customers a month at the handoff in this position of the flow: its card's, else those of the
/// touchpoint that hands on times the share of the link, else those of the touchpoint that receives.
pub fn volume(context: &Context<'_>, handoff: usize) -> Option<u64> {
    let of_card = context.card(handoff).and_then(|card| card.monthly_volume);
    let handoff = &context.flow.handoffs()[handoff];
    let passing = || {
        let volume = context.touchpoint(handoff.from).monthly_volume?;
        // A share is at most 1, so the product is a whole number as exact as the volume itself.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Some((number(volume) * share(context, handoff)?).round() as u64)
    };
    of_card.or_else(passing).or_else(|| context.touchpoint(handoff.to).monthly_volume)
}

/// The share of customers who go from one end of a handoff to the other, 0 to 1. The only way on has all
/// of them; of several ways, those without a share leave it unknown.
fn share(context: &Context<'_>, handoff: &crate::flow::Handoff) -> Option<f64> {
    let of_leg = |(from, to): (usize, usize)| {
        let ways = context.flow.steps_from(from);
        let taken = ways.iter().find(|way| way.to == to)?;
        let only = if ways.len() == 1 { Some(100.0) } else { None };
        taken.share.or(only).map(|percent| percent / 100.0)
    };
    handoff.legs().map(of_leg).product()
}
