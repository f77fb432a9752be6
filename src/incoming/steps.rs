//! A step table on its way in.

use std::sync::Arc;

use crosslane_core::format::table::{self, ImportOptions, Layout, Sheet, StepTable, TableError};
use crosslane_words::table as table_words;

use super::plan::{Destination, planned, preview as plan_preview, title_of};
use crate::app::State;
use crate::reactive::prelude::*;

/// Reads a table: its cells, what each column is, what the cells say.
pub fn read(bytes: &[u8]) -> Result<StepTable, TableError> {
    of_sheet(&Sheet::read(bytes)?)
}

/// Reads a table of which the cells are known.
pub fn of_sheet(sheet: &Sheet) -> Result<StepTable, TableError> {
    StepTable::read(sheet, &Layout::propose(sheet))
}

/// The preview of a table.
pub fn preview(state: State, name: &str, steps: Arc<StepTable>) -> AnyView {
    let to = Destination::new(state);
    let title = title_of(name);
    let plan = Memo::new(move |_| {
        let workspace = to.workspace(state, &title);
        let options = ImportOptions { title: title.clone(), ..ImportOptions::default() };
        let import = table::import(&steps, &workspace, &options);
        let notes = import.problems.list.iter().map(table_words::problem).collect();
        planned(import.plan, notes, import.problems.unlisted)
    });
    plan_preview(state, to, plan)
}
