//! A value that changed, in words: it comes as JSON, and its place says what it means.

use crosslane_core::compare::Path;
use crosslane_core::edit::form::ChoiceKind;
use crosslane_core::model::{Date, EntityKind, Id, Minutes, Percent, Workspace};
use serde_json::Value;

use crate::en::changes as en;
use crate::ui::fields;
use crate::{name, values};

/// Longest value that is shown, in characters of its JSON.
const LONGEST_VALUE: usize = 80;

/// The kinds of entity a plain value may refer to.
const KINDS: [EntityKind; 10] = [
    EntityKind::Department,
    EntityKind::Channel,
    EntityKind::System,
    EntityKind::Item,
    EntityKind::Persona,
    EntityKind::Subject,
    EntityKind::Measure,
    EntityKind::Journey,
    EntityKind::Goal,
    EntityKind::Initiative,
];

/// A number, word, time or short text as people read it; `None` for objects and long texts.
pub fn words(version: &Workspace, path: &Path, json: &str) -> Option<String> {
    let value: Value = serde_json::from_str(json).ok()?;
    if let Value::Array(items) = &value {
        return list_words(version, items);
    }
    let field = path.last_field().unwrap_or_default();
    if matches!(field, "duration" | "wait" | "target_wait" | "due_within" | "wait_without_target") {
        return time(&value);
    }
    match &value {
        Value::Bool(yes) => Some(values::yes_no(*yes).to_owned()),
        Value::Number(number) => match (field, number.as_f64()) {
            ("share" | "complete_accurate", Some(number)) => Percent::new(number).map(values::percent),
            (_, Some(number)) => Some(values::decimal(number)),
            _ => None,
        },
        Value::String(text) => text_words(version, field, text, json),
        _ => None,
    }
}

fn text_words(version: &Workspace, field: &str, text: &str, json: &str) -> Option<String> {
    let choice =
        choices_of(field).iter().map(|kind| fields::choice(*kind, text)).find(|label| !label.is_empty());
    if let Some(label) = choice {
        return Some(label.to_owned());
    }
    if let Some(date) = Date::parse(text) {
        return Some(values::date(date));
    }
    if json.chars().count() > LONGEST_VALUE {
        return None;
    }
    Some(named(version, text))
}

fn named(version: &Workspace, text: &str) -> String {
    let referred =
        Id::new(text).and_then(|id| KINDS.iter().find_map(|kind| name::raw(version, None, *kind, id)));
    name::quoted(&referred.unwrap_or_else(|| text.to_owned()))
}

fn choices_of(field: &str) -> &'static [ChoiceKind] {
    match field {
        "stage" => &[ChoiceKind::Stage],
        "started_by" => &[ChoiceKind::Starter],
        "satisfaction_kind" => &[ChoiceKind::SatisfactionKind],
        "evidence" => &[ChoiceKind::Evidence],
        "method" => &[ChoiceKind::Method],
        "interaction" => &[ChoiceKind::Interaction],
        "state" => &[ChoiceKind::JourneyState],
        "kind" => &[ChoiceKind::DepartmentKind, ChoiceKind::ParticipantKind],
        "direction" => &[ChoiceKind::Direction],
        "access" => &[ChoiceKind::Access],
        "practice" => &[ChoiceKind::Practice],
        "status" => &[ChoiceKind::InitiativeStatus],
        _ => &[],
    }
}

fn time(value: &Value) -> Option<String> {
    let end = |name: &str| value.get(name).and_then(Value::as_u64);
    let time = match value.as_u64() {
        Some(minutes) => Minutes::exact(minutes),
        None => Minutes::range(end("low")?, end("high")?)?,
    };
    Some(values::minutes(time))
}

fn list_words(version: &Workspace, items: &[Value]) -> Option<String> {
    if items.is_empty() {
        return Some(en::NONE.to_owned());
    }
    let texts: Option<Vec<String>> =
        items.iter().map(|item| item.as_str().map(|text| named(version, text))).collect();
    texts.map(|texts| values::list(&texts))
}

/// What was added to a list and what was removed: `added “Claims”; removed “Sales”`; `None` where they are no lists of
/// words.
pub fn list_change(before: &Workspace, after: &Workspace, old: &str, new: &str) -> Option<String> {
    let list = |json: &str| serde_json::from_str::<Vec<String>>(json).ok();
    let (old, new) = (list(old)?, list(new)?);
    let missing = |version: &Workspace, list: &[String], other: &[String]| -> Vec<String> {
        list.iter().filter(|item| !other.contains(item)).map(|item| named(version, item)).collect()
    };
    let (added, removed) = (missing(after, &new, &old), missing(before, &old, &new));
    let part =
        |words: &str, items: &[String]| (!items.is_empty()).then(|| [words, &values::list(items)].concat());
    let parts: Vec<String> =
        [part(en::ADDED, &added), part(en::TAKEN_OUT, &removed)].into_iter().flatten().collect();
    Some(if parts.is_empty() { en::REORDERED.to_owned() } else { parts.join("; ") })
}
