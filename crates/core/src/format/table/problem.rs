//! What is told of a table that was read.

use super::column::Column;
use crate::format::Bounded;

/// One thing to know about a table that was read. None of them loses anything: what no column holds
/// is in the notes of its touchpoint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The row as a spreadsheet numbers it, from 1; 0 where it is about the whole table.
    pub row: usize,
    /// The column, from 1; 0 where it is about the whole row.
    pub column: usize,
    /// The header of the column.
    pub header: String,
    /// The start of what stands there.
    pub value: String,
    /// What is to be known.
    pub kind: ProblemKind,
}

/// What is to be known about a place of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemKind {
    /// No row names the columns: they were taken by their position and content.
    NoHeaders,
    /// Text above the headers, left out.
    AboveHeaders,
    /// A header that means nothing here: its cells are in the notes.
    HeaderNotUnderstood,
    /// Another column already is this one: its cells are in the notes.
    ColumnTwice(Column),
    /// Satisfaction or importance on another scale than 1 to 5, or customers in another time than a
    /// month: its cells are in the notes.
    OtherScale(Column),
    /// The column numbers the rows and is left out: the order of the rows counts.
    RowNumbers,
    /// Characters that the encoding of the file does not have.
    UnreadableCharacters(usize),
    /// A cell that its column cannot hold: it is in the notes.
    Unreadable(Column),
    /// A cell with several values where there is one: the first was taken, the others are in the
    /// notes.
    Several(Column),
    /// A cell with several owners: the first owns the touchpoint, the others are responsible.
    SeveralOwners,
    /// Numbers without a unit were taken as minutes.
    AssumedMinutes,
    /// Business days were taken as a range of elapsed days.
    BusinessDays,
    /// A row without a touchpoint, whose cells were added to the touchpoint above it.
    Continued,
    /// A touchpoint without a name.
    NoName,
    /// An identifier that cannot be used: it stands twice, is a mere number, or holds other signs
    /// than letters, digits, `_` and `-`. It is in the notes, and the touchpoint has another one.
    IdNotUsed,
    /// A persona of a journey or a goal of a phase that differs from the one above: it is in the
    /// notes.
    DiffersFromAbove(Column),
    /// A wait or an agreement about the next step where no step follows: it is in the notes.
    NoNextStep(Column),
    /// A wait or an agreement about the next step where several follow: it is in the notes.
    SeveralNextSteps(Column),
    /// An agreement about a handoff where none follows: it is in the notes.
    NoHandoff(Column),
}

/// The problems of a table.
pub type Problems = Bounded<Problem>;

impl Problem {
    /// A problem of one cell.
    pub(super) fn of_cell(
        kind: ProblemKind,
        (row, column): (usize, usize),
        header: &str,
        value: &str,
    ) -> Self {
        let value = value.chars().take(120).collect();
        Self { row, column, header: header.to_owned(), value, kind }
    }
}
