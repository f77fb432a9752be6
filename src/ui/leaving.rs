//! What is being typed counts before what it belongs to goes: one rule for every field, cell and name.
//!
//! A field takes over what was typed when it is left. Most go some other way too: by the address, Back, a command, undo,
//! another tab, loading the page again. So every field says once what it does when it is left ([`leaving`]), and that is
//! done wherever its view is about to go while the person is in it. Before another place or document is shown,
//! and before the page goes, all is still as it was when it was typed: that is when [`leave_field`] asks.

use std::cell::Cell;
use std::rc::Rc;

use crosslane_words::ui::shell;
use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

use crate::app::{State, use_state};
use crate::reactive::prelude::*;

thread_local! {
    /// What has the focus is told that it goes.
    static GOING: Cell<bool> = const { Cell::new(false) };
    /// A field is being left. Where the window loses the focus, its field has it still by then; it is not told a second
    /// time in the midst of it.
    static LEFT: Cell<bool> = const { Cell::new(false) };
}

/// What a field with this identifier on the page does when it is left, for `on:blur`: it does so as well where the
/// view it is made in is taken away, or made anew, while the field has the focus.
pub fn leaving(id: String, leave: impl Fn() + 'static) -> impl Fn(ev::FocusEvent) {
    let leave = StoredValue::new_local(Rc::new(leave) as Rc<dyn Fn()>);
    let act = move || {
        if let Some(leave) = leave.try_get_value() {
            let before = LEFT.replace(true);
            leave();
            LEFT.set(before);
        }
    };
    on_cleanup(move || {
        if document().active_element().is_some_and(|field| field.id() == id) {
            going(act);
        }
    });
    move |_| act()
}

/// Tells the field that has the focus that it is left: it takes over what was typed. What it cannot take, and what was
/// typed into a form that nobody sent, is told.
pub fn leave_field(state: State) {
    let Some(field) = document().active_element() else { return };
    if LEFT.get() || !matches!(field.tag_name().as_str(), "INPUT" | "TEXTAREA") {
        return;
    }
    if let Ok(event) = web_sys::Event::new("blur") {
        // An event that cannot be told leaves the field as it is.
        going(|| drop(field.dispatch_event(&event)));
    }
    if matches!(field.closest("#content form"), Ok(Some(_))) {
        not_taken(state, &typed_into(&field));
    }
}

/// Tells that what was typed into a field that goes was not taken; a field that stays says so itself.
pub fn refuse(typed: &str) {
    if GOING.get() {
        not_taken(use_state(), typed);
    }
}

/// Whether what has the focus goes, rather than the focus alone.
pub fn is_going() -> bool {
    GOING.get()
}

fn going(act: impl FnOnce()) {
    let before = GOING.replace(true);
    act();
    GOING.set(before);
}

fn not_taken(state: State, typed: &str) {
    let typed = typed.trim();
    if !typed.is_empty() {
        state.toast(shell::not_taken(typed));
    }
}

fn typed_into(field: &Element) -> String {
    let line = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value);
    line.or_else(|| field.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value))
        .unwrap_or_default()
}
