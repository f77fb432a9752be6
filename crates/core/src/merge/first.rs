//! Which of two versions comes first, by what they hold alone: so that it does not matter whose is which.

use std::sync::Arc;

use super::at::{without_entries, without_journeys};
use crate::compare::json_text;
use crate::format::crosslane::without_descent;
use crate::model::{Field, Journey, Map, MapKey, Workspace};

/// Whether a version comes before another. The first place where they differ says it, so that most need not be written.
pub fn is_first(version: &Workspace, other: &Workspace) -> bool {
    let [version, other] = match unlike(&version.journeys, &other.journeys) {
        Some([Some(one), Some(other)]) => texts_of_journeys(one, other),
        Some([one, other]) => [one.map(|_| String::new()), other.map(|_| String::new())],
        None => [version, other].map(|it| Some(json_text(&without_descent(without_journeys(it))))),
    };
    version < other
}

/// What stands in one of both, or in either otherwise.
type Unlike = [Option<String>; 2];

fn texts_of_journeys(one: &Journey, other: &Journey) -> Unlike {
    texts(&one.touchpoints, &other.touchpoints)
        .or_else(|| texts(&one.steps, &other.steps))
        .or_else(|| texts(&one.phases, &other.phases))
        .or_else(|| texts(&one.unplaced_cards, &other.unplaced_cards))
        .unwrap_or_else(|| [one, other].map(|journey| Some(json_text(&without_entries(journey)))))
}

fn texts<T: Field, K: MapKey>(one: &Map<T, K>, other: &Map<T, K>) -> Option<Unlike> {
    unlike(one, other).map(|pair| pair.map(|entry| entry.map(|entry| json_text(entry.as_ref()))))
}

/// The entries of the first key that has not the same in both.
fn unlike<'a, T: Field, K: MapKey>(
    one: &'a Map<T, K>,
    other: &'a Map<T, K>,
) -> Option<[Option<&'a Arc<T>>; 2]> {
    if one.ptr_eq(other) {
        return None;
    }
    let (mut one, mut other) = (one.iter(), other.iter());
    // Both are in the order of their keys.
    loop {
        match (one.next(), other.next()) {
            (None, None) => return None,
            (Some((key, one)), Some((second, other)))
                if key == second && (Arc::ptr_eq(one, other) || one == other) => {}
            (one, other) => {
                let comes_first = |of: &Option<(&K::Raw, &Arc<T>)>, than: &Option<(&K::Raw, &Arc<T>)>| {
                    of.is_some_and(|(key, _)| than.is_none_or(|(other, _)| key <= other))
                };
                let (first, second) = (comes_first(&one, &other), comes_first(&other, &one));
                return Some([one.filter(|_| first), other.filter(|_| second)].map(|it| Some(it?.1)));
            }
        }
    }
}
