//! The room of the table view.

use leptos::prelude::*;

/// The view.
pub fn table() -> impl IntoView {
    view! { <h1>"table"</h1> }
}
