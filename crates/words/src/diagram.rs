//! Mermaid diagrams in words: why one was refused, and what was changed on the way in.

use crosslane_core::format::ids::LONGEST_NAME;
use crosslane_core::format::mermaid::{FrontMatterProblem, MermaidError, Note, NoteKind, Problem};

use crate::en::diagrams as en;
use crate::name::quoted;
use crate::values;

/// Why a diagram was refused, with the line and the mend.
pub fn refused(error: &MermaidError) -> String {
    let what = match &error.problem {
        Problem::NoDiagram => return en::NO_DIAGRAM.to_owned(),
        Problem::OtherDiagram { found } => return [en::OTHER_DIAGRAM, " ", &quoted(found)].concat(),
        Problem::FrontMatterFence => en::FRONT_MATTER_FENCE,
        Problem::FrontMatter(problem) => front_matter(*problem),
        Problem::BeforeHeader => en::BEFORE_HEADER,
        Problem::Semicolon => en::SEMICOLON,
        Problem::HashInTaskName => en::HASH_IN_TASK_NAME,
        Problem::TaskWithoutScore => en::TASK_WITHOUT_SCORE,
        Problem::NothingAfterColon => en::NOTHING_AFTER_COLON,
        Problem::ColonInSection => en::COLON_IN_SECTION,
        Problem::TaskWithoutName => en::TASK_WITHOUT_NAME,
        Problem::JourneyAgain => en::JOURNEY_AGAIN,
        Problem::DescriptionNotClosed => en::DESCRIPTION_NOT_CLOSED,
        Problem::NameTooLong => {
            let most = values::number(LONGEST_NAME as u64);
            return [&line(error.line), en::NAME_TOO_LONG, " ", &most].concat();
        }
    };
    [&line(error.line), what, " ", &quoted(&error.text)].concat()
}

fn front_matter(problem: FrontMatterProblem) -> &'static str {
    match problem {
        FrontMatterProblem::NotClosed => en::front_matter::NOT_CLOSED,
        FrontMatterProblem::TextAfterValue => en::front_matter::TEXT_AFTER_VALUE,
        FrontMatterProblem::Tab => en::front_matter::TAB,
        FrontMatterProblem::Indentation => en::front_matter::INDENTATION,
        FrontMatterProblem::NotAnEntry => en::front_matter::NOT_AN_ENTRY,
        FrontMatterProblem::ColonInValue => en::front_matter::COLON_IN_VALUE,
        FrontMatterProblem::DuplicateKey => en::front_matter::DUPLICATE_KEY,
        FrontMatterProblem::ReservedCharacter => en::front_matter::RESERVED_CHARACTER,
    }
}

/// What reading a diagram changed or left out, with the line.
pub fn note(note: &Note) -> String {
    let about = |text: &str, what: &str| [&quoted(text), " ", what].concat();
    let what = match &note.kind {
        NoteKind::ScoreMissing { task } => about(task, en::SCORE_MISSING),
        NoteKind::ScoreUnknown { task, written } => {
            [&about(task, en::SCORE_UNKNOWN), " ", &quoted(written)].concat()
        }
        NoteKind::DroppedAfterColon { task, dropped } => {
            [&about(task, en::DROPPED_AFTER_COLON), " ", &quoted(dropped)].concat()
        }
        NoteKind::DroppedAfterHash { dropped } => about(dropped, en::DROPPED_AFTER_HASH),
        NoteKind::TitleReplaced { dropped } => about(dropped, en::TITLE_REPLACED),
        NoteKind::NextLineTaken { taken } => about(taken, en::NEXT_LINE_TAKEN),
        NoteKind::UnknownEntity { written } => about(written, en::UNKNOWN_ENTITY),
        NoteKind::OtherCustomer { name } => about(name, en::OTHER_CUSTOMER),
        NoteKind::DrawingSettings => en::DRAWING_SETTINGS.to_owned(),
    };
    line(note.line) + &what
}

fn line(number: usize) -> String {
    [en::LINE, " ", &number.to_string(), ": "].concat()
}
