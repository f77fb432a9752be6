//! The file beside the storage: written a moment after each save, and compared with what is stored at the next start.
//!
//! Browsers write their storage to the disk some seconds late, so it may come back older than it was. A file does not.
//! What was written last is noted in that same storage: a file that still holds it was changed by nobody, and has nothing
//! that is not here. Any other is compared before it is written over.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use crosslane_core::compare::difference;
use crosslane_core::format::crosslane;
use crosslane_core::model::Id;
use crosslane_core::store::Name;
use crosslane_words::ui::{home, storage as words};
use wasm_bindgen_futures::spawn_local;

use super::keeper::{Keeper, Notice, keeper, with_sessions};
use super::{kept, listed, reminder, versions};
use crate::app::State;
use crate::files::handle::{self, Handle};
use crate::reactive::prelude::*;
use crate::ui::remember;

/// How long after a save the file is written: saves that follow one another are one.
const PAUSE: Duration = Duration::from_secs(2);

/// How a file stands to what is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The browser asks before it may be looked at.
    Unseen,
    /// It holds what is stored, and is written with it.
    Followed,
    /// It holds something else, and was changed later: then, and when this was saved.
    Newer(String, String),
    /// It holds something else, and was changed earlier: then, and when this was saved.
    Older(String, String),
}

struct Beside {
    handle: Handle,
    standing: Standing,
    /// When it had been written, in milliseconds since 1970, by its own clock.
    changed: f64,
    /// It is to be written.
    due: bool,
    /// It is being written.
    busy: bool,
}

thread_local! {
    static FILES: RefCell<BTreeMap<Id, Beside>> = const { RefCell::new(BTreeMap::new()) };
}

fn of<R>(id: Id, act: impl FnOnce(&mut Beside) -> R) -> Option<R> {
    FILES.with_borrow_mut(|files| files.get_mut(&id).map(act))
}

fn held(id: Id) -> Option<(Handle, Standing)> {
    of(id, |beside| (beside.handle.clone(), beside.standing.clone()))
}

fn stand(id: Id, standing: Standing) {
    of(id, |beside| beside.standing = standing);
    if let Some(keeper) = keeper() {
        keeper.tell();
    }
}

/// What the person must know of the file of a workspace.
pub fn notice(id: Id) -> Option<Notice> {
    let (handle, standing) = held(id)?;
    (standing != Standing::Followed).then(|| Notice::Beside(id, handle.name(), standing))
}

/// A workspace is shown: the file that was remembered for it is looked at, where the browser need not ask.
pub fn opened(id: Id) {
    if !handle::can_hold() || held(id).is_some() {
        return;
    }
    spawn_local(async move {
        let Some(handle) = Handle::recall(id).await.filter(|_| held(id).is_none()) else { return };
        hold(id, handle.clone(), Standing::Unseen);
        if handle.may_write(false).await {
            look(id, &handle).await;
            saved(id);
        } else if let Some(keeper) = keeper() {
            keeper.tell();
        }
    });
}

fn hold(id: Id, handle: Handle, standing: Standing) {
    let beside = Beside { handle, standing, changed: 0.0, due: false, busy: false };
    FILES.with_borrow_mut(|files| files.insert(id, beside));
}

/// Compares the file with what is stored; `false` where it cannot be read: it stays as it was seen last then, unless the
/// browser would ask first.
async fn look(id: Id, handle: &Handle) -> bool {
    let Ok((bytes, changed)) = handle.read().await else {
        if !handle.may_write(false).await {
            stand(id, Standing::Unseen);
        }
        return false;
    };
    let here = with_sessions(|sessions| sessions.get(&id).map(|session| session.latest.clone()));
    let Some(here) = here else { return false };
    let text = std::str::from_utf8(&bytes).unwrap_or_default();
    if was_written(id, text) {
        stand(id, Standing::Followed);
        return true;
    }
    let file = crosslane::open(text).ok();
    let is_same = file.is_some_and(|file| difference(&here, &file.workspace).entities.is_empty());
    let kept = listed().into_iter().find(|kept| kept.id == id);
    let saved = js_sys::Date::parse(&kept.map(|kept| kept.saved_at).unwrap_or_default());
    let standing = if is_same {
        Standing::Followed
    } else if saved > changed {
        Standing::Older(local(changed), local(saved))
    } else {
        Standing::Newer(local(changed), local(saved))
    };
    stand(id, standing);
    true
}

/// Whether this is what was written into the file last.
fn was_written(id: Id, text: &str) -> bool {
    remember::recall(&key(id)) == Name::of(text).to_string()
}

/// Whether nobody changed the file since it was written here. What it holds else is compared, and told.
async fn is_untouched(id: Id) -> bool {
    let Some((handle, _)) = held(id) else { return false };
    let is_known = |changed| of(id, |beside| beside.changed) == Some(changed);
    handle.changed().await.is_ok_and(is_known) || look(id, &handle).await && follows(id)
}

