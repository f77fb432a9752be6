//! The second part of the program: what stands around every view of a workspace, its dialogs and commands.

mod begin;
mod commands;
mod delete;
mod dialogs;
mod download;
mod frame;
mod header;
mod journeys;

pub mod later;
mod new_entries;
mod palette;
mod rename;
mod shortcuts;

use crosslane_core::route::Route;
use crosslane_words::ui::shell;

pub use download::{download_kept, download_open, download_page, save_bytes, save_text};
pub use header::add_journey;

use crate::app::State;
use crate::app::parts::Part;
use crate::reactive::prelude::*;
use crate::ui::keep_focus;
use crate::{act, compare, departments, flags, map, offline, sharing, storage, table, versions};
use later::{Asked, PartName};

/// What this part does for the first one.
pub static PART: Part = Part {
    start,
    frame: frame::frame,
    dialog: dialogs::dialog,
    banner: || view! { <storage::Banner /> <offline::Notice /> }.into_any(),
    commands: &[
        commands::COMMANDS,
        compare::COMMANDS,
        map::COMMANDS,
        table::COMMANDS,
        flags::COMMANDS,
        departments::COMMANDS,
        act::COMMANDS,
        versions::COMMANDS,
        sharing::COMMANDS,
        storage::COMMANDS,
    ],
    workspaces: storage::workspaces,
    begin: begin::begin,
    open_sample: begin::open_sample,
    incoming: |state, name, bytes| later::answer(state, PartName::Incoming, Asked::File(name, bytes)),
    serve: later::serve,
    pasted: |state, text, page| later::answer(state, PartName::Incoming, Asked::Pasted(text, page)),
    download: download::download_kept,
    link: |state, text| later::answer(state, PartName::Incoming, Asked::Link(text.to_owned())),
    undo: State::undo,
};

fn start(state: State) {
    later::start();
    keep_focus::start();
    map::start();
    storage::start(state);
    offline::start();
    new_entries::watch(state);
    name_page(state);
}

/// Keeps the name of the page, by which a tab and a step back are told from others.
fn name_page(state: State) {
    let name = Memo::new(move |_| match (state.route.get(), state.workspace()) {
        (Route::Workspace { view, .. }, Some(workspace)) => shell::page(&workspace.title, view),
        _ => shell::PRODUCT.to_owned(),
    });
    Effect::new(move |_| document().set_title(&name.get()));
}
