//! Whether a change of one side is in a merged version or in a conflict.

use std::collections::{HashMap, HashSet};

use crosslane_core::compare::{Change, Path, PathPart, Place, difference};
use crosslane_core::edit::{Edit, Entry, apply};
use crosslane_core::merge::{Conflict, Merged, value_at};
use crosslane_core::model::{Id, Workspace};
use serde_json::Value;

use super::cards::{assert_cards_kept, assert_on_handoffs, without_cards};

/// Fails where a change of `side` is neither in the outcome nor in a conflict; `other` is the other side.
pub fn assert_kept(base: &Workspace, side: &Workspace, other: &Workspace, merged: &Merged) {
    assert_cards_kept(base, side, other, merged);
    assert_on_handoffs(&merged.workspace, [side, other]);
    let [base, side, other] = [base, side, other].map(without_cards);
    let (base, side, other) = (&base, &side, &other);
    let mut bare = merged.clone();
    bare.workspace = without_cards(&merged.workspace);
    let merged = &bare;
    let in_outcome = changed(base, &merged.workspace);
    let by_other = changed(base, other);
    let by_deleting = by_deleting(base, side, &merged.workspace);
    for change in changed(base, side).values() {
        if by_deleting.get(&change.path).is_some_and(|emptied| emptied.after == change.after) {
            continue;
        }
        if merged.conflicts.iter().any(|conflict| covers(conflict, &change.path)) {
            continue;
        }
        let found = in_outcome.get(&change.path);
        let is_gone = || {
            // Nothing is left to take away from where the other side took it too, or all of it.
            let by_both =
                by_other.contains_key(&change.path) || entity(&merged.workspace, &change.path).is_none();
            let is_blank = || value_at(&merged.workspace, &change.path).is_none();
            only_removes(change) && (change.after.is_none() || by_both) && is_blank()
        };
        let same = found.is_some_and(|found| found.after == change.after) || is_gone();
        let joined = || {
            let (found, other) = (found.and_then(|found| found.after.as_ref()), by_other.get(&change.path));
            other.is_some_and(|other| is_joined(change, other, found))
        };
        assert!(
            same || joined(),
            "{:?} {} lost: {:?} -> {:?}, outcome {:?}, other {:?}",
            change.kind,
            change.path,
            change.before,
            change.after,
            found.map(|found| &found.after),
            by_other.get(&change.path).map(|change| &change.after),
        );
    }
    assert_places_kept(base, side, other, merged);
}

/// What was only emptied, since it referred to something that the side deleted and that the outcome has not either: what
/// the other side put there instead may stand there.
fn by_deleting(base: &Workspace, side: &Workspace, outcome: &Workspace) -> HashMap<Path, Change> {
    let mut without = base.clone();
    for kind in Entry::KINDS {
        for id in Entry::ids(base, *kind) {
            if !side.contains(*kind, id) && !outcome.contains(*kind, id) {
                without = apply(&without, &Edit::RemoveEntry(*kind, id)).unwrap().workspace;
            }
        }
    }
    changed(base, &without)
}

/// Every change of an entity; of a step that came or went, each of its fields.
fn changed(before: &Workspace, after: &Workspace) -> HashMap<Path, Change> {
    let entities = difference(before, after).entities;
    let changes = entities.into_iter().flat_map(|entity| entity.changes);
    changes.flat_map(by_field).map(|change| (change.path.clone(), change)).collect()
}

fn by_field(change: Change) -> Vec<Change> {
    if !matches!(change.path.0.as_slice(), [_, _, PathPart::Field("steps"), _]) {
        return vec![change];
    }
    let read = |json: &Option<String>| json.as_ref().map(|json| serde_json::from_str::<Value>(json).unwrap());
    let (before, after) = (read(&change.before), read(&change.after));
    let field = |name: &'static str| {
        let mut path = change.path.clone();
        path.0.push(PathPart::Field(name));
        let value = |step: &Option<Value>| Some(step.as_ref()?.get(name)?.to_string());
        let (before, after) = (value(&before), value(&after));
        (before != after).then(|| Change { path, before, after, ..change.clone() })
    };
    ["link", "wait"].into_iter().filter_map(field).collect()
}

/// Whether the conflict is about the place, about something in it or around it, or takes it along.
fn covers(conflict: &Conflict, path: &Path) -> bool {
    std::iter::once(&conflict.path).chain(&conflict.with).any(|place| place.is_in(path) || path.is_in(place))
}

/// What a version says of the entity that a path leads into.
fn entity(version: &Workspace, path: &Path) -> Option<String> {
    let key = path.0.iter().rposition(|part| matches!(part, PathPart::Key(_)))?;
    value_at(version, &Path(path.0[..=key].to_vec()))
}

/// Whether all that the change did was to take something away, such as a reference out of a list.
fn only_removes(change: &Change) -> bool {
    let Some(after) = &change.after else { return true };
    let value = |json: &String| serde_json::from_str(json).unwrap();
    match (change.before.as_ref().map(value), value(after)) {
        (Some(Value::Array(before)), Value::Array(after)) => after.iter().all(|item| before.contains(item)),
        _ => false,
    }
}

