//! Promises and lived standards: lists of entries with fields of their own.

use crosslane_core::edit::form::{Datum, Place};
use crosslane_core::model::Id;
use crosslane_words::ui::fields as words;
use leptos::prelude::*;

use super::Bound;
use crate::app::new_id;
use crate::ui::page::focus_soon;
use crate::ui::{Icon, IconButton, IconView};

/// The promises made at a touchpoint.
pub fn promises(bound: Bound) -> AnyView {
    entries(bound, words::ADD_PROMISE)
}

/// The standards lived at a touchpoint.
pub fn standards(bound: Bound) -> AnyView {
    entries(bound, words::ADD_STANDARD)
}

fn entries(bound: Bound, add: &'static str) -> AnyView {
    let ids = Memo::new(move |_| bound.value.with(ids_of));
    let begin = move |_| {
        let id = new_id();
        let mut ids = ids.get_untracked();
        ids.push(id);
        bound.set(Datum::Entries(ids));
        if let Some(first) = place_of(bound, id).and_then(|place| Some((place, place.specs().first()?))) {
            focus_soon(first.0.key(first.1.name));
        }
    };
    view! {
        <ul class="entries" id=bound.id() tabindex="-1">
            <For each=move || ids.get() key=|id| *id let:id>
                {entry(bound, id)}
            </For>
        </ul>
        <Show when=move || !bound.locked()>
            <button class="button entries-add" type="button" on:click=begin>
                <IconView icon=Icon::Add />
                {add}
            </button>
        </Show>
    }
    .into_any()
}

fn entry(bound: Bound, id: Id) -> AnyView {
    let Some(place) = place_of(bound, id) else { return ().into_any() };
    let remove = move || {
        let mut ids = bound.value.with_untracked(ids_of);
        ids.retain(|other| *other != id);
        // Without its last entry a list is unknown again: nobody said that there is none.
        bound.set(if ids.is_empty() { Datum::Absent } else { Datum::Entries(ids) });
    };
    let fields = place.specs().iter().map(|spec| super::field(bound.state, place, spec.name)).collect_view();
    view! {
        <li class="entry">
            {fields}
            <Show when=move || !bound.locked()>
                <IconButton icon=Icon::Delete label=words::remove(words::ENTRY) on_click=remove />
            </Show>
        </li>
    }
    .into_any()
}

fn place_of(bound: Bound, id: Id) -> Option<Place> {
    match (bound.place, bound.spec.name) {
        (Place::Touchpoint(touchpoint), "promises") => Some(Place::Promise(touchpoint, id)),
        (Place::Touchpoint(touchpoint), "standards") => Some(Place::Standard(touchpoint, id)),
        _ => None,
    }
}

fn ids_of(datum: &Datum) -> Vec<Id> {
    match datum {
        Datum::Entries(ids) => ids.clone(),
        _ => Vec::new(),
    }
}
