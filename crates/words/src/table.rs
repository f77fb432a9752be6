//! Step tables in words: why one was refused, and what is to be known about one that was read.

use crosslane_core::format::ids::LONGEST_NAME;
use crosslane_core::format::table::{NotText, Problem, ProblemKind, TableError};

use crate::en::tables as en;
use crate::name::quoted;
use crate::values;

/// Why a table was refused, with the mend.
pub fn refused(error: &TableError) -> String {
    match error {
        TableError::Empty => en::EMPTY.to_owned(),
        TableError::NotText(NotText::Workbook) => en::WORKBOOK.to_owned(),
        TableError::NotText(NotText::Compressed) => en::COMPRESSED.to_owned(),
        TableError::NotText(NotText::Pdf | NotText::Picture) => en::PICTURE.to_owned(),
        TableError::TooLarge { .. } => en::TOO_LARGE.to_owned(),
        TableError::TooManyRows { limit } => {
            [en::TOO_MANY_ROWS, " ", &values::number(*limit as u64)].concat()
        }
        TableError::TooManyColumns { row, limit } => {
            [en::ROW, " ", &row.to_string(), ": ", en::TOO_MANY_COLUMNS, " ", &limit.to_string()].concat()
        }
        TableError::NameTooLong { row, header } => {
            let most = values::number(LONGEST_NAME as u64);
            let place = [en::ROW, " ", &row.to_string(), ": ", &quoted(header), ": "].concat();
            [&place, en::NAME_TOO_LONG, " ", &most].concat()
        }
        TableError::NoTouchpoints => en::NO_TOUCHPOINTS.to_owned(),
    }
}

/// Something to know about a table, with its place.
pub fn problem(problem: &Problem) -> String {
    let mut sentence = String::new();
    if problem.row > 0 {
        sentence.push_str(&[en::ROW, " ", &problem.row.to_string()].concat());
        sentence.push_str(": ");
    }
    if !problem.header.is_empty() {
        sentence.push_str(&quoted(&problem.header));
        sentence.push_str(": ");
    }
    if !problem.value.is_empty() {
        sentence.push_str(&quoted(&problem.value));
        sentence.push(' ');
    }
    sentence.push_str(what(problem.kind));
    sentence
}

fn what(kind: ProblemKind) -> &'static str {
    match kind {
        ProblemKind::NoHeaders => en::NO_HEADERS,
        ProblemKind::AboveHeaders => en::ABOVE_HEADERS,
        ProblemKind::HeaderNotUnderstood => en::HEADER_NOT_UNDERSTOOD,
        ProblemKind::ColumnTwice(_) => en::COLUMN_TWICE,
        ProblemKind::OtherScale(_) => en::OTHER_SCALE,
        ProblemKind::RowNumbers => en::ROW_NUMBERS,
        ProblemKind::UnreadableCharacters(_) => en::UNREADABLE_CHARACTERS,
        ProblemKind::Unreadable(_) => en::UNREADABLE,
        ProblemKind::Several(_) => en::SEVERAL,
        ProblemKind::SeveralOwners => en::SEVERAL_OWNERS,
        ProblemKind::AssumedMinutes => en::ASSUMED_MINUTES,
        ProblemKind::BusinessDays => en::BUSINESS_DAYS,
        ProblemKind::Continued => en::CONTINUED,
        ProblemKind::NoName => en::NO_NAME,
        ProblemKind::IdNotUsed => en::ID_NOT_USED,
        ProblemKind::DiffersFromAbove(_) => en::DIFFERS_FROM_ABOVE,
        ProblemKind::NoNextStep(_) => en::NO_NEXT_STEP,
        ProblemKind::SeveralNextSteps(_) => en::SEVERAL_NEXT_STEPS,
        ProblemKind::NoHandoff(_) => en::NO_HANDOFF,
    }
}
