//! What a cell says.

use crosslane_core::edit::form::{Place, name_of};
use crosslane_core::model::{EntityKind, Fields, Id, Journey, Minutes, StepKey, Touchpoint, Workspace};
use crosslane_words::ui::fields as words;
use crosslane_words::{datum, values};

use super::rows::{Kind, ROWS};

/// The text of a touchpoint's cell; empty where nothing is known.
pub fn text(workspace: &Workspace, id: Id, touchpoint: &Touchpoint, row: usize) -> String {
    let Some(Kind::Field(field)) = ROWS.get(row).map(|row| row.kind) else { return String::new() };
    match field {
        "promises" => promises(workspace, touchpoint),
        "standards" => standards(workspace, touchpoint),
        _ => {
            let spec = Place::Touchpoint(id).spec(field);
            let (Some(spec), Some(said)) = (spec, (touchpoint as &dyn Fields).get(field)) else {
                return String::new();
            };
            datum::text(workspace, spec, &said)
        }
    }
}

/// The wait of a step; empty where it is unknown.
pub fn wait(journey: &Journey, key: StepKey) -> String {
    let wait: Option<Minutes> = journey.steps.get(&key).and_then(|step| step.wait);
    wait.map(values::minutes).unwrap_or_default()
}

/// A line for each.
fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

fn promises(workspace: &Workspace, touchpoint: &Touchpoint) -> String {
    let Some(promises) = &touchpoint.promises else { return String::new() };
    let line = |subject: Option<Id>, value: Option<&String>, due: Option<Minutes>| {
        let subject = subject.map(|id| name_of(workspace, EntityKind::Subject, id).into_owned());
        let due = due.map(values::minutes);
        subject.into_iter().chain(value.cloned()).chain(due).collect::<Vec<_>>().join(": ")
    };
    if promises.is_empty() {
        return none("promises");
    }
    lines(promises.values().map(|promise| {
        line(promise.subject.map(crosslane_core::model::Ref::id), promise.value.as_ref(), promise.due_within)
    }))
}

fn standards(workspace: &Workspace, touchpoint: &Touchpoint) -> String {
    let Some(standards) = &touchpoint.standards else { return String::new() };
    if standards.is_empty() {
        return none("standards");
    }
    lines(standards.values().map(|lived| {
        let subject = lived.subject.map(|id| name_of(workspace, EntityKind::Subject, id.id()).into_owned());
        subject.into_iter().chain(lived.value.clone()).collect::<Vec<_>>().join(": ")
    }))
}

fn none(field: &str) -> String {
    let spec = crosslane_core::edit::form::Place::Touchpoint(Id::derived(&[])).spec(field);
    spec.map(words::nothing).unwrap_or_default().to_owned()
}
