//! Snapshots: the scores of a day, and what changed since the one before.

use std::sync::Arc;

use crate::model::{Date, Id, JourneyScore, Percent, Snapshot, Workspace};
use crate::rules::{Evaluation, JourneyEvaluation, RULES_VERSION, Severity};
use crate::sort::Sort;

/// The scores of every journey as they are now.
pub fn snapshot(evaluation: &Evaluation, date: Option<Date>, note: Option<String>) -> Snapshot {
    let journeys =
        evaluation.journeys.iter().map(|journey| (journey.id, Arc::new(journey_score(journey)))).collect();
    Snapshot { date, note, rules_version: Some(RULES_VERSION), journeys, unknown: None }
}

fn journey_score(journey: &JourneyEvaluation) -> JourneyScore {
    let scores = &journey.scores;
    let open = |severity: Severity| {
        let counts = |flag: &&crate::rules::Flag| flag.is_open() && flag.severity == severity;
        journey.findings.flags.iter().filter(counts).count() as u64
    };
    JourneyScore {
        connectedness: scores.connectedness.and_then(|range| rounded(range.known)),
        connectedness_at_worst: scores.connectedness.and_then(|range| rounded(range.at_worst)),
        assessed: scores.assessed.and_then(|share| rounded(share * 100.0)),
        handoffs: Some(scores.handoffs.len() as u64),
        errors: Some(open(Severity::Error)),
        warnings: Some(open(Severity::Warning)),
        worst_risk: scores.handoffs.first().and_then(|worst| rounded(worst.risk)),
        unknown: None,
    }
}

/// One decimal is more than a score can mean, and keeps files readable.
fn rounded(value: f64) -> Option<Percent> {
    Percent::new((value * 10.0).round() / 10.0)
}

/// A snapshot of a list, with the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its identifier.
    pub id: Id,
    /// The scores.
    pub snapshot: Arc<Snapshot>,
    /// The scores before, where they were given by the same rules.
    pub before: Option<Arc<Snapshot>>,
}

/// The snapshots of a workspace, the newest first. Scores of other rules do not compare.
pub fn snapshots(workspace: &Workspace) -> Vec<Listed> {
    let mut ordered: Vec<(Id, Arc<Snapshot>)> =
        workspace.snapshots.iter().map(|(id, snapshot)| (*id, snapshot.clone())).collect();
    // Identifiers made on one day follow one another in time.
    ordered.arrange_by_key(|(id, snapshot)| (snapshot.date, *id));
    let mut listed: Vec<Listed> = Vec::with_capacity(ordered.len());
    for (id, snapshot) in ordered {
        let same_rules = |before: &&Listed| before.snapshot.rules_version == snapshot.rules_version;
        let before = listed.last().filter(same_rules).map(|before| before.snapshot.clone());
        listed.push(Listed { id, snapshot, before });
    }
    listed.reverse();
    listed
}
