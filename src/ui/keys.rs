//! Keys of the keyboard, as pictures of keys.

use crate::reactive::prelude::*;

/// The keys of a shortcut.
#[component]
pub fn Keys(
    /// Their names, in the order in which they are held.
    names: Vec<String>,
) -> impl IntoView {
    view! { <span class="keys">{names.into_iter().map(|name| view! { <kbd>{name}</kbd> }).collect_view()}</span> }
}
