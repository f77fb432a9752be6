//! Scores: the risk of each handoff, the connectedness of a journey, the matrix of departments.
//!
//! Risk = breaks × stakes. Breaks are what the open flags count, by kind; stakes are what hangs on the
//! handoff: the importance of the touchpoint that receives, and how many customers pass. As in failure
//! mode and effects analysis (IEC 60812), how bad and how much is at stake are judged apart and multiplied.

mod breaks;
mod matrix;
mod snapshot;
mod stakes;
mod trend;

use std::cmp::Ordering;

use crate::model::{Id, StepKey};
use crate::rules::{Answers, Context, FlagAt, Input, Inputs, Severity};
use crate::sort::Sort;

pub use breaks::{Breaks, COUNTED_KINDS, Counted};
pub use matrix::{MatrixCell, matrix};
pub use snapshot::{Listed, snapshot, snapshots};
pub use stakes::{Stakes, volume};
pub use trend::{TrendPoint, trend};

/// The risk of a handoff: breaks × stakes.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoffRisk {
    /// The handoff.
    pub key: StepKey,
    /// Its position in [`Flow::handoffs`](crate::flow::Flow::handoffs).
    pub handoff: usize,
    /// The department that hands on.
    pub from_department: Id,
    /// The department that receives.
    pub to_department: Id,
    /// What the open flags count, by kind, 0 to 100.
    pub breaks: Breaks,
    /// What hangs on the handoff, 50 % to 100 %.
    pub stakes: Stakes,
    /// Breaks × stakes, 0 to 100.
    pub risk: f64,
    /// The same with every open check counted as fired, 0 to 100; never below `risk`.
    pub at_worst: f64,
    /// Customers a month, where known: the card's, else those of the touchpoint that hands on times the
    /// share of the link, else those of the touchpoint that receives.
    pub volume: Option<u64>,
    /// The open flags that count at it.
    pub flags: Vec<FlagAt>,
    /// The worst of them, risen where the rule says so.
    pub severity: Option<Severity>,
}

/// Connectedness as a range, 0 to 100: 100 minus the mean risk of the handoffs, weighted by volume.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Connectedness {
    /// From what is known.
    pub known: f64,
    /// If every open check turned out badly.
    pub at_worst: f64,
}

/// The scores of one journey.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct JourneyScores {
    /// The handoffs: the highest risk first, then at worst, volume, order of the journey.
    pub handoffs: Vec<HandoffRisk>,
    /// `None` where it has no value: no decided handoff, an undecided step, or under half of the checks answered.
    pub connectedness: Option<Connectedness>,
    /// Answered checks as a share of all that apply, 0 to 1.
    pub assessed: Option<f64>,
}

impl JourneyScores {
    /// The worst handoff: the first in order, where anything is or could be wrong with it.
    pub fn worst(&self) -> Option<&HandoffRisk> {
        self.handoffs.first().filter(|handoff| handoff.at_worst > 0.0)
    }

    /// The risk of the handoff between two touchpoints.
    pub fn of(&self, key: StepKey) -> Option<&HandoffRisk> {
        self.handoffs.iter().find(|handoff| handoff.key == key)
    }
}

/// What scores read beside the flags.
pub const READ_BY_SCORES: Inputs = Inputs::of(&[Input::Importance, Input::Volume]);

/// The scores of one journey from the answers of its rules.
pub fn score(context: &Context<'_>, findings: &Answers) -> JourneyScores {
    let handoffs = ranked(risks(context, findings));
    let assessed = findings.assessed();
    let says_something = context.flow.undecided().is_empty() && assessed.is_some_and(|share| share >= 0.5);
    let connectedness = if says_something { connectedness(&handoffs) } else { None };
    JourneyScores { handoffs, connectedness, assessed }
}

fn risks(context: &Context<'_>, findings: &Answers) -> Vec<HandoffRisk> {
    let breaks = breaks::by_handoff(context.flow.handoffs().len(), findings);
    let of_handoff = |(at, breaks): (usize, breaks::AtHandoff)| {
        let handoff = &context.flow.handoffs()[at];
        let volume = stakes::volume(context, at);
        let stakes = Stakes::of(context.touchpoint(handoff.to), volume);
        HandoffRisk {
            key: context.flow.handoff_key(at),
            handoff: at,
            from_department: handoff.from_department,
            to_department: handoff.to_department,
            risk: f64::from(breaks.known.total()) * stakes.percent() / 100.0,
            at_worst: f64::from(breaks.at_worst) * stakes.percent() / 100.0,
            breaks: breaks.known,
            stakes,
            volume,
            flags: breaks.flags,
            severity: breaks.severity,
        }
    };
    breaks.into_iter().enumerate().map(of_handoff).collect()
}

/// Ordered by what decides, so that the risks themselves move only once.
fn ranked(handoffs: Vec<HandoffRisk>) -> Vec<HandoffRisk> {
    type Rank = (f64, f64, Option<u64>, usize);
    let worse = |a: &Rank, b: &Rank| -> Ordering {
        let by_risk = b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1));
        by_risk.then(b.2.cmp(&a.2)).then(a.3.cmp(&b.3))
    };
    let mut order: Vec<Rank> =
        handoffs.iter().map(|it| (it.risk, it.at_worst, it.volume, it.handoff)).collect();
    order.arrange_by(worse);
    let mut handoffs: Vec<Option<HandoffRisk>> = handoffs.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(.., handoff)| handoffs[handoff].take()).collect()
}

fn connectedness(handoffs: &[HandoffRisk]) -> Option<Connectedness> {
    let known: Vec<u64> = handoffs.iter().filter_map(|handoff| handoff.volume).collect();
    let unknown = median(known).unwrap_or(1.0);
    let weight = |handoff: &HandoffRisk| handoff.volume.map_or(unknown, number);
    let total: f64 = handoffs.iter().map(weight).sum();
    let mean = |of: fn(&HandoffRisk) -> f64| {
        if total > 0.0 {
            handoffs.iter().map(|handoff| of(handoff) * weight(handoff)).sum::<f64>() / total
        } else {
            // Nobody passes any of them: none weighs more than another.
            handoffs.iter().map(of).sum::<f64>() / number(handoffs.len() as u64)
        }
    };
    (!handoffs.is_empty()).then(|| Connectedness {
        known: (100.0 - mean(|handoff| handoff.risk)).clamp(0.0, 100.0),
        at_worst: (100.0 - mean(|handoff| handoff.at_worst)).clamp(0.0, 100.0),
    })
}

/// The middle of the values; of an even number, the mean of the two in the middle.
fn median(mut values: Vec<u64>) -> Option<f64> {
    values.arrange();
    let high = *values.get(values.len() / 2)?;
    let low = if values.len().is_multiple_of(2) { values[values.len() / 2 - 1] } else { high };
    Some(f64::midpoint(number(low), number(high)))
}

/// A count as a fraction; the model admits only counts that are exact in `f64`.
#[allow(clippy::cast_precision_loss)]
fn number(count: u64) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests;
