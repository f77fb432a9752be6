//! What comes in: recognised, read, and shown before anything is changed.

mod link;
mod merging;
mod pasted;
mod people;
mod plan;
pub mod read;
mod refused;
pub mod table;
pub mod waiting;
mod workspace;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crosslane_core::format::{FileKind, recognise};
use crosslane_core::model::Workspace;
use crosslane_words::ui::home::incoming as words;
use crosslane_words::ui::sharing::link as sharing;
use wasm_bindgen_futures::spawn_local;

pub use merging::{bar, is_marked};
pub use pasted::cells_in;
use pasted::pasted;

use crate::apart::{self, Answer, Apart};
use crate::app::{Dialog, State, leave_link, use_state};
use crate::reactive::prelude::*;
use crate::sheets;
use crate::ui::Modal;
use crate::workspace::later::{Asked, LaterPart};
use plan::{Destination, Source, title_of};
use read::{Found, read, read_plain};
use table::{Planned, Wish};

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    dialog: |_| preview(),
    answer: |state, asked| match asked {
        Asked::File(name, bytes) => incoming(state, name, bytes),
        Asked::Pasted(text, page) => pasted(state, text, page),
        Asked::Link(text) => link::follow(state, &text),
        Asked::Serve => apart::serve(),
        Asked::Command(_) | Asked::New(..) => {}
    },
    ..LaterPart::NONE
};

/// Files of more bytes are read apart from the page: reading fewer is not noticed.
const MOST_HERE: usize = 100_000;

/// Something that came in, not taken in yet.
#[derive(Clone)]
struct Incoming {
    /// The name of the file; empty where it was pasted.
    name: String,
    content: Content,
}

/// What came in.
#[derive(Clone)]
enum Content {
    /// It is being read.
    Reading(Apart),
    /// What was read.
    Found(Found),
    /// What a table or diagram would bring.
    Planned(Source, Destination, Planned),
    /// What a link holds: looked at, and stored only as a copy.
    Linked(Arc<Workspace>, Option<u64>),
}

thread_local! {
    /// What is being looked at.
    static CAME_IN: RefCell<Option<Incoming>> = const { RefCell::new(None) };
}

/// Reads what came in and shows it.
fn incoming(state: State, name: String, bytes: Vec<u8>) {
    let bytes = Rc::new(bytes);
    if is_large(&name, &bytes)
        && let Some(reader) = read_apart(state, name.clone(), bytes.clone())
    {
        show(state, name, Content::Reading(reader));
    } else {
        read_here(state, name, bytes);
    }
}

/// Whether reading it may take long. How much a workbook, a picture or a page holds its length does not say.
fn is_large(name: &str, bytes: &[u8]) -> bool {
    bytes.len() > MOST_HERE || sheets::is_workbook(bytes) || recognise(name, bytes) == FileKind::Embedded
}

fn read_here(state: State, name: String, bytes: Rc<Vec<u8>>) {
    if !sheets::is_workbook(&bytes) {
        let found = read_plain(&name, &bytes);
        return show_found(state, name, found);
    }
    spawn_local(async move {
        let found = read(&name, &bytes).await;
        show_found(state, name, found);
    });
}

fn show_found(state: State, name: String, found: Found) {
    let content = match found {
        Found::Table(table) => {
            let (source, to) = (Source::Here(table), Destination::new(state));
            let wish = Wish { into_open: to.can_choose, kinds: Vec::new() };
            let before = to.workspace(state, &title_of(&name), wish.into_open);
            let Some(planned) = source.plan_here(&before, &title_of(&name), &wish) else { return };
            Content::Planned(source, to, planned)
        }
        found => Content::Found(found),
    };
    show(state, name, content);
}

/// Has it read apart from the page, or here where that does not start.
fn read_apart(state: State, name: String, bytes: Rc<Vec<u8>>) -> Option<Apart> {
    let (file, of) = (bytes.clone(), name.clone());
    let then = move |answer, workspace| {
        let workspace = Arc::new(workspace);
        match answer {
            Answer::Workspace(newer) => show_found(state, name, Found::Workspace(workspace, newer)),
            Answer::Drawn(told) => show_found(state, name, Found::Drawn(workspace, told)),
            Answer::Mistaken(told) => show_found(state, name, Found::Mistaken(workspace, told)),
            Answer::Refused(why) => show_found(state, name, Found::Refused(why)),
            Answer::Table => plan_apart(state, name),
            Answer::Planned(..) | Answer::Pasted(_) | Answer::Missing => read_here(state, name, bytes),
        }
    };
    Apart::read(&of, &file, Box::new(then))
}

/// Has it told apart from the page what a table brings, and shows that.
fn plan_apart(state: State, name: String) {
    let Some(asked) = reader() else { return };
    let to = Destination::new(state);
    let wish = Wish { into_open: to.can_choose, kinds: Vec::new() };
    let title = title_of(&name);
    Source::Apart(asked).plan(state, to, &title, wish, move |planned| match (planned, reader()) {
        (Ok(planned), Some(reader)) => {
            show(state, name, Content::Planned(Source::Apart(reader), to, planned));
        }
        (Ok(_), None) => {}
        (Err(why), _) => show_found(state, name, Found::Refused(why)),
    });
}

/// What is reading.
fn reader() -> Option<Apart> {
    CAME_IN.with_borrow(|came| match came.as_ref()?.content {
        Content::Reading(ref reader) => Some(reader.clone()),
        _ => None,
    })
}

/// What was being read, or looked at as what it brings, is wanted no more, unless the dialog shows the next file.
fn give_up(state: State) {
    let ends = |came: &Incoming| matches!(came.content, Content::Reading(_) | Content::Planned(..));
    if state.dialog.get_untracked() != Some(Dialog::Incoming)
        && CAME_IN.with_borrow(|came| came.as_ref().is_some_and(ends))
    {
        CAME_IN.set(None);
    }
}

fn show(state: State, name: String, content: Content) {
    // A dialog that shows what came before gives way to one that shows this.
    state.dialog.set(None);
    CAME_IN.set(Some(Incoming { name, content }));
    state.dialog.set(Some(Dialog::Incoming));
}

/// The preview of what came in, as a dialog.
fn preview() -> AnyView {
    let state = use_state();
    let Some(Incoming { name, content }) = CAME_IN.with_borrow(Clone::clone) else { return ().into_any() };
    on_cleanup(move || {
        leave_link(state);
        give_up(state);
    });
    let shown = if name.is_empty() { words::PASTED.to_owned() } else { name.clone() };
    let is_linked = matches!(content, Content::Linked(..));
    let body = match content {
        Content::Reading(_) => waiting::waiting(state, words::READING),
        Content::Linked(workspace, newer) => link::preview(state, workspace, newer),
        Content::Planned(source, to, planned) => plan::preview(state, &name, source, to, planned),
        Content::Found(Found::Workspace(workspace, newer)) => {
            workspace::preview(state, workspace, newer, None)
        }
        Content::Found(Found::Drawn(workspace, told)) => {
            workspace::preview(state, workspace, None, plan::told(&told))
        }
        Content::Found(Found::Mistaken(workspace, told)) => refused::mistaken(state, workspace, told),
        Content::Found(Found::Refused(why)) => refused::refused(state, why),
        // It is planned before it is shown.
        Content::Found(Found::Table(_)) => ().into_any(),
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
