//! One tab at a time where the browser gives the page no locks: a worker that all tabs share says whose turn it is.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::time::Duration;

use crosslane_core::model::Id;
use crosslane_core::store::newest;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{MessageEvent, MessagePort, SharedWorker};

use super::locks::name;
use super::place::with_store;
use crate::reactive::prelude::after_always;

/// The worker, beside the page.
const WORKER: &str = "./turns.js";
/// A turn that is older when it is taken may be another's by then, in milliseconds: this tab was asleep.
const FRESH: f64 = 1000.0;
/// How long a tab waits for its turn: a worker that does not answer must not keep anyone from saving.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long until a tab looks again for what another one saved: browsers tell of it a moment late.
const PAUSE: Duration = Duration::from_millis(10);
/// How often it looks: what is gone again is never seen.
const LOOKS: u32 = 50;

/// What is done about a workspace when it is this tab's turn.
type Act = Box<dyn FnOnce()>;

thread_local! {
    /// The way to the worker; `None` where there is none.
    static PORT: OnceCell<Option<MessagePort>> = const { OnceCell::new() };
    /// The worker did not start.
    static FAILED: Cell<bool> = const { Cell::new(false) };
    /// What waits for its turn, by number.
    static ASKED: RefCell<BTreeMap<u32, (Id, Act)>> = const { RefCell::new(BTreeMap::new()) };
    static LAST: Cell<u32> = const { Cell::new(0) };
}

/// Does something about a workspace as soon as it is this tab's turn, and what others saved in theirs is seen here.
///
/// # Errors
/// Gives it back where no worker can be asked.
pub fn wait(id: Id, act: Act) -> Result<(), Act> {
    if FAILED.get() || PORT.with(|port| port.get_or_init(start).is_none()) {
        return Err(act);
    }
    ask(id, act);
    Ok(())
}

fn start() -> Option<MessagePort> {
    let worker = SharedWorker::new(WORKER).ok()?;
    let port = worker.port();
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| hear(&event)).into_js_value();
    port.set_onmessage(Some(hear.unchecked_ref()));
    let fail = Closure::<dyn Fn()>::new(|| {
        FAILED.set(true);
        ASKED.take().into_values().for_each(|(_, act)| act());
    });
    worker.set_onerror(Some(fail.into_js_value().unchecked_ref()));
    Some(port)
}

fn ask(id: Id, act: Act) {
    let number = LAST.get() + 1;
    LAST.set(number);
    ASKED.with_borrow_mut(|asked| asked.insert(number, (id, act)));
    send(&Array::of2(&name(id), &number.into()));
    after_always(PATIENCE, move || {
        if let Some((_, act)) = take(number) {
            act();
        }
    });
}

/// The worker says that it is this tab's turn: by the number, when, and which save the last tab had made.
fn hear(event: &MessageEvent) {
    let data = Array::from(&event.data());
    let [number, since, done] = [0, 1, 2].map(|at| data.get(at).as_f64().unwrap_or_default());
    // A number of this tab's own.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = number as u32;
    let is_old = js_sys::Date::now() - since > FRESH;
    match take(number) {
        Some((id, act)) if is_old => {
            end(id, number, done);
            ask(id, act);
        }
        Some((id, act)) => begin(id, number, act, done, LOOKS),
        None => {}
    }
}

fn begin(id: Id, number: u32, act: Act, done: f64, looks: u32) {
    if seen(id) < done && looks > 0 {
        after_always(PAUSE, move || begin(id, number, act, done, looks - 1));
    } else {
        act();
        end(id, number, seen(id));
    }
}

/// The last save of a workspace that can be seen here. Not so many are made that a number of scripts does not hold them.
#[allow(clippy::cast_precision_loss)]
fn seen(id: Id) -> f64 {
    with_store(|store| newest(store, id)) as f64
}

fn take(number: u32) -> Option<(Id, Act)> {
    ASKED.with_borrow_mut(|asked| asked.remove(&number))
}

fn end(id: Id, number: u32, done: f64) {
    send(&Array::of3(&name(id), &number.into(), &done.into()));
}

fn send(message: &Array) {
    if let Some(port) = PORT.with(|port| port.get().cloned().flatten()) {
        // Where it cannot be told, a turn ends by itself, and nobody waits for long.
        drop(port.post_message(message));
    }
}
