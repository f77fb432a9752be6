//! What an edit changed of what rules read.
//!
//! The fields of each entity are listed one by one, without `..`: one that is added later does not compile
//! before somebody says which input it is, or that no rule reads it.

mod journey;
mod registers;

use std::sync::Arc;

use crate::model::{Map, MapKey};

pub use journey::journey_changes;
pub use registers::shared_changes;

/// Calls `changed` for each key under which two maps differ by pointer, with both entries.
fn each_difference<T, K: MapKey>(
    before: &Map<T, K>,
    after: &Map<T, K>,
    mut changed: impl FnMut(K::Raw, Option<&Arc<T>>, Option<&Arc<T>>),
) where
    T: Send + Sync + 'static,
{
    if before.ptr_eq(after) {
        return;
    }
    let (mut left, mut right) = (before.iter().peekable(), after.iter().peekable());
    loop {
        let order = match (left.peek(), right.peek()) {
            (None, None) => return,
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some((one, old)), Some((other, new))) => {
                if Arc::ptr_eq(old, new) && one == other {
                    left.next();
                    right.next();
                    continue;
                }
                one.cmp(other)
            }
        };
        let old = if order.is_le() { left.next() } else { None };
        let new = if order.is_ge() { right.next() } else { None };
        if let Some((key, _)) = old.or(new) {
            changed(*key, old.map(|(_, entry)| entry), new.map(|(_, entry)| entry));
        }
    }
}
