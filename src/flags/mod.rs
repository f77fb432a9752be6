//! The room of the flags view.

use leptos::prelude::*;

/// The view.
pub fn flags() -> impl IntoView {
    view! { <h1>"flags"</h1> }
}
