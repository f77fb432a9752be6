//! Whether a difference names everything that differs, told from what the files say.

use std::sync::LazyLock;

use crosslane_core::compare::{PathPart, difference};
use crosslane_core::format::crosslane::write;
use crosslane_core::model::Workspace;
use serde_json::{Map, Value};

/// What a file says in lists that only order what it has elsewhere: those differences are moves.
const ORDERS: [&str; 3] = ["department_order", "journey_order", "phase_order"];

/// Fails where a place of the files differs and no change names it or what it is in, or where a change names what is the
/// same.
pub fn assert_named(before: &Workspace, after: &Workspace) {
    let difference = difference(before, after);
    let changes = difference.entities.iter().flat_map(|entity| &entity.changes);
    let named: Vec<Vec<&str>> = changes
        .map(|change| {
            assert_ne!(change.before, change.after, "{}", change.path);
            change.path.0.iter().map(part).collect()
        })
        .collect();
    let [one, other] = [before, after].map(|version| serde_json::from_str(&write(version)).unwrap());
    unlike(&one, &other, &mut Vec::new(), &mut |place| {
        let is_named = named.iter().any(|named| place.starts_with(named));
        assert!(is_order(place) || is_descent(place) || is_named, "{place:?} differs, and nobody says so");
    });
}

static NOTHING: LazyLock<Map<String, Value>> = LazyLock::new(Map::new);

fn part(part: &PathPart) -> &str {
    match part {
        PathPart::Field(name) => name,
        PathPart::Key(key) => key,
    }
}

fn is_order(place: &[&str]) -> bool {
    place.last().is_some_and(|list| ORDERS.contains(list))
        || matches!(place, ["journeys", _, "phases", _, "touchpoints"])
}

/// What a file descends from is no content.
fn is_descent(place: &[&str]) -> bool {
    place.first().is_some_and(|field| ["revision", "parent", "earlier_revisions"].contains(field))
}

/// Calls `tell` with every place that only one has, or where both say something else.
fn unlike<'a>(one: &'a Value, other: &'a Value, place: &mut Vec<&'a str>, tell: &mut impl FnMut(&[&str])) {
    let fields = |value: &'a Value| value.as_object().or_else(|| value.is_null().then(|| &*NOTHING));
    if let (Some(one), Some(other)) = (fields(one), fields(other)) {
        let added = other.keys().filter(|key| !one.contains_key(*key));
        for key in one.keys().chain(added) {
            place.push(key);
            unlike(one.get(key).unwrap_or(&Value::Null), other.get(key).unwrap_or(&Value::Null), place, tell);
            place.pop();
        }
    } else if one != other {
        tell(place);
    }
}
