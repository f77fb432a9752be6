//! What comes in: recognised, read, and shown before anything is changed.

mod diagram;
mod link;
mod merging;
mod pasted;
mod plan;
mod refused;
mod steps;
mod workspace;

use std::cell::RefCell;
use std::sync::Arc;

use crosslane_core::format::crosslane::{self, OpenError, Repaired};
use crosslane_core::format::embedded::{self, EmbeddedError};
use crosslane_core::format::graph::{self, Graph, GraphError, GraphNotes, canvas, cjml, process};
use crosslane_core::format::mermaid::{self, Reading};
use crosslane_core::format::table::{Sheet, StepTable};
use crosslane_core::format::{FileKind, recognise};
use crosslane_core::model::Workspace;
use crosslane_words::open_error;
use crosslane_words::ui::home::incoming as words;
use crosslane_words::ui::sharing::link as sharing;
use wasm_bindgen_futures::spawn_local;

pub use merging::{bar, is_marked};
pub use pasted::{cells_in, pasted};

use crate::app::{Dialog, State, leave_link, use_state};
use crate::reactive::prelude::*;
use crate::sheets;
use crate::ui::Modal;

/// Something that came in, read but not taken in yet.
#[derive(Clone)]
struct Incoming {
    /// The name of the file; empty where it was pasted.
    name: String,
    content: Content,
}

/// What came in.
#[derive(Clone)]
enum Content {
    /// A whole workspace, and the version of its file where that is newer than this app.
    Workspace(Arc<Workspace>, Option<u64>),
    /// What was read from a drawing, with what was left out, and how much more.
    Drawn(Arc<Workspace>, Vec<String>, usize),
    /// What a link holds: looked at, and stored only as a copy.
    Linked(Arc<Workspace>, Option<u64>),
    /// A workspace with mistakes.
    Mistaken(Arc<Repaired>),
    /// A step table.
    Steps(Arc<StepTable>),
    /// A diagram.
    Diagram(Arc<Reading>),
    /// Nothing that can be opened; why, in words.
    Refused(String),
}

thread_local! {
    /// What is being looked at.
    static CAME_IN: RefCell<Option<Incoming>> = const { RefCell::new(None) };
}

/// Reads what came in and shows it.
pub fn incoming(state: State, name: String, bytes: &[u8]) {
    if sheets::is_workbook(bytes) {
        let bytes = bytes.to_vec();
        spawn_local(async move {
            let content = match sheets::opened(&bytes).await {
                Ok(sheet) => of_sheet(&name, &sheet),
                Err(why) => Content::Refused(why.to_owned()),
            };
            show(state, name, content);
        });
        return;
    }
    let content = match recognise(&name, bytes) {
        FileKind::Crosslane => read_workspace(bytes),
        FileKind::Embedded => match embedded::read(bytes) {
            Ok(opened) => Content::Workspace(Arc::new(opened.workspace), opened.newer_version),
            Err(EmbeddedError::Refused(OpenError::Problems(repaired))) => {
                Content::Mistaken(Arc::from(repaired))
            }
            Err(error) => Content::Refused(open_error::embedded(&error)),
        },
        FileKind::Canvas => drawing(&name, canvas::read(&String::from_utf8_lossy(bytes))),
        FileKind::Cjml => drawing(&name, cjml::read(&String::from_utf8_lossy(bytes))),
        FileKind::Process => match Sheet::read(bytes) {
            Ok(sheet) => drawing(&name, process::read(&sheet)),
            Err(error) => Content::Refused(crosslane_words::table::refused(&error)),
        },
        FileKind::Mermaid => match mermaid::read(&String::from_utf8_lossy(bytes)) {
            Ok(reading) => Content::Diagram(Arc::new(reading)),
            Err(error) => Content::Refused(crosslane_words::diagram::refused(&error)),
        },
        FileKind::Table => match steps::read(bytes) {
            Ok(steps) => Content::Steps(Arc::new(steps)),
            Err(error) => Content::Refused(crosslane_words::table::refused(&error)),
        },
    };
    show(state, name, content);
}

/// Shows what stands in a link.
pub fn follow_link(state: State, text: &str) {
    link::follow(state, text);
}

fn show(state: State, name: String, content: Content) {
    // A dialog that shows what came before gives way to one that shows this.
    state.dialog.set(None);
    CAME_IN.set(Some(Incoming { name, content }));
    state.dialog.set(Some(Dialog::Incoming));
}

/// The cells of a workbook: a process table of Visio, or a step table.
fn of_sheet(name: &str, sheet: &Sheet) -> Content {
    if process::is_process(sheet) {
        return drawing(name, process::read(sheet));
    }
    match steps::of_sheet(sheet) {
        Ok(steps) => Content::Steps(Arc::new(steps)),
        Err(error) => Content::Refused(crosslane_words::table::refused(&error)),
    }
}

/// A drawing as a workspace of its own. What was left out of it is told.
fn drawing(name: &str, read: Result<(Graph, GraphNotes), GraphError>) -> Content {
    match read {
        Ok((graph, notes)) => {
            let title = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
            let options = graph::ImportOptions { title: title.clone(), ..graph::ImportOptions::default() };
            let import = graph::import(&graph, &Workspace::default(), &options);
            let (told, unlisted) = crosslane_words::graph::told(&notes, &import.notes);
            Content::Drawn(Arc::new(Workspace { title, ..import.plan.workspace }), told, unlisted)
        }
        Err(error) => Content::Refused(crosslane_words::graph::refused(&error)),
    }
}

fn read_workspace(bytes: &[u8]) -> Content {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return Content::Refused(words::NOT_TEXT.to_owned());
    };
    match crosslane::open(text) {
        Ok(opened) => Content::Workspace(Arc::new(opened.workspace), opened.newer_version),
        Err(OpenError::Problems(repaired)) => Content::Mistaken(Arc::from(repaired)),
        Err(error) => Content::Refused(open_error::sentence(&error)),
    }
}

/// The preview of what came in, as a dialog.
pub fn preview() -> AnyView {
    let state = use_state();
    let Some(Incoming { name, content }) = CAME_IN.with_borrow(Clone::clone) else { return ().into_any() };
    on_cleanup(move || leave_link(state));
    let shown = if name.is_empty() { words::PASTED.to_owned() } else { name.clone() };
    let is_linked = matches!(content, Content::Linked(..));
    let body = match content {
        Content::Linked(workspace, newer) => link::preview(state, workspace, newer),
        Content::Workspace(workspace, newer) => workspace::preview(state, workspace, newer, None),
        Content::Drawn(workspace, told, unlisted) => {
            workspace::preview(state, workspace, None, plan::told(&told, unlisted))
        }
        Content::Mistaken(repaired) => refused::mistaken(state, repaired),
        Content::Steps(steps) => steps::preview(state, &name, steps),
        Content::Diagram(reading) => diagram::preview(state, &name, reading),
        Content::Refused(why) => refused::refused(state, why),
    };
    view! {
        <Modal title=if is_linked { sharing::SHARED } else { words::TITLE } class="incoming">
            {(!is_linked).then(|| view! { <p class="incoming-name" dir="auto">{shown}</p> })}
            {body}
        </Modal>
    }
    .into_any()
}

/// Forgets what came in.
fn done(state: State) {
    leave_link(state);
    state.dialog.set(None);
    CAME_IN.set(None);
}
