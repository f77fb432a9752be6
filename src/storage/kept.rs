//! What the other rooms ask of this one: the list of workspaces, taking one in, reading, replacing, deleting.

use std::collections::BTreeSet;

use crosslane_core::model::{Id, Workspace};
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::sort::Gather;
use crosslane_core::store::{self, LoadError, Saver, load};
use crosslane_words::ui::{home, storage as words};

use super::keeper::{keeper, with_sessions};
use super::listed::{Kept, listed};
use super::place::with_store;
use super::{autosave, look};
use crate::app::State;
use crate::files;
use crate::reactive::prelude::*;

/// The workspaces of this browser, the last saved first. Reactive: follows saves and deletions.
pub fn workspaces() -> Vec<Kept> {
    if let Some(keeper) = keeper() {
        keeper.stored.track();
    }
    let mut kept = listed();
    let stored: BTreeSet<Id> = kept.iter().map(|kept| kept.id).gather();
    // What could not be saved is only in this page: it comes first.
    let mut all: Vec<Kept> = with_sessions(|sessions| {
        let open = sessions.iter().filter(|(id, _)| !stored.contains(id) && look::at(**id).is_none());
        open.map(|(id, session)| unsaved(*id, &session.latest)).collect()
    });
    all.append(&mut kept);
    all
}

fn unsaved(id: Id, workspace: &Workspace) -> Kept {
    Kept {
        id,
        title: Some(workspace.title.clone()),
        saved_at: String::new(),
        journeys: workspace.journeys.len(),
        touchpoints: workspace.journeys.values().map(|journey| journey.touchpoints.len() as u64).sum(),
        units: 0,
    }
}

/// The workspace stored under `id`, if there is one that can be read; as it is now, if it is open.
pub fn stored(id: Id) -> Option<Workspace> {
    let open = with_sessions(|sessions| sessions.get(&id).map(|session| Workspace::clone(&session.latest)));
    open.or_else(|| with_store(|store| load(store, id)).ok().map(|loaded| loaded.workspace))
}

/// Stores a workspace under `id`, in place of what was there, and shows it.
pub fn take_in(state: State, id: Id, workspace: Workspace) {
    let Some(keeper) = keeper() else { return };
    let saver = match with_store(|store| load(store, id)) {
        Ok(loaded) => loaded.saver,
        Err(LoadError::Unreadable { saver, .. }) => *saver,
        Err(LoadError::Missing | LoadError::Store(_)) => Saver::new(id),
    };
    keeper.open(id, workspace, Some(saver), false, None);
    // Not on the way to what the person waits for.
    autosave::schedule();
    open(state, id);
}

/// Goes to a workspace that is stored.
pub fn open(state: State, id: Id) {
    state.go(Route::Workspace { workspace: id, view: View::Map, journey: None, selection: Selection::None });
}

/// Shows a workspace of a newer file version, without storing it and read-only.
pub fn show_newer(state: State, id: Id, workspace: Workspace) {
    let Some(keeper) = keeper() else { return };
    keeper.open(id, workspace, None, false, None);
    open(state, id);
}

/// Gives the person the raw text of what is stored under `id` as a file.
pub fn download_raw(state: State, id: Id) {
    match with_store(|store| store::raw_text(store, id)) {
        Ok(Some(text)) => {
            if files::download(&format!("crosslane-{id}.json"), "application/json", &text).is_err() {
                state.toast(home::NO_DOWNLOAD);
            }
        }
        Ok(None) => {}
        Err(_) => state.toast(words::LOST_STORAGE),
    }
}

/// Deletes the workspace stored under `id`.
pub fn delete(state: State, id: Id) {
    let Some(keeper) = keeper() else { return };
    with_sessions(|sessions| sessions.remove(&id));
    if keeper.shown() == Some(id) {
        state.document.set(None);
    }
    if with_store(|store| store::delete(store, id)).is_err() {
        state.toast(words::LOST_STORAGE);
    }
    keeper.stored.notify();
    // There may be room now for what could not be saved.
    autosave::flush();
}
