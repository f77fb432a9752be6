//! Texts: what is typed is in the document at once.

use crosslane_core::edit::form::Datum;
use crosslane_words::ui::fields as words;

use super::Bound;
use crate::reactive::prelude::*;
use crate::ui::leaving::leaving;

/// A line of text.
pub fn line(bound: Bound) -> AnyView {
    view! {
        <input
            class="input"
            type="text"
            id=bound.id()
            dir="auto"
            autocomplete="off"
            readonly=move || bound.locked()
            prop:value=move || bound.value.with(text_of)
            on:input:target=move |event| bound.type_in(datum_of(event.target().value()))
            on:blur=leaving(bound.id(), move || tidy(bound))
        />
        {move || address(&bound.value.get()).map(|address| view! {
            <a class="field-link" href=address target="_blank" rel="noopener noreferrer">{words::OPEN_LINK}</a>
        })}
    }
    .into_any()
}

/// The address a text is, where it is one that is safe to follow.
fn address(datum: &Datum) -> Option<String> {
    let Datum::Text(text) = datum else { return None };
    let known = ["https://", "http://"].iter().any(|scheme| text.starts_with(scheme));
    (known && !text.contains(char::is_whitespace)).then(|| text.clone())
}

/// A text of any length.
pub fn area(bound: Bound) -> AnyView {
    view! {
        <textarea
            class="input"
            id=bound.id()
            rows="1"
            dir="auto"
            readonly=move || bound.locked()
            prop:value=move || bound.value.with(text_of)
            on:input:target=move |event| bound.type_in(datum_of(event.target().value()))
            on:blur=leaving(bound.id(), move || tidy(bound))
        ></textarea>
    }
    .into_any()
}

/// A line of text as a title to be typed over.
pub fn title(bound: Bound, placeholder: &'static str) -> AnyView {
    view! {
        <textarea
            class="input title-input"
            id=bound.id()
            rows="1"
            dir="auto"
            aria-label=bound.label()
            placeholder=placeholder
            readonly=move || bound.locked()
            prop:value=move || bound.value.with(text_of)
            on:input:target=move |event| bound.type_in(datum_of(without_breaks(&event.target().value())))
            on:blur=leaving(bound.id(), move || tidy(bound))
        ></textarea>
    }
    .into_any()
}

/// A title has one line, however long.
fn without_breaks(typed: &str) -> String {
    typed.replace(['\r', '\n'], " ")
}

/// The text a field says.
pub fn text_of(datum: &Datum) -> String {
    match datum {
        Datum::Text(text) => text.clone(),
        _ => String::new(),
    }
}

/// An emptied field is unknown again.
pub fn datum_of(typed: String) -> Datum {
    if typed.is_empty() { Datum::Absent } else { Datum::Text(typed) }
}

/// Takes the spaces around a text away once its field is left.
pub fn tidy(bound: Bound) {
    let text = bound.value.with_untracked(text_of);
    let tidied = text.trim();
    if tidied.len() != text.len() {
        bound.type_in(datum_of(tidied.to_owned()));
    }
    bound.leave();
}
