//! Versions read from files share no memory, though nearly all of them is the same.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::model::{Declared, Journey, Map, MapKey, Workspace};

/// The version with everything it has in common with `model` shared with it: each value is compared once here, and by
/// its address from then on.
pub fn sharing(model: &Workspace, version: &Workspace) -> Workspace {
    let mut next = version.clone();
    for (id, journey) in &version.journeys {
        let Some(old) = model.journeys.get(id).filter(|old| !Arc::ptr_eq(old, journey)) else { continue };
        let shared = Journey {
            phases: shared(&old.phases, &journey.phases),
            touchpoints: shared(&old.touchpoints, &journey.touchpoints),
            steps: shared(&old.steps, &journey.steps),
            unplaced_cards: shared(&old.unplaced_cards, &journey.unplaced_cards),
            ..journey.as_ref().clone()
        };
        let shared = if shared == **old { old.clone() } else { shared.into() };
        next.journeys.insert(*id, shared);
    }
    next
}

fn shared<T: Declared, K: MapKey>(model: &Map<T, K>, version: &Map<T, K>) -> Map<T, K> {
    let mut next = model.clone();
    if model.ptr_eq(version) {
        return next;
    }
    let (mut old, mut new) = (model.iter().peekable(), version.iter().peekable());
    // Both are in the order of their keys.
    loop {
        let order = match (old.peek(), new.peek()) {
            (None, None) => return next,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((old, _)), Some((new, _))) => old.cmp(new),
        };
        let before = if order.is_le() { old.next() } else { None };
        let after = if order.is_ge() { new.next() } else { None };
        match (before, after) {
            (Some((_, before)), Some((_, after))) if Arc::ptr_eq(before, after) || before == after => {}
            (_, Some((key, after))) => drop(next.insert(*key, after.clone())),
            (Some((key, _)), None) => drop(next.remove(key)),
            (None, None) => {}
        }
    }
}
