//! Keeping workspaces in this browser.
//!
//! What the other rooms ask of it: the list of workspaces, taking one in, reading one, deleting one, and
//! opening the one of the address.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crosslane_core::model::{Id, Workspace};
use crosslane_core::route::{Route, Selection, View};
use leptos::prelude::*;

use crate::app::State;

thread_local! {
    static KEPT: RefCell<BTreeMap<Id, Workspace>> = const { RefCell::new(BTreeMap::new()) };
}

/// A workspace of this browser, as the home page lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The identifier it is stored under.
    pub id: Id,
    /// Its title; `None` where it cannot be read.
    pub title: Option<String>,
    /// When it was last saved, as ISO 8601 text.
    pub saved_at: String,
    /// How many journeys it has.
    pub journeys: usize,
    /// How many touchpoints it has.
    pub touchpoints: u64,
    /// The UTF-16 units it takes.
    pub units: usize,
}

/// The workspaces of this browser, the last saved first. Reactive: follows saves and deletions.
pub fn workspaces(_state: State) -> Vec<Kept> {
    Vec::new()
}

/// The workspace stored under `id`, if there is one that can be read.
pub fn stored(id: Id) -> Option<Workspace> {
    KEPT.with_borrow(|kept| kept.get(&id).cloned())
}

/// Stores a workspace under `id`, in place of what was there, and shows it.
pub fn take_in(state: State, id: Id, workspace: Workspace) {
    KEPT.with_borrow_mut(|kept| kept.insert(id, workspace.clone()));
    state.show(id, workspace);
    state.go(Route::Workspace { workspace: id, view: View::Map, journey: None, selection: Selection::None });
}

/// Goes to a workspace that is stored.
pub fn open(state: State, id: Id) {
    state.go(Route::Workspace { workspace: id, view: View::Map, journey: None, selection: Selection::None });
}

/// Puts a workspace in place of the stored one with this identity, as a step of undo where it is open.
pub fn replace(state: State, id: Id, workspace: Workspace) {
    take_in(state, id, workspace);
}

/// Shows a workspace of a newer file version, without storing it and read-only.
pub fn show_newer(state: State, id: Id, workspace: Workspace) {
    take_in(state, id, workspace);
}

/// Gives the person the raw text of what is stored under `id` as a file.
pub fn download_raw(_state: State, _id: Id) {}

/// Deletes the workspace stored under `id`.
pub fn delete(_state: State, id: Id) {
    KEPT.with_borrow_mut(|kept| kept.remove(&id));
}

/// Follows the address: loads the workspace it names. Called once, at the start.
pub fn start(_state: State) {}

/// How the last save went, for the header.
#[component]
pub fn SaveState() -> impl IntoView {
    view! { <span class="save-state"></span> }
}

/// What the person must know about saving: full, blocked, unreadable, open in another tab.
#[component]
pub fn Banner() -> impl IntoView {
    view! { <div class="storage-banner"></div> }
}
