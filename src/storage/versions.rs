//! Kept versions of the workspaces of this browser: kept, listed, loaded, restored.

use std::cell::Cell;

use crosslane_core::compare::touched;
use crosslane_core::edit::Edit;
use crosslane_core::format::crosslane::{revision_of, stamped};
use crosslane_core::model::{Id, Workspace};
use crosslane_core::store::{self, KeptVersion, NewVersion, SaveError, Saver, StoreError, VersionKind};
use crosslane_words::ui::versions as words;

use super::keeper::{keeper, with_sessions};
use super::place::with_store;
use super::{autosave, kept, listen, look};
use crate::app::{State, new_id};
use crate::reactive::prelude::*;

/// The kept versions of a workspace, the last one first. Reactive: follows what is kept and deleted.
pub fn list(id: Id) -> Vec<KeptVersion> {
    if let Some(keeper) = keeper() {
        keeper.stored.track();
    }
    with_store(|store| store::versions(store, id)).unwrap_or_default()
}

/// The workspace whose version is looked at under the address of `id`; `id` itself where it is no version.
pub fn owner(id: Id) -> Id {
    look::at(id).map_or(id, |look| look.workspace)
}

/// A kept version; `None` where it is not there, not whole, or of a newer Crosslane.
pub fn load(id: Id, version: Id) -> Option<Workspace> {
    let opened = with_store(|store| store::load_version(store, id, version)).ok()?;
    opened.newer_version.is_none().then_some(opened.workspace)
}

/// Keeps the version that is shown; tells whether that went well. What is not kept because of a full storage is told.
pub fn keep(state: State, kind: VersionKind, name: &str) -> bool {
    let Some(document) = state.document.get_untracked() else { return false };
    keep_of(state, document.id, &document.workspace, kind, name)
}

/// Keeps the version that is shown, of which the scores of a day are kept as the snapshot `snapshot`.
pub fn keep_scores(state: State, snapshot: Id, name: &str) {
    let Some(document) = state.document.get_untracked() else { return };
    let new = NewVersion { id: snapshot, kind: VersionKind::Scores, name, kept_at: now() };
    // The scores are kept with the workspace; without room for the version they say less.
    drop(try_keep(document.id, &document.workspace, &new));
}

/// Keeps a version of a workspace of this browser.
pub fn keep_of(state: State, id: Id, workspace: &Workspace, kind: VersionKind, name: &str) -> bool {
    match try_keep(id, workspace, &new_version(kind, name)) {
        Ok(()) => true,
        Err(SaveError::Store(StoreError::Full)) => {
            state.toast(words::NO_ROOM);
            false
        }
        Err(_) => {
            state.toast(words::NOT_KEPT);
            false
        }
    }
}

fn new_version(kind: VersionKind, name: &str) -> NewVersion<'_> {
    NewVersion { id: new_id(), kind, name, kept_at: now() }
}

fn try_keep(id: Id, workspace: &Workspace, new: &NewVersion<'_>) -> Result<(), SaveError> {
    let by_session = with_sessions(|sessions| {
        let saver = sessions.get_mut(&id)?.saver.as_mut()?;
        Some(with_store(|store| saver.keep(store, workspace, new)))
    });
    let kept = match by_session {
        Some(kept) => kept,
        None => with_store(|store| match store::load(store, id) {
            Ok(mut loaded) => loaded.saver.keep(store, workspace, new),
            Err(_) => Err(StoreError::Blocked.into()),
        }),
    };
    if let Some(keeper) = keeper() {
        keeper.stored.notify();
    }
    kept.map(drop)
}

/// A moment in seconds since 1970 in the time zone of this device, such as `2026-03-31 14:05`.
pub fn local_time(seconds: u64) -> String {
    // Far below 2^52: the moments of records are checked when they are read.
    #[allow(clippy::cast_precision_loss)]
    let date = js_sys::Date::new(&(seconds as f64 * 1000.0).into());
    let [month, day, hour, minute] =
        [date.get_month() + 1, date.get_date(), date.get_hours(), date.get_minutes()];
    format!("{:04}-{month:02}-{day:02} {hour:02}:{minute:02}", date.get_full_year())
}

/// Seconds since 1970 by the clock of this device.
fn now() -> u64 {
    // Whole seconds of a positive number that f64 holds exactly.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seconds = (js_sys::Date::now() / 1000.0).max(0.0) as u64;
    seconds
}

