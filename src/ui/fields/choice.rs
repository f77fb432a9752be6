//! One of a few words.

use crosslane_core::edit::form::{ChoiceKind, Datum};
use crosslane_words::ui::fields as words;

use super::Bound;
use crate::reactive::prelude::*;

/// The control of a choice.
pub fn select(bound: Bound, kind: ChoiceKind) -> AnyView {
    let options = kind.words().iter().map(|word| option(bound, kind, word)).collect_view();
    let change = move |typed: &str| {
        let word = kind.words().iter().find(|word| **word == typed);
        bound.set(word.map_or(Datum::Absent, |word| Datum::Word(word)));
    };
    view! {
        <select
            class="input"
            id=bound.id()
            disabled=move || bound.locked()
            on:change:target=move |event| change(&event.target().value())
        >
            <option value="" prop:selected=move || bound.value.with(|value| *value == Datum::Absent)>
                {words::UNKNOWN}
            </option>
            {options}
        </select>
    }
    .into_any()
}

fn option(bound: Bound, kind: ChoiceKind, word: &'static str) -> impl IntoView {
    view! {
        <option value=word prop:selected=move || bound.value.with(|value| *value == Datum::Word(word))>
            {words::choice(kind, word)}
        </option>
    }
}
