//! The room of the home view.

use leptos::prelude::*;

/// The view.
pub fn home() -> impl IntoView {
    view! { <h1>"home"</h1> }
}

/// The journeys of the workspace, as a dialog.
pub fn journeys() -> impl IntoView {
    view! { <p>"journeys"</p> }
}
