//! Where things stand in ordered lists, and which of them were moved.

use std::collections::HashSet;

use serde_json::{Map as JsonMap, Value};

use crate::model::{Id, IdMap, Journey};

/// Ordered lists: of touchpoints by their phase, or a single one of phases, journeys or departments.
pub type Lists = Vec<(Option<Id>, Vec<Id>)>;

/// The field that says where something stands. No declaration has it: in a file the lists say it.
pub const PLACE: &str = "place";

/// Where something stands: one field, though a file says it in lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The phase, for a touchpoint.
    pub phase: Option<Id>,
    /// What it comes after; without it, it is the first.
    pub after: Option<Id>,
}

impl Place {
    /// The place as JSON, such as `{"after":"t1","phase":"p1"}`.
    pub fn json(self) -> String {
        let field = |name: &str, id: Option<Id>| id.map(|id| (name.to_owned(), Value::from(id.as_str())));
        let fields: JsonMap<String, Value> =
            [field("phase", self.phase), field("after", self.after)].into_iter().flatten().collect();
        Value::Object(fields).to_string()
    }

    /// The place that [`json`](Self::json) wrote.
    pub fn from_json(text: &str) -> Option<Self> {
        let fields: JsonMap<String, Value> = serde_json::from_str(text).ok()?;
        let field = |name: &str| match fields.get(name) {
            Some(id) => id.as_str().and_then(Id::new).map(Some),
            None => Some(None),
        };
        Some(Self { phase: field("phase")?, after: field("after")? })
    }
}

/// The touchpoints of a journey by phase, in order.
pub fn touchpoint_lists(journey: &Journey) -> Lists {
    journey.ordered_phases().map(|(id, phase)| (Some(id), phase.touchpoints.clone())).collect()
}

/// One list that stands for itself.
pub fn single(order: &[Id]) -> Lists {
    vec![(None, order.to_vec())]
}

/// The list and the position of each, from 0.
pub struct Standing(IdMap<(Option<Id>, usize)>);

impl Standing {
    /// Where each in these lists stands.
    pub fn of(lists: &Lists) -> Self {
        let each = |(list, ids): &(Option<Id>, Vec<Id>)| {
            let list = *list;
            ids.iter().enumerate().map(move |(at, id)| (*id, (list, at))).collect::<Vec<_>>()
        };
        Self(lists.iter().flat_map(each).collect())
    }

    /// The list it stands in and its position there; `None` where it stands nowhere.
    pub fn get(&self, id: Id) -> Option<(Option<Id>, usize)> {
        self.0.get(&id).copied()
    }

    /// Whether it stands anywhere.
    pub fn holds(&self, id: Id) -> bool {
        self.0.contains_key(&id)
    }

    /// Everything that stands somewhere, in no order.
    pub fn ids(&self) -> impl Iterator<Item = Id> {
        self.0.keys().copied()
    }
}

/// The place of each in these lists.
pub fn places(lists: &Lists) -> IdMap<Place> {
    let mut places = IdMap::default();
    for (phase, ids) in lists {
        let mut after = None;
        for id in ids {
            places.insert(*id, Place { phase: *phase, after });
            after = Some(*id);
        }
    }
    places
}

/// Those in both versions that were moved: into another list, or against the others of theirs, the fewest that
/// explain the order.
pub fn moved(before: &Standing, after: &Lists) -> HashSet<Id> {
    moved_among(before, after, |_| true)
}

/// [`moved`] among those that `counts` admits.
pub fn moved_among(before: &Standing, after: &Lists, counts: impl Fn(Id) -> bool) -> HashSet<Id> {
    let mut moved = HashSet::new();
    for (list, ids) in after {
        let mut stayed = Vec::new();
        for id in ids.iter().filter(|id| counts(**id)) {
            match before.get(*id) {
                Some((old, at)) if old == *list => stayed.push((*id, at)),
                Some(_) => drop(moved.insert(*id)),
                None => {}
            }
        }
        let kept = longest_rise(&stayed.iter().map(|(_, at)| *at).collect::<Vec<_>>());
        moved.extend(stayed.iter().zip(kept).filter(|(_, kept)| !kept).map(|((id, _), _)| *id));
    }
    moved
}

/// Which of the numbers belong to a longest rising sequence (Fredman: "On computing the length of longest
/// increasing subsequences", 1975). The same for the same numbers, always.
fn longest_rise(numbers: &[usize]) -> Vec<bool> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|previous| ends[previous]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut belongs = vec![false; numbers.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        belongs[at] = true;
        next = before[at];
    }
    belongs
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
    use super::*;

    fn lists(texts: &[(&str, &str)]) -> Lists {
        let id = |text: &str| Id::new(text).unwrap();
        let list = |(phase, ids): &(&str, &str)| (Some(id(phase)), ids.split_whitespace().map(id).collect());
        texts.iter().map(list).collect()
    }

    fn moved_in(before: &[(&str, &str)], after: &[(&str, &str)]) -> String {
        let moved = moved(&Standing::of(&lists(before)), &lists(after));
        let mut ids: Vec<String> = moved.iter().map(Id::to_string).collect();
        ids.sort();
        ids.join(" ")
    }

    #[test]
    fn the_fewest_that_explain_the_order_were_moved() {
        let before = [("p", "a b c d e"), ("q", "x y")];
        assert_eq!(moved_in(&before, &before), "");
        assert_eq!(moved_in(&before, &[("p", "b c d e a"), ("q", "x y")]), "a");
        assert_eq!(moved_in(&before, &[("p", "e a b d"), ("q", "x c y")]), "c e");
        // What came or went moves nothing.
        assert_eq!(moved_in(&before, &[("q", "n x y m"), ("p", "a n2 e")]), "");
    }

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let id = Id::new("t1");
        for place in [Place { phase: None, after: None }, Place { phase: id, after: id }] {
            assert_eq!(Place::from_json(&place.json()), Some(place));
        }
        assert_eq!(Place::from_json("{\"after\":1}"), None);
    }
}
