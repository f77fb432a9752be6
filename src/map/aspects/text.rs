//! What a cell says.

use crosslane_core::edit::form::{Datum, FieldSpec, Place, Widget, field_of, name_of};
use crosslane_core::model::{EntityKind, Id, Journey, Minutes, StepKey, Touchpoint, Workspace};
use crosslane_words::ui::fields as words;
use crosslane_words::values;

use super::rows::{Kind, ROWS};

/// The text of a touchpoint's cell; empty where nothing is known.
pub fn text(workspace: &Workspace, id: Id, touchpoint: &Touchpoint, row: usize) -> String {
    let Some(Kind::Field(field)) = ROWS.get(row).map(|row| row.kind) else { return String::new() };
    match field {
        "promises" => promises(workspace, touchpoint),
        "standards" => standards(workspace, touchpoint),
        _ => {
            let spec = Place::Touchpoint(id).spec(field);
            let (Some(spec), Some(datum)) = (spec, field_of(touchpoint, field)) else {
                return String::new();
            };
            say(workspace, spec, &datum)
        }
    }
}

/// The wait of a step; empty where it is unknown.
pub fn wait(journey: &Journey, key: StepKey) -> String {
    let wait: Option<Minutes> = journey.steps.get(&key).and_then(|step| step.wait);
    wait.map(values::minutes).unwrap_or_default()
}

fn say(workspace: &Workspace, spec: &FieldSpec, datum: &Datum) -> String {
    if datum.is_none() {
        return words::nothing(spec).to_owned();
    }
    let kind_of = |widget: Widget| match widget {
        Widget::One(kind) | Widget::Many(kind) => kind,
        _ => EntityKind::Item,
    };
    match datum {
        Datum::Absent | Datum::Entries(_) => String::new(),
        Datum::Text(text) => text.clone(),
        Datum::Rating(rating) => values::rating(*rating),
        Datum::YesNo(yes) => values::yes_no(*yes).to_owned(),
        Datum::Word(word) => match spec.widget {
            Widget::Choice(kind) => words::choice(kind, word).to_owned(),
            _ => (*word).to_owned(),
        },
        Datum::Date(date) => values::date(*date),
        Datum::Count(count) => values::number(*count),
        Datum::Number(number) => crosslane_core::format::number::print(*number),
        Datum::Percent(percent) => values::percent(*percent),
        Datum::Minutes(minutes) => values::minutes(*minutes),
        Datum::One(id) => name_of(workspace, kind_of(spec.widget), *id).into_owned(),
        Datum::Many(ids) => {
            lines(ids.iter().map(|id| name_of(workspace, kind_of(spec.widget), *id).into_owned()))
        }
        Datum::Texts(texts) => lines(texts.iter().cloned()),
    }
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
