//! The departments view: the registers, the page of an entry, the page of two departments.

mod access;
mod add;
mod commands;
mod delete;
mod entry;
mod list;
mod merge;
mod near;
mod registers;
mod row;
mod uses;

use crosslane_core::model::{EntityKind, Id};
use crosslane_core::route::Selection;
use crosslane_words::ui::shell;
use crosslane_words::values;

use crate::app::{Dialog, State, use_state};
use crate::meeting;
use crate::reactive::prelude::*;
use crate::ui::page::focus_if_lost;
use crate::workspace::later::{Asked, LaterPart};

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    view: |_| departments(),
    dialog: |dialog| match dialog {
        Dialog::DeleteEntry(kind, id) => delete(kind, id),
        Dialog::MergeEntry(kind, from, into) => merge(kind, from, into),
        _ => ().into_any(),
    },
    answer: |state, asked| {
        if let Asked::New(kind, before) = asked {
            near::tell(state, &before, kind);
        }
    },
    ..LaterPart::NONE
};

pub use commands::COMMANDS;
use delete::delete;
use merge::merge;

/// The view.
fn departments() -> AnyView {
    let state = use_state();
    let about_meeting = RwSignal::new(true);
    let shown = Memo::new(move |_| state.selection());
    let page = move || {
        // What was there before is gone, and the focus with it.
        at_frame_always(focus_if_lost);
        match shown.get() {
            Selection::Register(kind) => list::list(state, kind),
            Selection::Entry(kind, id) => entry::entry(state, kind, id, about_meeting),
            Selection::Pair(one, two) => pair(state, one, two),
            _ => list::list(state, EntityKind::Department),
        }
    };
    view! {
        <div class="departments">
            {registers::registers(state, shown)}
            <div class="departments-page">{page}</div>
        </div>
    }
    .into_any()
}

/// The page of two departments, under their names.
fn pair(state: State, one: Id, two: Id) -> AnyView {
    let names = move || {
        let workspace = state.workspace()?;
        let name = |id| shell::or_untitled(workspace.department_name(id)).to_owned();
        Some(values::list(&[name(one), name(two)]))
    };
    view! {
        <h1 class="print-hidden" dir="auto">{names}</h1>
        {meeting::pair(state, one, two)}
    }
    .into_any()
}
