//! Joining two changed copies of a list that is a set: what either added is there, what either removed is gone.

use std::cmp::Ordering;

/// The list after two people changed `base`: items count as often as they stand there, and the order is ours, with
/// what only theirs added behind its neighbour there. Theirs, where only they changed the list.
pub fn merge_lists<T: Clone + PartialEq>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    if theirs == base || ours == theirs {
        return ours.to_vec();
    }
    if ours == base {
        return theirs.to_vec();
    }
    let count = |list: &[T], item: &T| list.iter().filter(|other| *other == item).count();
    let wanted = |item: &T| {
        let (base, ours, theirs) = (count(base, item), count(ours, item), count(theirs, item));
        // Both may have added the same, or removed it.
        match (ours.cmp(&base), theirs.cmp(&base)) {
            (Ordering::Greater, Ordering::Greater) => ours.max(theirs),
            (Ordering::Less, Ordering::Less) => ours.min(theirs),
            _ => (ours + theirs).saturating_sub(base),
        }
    };
    let mut result: Vec<T> = Vec::new();
    for item in ours {
        if count(&result, item) < wanted(item) {
            result.push(item.clone());
        }
    }
    let mut behind: Option<&T> = None;
    for item in theirs {
        if count(&result, item) < wanted(item) && count(&result, item) < count(theirs, item) {
            let at = behind.and_then(|behind| result.iter().rposition(|present| present == behind));
            result.insert(at.map_or(0, |at| at + 1), item.clone());
        }
        behind = Some(item);
    }
    result
}

#[cfg(test)]
mod tests {
    use super::merge_lists;

    #[test]
    fn keeps_additions_and_removals_of_both_sides() {
        let base = [1, 2, 3, 4];
        assert_eq!(merge_lists(&base, &[1, 2, 9, 3, 4], &[1, 2, 3, 4, 8]), [1, 2, 9, 3, 4, 8]);
        assert_eq!(merge_lists(&base, &[1, 3, 4], &[1, 2, 3]), [1, 3]);
        assert_eq!(merge_lists(&base, &[4, 1, 2, 3], &[1, 2, 3, 4, 5]), [4, 5, 1, 2, 3]);
        assert_eq!(merge_lists(&base, &base, &base), base);
        assert_eq!(merge_lists(&[], &[1, 2], &[2, 3]), [1, 2, 3]);
    }

    #[test]
    fn an_item_counts_as_often_as_it_stands_there() {
        assert_eq!(merge_lists(&[1], &[1, 1], &[1, 2]), [1, 1, 2]);
        assert_eq!(merge_lists(&[1, 1], &[1], &[1, 1, 2]), [1, 2]);
        assert_eq!(merge_lists(&[1, 1], &[1, 2], &[1, 3]), [1, 3, 2]);
    }
}
