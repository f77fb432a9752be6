//! The view of what is done about handoffs: the practices that connect silos.

use crosslane_words::ui::act as words;
use leptos::prelude::*;

/// The view.
pub fn act() -> AnyView {
    view! {
        <div class="act">
            <div class="view-head">
                <h1>{words::TITLE}</h1>
            </div>
        </div>
    }
    .into_any()
}