/// The workspace as it is given to somebody as a file: with its revision, and kept as the base for when it comes back.
pub fn given(id: Id, workspace: &Workspace) -> Workspace {
    // Without room for the base a copy that comes back is compared without one, which is said then.
    let _ = try_keep(id, workspace, &new_version(VersionKind::Exported, ""));
    as_file(id, workspace)
}

/// The workspace as it is in a file: with its revision, and those that it descends from.
pub fn as_file(id: Id, workspace: &Workspace) -> Workspace {
    with_store(|store| store::given(store, id, workspace)).unwrap_or_else(|_| stamped(workspace))
}

/// The version that what is here and a file of it have in common, where it is kept.
pub fn base(id: Id, here: &Workspace, file: &Workspace) -> Option<Workspace> {
    with_store(|store| store::find_base(store, id, here, file)).ok().flatten()
}

/// Notes that a file of this workspace was opened: it is the base when the next one comes from the same person.
pub fn opened(state: State, id: Id, file: &Workspace) {
    keep_of(state, id, &Workspace { id: Some(id), ..file.clone() }, VersionKind::Opened, "");
}

/// Puts another version in the place of the workspace `id`, as a step of undo, and shows it. What it was is kept first,
/// for the reason `kind`. `false` where it cannot be changed; the person has been told.
pub fn put(state: State, id: Id, workspace: Workspace, kind: VersionKind) -> bool {
    let Some(keeper) = keeper() else { return false };
    listen::follow(keeper, Some(id));
    if keeper.shown() != Some(id) {
        return false;
    }
    if state.read_only.get_untracked().is_none() {
        keep(state, kind, "");
    }
    // Where it is read-only the person is told.
    let done = state.edit(&Edit::Replace(Box::new(Workspace { id: Some(id), ..workspace })));
    if done {
        kept::open(state, id);
    }
    done
}

/// Makes a kept version the present one.
pub fn restore(state: State, id: Id, version: Id) {
    let Some(workspace) = load(id, version) else {
        state.toast(words::UNREADABLE);
        return;
    };
    if put(state, id, workspace, VersionKind::BeforeReplace) {
        state.toast_with_undo(words::RESTORED);
    }
}

/// Gives a version a name: it is one kept by hand then.
pub fn rename(state: State, id: Id, version: Id, name: &str) {
    if !matches!(with_store(|store| store::rename_version(store, id, version, name)), Ok(true)) {
        state.toast(words::NOT_KEPT);
    }
    changed();
}

/// Deletes a version for good.
pub fn delete(state: State, id: Id, version: Id) {
    if with_store(|store| store::delete_version(store, id, version)).is_err() {
        state.toast(words::NOT_KEPT);
    }
    changed();
    // There may be room now for what could not be saved.
    autosave::flush();
}

/// Deletes several versions for good.
pub fn delete_all(state: State, id: Id, versions: &[Id]) {
    let deleted = |version: &Id| with_store(|store| store::delete_version(store, id, *version)).is_ok();
    if !versions.iter().all(deleted) {
        state.toast(words::NOT_KEPT);
    }
    changed();
    // There may be room now for what could not be saved.
    autosave::flush();
}

fn changed() {
    if let Some(keeper) = keeper() {
        keeper.stored.notify();
    }
}

thread_local! {
    /// How many versions with a name the last saves gave up, and nobody was told yet.
    static GIVEN_UP: Cell<usize> = const { Cell::new(0) };
}

/// Notes that a save gave up versions with a name. It comes from where no signal may be set.
pub fn note_given_up(count: usize) {
    GIVEN_UP.set(GIVEN_UP.get() + count);
}

/// Tells the person of the versions that saves gave up.
pub fn tell_given_up(state: State) {
    let count = GIVEN_UP.replace(0);
    if count > 0 {
        state.toast(words::given_up(count));
        changed();
    }
}

/// How much has to change between two saves for it to be much at once: touchpoints, steps, entries of registers, anything.
const MUCH: usize = 10;

/// Keeps the version that was saved last, where much of it is about to be saved otherwise. Nobody waits for it.
pub fn before_much(saver: &mut Saver, saved: &Workspace, next: &Workspace) {
    if touched(saved, next) < MUCH {
        return;
    }
    let revision = revision_of(saved);
    with_store(|store| {
        let is_kept = |kept: Vec<KeptVersion>| kept.iter().any(|version| version.revision == revision);
        if !store::versions(store, saver.id()).is_ok_and(is_kept) {
            let new = new_version(VersionKind::BeforeBulkChange, "");
            // A save must not fail because a version could not be kept.
            let _ = saver.keep(store, saved, &new);
        }
    });
}
