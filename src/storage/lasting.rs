//! Whether the browser promises not to delete what is kept here by itself.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::keeper::keeper;
use super::{place, reminder};
use crate::reactive::prelude::*;
use crate::ui::remember;

/// Noted once the browser was asked: some show the person a question.
const ASKED: &str = "crosslane-lasting";

/// What the browser says of what is kept.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Lasting {
    /// It was not asked yet: nothing was saved.
    #[default]
    Unknown,
    /// It stays until the person deletes it.
    Promised,
    /// It goes when the browser needs room.
    Refused,
}

/// After the first save of this page: asks the browser to keep what is stored, unless it was asked before.
pub fn ask() {
    let Some(keeper) = keeper() else { return };
    if place::is_memory() || keeper.lasting.get_untracked() != Lasting::Unknown {
        return;
    }
    // Meanwhile nobody asks again.
    keeper.lasting.set(Lasting::Refused);
    spawn_local(async move {
        let was_asked = !remember::recall(ASKED).is_empty();
        let promised = call("persisted").await || !was_asked && call("persist").await;
        if !was_asked {
            remember::keep(ASKED, "asked");
        }
        if promised {
            keeper.lasting.set(Lasting::Promised);
        } else {
            reminder::note_refused();
            keeper.tell();
        }
    });
}

/// Asks once more, because the person wants it.
pub fn ask_again() {
    let Some(keeper) = keeper() else { return };
    spawn_local(async move {
        let promised = call("persist").await;
        keeper.lasting.set(if promised { Lasting::Promised } else { Lasting::Refused });
    });
}

/// A question to the storage of the browser; where it is not understood, the answer is no.
async fn call(question: &str) -> bool {
    let asked = || -> Result<Promise, JsValue> {
        let storage = Reflect::get(&window().navigator(), &"storage".into())?;
        let ask: Function = Reflect::get(&storage, &question.into())?.dyn_into()?;
        ask.call0(&storage)?.dyn_into()
    };
    match asked() {
        Ok(promise) => JsFuture::from(promise).await.is_ok_and(|answer| answer.is_truthy()),
        Err(_) => false,
    }
}
