//! Saving by itself: a moment after the last change, when another tab saved, and at once when the page may go away.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::time::Duration;

use crosslane_core::model::Id;

use super::keeper::{keeper, with_sessions};
use super::session::{Failure, Session};
use super::{beside, lasting, locks, merging};
use crate::reactive::prelude::*;

/// How long after a change it is saved, in milliseconds, unless another follows.
const PAUSE: f64 = 300.0;
/// How long changes may follow one another before they are saved, in milliseconds: other tabs wait for them.
const LONGEST: f64 = 600.0;
/// Of the time in which changes follow one another, no more than one part in so many goes into saving.
const SHARE: f64 = 10.0;
/// How long after a save that failed the next is tried.
const RETRY: Duration = Duration::from_secs(10);

thread_local! {
    static TIMER: RefCell<Option<Waiting>> = const { RefCell::new(None) };
    /// When the first change was made that is not saved.
    static SINCE: Cell<Option<f64>> = const { Cell::new(None) };
    /// How long the last save took, in milliseconds.
    static TOOK: Cell<f64> = const { Cell::new(0.0) };
    static RETRYING: Cell<bool> = const { Cell::new(false) };
    /// What waits for its turn among the tabs.
    static WAITING: RefCell<BTreeSet<Id>> = const { RefCell::new(BTreeSet::new()) };
}

/// Saves in a moment.
pub fn schedule() {
    let now = js_sys::Date::now();
    let since = SINCE.get().unwrap_or(now);
    SINCE.set(Some(since));
    let longest = LONGEST.max(TOOK.get() * SHARE);
    // A clock that was set back must not put the save off.
    let left = (longest - (now - since)).clamp(0.0, longest);
    let pause = Duration::from_secs_f64(PAUSE.min(left) / 1000.0);
    stop();
    TIMER.set(after_always(pause, save));
}

fn stop() {
    if let Some(timer) = TIMER.take() {
        timer.stop();
    }
}

/// What is not saved.
fn pending() -> Vec<Id> {
    with_sessions(|sessions| {
        sessions.iter().filter(|(_, session)| session.is_pending()).map(|(id, _)| *id).collect()
    })
}

fn save() {
    stop();
    SINCE.set(None);
    pending().into_iter().for_each(meet);
}

/// Joins what other tabs saved of a workspace, and saves what is not saved, as soon as it is this tab's turn.
pub fn meet(id: Id) {
    if !WAITING.with_borrow_mut(|waiting| waiting.insert(id)) {
        return;
    }
    locks::alone(id, move |unlocked| {
        WAITING.with_borrow_mut(|waiting| waiting.remove(&id));
        sync(&[id], unlocked);
    });
}

/// Saves now whatever is not saved, without waiting for other tabs.
pub fn flush() {
    stop();
    SINCE.set(None);
    if let Some(keeper) = keeper() {
        // What was changed just now has not come to its session by itself yet.
        keeper.take_over();
    }
    sync(&pending(), true);
}

fn sync(ids: &[Id], unlocked: bool) {
    let Some(keeper) = keeper() else { return };
    let began = js_sys::Date::now();
    let mut saved = false;
    for id in ids {
        if keeper.sync(*id, unlocked) {
            saved = true;
            beside::saved(*id);
        }
        if with_sessions(|sessions| sessions.get(id).is_some_and(Session::is_waiting)) {
            merging::wait_for(*id);
        }
    }
    if saved {
        TOOK.set((js_sys::Date::now() - began).max(0.0));
        keeper.stored.notify();
        lasting::ask();
    }
    keeper.tell();
    retry_later();
}

fn retry_later() {
    let failed = |session: &Session| session.failure.as_ref().is_some_and(Failure::may_pass);
    if with_sessions(|sessions| sessions.values().any(failed)) && !RETRYING.replace(true) {
        after_always(RETRY, || {
            RETRYING.set(false);
            save();
        });
    }
}
