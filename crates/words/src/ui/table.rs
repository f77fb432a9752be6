//! The table view: columns, keys, what became of a pasted block.

use crosslane_core::format::table::grid::{PasteKind, PasteProblem};
use crosslane_core::format::table::{Column, Home};

use crate::field;
use crate::name::quoted;
use crate::values;

/// The view's title, for those who hear it.
pub const TITLE: &str = "Table of touchpoints";
/// No touchpoint yet.
pub const EMPTY: &str = "Type in the first row, or paste rows from Excel or Sheets.";
/// Adds a touchpoint at the end.
pub const ADD: &str = "Add a touchpoint";
/// Adds a touchpoint below the present one.
pub const INSERT: &str = "Insert a row below";
/// Deletes the chosen rows.
pub const DELETE: &str = "Delete rows";
/// Moves the chosen rows up.
pub const MOVE_UP: &str = "Move rows up";
/// Moves the chosen rows down.
pub const MOVE_DOWN: &str = "Move rows down";
/// Opens the inspector for the present row.
pub const DETAILS: &str = "Details of the row";
/// The choice of columns.
pub const COLUMNS: &str = "Columns";
/// Shows the columns as they are at first.
pub const USUAL_COLUMNS: &str = "The usual ones";
/// Shows every column.
pub const EVERY_COLUMN: &str = "All";
/// The number of a row.
pub const ROW: &str = "Row";
/// What was pasted, and what could not be.
pub const REPORT: &str = "What was pasted";
/// Where the next touchpoint is typed.
pub const NEW_ROW: &str = "Type here to add a touchpoint";
/// The rows cannot go any further.
pub const CANNOT_MOVE: &str = "These rows are at the edge already.";
/// Nothing on the clipboard that cells could take.
pub const NOTHING_TO_PASTE: &str = "There is no text on the clipboard.";

/// The header of a column.
pub fn column(column: Column) -> String {
    match (column, column.home()) {
        (Column::Touchpoint, _) => "Touchpoint".to_owned(),
        (_, Home::Phase) => "Phase".to_owned(),
        (_, Home::Goal) => field::label("Phase", "goal"),
        (_, Home::Wait) => "Wait to next".to_owned(),
        (_, Home::Touchpoint(name)) => field::label("Touchpoint", name),
        (_, Home::Card(name)) => field::label("Card", name),
        (_, Home::Nowhere) => String::new(),
    }
}

/// What a cell could not take or took otherwise than it stands.
pub fn problem(kind: PasteKind, column_of: Column) -> &'static str {
    match kind {
        PasteKind::Unreadable => unreadable(column_of),
        PasteKind::Several => "Only one fits here: the first was taken.",
        PasteKind::SeveralOwners => "One department owns it, the first. The others are responsible.",
        PasteKind::NoNextStep => {
            "Nothing follows this touchpoint, so there is nothing to wait for or agree on."
        }
        PasteKind::SeveralNextSteps => {
            "Several ways lead on from here. Fill this in at each of them on the map."
        }
        PasteKind::NoHandoff => {
            "The next touchpoint has the same owner or none, so there is no handoff here."
        }
        PasteKind::AssumedMinutes => "Taken as minutes. Add a unit if you mean something else.",
        PasteKind::BusinessDays => "Business days were taken with the weekends between them.",
        PasteKind::Headers => "The first row only names the columns and was left out.",
        PasteKind::Beyond => "Beyond the last column shown: left out. Show more columns and paste again.",
    }
}

fn unreadable(column: Column) -> &'static str {
    use crosslane_core::format::table::Kind;
    use crosslane_core::model::ChoiceKind;
    match column.kind() {
        Kind::Rating => "Write a number from 1 to 5.",
        Kind::Minutes => "Write a time such as 2 days, 1-2 weeks or 30 min.",
        Kind::Count => "Write a whole number such as 1,200.",
        Kind::YesNo => "Write yes or no.",
        Kind::Date => "Write a date such as 2026-03-31.",
        Kind::Choice(ChoiceKind::Stage) => "Write customer, frontstage, backstage or support.",
        Kind::Choice(ChoiceKind::Starter) => "Write customer or organisation.",
        Kind::Choice(ChoiceKind::Method) => {
            "Write shared record, warm, form, email, queue, customer or none."
        }
        Kind::Choice(ChoiceKind::Evidence) => "Write assumed, observed or measured.",
        _ => "This does not fit here.",
    }
}

/// A line of the report.
pub fn report_line(of: &PasteProblem) -> String {
    let place = format!("{} {}, {}", ROW, of.row + 1, column(of.column));
    let text = if of.text.is_empty() { String::new() } else { format!(" {}", quoted(&of.text)) };
    let stays = if of.kind == PasteKind::Unreadable { " The cell stayed as it was." } else { "" };
    format!("{place}:{text} {}{stays}", problem(of.kind, of.column))
}

/// A large block is being pasted.
pub const PASTING: &str = "Paste";
/// What is being done with it.
pub const PASTING_HINT: &str = "Filling in the cells\u{2026}";
/// What fills them in stopped.
pub const PASTE_STOPPED: &str =
    "This could not be pasted. Nothing was changed. Save it as CSV and open that.";

/// What pasting did, in a line.
pub fn pasted(cells: usize, added: usize, entries: usize) -> String {
    let mut parts = vec![values::count(cells as u64, "cell filled in", "cells filled in")];
    if added > 0 {
        parts.push(values::count(added as u64, "touchpoint added", "touchpoints added"));
    }
    if entries > 0 {
        parts.push(values::count(entries as u64, "new name", "new names"));
    }
    parts.join(", ")
}

/// Copies the journey as a whole table.
pub const COPY_ALL: &str = "Copy the whole table";
/// It could not be copied.
pub const NOT_COPIED: &str =
    "The browser does not let the page copy. Choose cells (Ctrl+A for all) and press Ctrl+C.";
/// How many rows were copied.
pub fn copied_rows(rows: usize) -> String {
    values::count(rows as u64, "touchpoint copied, with headers", "touchpoints copied, with headers")
}
/// How many cells were copied.
pub fn copied(cells: usize) -> String {
    values::count(cells as u64, "cell copied", "cells copied")
}

/// How many rows were deleted.
pub fn deleted(rows: usize) -> String {
    values::count(rows as u64, "touchpoint deleted", "touchpoints deleted")
}

/// The button that opens the inspector for a row.
pub fn details_of(row: usize, touchpoint: &str) -> String {
    format!("{}: {touchpoint}, details", row + 1)
}

/// How many more lines the report has.
pub fn more(count: usize) -> String {
    format!("{count} more like these")
}
