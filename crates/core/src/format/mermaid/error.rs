//! Why a text is no journey diagram, and what is noted about one that is.

use std::fmt;

use super::front_matter::FrontMatterProblem;
use crate::format::Bounded;

/// A text that Mermaid refuses, with the place where it fails.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {problem} in `{text}`")]
pub struct MermaidError {
    /// What is wrong there.
    pub problem: Problem,
    /// The line of the file, from 1.
    pub line: usize,
    /// The character within the line, from 1.
    pub column: usize,
    /// The line itself, at most [`LONGEST_QUOTE`] characters of it.
    pub text: String,
}

/// The most characters of a line that an error or note quotes.
pub const LONGEST_QUOTE: usize = 160;

/// The ways in which a text can fail to be a journey diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing but white space and comments.
    NoDiagram,
    /// The text begins with another word than `journey`, which is written in small letters.
    OtherDiagram {
        /// The first word.
        found: String,
    },
    /// A front matter block (`---`) is not closed, indented otherwise than it began, or follows a blank line.
    FrontMatterFence,
    /// The front matter is not sound YAML.
    FrontMatter(FrontMatterProblem),
    /// Something stands between the directives and the word `journey`.
    BeforeHeader,
    /// A `;`, which no part of the diagram may hold.
    Semicolon,
    /// A `#` in the name of a task, which makes the rest of the line a comment.
    HashInTaskName,
    /// A line that is neither a keyword nor a task with `: score`.
    TaskWithoutScore,
    /// A `:` with nothing after it.
    NothingAfterColon,
    /// A `:` in the name of a section, or the word `section` alone in front of a task.
    ColonInSection,
    /// A `:` without a task name before it.
    TaskWithoutName,
    /// The word `journey` once more; a task name cannot begin with it.
    JourneyAgain,
    /// `accDescr {` without its `}`.
    DescriptionNotClosed,
    /// A title, a section, a task or a person with a longer name than names are. Mermaid would take it.
    NameTooLong,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Self::NoDiagram => "no diagram",
            Self::OtherDiagram { found } => return write!(f, "not a journey diagram but `{found}`"),
            Self::FrontMatterFence => "front matter that is not closed as it was opened",
            Self::FrontMatter(problem) => return write!(f, "front matter: {problem}"),
            Self::BeforeHeader => "something before the word `journey`",
            Self::Semicolon => "a semicolon",
            Self::HashInTaskName => "a `#` in a task name",
            Self::TaskWithoutScore => "a task without `: score`",
            Self::NothingAfterColon => "nothing after the colon",
            Self::ColonInSection => "a colon in the name of a section",
            Self::TaskWithoutName => "a task without a name",
            Self::JourneyAgain => "the word `journey` where a task is expected",
            Self::DescriptionNotClosed => "a description that is not closed",
            Self::NameTooLong => "a name that is too long",
        };
        f.write_str(text)
    }
}

/// Something that reading changed or left out, with the line where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The line of the file, from 1.
    pub line: usize,
    /// What happened there.
    pub kind: NoteKind,
}

/// The notes about a diagram.
pub type Notes = Bounded<Note>;

/// What reading a diagram changed or left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteKind {
    /// A task has `:` but no score; its satisfaction is unknown.
    ScoreMissing {
        /// The task's name.
        task: String,
    },
    /// A score outside 1 to 5, or no number; the satisfaction is unknown.
    ScoreUnknown {
        /// The task's name.
        task: String,
        /// The score as written.
        written: String,
    },
    /// What follows a third `:` is read by nobody.
    DroppedAfterColon {
        /// The task's name.
        task: String,
        /// What was left out.
        dropped: String,
    },
    /// A `#` made the rest of a line a comment.
    DroppedAfterHash {
        /// What was left out.
        dropped: String,
    },
    /// A later title took the place of this one.
    TitleReplaced {
        /// The title that does not count.
        dropped: String,
    },
    /// `title` or `section` stood alone, so the next line became its text.
    NextLineTaken {
        /// That line.
        taken: String,
    },
    /// An entity such as `#name;` that is not known; it stays as written.
    UnknownEntity {
        /// The entity as written.
        written: String,
    },
    /// A further customer with a name of their own: a journey has one persona, so the touchpoints only say that
    /// the customer takes part.
    OtherCustomer {
        /// The name.
        name: String,
    },
    /// Settings of Mermaid's drawing, in front matter or a directive, that have no place in a journey.
    DrawingSettings,
}
