//! The one sort of everything that goes to a browser.
//!
//! The sorts of the standard library are made anew for each type and each comparison, at some 6 KB a copy: together
//! 420 KB of the program before it is compressed. Here positions are sorted, so there is one copy, and what differs
//! from place to place is only how two of them compare and how they change places. `clippy.toml` refuses the others.

use std::cmp::Ordering;

/// Collecting one by one.
pub trait Gather: Iterator {
    /// Collects into a tree. `collect` sorts everything first, by a sort of the standard library for this very type.
    fn gather<C: Default + Extend<Self::Item>>(self) -> C
    where
        Self: Sized,
    {
        let mut gathered = C::default();
        gathered.extend(self);
        gathered
    }
}

impl<I: Iterator> Gather for I {}

/// Putting a list in order. What is equal keeps its order, as with `sort` of the standard library.
pub trait Sort<T> {
    /// Puts the values in their own order.
    fn arrange(&mut self)
    where
        T: Ord;

    /// Puts the values in the order of a comparison.
    fn arrange_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Puts the values in the order of their keys, which are made for every comparison.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);

    /// Puts the values in the order of their keys, each made once.
    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

// What stands here is there once for each place that sorts: it must stay small.
impl<T> Sort<T> for [T] {
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }

    fn arrange_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let swaps = swaps(self.len(), &mut |one, other| compare(&self[one], &self[other]));
        apply(self, swaps);
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|one, other| key(one).cmp(&key(other)));
    }

    fn arrange_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).collect();
        let swaps = swaps(keys.len(), &mut |one, other| keys[one].cmp(&keys[other]));
        apply(self, swaps);
    }
}

fn apply<T>(list: &mut [T], swaps: Vec<(usize, usize)>) {
    for (one, other) in swaps {
        list.swap(one, other);
    }
}

/// The swaps, one after the other, that put the positions below `len` in order.
fn swaps(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    // Most lists come as they are to be, and then cost one look.
    if (1..len).all(|at| compare(at - 1, at).is_le()) {
        return Vec::new();
    }
    swaps_to(order(len, compare))
}

#[allow(clippy::disallowed_methods, reason = "this is the one")]
fn order(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    order.sort_by(|one, other| compare(*one, *other));
    order
}

/// The swaps after which each place holds what stood at the position that `order` has for it.
fn swaps_to(mut order: Vec<usize>) -> Vec<(usize, usize)> {
    let mut swaps = Vec::with_capacity(order.len());
    for start in 0..order.len() {
        // Places that take from each other form a ring. What stood at its start moves along with the swaps, and is
        // where it belongs when the last but one has been made.
        let mut at = start;
        while order[at] != start {
            let from = std::mem::replace(&mut order[at], at);
            swaps.push((at, from));
            at = from;
        }
        order[at] = at;
    }
    swaps
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use crosslane_cases::cases;
    use proptest::prelude::*;

    use super::*;

    /// Few values and many places, so that many are equal; each with where it stood. Beyond 20 the standard library
    /// sorts in another way.
    fn lists() -> impl Strategy<Value = Vec<(u8, usize)>> {
        proptest::collection::vec(0..12_u8, 0..120)
            .prop_map(|values| values.into_iter().enumerate().map(|(at, value)| (value, at)).collect())
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn it_is_the_stable_sort_of_the_standard_library(list in lists()) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            ours.arrange_by_key(|(value, _)| Reverse(*value));
            theirs.sort_by_key(|(value, _)| Reverse(*value));
            prop_assert_eq!(&ours, &theirs);
            let by_half = |one: &(u8, usize), other: &(u8, usize)| (one.0 / 2).cmp(&(other.0 / 2));
            ours.arrange_by(by_half);
            theirs.sort_by(by_half);
            prop_assert_eq!(&ours, &theirs);
            ours.arrange_by_cached_key(|(value, _)| value % 5);
            theirs.sort_by_cached_key(|(value, _)| value % 5);
            prop_assert_eq!(&ours, &theirs);
            ours.arrange();
            theirs.sort_unstable();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn every_order_is_reached_by_fewer_swaps_than_there_are_places(
            order in Just((0..40).collect::<Vec<usize>>()).prop_shuffle()
        ) {
            let mut list: Vec<usize> = (0..order.len()).collect();
            let swaps = swaps_to(order.clone());
            prop_assert!(swaps.len() < order.len());
            apply(&mut list, swaps);
            prop_assert_eq!(list, order);
        }
    }

    #[test]
    fn what_stands_in_order_is_looked_at_once() {
        let mut list: Vec<u32> = (0..1_000).map(|at| at / 3).collect();
        let mut comparisons = 0;
        list.arrange_by(|one, other| {
            comparisons += 1;
            one.cmp(other)
        });
        assert_eq!(comparisons, 999);
        assert!(list.is_sorted());
    }

    #[test]
    fn cached_keys_are_made_once_each() {
        let mut list = vec!["pear", "fig", "banana", "kiwi"];
        let mut made = 0;
        list.arrange_by_cached_key(|name| {
            made += 1;
            name.len()
        });
        assert_eq!(list, ["fig", "pear", "kiwi", "banana"]);
        assert_eq!(made, 4);
    }

    #[test]
    fn what_cannot_be_copied_is_moved() {
        struct Kept(u8);
        let mut list = [Kept(3), Kept(1), Kept(2)];
        list[1..].arrange_by_key(|kept| Reverse(kept.0));
        assert_eq!(list.iter().map(|kept| kept.0).collect::<Vec<_>>(), [3, 2, 1]);
        list.arrange_by_key(|kept| kept.0);
        assert_eq!(list.iter().map(|kept| kept.0).collect::<Vec<_>>(), [1, 2, 3]);
    }

    #[test]
    fn lists_of_none_and_one_stay() {
        let mut none: [u8; 0] = [];
        none.arrange();
        let mut one = [7];
        one.arrange();
        assert_eq!(one, [7]);
    }
}
