//! Cells that a spreadsheet would run as a formula, made harmless.
//!
//! A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break may be taken as a formula by
//! the program that opens the file. An apostrophe before it makes it text. Reading takes the
//! apostrophe away again; a cell that began with apostrophes before such a sign gets one more, so
//! that nothing is lost. `'Twas` needs none and gets none.

use std::borrow::Cow;

/// The cell as it may stand in a file.
pub fn neutralise(cell: &str) -> Cow<'_, str> {
    if dangerous(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// The cell that [`neutralise`] was given.
pub fn restore(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if dangerous(rest) => rest,
        _ => cell,
    }
}

/// Whether a cell is a formula sign behind any number of apostrophes and spaces.
fn dangerous(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    cell.starts_with(['\t', '\r', '\n'])
        // Some programs look past spaces, and at the wide signs of East Asian keyboards.
        || cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
