//! The room of the handoffs view.

use leptos::prelude::*;

/// The view.
pub fn handoffs() -> impl IntoView {
    view! { <h1>"handoffs"</h1> }
}
