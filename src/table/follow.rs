//! The panel beside the table and the cell where the person is go together.

use crosslane_core::model::Id;
use crosslane_core::route::Selection;

use super::session::Grid;
use crate::reactive::prelude::*;

/// An open panel shows the touchpoint of the row where the person is; and where the panel goes to another touchpoint,
/// or what it shows comes to stand in another row, the person goes with it.
pub fn follow(grid: Grid) {
    let state = grid.state();
    let row_of =
        move |touchpoint: Id| grid.rows.with(|rows| rows.list.iter().position(|(id, _)| *id == touchpoint));
    // The row at the end has no touchpoint yet: the panel is gone there, and comes again where there is one.
    let waits = StoredValue::new(false);
    Effect::new(move |before: Option<(usize, Selection)>| {
        let (row, chosen) = (grid.at.get().row, state.selection());
        let before = before.unwrap_or((row, Selection::None));
        let here = grid.rows.with(|rows| rows.list.get(row).map(|(id, _)| Selection::Touchpoint(*id)));
        // Where something is typed stays where it is until it is done.
        if grid.typing.with(Option::is_some) {
            return before;
        }
        let moved = before.0 != row && before.1 == chosen;
        let (shown, follows) = match chosen {
            Selection::None => (None, waits.get_value() && here.is_some()),
            Selection::Touchpoint(id) => {
                let shown = row_of(id);
                (shown, moved || (shown.is_none() && before.1 == chosen))
            }
            _ => (None, moved),
        };
        if chosen != Selection::None || follows {
            waits.set_value(follows && here.is_none());
        }
        let wanted = here.unwrap_or_default();
        if follows && wanted != chosen {
            state.select(wanted);
        } else if let Some(shown) = shown.filter(|shown| *shown != row) {
            grid.stand(shown);
        }
        (row, chosen)
    });
}
