//! Which versions stay as they grow older.

use std::collections::BTreeSet;

use crate::sort::{Gather, Sort};

const HOUR: u64 = 60 * 60;
const DAY: u64 = 24 * HOUR;
const MONTH: u64 = 30 * DAY;

/// The versions kept by themselves that may go, of those kept at these moments in seconds: by their places in the list.
///
/// All of the last hour stay; then the last one of each hour for a day, of each day for 30 days, and of each 30 days
/// for ever. Hours and days are those of UTC, so what stays does not depend on when this is asked.
pub fn thinned(now: u64, kept_at: &[u64]) -> BTreeSet<usize> {
    let mut order: Vec<usize> = (0..kept_at.len()).collect();
    order.arrange_by_key(|index| std::cmp::Reverse(kept_at[*index]));
    let mut taken = BTreeSet::new();
    order
        .into_iter()
        .filter(|index| span(now, kept_at[*index]).is_some_and(|span| !taken.insert(span)))
        .gather()
}

/// The span of time in which only the last version stays: how long it is, and which one it is.
fn span(now: u64, kept_at: u64) -> Option<(u64, u64)> {
    let length = match now.saturating_sub(kept_at) {
        0..HOUR => return None,
        HOUR..DAY => HOUR,
        DAY..MONTH => DAY,
        _ => MONTH,
    };
    Some((length, kept_at / length))
}
