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

/// What was moved on the way to each of two versions. Where as few moves explain an order in several ways, the way counts
/// that leads over the other version: one that took over what the other did moved what that moved, and what stands
/// elsewhere in it than there.
pub fn moved_in_both(before: &Standing, after: [&Lists; 2]) -> [HashSet<Id>; 2] {
    let [one, other] = after.map(|after| moved(before, after));
    let over = |mut fewer: HashSet<Id>, first: &Lists, second: &Lists| {
        fewer.extend(moved(&Standing::of(first), second));
        moved_as(before, second, |_| true, &fewer)
    };
    if one.is_empty() && other.is_empty() {
        [one, other]
    } else if one.len() <= other.len() {
        let other = over(one.clone(), after[0], after[1]);
        [one, other]
    } else {
        let one = over(other.clone(), after[1], after[0]);
        [one, other]
    }
}

/// [`moved`] among those that `counts` admits.
pub fn moved_among(before: &Standing, after: &Lists, counts: impl Fn(Id) -> bool) -> HashSet<Id> {
    moved_as(before, after, counts, &HashSet::new())
}

/// [`moved_among`], as many as can be of `others`.
fn moved_as(
    before: &Standing,
    after: &Lists,
    counts: impl Fn(Id) -> bool,
    others: &HashSet<Id>,
) -> HashSet<Id> {
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
        let numbers: Vec<usize> = stayed.iter().map(|(_, at)| *at).collect();
        let mut kept = longest_rise(&numbers);
        if stayed.iter().any(|(id, _)| others.contains(id)) {
            let weights = stayed.iter().zip(&kept);
            let weights: Vec<Weight> = weights
                .map(|((id, _), kept)| (1, usize::from(!others.contains(id)), usize::from(*kept)))
                .collect();
            kept = heaviest_rise(&numbers, &weights);
        }
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

/// How many, then how many of those that are rather kept, then of those kept otherwise.
type Weight = (usize, usize, usize);

/// Which of the numbers, all different, belong to a rising sequence of the highest weight: the best one up to each
/// number is looked up in a tree of maxima (Fenwick: "A new data structure for cumulative frequency tables", 1994).
fn heaviest_rise(numbers: &[usize], weights: &[Weight]) -> Vec<bool> {
    let size = numbers.iter().max().map_or(0, |most| most + 1);
    let mut best: Vec<Option<(Weight, usize)>> = vec![None; size + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    let mut last: Option<(Weight, usize)> = None;
    for (at, (number, weight)) in numbers.iter().zip(weights).enumerate() {
        let mut below: Option<(Weight, usize)> = None;
        let mut node = *number;
        while node > 0 {
            below = heavier(below, best[node]);
            node &= node - 1;
        }
        before.push(below.map(|(_, at)| at));
        let (count, rather, otherwise) = below.map_or((0, 0, 0), |(weight, _)| weight);
        let here = Some(((count + weight.0, rather + weight.1, otherwise + weight.2), at));
        last = heavier(last, here);
        let mut node = number + 1;
        while node <= size {
            best[node] = heavier(best[node], here);
            node += node & node.wrapping_neg();
        }
    }
    let mut belongs = vec![false; numbers.len()];
    let mut next = last.map(|(_, at)| at);
    while let Some(at) = next {
        belongs[at] = true;
        next = before[at];
    }
    belongs
}

/// Of two ends the heavier; the first of equal ones.
fn heavier(one: Option<(Weight, usize)>, other: Option<(Weight, usize)>) -> Option<(Weight, usize)> {
    match (one, other) {
        (Some((weight, _)), Some((heavier, _))) if heavier > weight => other,
        (None, _) => other,
        _ => one,
    }
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
    fn of_as_few_moves_those_count_that_the_other_version_made_too() {
        let before = lists(&[("p", "a b c d")]);
        let after = [&lists(&[("p", "b a c d")]), &lists(&[("p", "b a d c")])];
        let moved = moved_in_both(&Standing::of(&before), after);
        assert_eq!(moved[0].len(), 1);
        assert!(moved[0].is_subset(&moved[1]) && moved[1].len() == 2, "{moved:?}");
        let turned = moved_in_both(&Standing::of(&before), [after[1], after[0]]);
        assert_eq!(turned, [moved[1].clone(), moved[0].clone()]);
    }

    #[test]
    fn the_heaviest_rise_is_as_long_as_the_longest() {
        for order in [[2, 0, 1, 4, 3], [4, 3, 2, 1, 0], [1, 0, 3, 2, 4]] {
            let count = |kept: Vec<bool>| kept.into_iter().filter(|kept| *kept).count();
            let weights = [(1, 1, 0), (1, 0, 0), (1, 1, 0), (1, 0, 0), (1, 1, 0)];
            assert_eq!(count(heaviest_rise(&order, &weights)), count(longest_rise(&order)), "{order:?}");
        }
        assert_eq!(heaviest_rise(&[1, 0], &[(1, 0, 1), (1, 1, 0)]), [false, true]);
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
