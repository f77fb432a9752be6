//! The departments view: the registers, the page of a department, the page of two departments.

use crosslane_core::model::EntityKind;
use crosslane_core::route::Selection;
use crosslane_words::ui::departments as words;
use leptos::prelude::*;

use crate::app::use_state;
use crate::meeting;

/// The view.
pub fn departments() -> AnyView {
    let state = use_state();
    let page = move || match state.selection() {
        Selection::Entry(EntityKind::Department, id) => meeting::department(state, id),
        Selection::Pair(one, two) => meeting::pair(state, one, two),
        _ => ().into_any(),
    };
    view! {
        <div class="departments">
            <div class="view-head">
                <h1>{words::TITLE}</h1>
            </div>
            {page}
        </div>
    }
    .into_any()
}
