//! What makes a command fail.

use std::io;
use std::path::Path;

use crosslane_core::format::crosslane::OpenError;
use crosslane_core::format::embedded::EmbeddedError;
use crosslane_core::format::graph::GraphError;
use crosslane_core::format::mermaid::MermaidError;
use crosslane_core::format::table::TableError;
use crosslane_sheets::SheetsError;
use crosslane_words::{self as words, command, open_error};
use thiserror::Error;

use crate::visible;

/// Why a command failed, with the file it was about.
#[derive(Debug, Error)]
#[error("{file}: {problem}")]
pub struct Failure {
    /// The file, as the person named it.
    pub file: String,
    /// What was wrong with it.
    pub problem: Problem,
}

/// What can be wrong with a file.
#[derive(Debug, Error)]
pub enum Problem {
    /// It could not be read.
    #[error("{}", command::not_read(.0))]
    Read(io::Error),
    /// It could not be written.
    #[error("{}", command::not_written(.0))]
    Write(io::Error),
    /// It is larger than any workspace.
    #[error("{}", command::too_large(.0 / 1_000_000))]
    TooLarge(u64),
    /// It is not text; the first such byte, from 1.
    #[error("{}", command::not_text(*.0))]
    NotText(usize),
    /// Its name does not say in which format it is.
    #[error("{}", command::unknown_format(.option))]
    UnknownFormat {
        /// The option that says it.
        option: &'static str,
    },
    /// It is a picture or page without a workspace.
    #[error("{}", open_error::embedded(.0))]
    Embedded(EmbeddedError),
    /// It is not the drawing or process table it should be.
    #[error("{}", words::graph::refused(.0))]
    Graph(GraphError),
    /// It is not a workbook, or would be too large for one.
    #[error("{}", workbook(*.0))]
    Workbook(SheetsError),
    /// It is of a format that is only written.
    #[error("{}", command::ONLY_WRITTEN)]
    OnlyWritten,
    /// It is of a format that is only read.
    #[error("{}", command::ONLY_READ)]
    OnlyRead,
    /// It is not a table.
    #[error("{}", words::table::refused(.0))]
    Table(TableError),
    /// It is not a diagram.
    #[error("{}", words::diagram::refused(.0))]
    Diagram(MermaidError),
    /// It has no such journey.
    #[error("{}", command::no_journey(.0))]
    NoJourney(String),
    /// It has no such department.
    #[error("{}", command::no_department(.0))]
    NoDepartment(String),
    /// It has another number of journeys than the one that a diagram holds.
    #[error("{}", command::many_journeys(*.0))]
    ManyJourneys(usize),
    /// Another number of files than the two that are compared.
    #[error("{}", command::TWO_FILES)]
    TwoFiles,
    /// It is not a Crosslane file, or one with problems.
    #[error("{}", refusal(.error, .hint.as_deref()))]
    Refused {
        /// Why it was refused.
        error: OpenError,
        /// What to do about it.
        hint: Option<String>,
    },
}

impl Problem {
    /// The problem of the file named so.
    pub fn of(self, path: &Path) -> Failure {
        let file = if is_standard(path) {
            match self {
                Self::Write(_) | Self::OnlyRead | Self::UnknownFormat { .. } | Self::ManyJourneys(_) => {
                    command::STANDARD_OUTPUT.to_owned()
                }
                _ => command::STANDARD_INPUT.to_owned(),
            }
        } else {
            visible::line(&path.display().to_string())
        };
        Failure { file, problem: self }
    }
}

/// Whether the name stands for standard input or output.
pub fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

fn workbook(error: SheetsError) -> &'static str {
    match error {
        SheetsError::NotWorkbook => command::NOT_WORKBOOK,
        SheetsError::TooLarge => command::WORKBOOK_TOO_LARGE,
        SheetsError::Empty => command::WORKBOOK_EMPTY,
    }
}

/// A refused file: the sentence, then a line for each problem.
fn refusal(error: &OpenError, hint: Option<&str>) -> String {
    let mut lines = vec![open_error::sentence(error)];
    if let OpenError::Problems(repaired) = error {
        lines.extend(open_error::problems(repaired));
    }
    lines.extend(hint.map(str::to_owned));
    lines.join("\n  ")
}
