//! Watching for a newer version, and taking it when the person says so.

use std::cell::{Cell, OnceCell};

use crosslane_words::ui::offline as words;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::workers::{Registration, Worker, Workers};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::storage;
use crate::workspace::later;

/// How it stands with a newer version.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Newer {
    /// There is none, or the person wants to take it later.
    #[default]
    None,
    /// It is kept, and waits.
    Waits,
    /// Another tab took it: this page goes on with what it has until it is loaded again.
    Taken,
}

thread_local! {
    static NEWER: OnceCell<RwSignal<Newer>> = const { OnceCell::new() };
    /// Whether the person asked this page to take it.
    static ASKED: Cell<bool> = const { Cell::new(false) };
}

/// How it stands, after [`start`].
pub fn newer() -> Option<RwSignal<Newer>> {
    NEWER.with(|newer| newer.get().copied())
}

/// Watches for a newer version as long as the page is open. Called once.
pub fn start() {
    let newer = NEWER.with(|newer| *newer.get_or_init(|| RwSignal::new(Newer::None)));
    let Some(workers) = Workers::here() else { return };
    // The first worker of all takes over a page that is of its own version.
    let mut controlled = workers.controller().is_some();
    on(&workers, "controllerchange", move || {
        if ASKED.take() {
            reload();
        } else if std::mem::replace(&mut controlled, true) {
            newer.set(Newer::Taken);
        }
    });
    spawn_local(async move {
        if let Ok(registration) = JsFuture::from(workers.ready()).await {
            watch(&registration.unchecked_into(), newer);
        }
    });
}

fn watch(registration: &Registration, newer: RwSignal<Newer>) {
    if registration.waiting().is_some() {
        newer.set(Newer::Waits);
    }
    if let Some(worker) = registration.installing() {
        wait_for(&worker, registration.clone(), newer);
    }
    let found = registration.clone();
    on(registration, "updatefound", move || {
        if let Some(worker) = found.installing() {
            wait_for(&worker, found.clone(), newer);
        }
    });
}

/// Tells of a version once it has all of its files, unless the browser takes it at once.
fn wait_for(worker: &Worker, registration: Registration, newer: RwSignal<Newer>) {
    on(worker, "statechange", move || {
        if registration.waiting().is_some() {
            newer.set(Newer::Waits);
        }
    });
}

/// Takes the newer version and loads the page again, once everything is saved.
pub fn take(state: State) {
    if !storage::is_safe_to_leave(state) {
        state.toast(words::NOT_SAFE);
        return;
    }
    let Some(workers) = Workers::here() else { return };
    later::hold();
    spawn_local(async move {
        let registration = JsFuture::from(workers.ready()).await.map(JsCast::unchecked_into::<Registration>);
        match registration.ok().and_then(|registration| registration.waiting()) {
            Some(worker) => {
                ASKED.set(true);
                worker.tell("take");
            }
            None => reload(),
        }
    });
}

/// What was typed since is saved as the page goes.
fn reload() {
    // A browser that refuses leaves the page as it is.
    drop(window().location().reload());
}

/// Listens as long as the page is open.
fn on(target: &web_sys::EventTarget, event: &str, act: impl FnMut() + 'static) {
    let listener = Closure::<dyn FnMut()>::new(act).into_js_value();
    // Refused only where the listener is no function.
    drop(target.add_event_listener_with_callback(event, listener.unchecked_ref()));
}
