//! Keeping the workspace in this browser.

use leptos::prelude::*;

/// How the last save went, for the header.
#[component]
pub fn SaveState() -> impl IntoView {
    view! { <span class="save-state"></span> }
}
