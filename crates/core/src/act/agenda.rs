//! The agenda of the steering committee: the worst breaks that nobody does anything about.

use crate::model::{Id, Practice, StepKey, Workspace};
use crate::rules::{Evaluation, Flag, FlagAt, JourneyEvaluation, rule};
use crate::score::HandoffRisk;
use crate::sort::Sort;

/// The rule that says that nobody does anything about an error.
const UNADDRESSED: &str = "unaddressed-break";

/// A handoff to talk about.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaItem {
    /// The journey.
    pub journey: Id,
    /// The handoff.
    pub handoff: StepKey,
    /// The department that hands on.
    pub from_department: Id,
    /// The department that receives.
    pub to_department: Id,
    /// Its risk, 0 to 100.
    pub risk: f64,
    /// Its risk if every open question turned out badly, 0 to 100.
    pub at_worst: f64,
    /// Its errors that no initiative and no decision addresses, as positions in the findings of the journey.
    pub flags: Vec<FlagAt>,
    /// Their fingerprints, in the same order.
    pub fingerprints: Vec<String>,
    /// The practice that mends the first of them best.
    pub practice: Option<Practice>,
}

/// The handoffs of all journeys of today with an error that no initiative and no decision addresses, the highest risk
/// first, at most `most`.
pub fn agenda(workspace: &Workspace, evaluation: &Evaluation, most: usize) -> Vec<AgendaItem> {
    let evaluation = &evaluation.of_today(workspace);
    let of_journey = |journey: &std::sync::Arc<JourneyEvaluation>| {
        let item = |handoff| item(journey, handoff);
        journey.scores.handoffs.iter().filter_map(item).collect::<Vec<_>>()
    };
    let mut items: Vec<AgendaItem> = evaluation.journeys.iter().flat_map(of_journey).collect();
    // Stable: what is equally bad stays in the order of the journeys.
    items.arrange_by(|a, b| b.risk.total_cmp(&a.risk).then(b.at_worst.total_cmp(&a.at_worst)));
    items.truncate(most);
    for item in &mut items {
        name_flags(evaluation, item);
    }
    items
}

fn item(journey: &JourneyEvaluation, handoff: &HandoffRisk) -> Option<AgendaItem> {
    let flag = |at: &FlagAt| &journey.findings.flags[*at];
    let unaddressed = |at: &FlagAt| flag(at).badges.iter().any(|badge| badge.rule == UNADDRESSED);
    let mut flags: Vec<FlagAt> = handoff.flags.iter().copied().filter(unaddressed).collect();
    let in_order = |at: &FlagAt| handoff.breaks.counted.iter().position(|counted| counted.flag == *at);
    flags.arrange_by_key(|at| in_order(at).unwrap_or(usize::MAX));
    let first: &Flag = flag(flags.first()?);
    Some(AgendaItem {
        journey: journey.id,
        handoff: handoff.key,
        from_department: handoff.from_department,
        to_department: handoff.to_department,
        risk: handoff.risk,
        at_worst: handoff.at_worst,
        practice: rule(first.rule).and_then(|rule| rule.practices.first().copied()),
        flags,
        fingerprints: Vec::new(),
    })
}

/// Only for what is shown: each is a hash.
fn name_flags(evaluation: &Evaluation, item: &mut AgendaItem) {
    let Some(journey) = evaluation.journey(item.journey) else { return };
    item.fingerprints = item.flags.iter().map(|at| journey.findings.flags[*at].fingerprint()).collect();
}
