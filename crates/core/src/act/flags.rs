//! The flags that an initiative or a decision addresses: as they were, and what became of them.

use std::collections::{HashMap, HashSet};

use crate::model::{AddressedFlag, Id, Map, Ref, StepKey, Workspace};
use crate::rules::{Evaluation, Flag, JourneyEvaluation, Place, Value, changed_values, kept_values, rule};

/// A flag, and the evaluation of the journey it was found in.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The journey.
    pub journey: &'a JourneyEvaluation,
    /// The flag.
    pub flag: &'a Flag,
}

/// What became of a flag since somebody began to do something about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// It is as it was.
    Still,
    /// It is there with other values; their names, where it is known what they were.
    Changed(Vec<&'static str>),
    /// Somebody accepted it.
    Accepted,
    /// It is gone.
    Gone,
}

/// A flag that is addressed.
#[derive(Clone, Debug)]
pub struct Addressed<'a> {
    /// Its fingerprint.
    pub fingerprint: &'a str,
    /// What became of it.
    pub became: Became,
    /// The flag as it is now, where it is there.
    pub now: Option<Found<'a>>,
    /// The flag as it was, where that was kept.
    pub was: Option<&'a AddressedFlag>,
}

impl Addressed<'_> {
    /// Whether it is there and nobody accepted it.
    pub fn is_open(&self) -> bool {
        matches!(self.became, Became::Still | Became::Changed(_))
    }

    /// Its rule; `None` where it is gone and was not kept, or its rule is not known here.
    pub fn rule(&self) -> Option<&'static str> {
        let was = || rule(&self.was?.rule).map(|rule| rule.id);
        self.now.map(|found| found.flag.rule).or_else(was)
    }

    /// The handoff it counts at, or counted at, with its journey.
    pub fn handoff(&self) -> Option<(Id, StepKey)> {
        let now = self.now.and_then(|found| Some((found.journey.id, found.flag.blames?)));
        now.or_else(|| was_at(self.was?))
    }
}

/// The handoff a kept flag counted at, with its journey.
pub(super) fn was_at(was: &AddressedFlag) -> Option<(Id, StepKey)> {
    Some((was.journey?.id(), StepKey::new(was.from?.id(), was.to?.id())))
}

/// The flags with these fingerprints. Looks at every flag once, so ask for all at a time.
pub fn find<'a>(evaluation: &'a Evaluation, fingerprints: &[&str]) -> HashMap<String, Found<'a>> {
    let wanted: HashSet<&str> = fingerprints.iter().copied().collect();
    let mut found = HashMap::new();
    if fingerprints.is_empty() {
        return found;
    }
    for journey in &evaluation.journeys {
        for flag in &journey.findings.flags {
            let fingerprint = flag.fingerprint();
            if wanted.contains(fingerprint.as_str()) {
                found.entry(fingerprint).or_insert(Found { journey, flag });
            }
        }
    }
    found
}

/// What became of the flags of an initiative or a decision, in their order.
pub fn addressed<'a>(
    evaluation: &'a Evaluation,
    flags: &'a [String],
    kept: &'a Map<AddressedFlag>,
) -> Vec<Addressed<'a>> {
    let found = find(evaluation, &flags.iter().map(String::as_str).collect::<Vec<_>>());
    let of = |fingerprint: &'a String| {
        let now = found.get(fingerprint).copied();
        let was = Id::new(fingerprint).and_then(|id| kept.get(&id)).map(AsRef::as_ref);
        Addressed { fingerprint, became: became(now, was), now, was }
    };
    flags.iter().map(of).collect()
}

fn became(now: Option<Found<'_>>, was: Option<&AddressedFlag>) -> Became {
    let Some(now) = now else { return Became::Gone };
    if !now.flag.is_open() {
        return Became::Accepted;
    }
    let changed = was.map(|was| changed_values(now.flag, &was.values)).unwrap_or_default();
    if changed.is_empty() { Became::Still } else { Became::Changed(changed) }
}

/// For each initiative, how many of its flags are there and not accepted.
pub fn open_flags(workspace: &Workspace, evaluation: &Evaluation) -> HashMap<Id, usize> {
    let wanted: Vec<&str> =
        workspace.initiatives.values().flat_map(|it| &it.flags).map(String::as_str).collect();
    let found = find(evaluation, &wanted);
    let is_open = |flag: &&String| found.get(*flag).is_some_and(|found| found.flag.is_open());
    let counted = workspace.initiatives.iter();
    counted.map(|(id, it)| (*id, it.flags.iter().filter(is_open).count())).collect()
}

/// A flag as it is kept with what addresses it.
pub(super) fn kept(found: Found<'_>) -> AddressedFlag {
    let handoff = found.flag.blames;
    AddressedFlag {
        rule: found.flag.rule.to_owned(),
        journey: Some(Ref::from(found.journey.id)),
        from: handoff.map(|key| Ref::from(key.from)),
        to: handoff.map(|key| Ref::from(key.to)),
        values: kept_values(found.flag),
        unknown: None,
    }
}

/// The departments a flag is between: both sides of the handoff it counts at, else the owner, or those it names.
pub(super) fn departments(workspace: &Workspace, found: Found<'_>) -> Vec<Id> {
    let flow = &found.journey.flow;
    if let Some(handoff) = found.flag.handoff.and_then(|at| flow.handoffs().get(at)) {
        return vec![handoff.from_department, handoff.to_department];
    }
    let owner = |id: Id| workspace.journeys.get(&found.journey.id)?.touchpoints.get(&id)?.owner.map(Ref::id);
    let mut departments = match found.flag.place {
        Place::Touchpoint(id) => owner(id).into_iter().collect(),
        Place::Department(id) => vec![id],
        Place::Pair(one, other) => vec![one, other],
        _ => Vec::new(),
    };
    for named in &found.flag.values {
        match &named.value {
            Value::Department(id) => departments.push(*id),
            Value::Departments(ids) => departments.extend(ids),
            _ => {}
        }
    }
    departments
}

/// These departments, each once, in the order of the lanes.
pub(super) fn in_lane_order(workspace: &Workspace, departments: &[Id]) -> Vec<Id> {
    workspace.department_order.iter().filter(|id| departments.contains(id)).copied().collect()
}
