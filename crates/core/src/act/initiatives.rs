//! Initiatives: started from flags, moved over the board, done with the risk they leave behind.

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use super::flags::{self, Found};
use crate::edit::{Edit, Entry};
use crate::model::{
    AddressedFlag, Date, EntityKind, Id, Initiative, InitiativeStatus, Map, Percent, Ref, StepKey, Workspace,
};
use crate::rules::{Evaluation, rule};
use crate::score::snapshot;
use crate::sort::Sort;

/// An initiative for these flags: with the departments they are between, the practice that mends the worst
/// of them best, the flags as they are, and the worst risk among their handoffs. It has no title yet.
pub fn start(workspace: &Workspace, evaluation: &Evaluation, fingerprints: &[String]) -> Initiative {
    let (flags, found, departments, practice) = gather(workspace, evaluation, fingerprints);
    let risk_before = risk_now(workspace, evaluation, &flags, &found).and_then(rounded);
    Initiative {
        practice,
        departments: (!departments.is_empty()).then_some(departments),
        flags,
        found,
        status: Some(InitiativeStatus::Proposed),
        risk_before,
        ..Initiative::default()
    }
}

type Gathered =
    (Vec<String>, Map<AddressedFlag>, Vec<Ref<crate::model::Department>>, Option<crate::model::Practice>);

/// What an initiative or a decision takes over from flags: each once, as they are kept, the departments they
/// are between, and the practice that mends the worst of them best.
pub(super) fn gather(workspace: &Workspace, evaluation: &Evaluation, fingerprints: &[String]) -> Gathered {
    let found = flags::find(evaluation, &fingerprints.iter().map(String::as_str).collect::<Vec<_>>());
    let mut seen = HashSet::new();
    let once: Vec<String> = fingerprints.iter().filter(|flag| seen.insert(*flag)).cloned().collect();
    let there: Vec<(&String, Found<'_>)> =
        once.iter().filter_map(|flag| Some((flag, *found.get(flag)?))).collect();
    let kept = there.iter().filter_map(|(flag, it)| Some((Id::new(flag)?, Arc::new(flags::kept(*it)))));
    let kept = kept.collect();
    let between: Vec<Id> = there.iter().flat_map(|(_, it)| flags::departments(workspace, *it)).collect();
    let departments = flags::in_lane_order(workspace, &between).into_iter().map(Ref::from).collect();
    // The first of those that are equally bad.
    let worst = there.iter().min_by_key(|(_, it)| Reverse(it.flag.severity));
    let practice = worst.and_then(|(_, it)| rule(it.flag.rule)?.practices.first().copied());
    (once, kept, departments, practice)
}

/// The worst risk now, 0 to 100, among the handoffs at which these flags count or counted. Where the two
/// touchpoints are still there but no handoff is between them any more, nothing can go wrong there: 0.
/// `None` where none of the flags ever counted at a handoff that can be looked up.
pub fn risk_now(
    workspace: &Workspace,
    evaluation: &Evaluation,
    flags: &[String],
    kept: &Map<AddressedFlag>,
) -> Option<f64> {
    let addressed = flags::addressed(evaluation, flags, kept);
    let mut handoffs: Vec<(Id, StepKey)> = addressed
        .iter()
        .flat_map(|flag| [flag.handoff(), flag.was.and_then(flags::was_at)])
        .flatten()
        .collect();
    handoffs.arrange();
    handoffs.dedup();
    let risks =
        handoffs.into_iter().filter_map(|(journey, key)| risk_at(workspace, evaluation, journey, key));
    risks.max_by(f64::total_cmp)
}

fn risk_at(workspace: &Workspace, evaluation: &Evaluation, journey: Id, key: StepKey) -> Option<f64> {
    if let Some(handoff) = evaluation.journey(journey)?.scores.of(key) {
        return Some(handoff.risk);
    }
    let touchpoints = &workspace.journeys.get(&journey)?.touchpoints;
    (touchpoints.contains_key(&key.from) && touchpoints.contains_key(&key.to)).then_some(0.0)
}

/// Moves an initiative to another column of the board. One that is not done has no risk after.
pub fn move_to(workspace: &Workspace, id: Id, status: InitiativeStatus) -> Option<Edit> {
    let mut initiative = workspace.initiatives.get(&id)?.as_ref().clone();
    initiative.status = Some(status);
    if status != InitiativeStatus::Done {
        initiative.risk_after = None;
    }
    Some(Edit::PutEntry(id, Box::new(Entry::Initiative(initiative))))
}

/// Marks an initiative done: records the worst risk among its handoffs as it is now, and keeps the scores of
/// the day as `snapshot`, in one edit. `None` where there is no such initiative.
pub fn finish(
    workspace: &Workspace,
    evaluation: &Evaluation,
    id: Id,
    snapshot_id: Id,
    today: Option<Date>,
    note: Option<String>,
) -> Option<Edit> {
    let Some(Entry::Initiative(mut initiative)) = Entry::of(workspace, EntityKind::Initiative, id) else {
        return None;
    };
    let risk = risk_now(workspace, evaluation, &initiative.flags, &initiative.found);
    initiative.risk_after = risk.and_then(rounded);
    initiative.status = Some(InitiativeStatus::Done);
    Some(Edit::Batch(vec![
        Edit::PutEntry(id, Box::new(Entry::Initiative(initiative))),
        Edit::PutSnapshot(snapshot_id, Box::new(snapshot(evaluation, today, note))),
    ]))
}

/// One decimal is more than a risk can mean, and keeps files readable.
fn rounded(risk: f64) -> Option<Percent> {
    Percent::new((risk * 10.0).round() / 10.0)
}