fn follows(id: Id) -> bool {
    of(id, |beside| beside.standing == Standing::Followed) == Some(true)
}

/// Where it is remembered what was written last.
fn key(id: Id) -> String {
    format!("crosslane-written-{id}")
}

fn local(milliseconds: f64) -> String {
    // The clocks of files are within what whole seconds of this size hold.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    versions::local_time((milliseconds / 1000.0).max(0.0) as u64)
}

/// Lets the person choose the file a workspace is saved to from now on, and saves it there.
pub fn choose(state: State, name: String) {
    let Some(document) = state.document.get_untracked() else { return };
    spawn_local(async move {
        let Some(handle) = Handle::choose(&name).await else { return };
        handle.remember(document.id).await;
        hold(document.id, handle, Standing::Followed);
        write_by_hand(state, document.id).await;
    });
}

/// Saves a workspace to its file, as a person asks for it; `false` where it has none.
pub fn save(state: State, id: Id) -> bool {
    let Some((handle, standing)) = held(id) else { return false };
    spawn_local(async move {
        if standing == Standing::Unseen && handle.may_write(true).await {
            look(id, &handle).await;
        }
        // What the file has beyond what is here is not written over unasked.
        if follows(id) && is_untouched(id).await {
            write_by_hand(state, id).await;
        } else {
            state.toast(words::FILE_NOT_WRITTEN);
        }
    });
    true
}

/// The person lets the file be read and written again.
pub fn go_on(id: Id) {
    let Some((handle, _)) = held(id) else { return };
    spawn_local(async move {
        if handle.may_write(true).await {
            look(id, &handle).await;
            saved(id);
        }
    });
}

/// Shows what is in the file, to be merged with what is here.
pub fn show(state: State, id: Id) {
    let Some((handle, _)) = held(id) else { return };
    spawn_local(async move {
        match handle.read().await {
            Ok((bytes, _)) => crate::files::pass_on(state, handle.name(), bytes),
            Err(_) => state.toast(home::UNREADABLE_FILE),
        }
    });
}

/// Writes what is here into the file, whatever it holds.
pub fn write_over(state: State, id: Id) {
    spawn_local(write_by_hand(state, id));
}

/// Does not write there any more.
pub fn let_go(id: Id) {
    FILES.with_borrow_mut(|files| files.remove(&id));
    if let Some(keeper) = keeper() {
        keeper.tell();
    }
    spawn_local(handle::forget(id));
}

/// A workspace was saved: its file follows.
pub fn saved(id: Id) {
    let waits = of(id, |beside| {
        let is_first = beside.standing == Standing::Followed && !beside.due;
        beside.due |= is_first;
        is_first
    });
    if waits == Some(true) {
        after_always(PAUSE, move || spawn_local(follow(id)));
    }
}

async fn follow(id: Id) {
    let begins = of(id, |beside| {
        let begins = beside.due && !beside.busy && beside.standing == Standing::Followed;
        beside.due &= !begins;
        begins
    });
    let (Some(true), Some(Keeper { state, .. })) = (begins, keeper()) else { return };
    let is_written = if is_untouched(id).await {
        match kept::stored(id) {
            Some(workspace) => {
                let text = crosslane::write(&versions::as_file(id, &workspace));
                was_written(id, &text) || write(id, &text).await.is_ok()
            }
            None => true,
        }
    } else {
        // What it holds instead is told.
        !follows(id)
    };
    if !is_written {
        fail(state, id);
    }
}

async fn write_by_hand(state: State, id: Id) {
    let (Some(workspace), Some((handle, _))) = (kept::stored(id), held(id)) else { return };
    if write(id, &crosslane::write(&versions::given(id, &workspace))).await.is_ok() {
        reminder::note(id);
        stand(id, Standing::Followed);
        state.toast(words::written(&handle.name()));
    } else {
        fail(state, id);
    }
}

async fn write(id: Id, text: &str) -> Result<(), wasm_bindgen::JsValue> {
    let Some((handle, _)) = held(id) else { return Ok(()) };
    of(id, |beside| beside.busy = true);
    let written = handle.write(text).await;
    if written.is_ok() {
        let changed = handle.changed().await.unwrap_or_default();
        of(id, |beside| beside.changed = changed);
        remember::keep(&key(id), &Name::of(text).to_string());
    }
    let again = of(id, |beside| {
        beside.busy = false;
        std::mem::take(&mut beside.due)
    });
    if written.is_ok() && again == Some(true) {
        // It was saved while the file was written.
        saved(id);
    }
    written
}

/// The file is held until the page is loaded again, but not written: the person chooses it anew.
fn fail(state: State, id: Id) {
    FILES.with_borrow_mut(|files| files.remove(&id));
    state.toast(words::NOT_WRITTEN);
}
