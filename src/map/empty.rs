//! A journey without phases: the first step, ready to be typed.

use crosslane_core::layout::LaneKind;
use crosslane_words::ui::{map as words, shell};
use leptos::{ev, html};

use super::edits;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::leaving::{is_going, leaving};
use crate::workspace::add_journey;

/// The field on the page.
const FIELD: &str = "first-phase";

/// Asks for the first phase.
pub fn no_phase(state: State) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that is gone by now needs no focus.
            at_frame(move || drop(field.focus()));
        }
    });
    let begun = StoredValue::new(false);
    let begin = move || {
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let typed = typed.trim();
        // Beginning takes the field away, which leaves it.
        if typed.is_empty() || begun.get_value() {
            return;
        }
        begun.set_value(true);
        match edits::add_phase(state, None, typed) {
            Some(phase) => edits::add_touchpoint(state, phase, None, LaneKind::Open),
            None => begun.set_value(false),
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            begin();
        }
    };
    view! {
        <div class="empty map-empty">
            <h1>{words::EMPTY_TITLE}</h1>
            <p class="quiet">{words::EMPTY_ABOUT}</p>
            <div class="map-empty-row">
                <input
                    node_ref=field
                    class="input"
                    type="text"
                    dir="auto"
                    aria-label=words::EMPTY_TITLE
                    placeholder=words::EMPTY_PLACEHOLDER
                    autocomplete="off"
                    on:keydown=on_key
                    id=FIELD
                    on:blur=leaving(FIELD.to_owned(), move || if is_going() { begin() })
                />
                <button class="button button-main" type="button" on:click=move |_| begin()>{words::ADD_PHASE}</button>
            </div>
        </div>
    }
    .into_any()
}

/// A workspace without journeys.
pub fn no_journey(state: State) -> AnyView {
    view! {
        <div class="empty">
            <h1>{shell::NO_JOURNEY}</h1>
            <p class="quiet">{words::NO_JOURNEY_ABOUT}</p>
            <button class="button button-main" type="button" on:click=move |_| add_journey(state)>{shell::ADD_JOURNEY}</button>
        </div>
    }
    .into_any()
}
