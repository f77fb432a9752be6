//! The departments view: the registers, the page of a department, the page of two departments.

use crosslane_words::ui::departments as words;
use leptos::prelude::*;

/// The view.
pub fn departments() -> AnyView {
    view! {
        <div class="departments">
            <div class="view-head">
                <h1>{words::TITLE}</h1>
            </div>
        </div>
    }
    .into_any()
}
