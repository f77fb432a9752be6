//! The room of the snapshots view.

use leptos::prelude::*;

/// The view.
pub fn snapshots() -> impl IntoView {
    view! { <h1>"snapshots"</h1> }
}
