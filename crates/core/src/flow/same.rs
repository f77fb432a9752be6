//! Whether a change leaves the flow as it was: most do, and then it need not be derived again.

use std::sync::Arc;

use crate::model::{Journey, Map, MapKey, Phase, Stage, Step, Touchpoint};

/// Whether two versions of a journey have the same flow, seen without deriving either. What they share is
/// passed over.
pub fn same_flow(before: &Journey, after: &Journey) -> bool {
    let same_order = |one: &Phase, other: &Phase| one.touchpoints == other.touchpoints;
    let same_step = |one: &Step, other: &Step| one.link == other.link && one.wait == other.wait;
    before.phase_order == after.phase_order
        && alike(&before.phases, &after.phases, same_order)
        && alike(&before.touchpoints, &after.touchpoints, same_node)
        && alike(&before.steps, &after.steps, same_step)
}

/// Whether two maps have the same keys, with values that are shared or alike in what `same` looks at.
fn alike<T, K: MapKey>(before: &Map<T, K>, after: &Map<T, K>, same: impl Fn(&T, &T) -> bool) -> bool
where
    T: Send + Sync + 'static,
{
    before.ptr_eq(after)
        || before.len() == after.len()
            && before.iter().zip(after.iter()).all(|((key, one), (other_key, other))| {
                key == other_key && (Arc::ptr_eq(one, other) || same(one, other))
            })
}

fn same_node(one: &Touchpoint, other: &Touchpoint) -> bool {
    let is_customers = |touchpoint: &Touchpoint| touchpoint.stage == Some(Stage::Customer);
    one.owner == other.owner && is_customers(one) == is_customers(other) && one.ends == other.ends
}
