//! Saving by itself: a moment after the last change, and at once when the page may go away.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::keeper::{keeper, with_sessions};
use super::session::Failure;

/// How long after a change it is saved, in milliseconds, unless another follows.
const PAUSE: f64 = 400.0;
/// How long changes may follow one another before they are saved, in milliseconds.
const LONGEST: f64 = 5000.0;
/// How long after a save that failed the next is tried.
const RETRY: Duration = Duration::from_secs(10);

thread_local! {
    static TIMER: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
    /// When the first change was made that is not saved.
    static SINCE: Cell<Option<f64>> = const { Cell::new(None) };
    static RETRYING: Cell<bool> = const { Cell::new(false) };
}

/// Saves in a moment.
pub fn schedule() {
    let now = js_sys::Date::now();
    let since = SINCE.get().unwrap_or(now);
    SINCE.set(Some(since));
    // A clock that was set back must not put the save off.
    let left = (LONGEST - (now - since)).clamp(0.0, LONGEST);
    let pause = Duration::from_secs_f64(PAUSE.min(left) / 1000.0);
    stop();
    TIMER.set(set_timeout_with_handle(flush, pause).ok());
}

fn stop() {
    if let Some(timer) = TIMER.take() {
        timer.clear();
    }
}

/// Saves now whatever is not saved.
pub fn flush() {
    stop();
    SINCE.set(None);
    let Some(keeper) = keeper() else { return };
    let (saved, may_pass) = with_sessions(|sessions| {
        let mut saved = false;
        for session in sessions.values_mut().filter(|session| session.is_pending() && session.may_save()) {
            session.save();
            saved |= session.failure.is_none();
        }
        let may_pass =
            sessions.values().any(|session| session.failure.as_ref().is_some_and(Failure::may_pass));
        (saved, may_pass)
    });
    if saved {
        keeper.stored.notify();
    }
    keeper.tell();
    if may_pass && !RETRYING.replace(true) {
        set_timeout(
            || {
                RETRYING.set(false);
                flush();
            },
            RETRY,
        );
    }
}
