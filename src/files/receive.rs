//! Files that come in: every one goes to the preview first, whichever way it came.

use js_sys::Reflect;
use leptos::ev;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::app::{State, parts};
use crate::reactive::prelude::*;

/// The endings the file picker offers. Plain `.json` because some systems hide longer ones.
const ACCEPT: &str = ".json,.csv,.tsv,.xlsx,.xlsm,.txt,.mmd,.mermaid,.svg,.png,.html,.canvas,.cjml,.xml,application/json,text/csv,text/plain";

/// Takes files that are dropped anywhere on the page, text that is pasted outside of fields, and the file that the
/// installed app was opened with.
pub fn listen(state: State) {
    take_launched(state);
    listen_always(ev::dragover, |event| {
        if carries_files(&event) {
            event.prevent_default();
        }
    });
    listen_always(ev::drop, move |event| {
        if !carries_files(&event) {
            return;
        }
        event.prevent_default();
        let Some(files) = event.data_transfer().and_then(|data| data.files()) else { return };
        if let Some(file) = files.get(0) {
            tell_of_others(state, &file.name(), files.length());
            receive(state, file);
        }
    });
    listen_always(ev::paste, move |event| {
        if event.default_prevented() || takes_text(&event) || state.dialog.with_untracked(Option::is_some) {
            return;
        }
        let data = |kind: &str| event.clipboard_data().and_then(|data| data.get_data(kind).ok());
        let [text, html] = ["text/plain", "text/html"].map(|kind| data(kind).unwrap_or_default());
        if !text.trim().is_empty() || !html.is_empty() {
            event.prevent_default();
            parts::with(state, move |part| (part.pasted)(state, text, html));
        }
    });
}

/// Of several files the first is taken; the person is told which.
fn tell_of_others(state: State, name: &str, count: u32) {
    if count > 1 {
        state.toast(crosslane_words::ui::home::one_file(name));
    }
}

/// Takes the file that the installed app was opened with.
fn take_launched(state: State) {
    let Ok(queue) = Reflect::get(&window(), &"launchQueue".into()) else { return };
    let Some(set) = Reflect::get(&queue, &"setConsumer".into()).ok().and_then(|set| set.dyn_into().ok())
    else {
        return;
    };
    let set: js_sys::Function = set;
    let take = Closure::<dyn FnMut(JsValue)>::new(move |launch: JsValue| {
        let files = Reflect::get(&launch, &"files".into()).map(|files| js_sys::Array::from(&files));
        let Some(files) = files.ok().filter(|files| files.length() > 0) else { return };
        let (handle, count) = (files.get(0), files.length());
        spawn_local(async move {
            match launched(&handle).await {
                Ok(file) => {
                    tell_of_others(state, &file.name(), count);
                    receive(state, file);
                }
                Err(_) => state.toast(crosslane_words::ui::home::UNREADABLE_FILE),
            }
        });
    });
    // A browser that refuses opens the app without the file.
    drop(set.call1(&queue, take.into_js_value().as_ref()));
}

/// The file behind a handle.
async fn launched(handle: &JsValue) -> Result<web_sys::File, JsValue> {
    let get: js_sys::Function = Reflect::get(handle, &"getFile".into())?.dyn_into()?;
    JsFuture::from(get.call0(handle)?.dyn_into::<js_sys::Promise>()?).await?.dyn_into()
}

/// Lets the person choose a file.
pub fn choose(state: State) {
    let Ok(element) = document().create_element("input") else { return };
    let input: web_sys::HtmlInputElement = element.unchecked_into();
    input.set_type("file");
    input.set_accept(ACCEPT);
    let chosen = input.clone();
    let on_change = wasm_bindgen::closure::Closure::once_into_js(move || {
        if let Some(file) = chosen.files().and_then(|files| files.get(0)) {
            receive(state, file);
        }
    });
    input.set_onchange(Some(on_change.unchecked_ref()));
    input.click();
}

fn receive(state: State, file: web_sys::File) {
    spawn_local(async move {
        let name = file.name();
        match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => {
                let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
                pass_on(state, name, bytes);
            }
            Err(_) => state.toast(crosslane_words::ui::home::UNREADABLE_FILE),
        }
    });
}

/// Shows what came in, as soon as the part of the program that reads it is here.
pub fn pass_on(state: State, name: String, bytes: Vec<u8>) {
    parts::with(state, move |part| (part.incoming)(state, name, bytes));
}

fn carries_files(event: &ev::DragEvent) -> bool {
    event.data_transfer().is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// Whether the paste goes into a field that takes text, or into the table, which takes blocks of cells itself.
fn takes_text(event: &web_sys::Event) -> bool {
    let has_focus = document().active_element();
    if has_focus.is_some_and(|element| matches!(element.closest("[role=grid]"), Ok(Some(_)))) {
        return true;
    }
    let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return false;
    };
    matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || element.is_content_editable()
}
