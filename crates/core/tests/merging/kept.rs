//! Whether a change of one side is in a merged version or in a conflict.

use std::collections::{HashMap, HashSet};

use crosslane_core::compare::{Change, Path, PathPart, Place, difference};
use crosslane_core::edit::{Edit, Entry, apply};
use crosslane_core::format::crosslane::write;
use crosslane_core::merge::{Conflict, Merged, value_at};
use crosslane_core::model::{Id, Workspace};
use serde_json::Value;

/// Fails where a change of `side` is neither in the outcome nor in a conflict; `other` is the other side.
pub fn assert_kept(base: &Workspace, side: &Workspace, other: &Workspace, merged: &Merged) {
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
        let is_gone = || only_removes(change) && value_at(&merged.workspace, &change.path).is_none();
        let same = found.is_some_and(|found| found.after == change.after) || is_gone();
        let joined = || {
            let (found, other) = (found.and_then(|found| found.after.as_ref()), by_other.get(&change.path));
            other.is_some_and(|other| is_joined(change, other, found))
        };
        let on_a_card = || {
            let wanted = change.after.as_ref();
            wanted.is_some_and(|wanted| is_on_a_card(&merged.workspace, &change.path, wanted))
                || only_moved_a_card(change, base, side, other)
                || wanted.is_some_and(|wanted| is_in_a_card_of_both(merged, &change.path, wanted))
        };
        assert!(
            same || joined() || on_a_card(),
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
    let mut emptied = changed(base, &without);
    // A card that lost its handoff with it is somewhere.
    let is_card = |path: &Path| matches!(path.0.get(2), Some(PathPart::Field("steps" | "unplaced_cards")));
    emptied.retain(|path, change| change.after.is_none() || !is_card(path));
    emptied
}

/// Every change of an entity; of a step that was added, each of its fields.
fn changed(before: &Workspace, after: &Workspace) -> HashMap<Path, Change> {
    let entities = difference(before, after).entities;
    let changes = entities.into_iter().flat_map(|entity| entity.changes);
    changes.flat_map(by_field).map(|change| (change.path.clone(), change)).collect()
}

fn by_field(change: Change) -> Vec<Change> {
    let (Some(PathPart::Field("steps")), 4, Some(after)) =
        (change.path.0.get(2), change.path.0.len(), &change.after)
    else {
        return vec![change];
    };
    let fields: Value = serde_json::from_str(after).unwrap();
    let field = |name: &'static str| {
        let mut path = change.path.clone();
        path.0.push(PathPart::Field(name));
        Some(Change { path, after: Some(fields.get(name)?.to_string()), ..change.clone() })
    };
    ["link", "wait", "card"].into_iter().filter_map(field).collect()
}

/// Whether the conflict is about the place, about something in it or around it, or takes it along.
fn covers(conflict: &Conflict, path: &Path) -> bool {
    std::iter::once(&conflict.path).chain(&conflict.with).any(|place| place.is_in(path) || path.is_in(place))
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
    let (other, outcome) = (value(other.after.as_ref()), value(outcome));
    match (&after, &outcome) {
        // Both added it: each of its fields is in one of them.
        (Value::Object(after), Value::Object(outcome)) => after.keys().all(|key| outcome.contains_key(key)),
        (Value::Null, _) => outcome.is_null(),
        _ => {
            let (before, after, other, outcome) =
                (parts(&before), parts(&after), parts(&other), parts(&outcome));
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

/// Whether a value of a card is on another card: where a handoff goes away, its card goes to another, or is set aside.
pub fn is_on_a_card(workspace: &Workspace, path: &Path, wanted: &str) -> bool {
    let Some((wanted, inside)) = in_card(path, wanted) else { return false };
    cards(workspace, path).iter().any(|card| {
        let found = inside.iter().try_fold(card, |value, part| match part {
            PathPart::Field(name) => value.get(name),
            PathPart::Key(key) => value.get(key),
        });
        found == Some(&wanted)
    })
}

/// Whether the side only put a card elsewhere, as it was, and the other side changed or removed that card: then what
/// became of it there counts.
fn only_moved_a_card(change: &Change, base: &Workspace, side: &Workspace, other: &Workspace) -> bool {
    let before = change.before.as_ref().and_then(|before| in_card(&change.path, before));
    if change.after.is_none() && before.is_some_and(|(card, _)| cards(side, &change.path).contains(&card)) {
        // Looked at where it went.
        return true;
    }
    let after = change.after.as_ref().and_then(|after| in_card(&change.path, after));
    after.is_some_and(|(card, inside)| {
        inside.is_empty()
            && cards(base, &change.path).contains(&card)
            && !cards(other, &change.path).contains(&card)
    })
}

/// The value of a card, or inside one, and where it is in the card.
fn in_card<'a>(path: &'a Path, value: &str) -> Option<(Value, &'a [PathPart])> {
    let value: Value = serde_json::from_str(value).ok()?;
    match path.0.get(2..)? {
        [PathPart::Field("steps" | "unplaced_cards"), PathPart::Key(_)] => {
            Some((value.get("card")?.clone(), &[]))
        }
        [
            PathPart::Field("steps" | "unplaced_cards"),
            PathPart::Key(_),
            PathPart::Field("card"),
            inside @ ..,
        ] => Some((value, inside)),
        _ => None,
    }
}

/// Whether each field of a card is on one card of the outcome, or in a conflict about that field there: both sides may
/// have moved a card to one handoff.
fn is_in_a_card_of_both(merged: &Merged, path: &Path, wanted: &str) -> bool {
    let Some((Value::Object(wanted), [])) = in_card(path, wanted) else { return false };
    let journey = Path(path.0[..2].to_vec()).to_string();
    cards_by_place(&merged.workspace, path).iter().any(|(place, card)| {
        wanted.iter().all(|(field, value)| {
            let here = format!("{journey}.{place}.card.{field}");
            let held =
                |json: &Option<String>| json.as_deref().and_then(|json| serde_json::from_str(json).ok());
            card.get(field) == Some(value)
                || merged.conflicts.iter().any(|conflict| {
                    let values = [held(&conflict.ours), held(&conflict.theirs)];
                    conflict.path.to_string() == here && values.contains(&Some(value.clone()))
                })
        })
    })
}

/// All cards of the journey that a path leads into.
fn cards(workspace: &Workspace, path: &Path) -> Vec<Value> {
    cards_by_place(workspace, path).into_iter().map(|(_, card)| card).collect()
}

/// All cards of the journey that a path leads into, with their places in it, such as `steps["a/b"]`.
fn cards_by_place(workspace: &Workspace, path: &Path) -> Vec<(String, Value)> {
    let Some(PathPart::Key(journey)) = path.0.get(1) else { return Vec::new() };
    let file: Value = serde_json::from_str(&write(workspace)).unwrap();
    let entries = |register: &'static str| {
        let entries = file["journeys"][journey][register].as_object().into_iter().flatten();
        let card = move |(key, entry): (&String, &Value)| {
            Some((format!("{register}[{key:?}]"), entry.get("card")?.clone()))
        };
        entries.filter_map(card).collect::<Vec<_>>()
    };
    [entries("steps"), entries("unplaced_cards")].concat()
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
