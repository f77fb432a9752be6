//! A dialog on top of the page: the browser keeps the focus inside and gives it back.

use crosslane_words::ui::shell;
use leptos::html;
use wasm_bindgen::JsCast;

use super::{Icon, IconButton};
use crate::app::use_state;
use crate::reactive::prelude::*;

/// A dialog with a title. Escape, the cross and a click beside it close it.
#[component]
pub fn Modal(
    /// Its title.
    #[prop(into)]
    title: String,
    /// A class for its looks.
    #[prop(default = "")]
    class: &'static str,
    /// Without a visible title and cross; the title is still read out.
    #[prop(optional)]
    bare: bool,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let state = use_state();
    let dialog = NodeRef::<html::Dialog>::new();
    let close = move || state.dialog.set(None);
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if dialog.open() {
            // It took the place of another one, whose field had the focus.
            begin(&dialog);
        } else {
            // Refused only where the dialog is open already.
            drop(dialog.show_modal());
        }
    });
    let beside = move |event: leptos::ev::MouseEvent| {
        let is_backdrop = dialog.get_untracked().is_some_and(|dialog| {
            event.target().is_some_and(|target| target == ***AsRef::<web_sys::Element>::as_ref(&dialog))
        });
        if is_backdrop {
            close();
        }
    };
    let heading = (!bare).then(|| {
        view! {
            <div class="modal-head">
                <h2>{title.clone()}</h2>
            </div>
        }
    });
    // The last of it, so that the focus begins with what the dialog is about.
    let cross = (!bare).then(|| {
        view! { <span class="modal-close"><IconButton icon=Icon::Close label=shell::CLOSE on_click=close /></span> }
    });
    view! {
        <dialog node_ref=dialog class=format!("modal {class}") aria-label=title on:close=move |_| close() on:mousedown=beside>
            <div class="modal-body">{heading} {children()} {cross}</div>
        </dialog>
    }
}

/// Gives the focus to what the browser would begin with.
fn begin(dialog: &web_sys::Element) {
    let first = |selector| dialog.query_selector(selector).ok().flatten();
    let element = first("[autofocus]").or_else(|| first("input, select, textarea, button, a[href]"));
    if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus that cannot be given leaves the person at the dialog.
        drop(element.focus());
    }
}
