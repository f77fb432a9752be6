//! What a department asks the customer for, and what it needs and never gets.

use std::collections::BTreeMap;

use super::evaluated;
use crate::model::{Id, Workspace};
use crate::rules::{Evaluation, Flag, Flags, Place, Subject};
use crate::sort::Sort;

/// Something a department asks the customer for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The information item.
    pub item: Id,
    /// Where it asks: the journey and the touchpoint, in order.
    pub at: Vec<(Id, Id)>,
    /// Whether the customer has told it before, at one of them.
    pub again: bool,
}

/// Something a department needs and nobody passes on to it.
#[derive(Clone, Debug, PartialEq)]
pub struct NeverGot {
    /// The information item.
    pub item: Id,
    /// The journey.
    pub journey: Id,
    /// Where it is needed.
    pub touchpoint: Id,
}

/// What a department asks for: what it asks again first, then in the order of the journeys.
pub(super) fn asked(workspace: &Workspace, evaluation: &Evaluation, department: Id) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    let mut known: BTreeMap<Id, usize> = BTreeMap::new();
    for (journey, evaluated) in evaluated(workspace, evaluation) {
        for (id, touchpoint) in journey.ordered_touchpoints() {
            if touchpoint.owner.is_none_or(|owner| owner.id() != department) {
                continue;
            }
            for item in touchpoint.asked.iter().flatten().map(|item| item.id()) {
                let at = *known.entry(item).or_insert_with(|| {
                    asked.push(Asked { item, at: Vec::new(), again: false });
                    asked.len() - 1
                });
                asked[at].at.push((evaluated.id, id));
                asked[at].again |= open_flags(&evaluated.findings.flags, "customer-repeats")
                    .any(|flag| flag.place == Place::Touchpoint(id) && flag.subject == Subject::Item(item));
            }
        }
    }
    // Stable: the rest stays in the order in which it was met.
    asked.arrange_by_key(|asked| !asked.again);
    asked
}

/// What a department needs and never gets, as the open flags say.
pub(super) fn never_got(workspace: &Workspace, evaluation: &Evaluation, department: Id) -> Vec<NeverGot> {
    let mut found = Vec::new();
    for (journey, evaluated) in evaluated(workspace, evaluation) {
        for flag in open_flags(&evaluated.findings.flags, "information-lost") {
            let (Place::Touchpoint(touchpoint), Subject::Item(item)) = (flag.place, flag.subject) else {
                continue;
            };
            let owner = journey.touchpoints.get(&touchpoint).and_then(|touchpoint| touchpoint.owner);
            if owner.is_some_and(|owner| owner.id() == department) {
                found.push(NeverGot { item, journey: evaluated.id, touchpoint });
            }
        }
    }
    found
}

fn open_flags<'a>(flags: &'a Flags, rule: &'static str) -> impl Iterator<Item = &'a Flag> {
    flags.iter().filter(move |flag| flag.rule == rule && flag.is_open())
}
