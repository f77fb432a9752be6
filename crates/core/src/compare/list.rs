//! Joining two changed copies of a list.

/// The list after two people changed `base`: what either removed is gone, what either added is there,
/// next to its neighbour; the order is that of whoever changed it, `ours` where both did.
pub fn merge_lists<T: Clone + PartialEq>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    // What one side left alone is as the other made it, repeated items too.
    if theirs == base || ours == theirs {
        return ours.to_vec();
    }
    if ours == base {
        return theirs.to_vec();
    }
    let common = |list: &[T], other: &[T]| -> Vec<T> {
        list.iter().filter(|item| base.contains(item) && other.contains(item)).cloned().collect()
    };
    let ours_kept_order = common(ours, theirs) == common_base(base, ours, theirs);
    let (frame, other) = if ours_kept_order { (theirs, ours) } else { (ours, theirs) };
    let removed = |item: &T| base.contains(item) && !(ours.contains(item) && theirs.contains(item));
    let mut result: Vec<T> = frame.iter().filter(|item| !removed(item)).cloned().collect();
    let mut before: Option<&T> = None;
    for item in other {
        if !base.contains(item) && !result.contains(item) {
            let at = before
                .and_then(|before| result.iter().position(|present| present == before))
                .map_or(0, |position| position + 1);
            result.insert(at, item.clone());
        }
        before = Some(item);
    }
    result
}

fn common_base<T: Clone + PartialEq>(base: &[T], ours: &[T], theirs: &[T]) -> Vec<T> {
    base.iter().filter(|item| ours.contains(item) && theirs.contains(item)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::merge_lists;

    #[test]
    fn keeps_additions_removals_and_moves_of_both_sides() {
        let base = [1, 2, 3, 4];
        assert_eq!(merge_lists(&base, &[1, 2, 9, 3, 4], &[1, 2, 3, 4, 8]), [1, 2, 9, 3, 4, 8]);
        assert_eq!(merge_lists(&base, &[1, 3, 4], &[1, 2, 3]), [1, 3]);
        assert_eq!(merge_lists(&base, &[4, 1, 2, 3], &[1, 2, 3, 4, 5]), [4, 5, 1, 2, 3]);
        assert_eq!(merge_lists(&base, &base, &base), base);
    }
}
