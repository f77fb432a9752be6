//! The order of the columns in the table of the app.

use std::sync::LazyLock;

use crate::format::table::{Column, Home};

/// The columns that are shown at first, in their order.
pub const USUAL_COLUMNS: &[Column] = &[
    Column::Touchpoint,
    Column::Phase,
    Column::Action,
    Column::Stage,
    Column::Owner,
    Column::Channel,
    Column::Systems,
    Column::Satisfaction,
    Column::Importance,
    Column::MomentOfTruth,
    Column::Duration,
    Column::Wait,
    Column::Asked,
    Column::Needed,
    Column::Produced,
    Column::PainPoints,
    Column::Volume,
    Column::Ends,
    Column::Notes,
];

/// The columns of a grid: the usual ones, then all others that can be set, in the order in which they are written.
pub static GRID_COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
    let is_further = |column: &Column| column.home() != Home::Nowhere && !USUAL_COLUMNS.contains(column);
    USUAL_COLUMNS.iter().copied().chain(Column::ALL.iter().copied().filter(is_further)).collect()
});
