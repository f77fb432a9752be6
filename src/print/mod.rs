//! The room of the print view.

use leptos::prelude::*;

/// The view.
pub fn print() -> impl IntoView {
    view! { <h1>"print"</h1> }
}
