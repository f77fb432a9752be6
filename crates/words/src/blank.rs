//! Questions for what nobody has filled yet: the list for the next interview.

use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::rules::{Blank, BlankPlace};

use crate::en::blanks as en;
use crate::template::{self, Filling};
use crate::{name, values};

/// The question that fills a blank, such as `What does Claims ask the customer at “Describe the damage”?`.
/// `journey` is the one the blank is in; `None` for what all journeys share.
pub fn question(workspace: &Workspace, journey: Option<Id>, blank: &Blank) -> String {
    let fill = |gap: &str| gap_of(workspace, journey, blank.place, gap).map(Filling::one);
    let questions = en::questions(blank.field);
    questions
        .iter()
        .find_map(|question| template::fill(question, &fill))
        .unwrap_or_else(|| blank.field.word().to_owned())
}

/// How much the answer is worth: `answers 6 checks`.
pub fn worth(checks: usize) -> String {
    if checks == 1 {
        return en::ANSWERS.0.to_owned();
    }
    let count = values::number(checks as u64);
    template::fill(en::ANSWERS.1, &|_| Some(Filling::one(count.clone()))).unwrap_or_default()
}

fn gap_of(workspace: &Workspace, journey: Option<Id>, place: BlankPlace, gap: &str) -> Option<String> {
    let journey = journey.and_then(|id| workspace.journeys.get(&id)).map(AsRef::as_ref);
    let shown = |kind, id| Some(name::shown(workspace, journey, kind, id));
    let owner = |id: Id| {
        let owner = journey?.touchpoints.get(&id)?.owner?;
        Some(name::shown(workspace, journey, EntityKind::Department, owner.id()))
    };
    match (gap, place) {
        (
            "touchpoint",
            BlankPlace::Touchpoint(id)
            | BlankPlace::Promise { touchpoint: id, .. }
            | BlankPlace::LivedStandard { touchpoint: id, .. },
        ) => shown(EntityKind::Touchpoint, id),
        ("owner", BlankPlace::Touchpoint(id)) => owner(id),
        ("from", BlankPlace::Step(key)) => shown(EntityKind::Touchpoint, key.from),
        ("to", BlankPlace::Step(key)) => shown(EntityKind::Touchpoint, key.to),
        ("from_department", BlankPlace::Step(key)) => owner(key.from),
        ("to_department", BlankPlace::Step(key)) => owner(key.to),
        ("system", BlankPlace::System(id) | BlankPlace::SystemAccess { system: id, .. }) => {
            shown(EntityKind::System, id)
        }
        ("item", BlankPlace::Item(id)) => shown(EntityKind::Item, id),
        (
            "department",
            BlankPlace::Department(id)
            | BlankPlace::SystemAccess { department: id, .. }
            | BlankPlace::SteeredMeasure { department: id, .. }
            | BlankPlace::TermLabel { department: id, .. },
        ) => shown(EntityKind::Department, id),
        ("measure", BlankPlace::Measure(id) | BlankPlace::SteeredMeasure { measure: id, .. }) => {
            shown(EntityKind::Measure, id)
        }
        ("term", BlankPlace::TermLabel { term: id, .. }) => shown(EntityKind::Term, id),
        ("goal", BlankPlace::Goal(id)) => shown(EntityKind::Goal, id),
        ("standard", BlankPlace::Standard(id)) => shown(EntityKind::Standard, id),
        ("initiative", BlankPlace::Initiative(id)) => shown(EntityKind::Initiative, id),
        _ => None,
    }
}
