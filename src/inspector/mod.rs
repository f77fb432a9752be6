//! The inspector of what is chosen.

use leptos::prelude::*;

/// Shows what is chosen.
#[component]
pub fn Inspector() -> impl IntoView {}
