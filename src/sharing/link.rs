//! The dialog of the link.

use crosslane_core::format::link as format;
use crosslane_core::route::LINK;
use crosslane_words::ui::sharing as sharing_words;
use crosslane_words::ui::{home as home_words, sharing::link as words};
use leptos::html;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::choices::{Choices, mentions};
use crate::app::{Dialog, State, use_state};
use crate::reactive::prelude::*;
use crate::ui::Modal;

/// The dialog.
pub fn link() -> AnyView {
    let state = use_state();
    let is_journey = state.workspace_untracked().is_some_and(|workspace| workspace.journeys.len() > 1);
    let choices = Choices::new(is_journey);
    let outgoing = Memo::new(move |_| choices.outgoing(state, false));
    let address = Memo::new(move |_| {
        outgoing.with(|outgoing| {
            outgoing.as_ref().map(|outgoing| [&page(), LINK, &format::encode(&outgoing.workspace)].concat())
        })
    });
    let never = Signal::derive(|| false);
    view! {
        <Modal title=sharing_words::LINK class="share">
            <p class="quiet">{words::ABOUT}</p>
            {choices.form(never, never)}
            {move || match address.get() {
                None => view! { <p>{sharing_words::NO_JOURNEY}</p> }.into_any(),
                Some(address) if address.len() > format::MAX_LENGTH => too_long(state, address.len()),
                Some(address) => field(state, address),
            }}
            <div role="status">{move || outgoing.with(|outgoing| outgoing.as_ref().and_then(|outgoing| mentions(&outgoing.mentions)))}</div>
        </Modal>
    }
    .into_any()
}

/// The address of this page without what stands behind `#`.
fn page() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

fn too_long(state: State, length: usize) -> AnyView {
    view! {
        <p role="status">{words::too_long(length, format::MAX_LENGTH)}</p>
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| state.dialog.set(None)>{home_words::CANCEL}</button>
            <button class="button button-main" type="button" on:click=move |_| state.dialog.set(Some(Dialog::Export))>
                {words::FILE}
            </button>
        </div>
    }
    .into_any()
}

fn field(state: State, address: String) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    let said = RwSignal::new("");
    let length = words::length(address.len());
    let copied = address.clone();
    let copy = move |_| {
        // Without a secure origin there is no clipboard to write to.
        let clipboard = window().navigator().clipboard();
        let written = (!wasm_bindgen::JsValue::from(&clipboard).is_undefined())
            .then(|| JsFuture::from(clipboard.write_text(&copied)));
        spawn_local(async move {
            let is_copied = match written {
                Some(written) => written.await.is_ok(),
                None => false,
            };
            if !is_copied && let Some(field) = field.get_untracked() {
                field.select();
            }
            said.set(if is_copied { words::COPIED } else { words::NOT_COPIED });
        });
    };
    view! {
        <label class="label" for="share-address">{words::ADDRESS}" · "{length}</label>
        <textarea id="share-address" class="input share-address" rows="4" readonly dir="ltr" spellcheck="false" node_ref=field prop:value=address></textarea>
        <p class="quiet" role="status">{said}</p>
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| state.dialog.set(None)>{home_words::CANCEL}</button>
            <button class="button button-main" type="button" autofocus on:click=copy>{words::COPY}</button>
        </div>
    }
    .into_any()
}
