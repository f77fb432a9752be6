//! What came in, recognised and read.

use std::rc::Rc;
use std::sync::Arc;

use crosslane_core::format::crosslane::{self, OpenError, Repaired};
use crosslane_core::format::embedded::{self, EmbeddedError};
use crosslane_core::format::graph::{self, Graph, GraphError, GraphNotes, canvas, cjml, process};
use crosslane_core::format::mermaid;
use crosslane_core::format::table::{Sheet, TableError};
use crosslane_core::format::{FileKind, recognise};
use crosslane_core::model::Workspace;
use crosslane_words::open_error;
use crosslane_words::ui::home::incoming as words;

use super::table::{Table, Told};
use crate::sheets;

/// What was read.
#[derive(Clone)]
pub enum Found {
    /// A whole workspace, and the version of its file where that is newer than this app.
    Workspace(Arc<Workspace>, Option<u64>),
    /// What was read from a drawing, with what was left out.
    Drawn(Arc<Workspace>, Told),
    /// A workspace with mistakes, as it is without them.
    Mistaken(Arc<Workspace>, Told),
    /// A step table or a diagram.
    Table(Rc<Table>),
    /// Nothing that can be opened; why, in words.
    Refused(String),
}

/// Reads a file of this name.
pub async fn read(name: &str, bytes: &[u8]) -> Found {
    if sheets::is_workbook(bytes) {
        return match sheets::opened(bytes).await {
            Ok(sheet) => of_sheet(name, &sheet),
            Err(why) => Found::Refused(why.to_owned()),
        };
    }
    read_plain(name, bytes)
}

/// Reads a file that is no workbook.
pub fn read_plain(name: &str, bytes: &[u8]) -> Found {
    let text = || String::from_utf8_lossy(bytes);
    match recognise(name, bytes) {
        FileKind::Crosslane => workspace(bytes),
        FileKind::Embedded => match embedded::read(bytes) {
            Ok(opened) => Found::Workspace(Arc::new(opened.workspace), opened.newer_version),
            Err(EmbeddedError::Refused(OpenError::Problems(repaired))) => Found::mistaken(*repaired),
            Err(error) => Found::Refused(open_error::embedded(&error)),
        },
        FileKind::Canvas => drawing(name, canvas::read(&text())),
        FileKind::Cjml => drawing(name, cjml::read(&text())),
        FileKind::Process => match Sheet::read(bytes) {
            Ok(sheet) => drawing(name, process::read(&sheet)),
            Err(error) => no_table(&error),
        },
        FileKind::Mermaid => match mermaid::read(&text()) {
            Ok(reading) => Found::Table(Rc::new(Table::Diagram(reading))),
            Err(error) => Found::Refused(crosslane_words::diagram::refused(&error)),
        },
        FileKind::Table => match Sheet::read(bytes) {
            Ok(sheet) => steps(&sheet),
            Err(error) => no_table(&error),
        },
    }
}

impl Found {
    /// A workspace with mistakes.
    pub fn mistaken(repaired: Repaired) -> Self {
        let told = Told::new(open_error::problems(&repaired), repaired.unlisted);
        Self::Mistaken(Arc::new(repaired.workspace), told)
    }
}

/// The cells of a workbook: a process table of Visio, or a step table.
fn of_sheet(name: &str, sheet: &Sheet) -> Found {
    if process::is_process(sheet) { drawing(name, process::read(sheet)) } else { steps(sheet) }
}

fn steps(sheet: &Sheet) -> Found {
    Table::of_sheet(sheet).map_or_else(|error| no_table(&error), |table| Found::Table(Rc::new(table)))
}

fn no_table(error: &TableError) -> Found {
    Found::Refused(crosslane_words::table::refused(error))
}

/// A drawing as a workspace of its own. What was left out of it is told.
fn drawing(name: &str, read: Result<(Graph, GraphNotes), GraphError>) -> Found {
    match read {
        Ok((graph, notes)) => {
            let title = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
            let options = graph::ImportOptions { title: title.clone(), ..graph::ImportOptions::default() };
            let import = graph::import(&graph, &Workspace::default(), &options);
            let (told, unlisted) = crosslane_words::graph::told(&notes, &import.notes);
            Found::Drawn(Arc::new(Workspace { title, ..import.plan.workspace }), Told::new(told, unlisted))
        }
        Err(error) => Found::Refused(crosslane_words::graph::refused(&error)),
    }
}

fn workspace(bytes: &[u8]) -> Found {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Found::Refused(words::NOT_TEXT.to_owned());
    };
    match crosslane::open(text) {
        Ok(opened) => Found::Workspace(Arc::new(opened.workspace), opened.newer_version),
        Err(OpenError::Problems(repaired)) => Found::mistaken(*repaired),
        Err(error) => Found::Refused(open_error::sentence(&error)),
    }
}
