//! Lists of texts: one field each, and an empty one to add another.

use crosslane_core::edit::form::Datum;
use crosslane_words::ui::fields as words;
use leptos::ev;

use super::Bound;
use crate::reactive::prelude::*;
use crate::ui::leaving::leaving;
use crate::ui::page::focus_soon;
use crate::ui::{Icon, IconButton};

/// The control of a list of texts.
pub fn texts(bound: Bound) -> AnyView {
    let count = Memo::new(move |_| bound.value.with(|value| list_of(value).len()));
    let remove = move |at: usize| {
        change(bound, move |texts| take_out(texts, at));
        bound.leave();
    };
    view! {
        <ul class="texts">
            <For each=move || 0..count.get() key=|at| *at let:at>
                <li class="texts-item">
                    <textarea
                        class="input"
                        rows="1"
                        dir="auto"
                        id=item_id(bound, at)
                        aria-label=words::item(&bound.label(), at)
                        readonly=move || bound.locked()
                        prop:value=move || bound.value.with(|value| list_of(value).get(at).cloned().unwrap_or_default())
                        on:input:target=move |event| {
                            let text = event.target().value();
                            change(bound, move |texts| if let Some(of) = texts.get_mut(at) { *of = text });
                        }
                        on:keydown=move |event| on_key(bound, &event, at)
                        on:blur=leaving(item_id(bound, at), move || tidy(bound))
                    ></textarea>
                    <Show when=move || !bound.locked()>
                        <IconButton icon=Icon::Close label=words::remove(&words::item(&bound.label(), at)) on_click=move || remove(at) />
                    </Show>
                </li>
            </For>
            <Show when=move || !bound.locked()>
                <li class="texts-item">{add(bound)}</li>
            </Show>
        </ul>
    }
    .into_any()
}

/// The empty field at the end: Enter adds what is typed there, and so does leaving it.
fn add(bound: Bound) -> AnyView {
    let typed = RwSignal::new(String::new());
    let commit = move || {
        let text = typed.get_untracked().trim().to_owned();
        typed.set(String::new());
        if !text.is_empty() {
            change(bound, move |texts| texts.push(text));
        }
        bound.leave();
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.shift_key() && !event.is_composing() {
            event.prevent_default();
            commit();
        }
    };
    view! {
        <textarea
            class="input texts-new"
            rows="1"
            dir="auto"
            id=bound.id()
            aria-label=words::add_to(&bound.label())
            placeholder=words::ADD_TEXT
            prop:value=move || typed.get()
            on:input:target=move |event| typed.set(event.target().value())
            on:keydown=on_key
            on:blur=leaving(bound.id(), commit)
        ></textarea>
    }
    .into_any()
}

fn item_id(bound: Bound, at: usize) -> String {
    [&bound.id(), "-", &at.to_string()].concat()
}

fn on_key(bound: Bound, event: &ev::KeyboardEvent, at: usize) {
    if event.is_composing() {
        return;
    }
    let empty = bound.value.with_untracked(|value| list_of(value).get(at).is_some_and(String::is_empty));
    match event.key().as_str() {
        // Shift and Enter begin a new line.
        "Enter" if !event.shift_key() => focus_soon(bound.id()),
        "Backspace" if empty => {
            change(bound, move |texts| take_out(texts, at));
            focus_soon(if at > 0 { item_id(bound, at - 1) } else { bound.id() });
        }
        _ => return,
    }
    event.prevent_default();
}

/// Takes a text out, unless another tab did.
fn take_out(texts: &mut Vec<String>, at: usize) {
    if at < texts.len() {
        texts.remove(at);
    }
}

fn list_of(datum: &Datum) -> &[String] {
    match datum {
        Datum::Texts(texts) => texts,
        _ => &[],
    }
}

fn change(bound: Bound, change: impl FnOnce(&mut Vec<String>)) {
    let mut texts = bound.value.with_untracked(|value| list_of(value).to_vec());
    change(&mut texts);
    put(bound, texts);
}

/// Without its last text a list is unknown again: nobody said that there is none.
fn put(bound: Bound, texts: Vec<String>) {
    bound.type_in(if texts.is_empty() { Datum::Absent } else { Datum::Texts(texts) });
}

/// Takes empty texts, and the spaces around the others, away once the list is left.
fn tidy(bound: Bound) {
    let texts = bound.value.with_untracked(|value| list_of(value).to_vec());
    let tidied: Vec<String> =
        texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    if tidied != texts {
        put(bound, tidied);
    }
    bound.leave();
}
