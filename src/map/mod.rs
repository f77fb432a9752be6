//! The room of the map view.

use leptos::prelude::*;

/// The view.
pub fn map() -> impl IntoView {
    view! { <h1>"map"</h1> }
}
