//! Scores: the risk of each handoff and the connectedness of a journey.

use crate::model::StepKey;
use crate::rules::{Context, Findings};

/// The risk of a handoff: breaks × stakes.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoffRisk {
    /// The handoff.
    pub key: StepKey,
    /// Breaks from the open flags, 0 to 100.
    pub breaks: f64,
    /// Stakes, 0.5 to 1.
    pub stakes: f64,
    /// Whether the importance behind the stakes is assumed.
    pub importance_assumed: bool,
    /// Breaks × stakes, 0 to 100.
    pub risk: f64,
    /// The same with every open check counted as fired, 0 to 100.
    pub at_worst: f64,
    /// Customers a month, where known.
    pub volume: Option<u64>,
}

/// Connectedness as a range, 0 to 100.
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
    /// The handoffs, the highest risk first.
    pub handoffs: Vec<HandoffRisk>,
    /// `None` where it has no value: no decided handoff, an undecided step, or under half of the checks answered.
    pub connectedness: Option<Connectedness>,
    /// Answered checks as a share of all that apply, 0 to 1.
    pub assessed: Option<f64>,
}

/// The scores of one journey from the answers of its rules.
pub fn score(_context: &Context<'_>, findings: &Findings) -> JourneyScores {
    JourneyScores { assessed: findings.assessed(), ..JourneyScores::default() }
}
