//! One tab at a time: the browser's locks, called by name: the bindings change their names with the browsers' drafts.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use crosslane_core::model::Id;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::turns;
use crate::reactive::prelude::{after_always, window};

/// How long tabs that nobody gives turns wait, in which they hear of what others did: each save of one asks all others
/// for another.
const PAUSE: Duration = Duration::from_millis(200);

/// Does something about a workspace while no other tab does, in a moment. It is told whether others may be doing the same
/// all the same, because the browser has no locks.
pub fn alone(id: Id, act: impl FnOnce(bool) + 'static) {
    let act = Rc::new(Cell::new(Some(act)));
    let later = act.clone();
    let run = move || {
        if let Some(act) = later.take() {
            act(false);
        }
    };
    let Some(promise) = request(id, run) else {
        let act = Box::new(move || act.take().into_iter().for_each(|act| act(true)));
        if let Err(act) = turns::wait(id, act) {
            after_always(PAUSE, act);
        }
        return;
    };
    spawn_local(async move {
        // Locks that do not work must not keep anyone from saving.
        if JsFuture::from(promise).await.is_err()
            && let Some(act) = act.take()
        {
            act(true);
        }
    });
}

fn request(id: Id, run: impl FnOnce() + 'static) -> Option<Promise> {
    let manager = Reflect::get(&window().navigator(), &"locks".into()).ok()?;
    let request: Function = Reflect::get(&manager, &"request".into()).ok()?.dyn_into().ok()?;
    // The lock is let go when this returns.
    let callback = Closure::once_into_js(run);
    request.call2(&manager, &name(id), &callback).ok()?.dyn_into().ok()
}

/// What tabs take turns by.
pub fn name(id: Id) -> JsValue {
    JsValue::from_str(&format!("crosslane-{id}"))
}