/// Whether lists, texts or entities that both changed were made one that has what this side added and lacks what it
/// removed.
fn is_joined(change: &Change, other: &Change, outcome: Option<&String>) -> bool {
    let value = |json: Option<&String>| json.map_or(Value::Null, |json| serde_json::from_str(json).unwrap());
    let (before, after) = (value(change.before.as_ref()), value(change.after.as_ref()));
    is_joined_value(&before, &after, &value(other.after.as_ref()), &value(outcome))
}

pub fn is_joined_value(before: &Value, after: &Value, other: &Value, outcome: &Value) -> bool {
    match (after, outcome) {
        // Both added it: each of its fields says what this side says, or what both say together.
        (Value::Object(after), Value::Object(outcome)) => after.iter().all(|(key, after)| {
            let null = Value::Null;
            let [before, other] = [before, other].map(|value| value.get(key).unwrap_or(&null));
            let found = outcome.get(key).unwrap_or(&null);
            found == after || is_joined_value(before, after, other, found)
        }),
        (Value::Null, _) => outcome.is_null(),
        _ => {
            let (before, after, other, outcome) = (parts(before), parts(after), parts(other), parts(outcome));
            let count = |list: &[String], part: &String| list.iter().filter(|it| *it == part).count();
            let added = after
                .iter()
                .all(|part| count(&after, part) <= count(&before, part) || outcome.contains(part));
            let removed = before.iter().all(|part| {
                let (old, new) = (count(&before, part), count(&after, part));
                new >= old || count(&outcome, part) <= new + count(&other, part).saturating_sub(old)
            });
            added && removed
        }
    }
}

/// The items of a list, or the words of a text.
fn parts(value: &Value) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().map(ToString::to_string).collect(),
        Value::String(text) => text.split_whitespace().map(str::to_owned).collect(),
        Value::Null => Vec::new(),
        other => vec![other.to_string()],
    }
}

/// Whatever only this side moved stands in its phase, between the same things that nobody moved.
fn assert_places_kept(base: &Workspace, side: &Workspace, other: &Workspace, merged: &Merged) {
    let moved = |version: &Workspace| -> HashMap<Path, (Place, Place)> {
        let entities = difference(base, version).entities;
        entities.into_iter().filter_map(|entity| Some((entity.path, entity.moved?))).collect()
    };
    let (by_side, by_other) = (moved(side), moved(other));
    let still: HashSet<String> = by_side.keys().chain(by_other.keys()).map(ToString::to_string).collect();
    for path in by_side.keys().filter(|path| !by_other.contains_key(path)) {
        if merged.conflicts.iter().any(|conflict| covers(conflict, path)) {
            continue;
        }
        let before = |version: &Workspace| -> Option<(String, Vec<String>)> {
            let (list, ids) = list_of(version, path)?;
            let at = ids.iter().position(|other| other == path)?;
            Some((list, ids[..at].iter().map(ToString::to_string).collect()))
        };
        let (Some((list, there)), Some((found_list, here))) = (before(side), before(&merged.workspace))
        else {
            panic!("{path} is gone: {:?}", list_of(&merged.workspace, path));
        };
        assert_eq!(list, found_list, "{path}");
        let steady = |ids: &[String]| -> HashSet<String> {
            let in_all = |id: &&String| {
                !still.contains(*id)
                    && [base, side, other, &merged.workspace]
                        .iter()
                        .all(|version| stands_in(version, path, id, &list))
            };
            ids.iter().filter(in_all).cloned().collect()
        };
        assert_eq!(steady(&there), steady(&here), "{path}");
    }
}

/// The list an entity stands in, by name, and all that stand there.
fn list_of(version: &Workspace, path: &Path) -> Option<(String, Vec<Path>)> {
    let within = |id: &Id| {
        let mut place = path.0[..path.0.len() - 1].to_vec();
        place.push(PathPart::Key(id.to_string()));
        Path(place)
    };
    let PathPart::Key(key) = path.0.last()? else { return None };
    let id = Id::new(key)?;
    let (name, ids) = match path.0.as_slice() {
        [PathPart::Field("departments"), _] => (String::new(), version.department_order.clone()),
        [PathPart::Field("journeys"), _] => (String::new(), version.journey_order.clone()),
        [_, PathPart::Key(journey), PathPart::Field(register), _] => {
            let journey = version.journeys.get(&Id::new(journey)?)?;
            if *register == "phases" {
                (String::new(), journey.phase_order.clone())
            } else {
                let (phase, _) = journey.place_of(id)?;
                (phase.to_string(), journey.phases[&phase].touchpoints.clone())
            }
        }
        _ => return None,
    };
    ids.contains(&id).then(|| (name, ids.iter().map(within).collect()))
}

fn stands_in(version: &Workspace, path: &Path, id: &str, list: &str) -> bool {
    if !matches!(path.0.last(), Some(PathPart::Key(_))) {
        return false;
    }
    let key = id.rsplit_once("[\"").and_then(|(_, rest)| rest.strip_suffix("\"]")).unwrap_or_default();
    let mut other = path.clone();
    other.0.pop();
    other.0.push(PathPart::Key(key.to_owned()));
    list_of(version, &other).is_some_and(|(name, _)| name == list)
}
