//! Buttons with a picture and a name.

use super::{Icon, IconView};
use crate::reactive::prelude::*;

/// A button that shows a picture; its name is read out and shown on hover.
#[component]
pub fn IconButton(
    /// The picture.
    icon: Icon,
    /// The name.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it can be pressed.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What it does.
    on_click: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            class="icon-button"
            type="button"
            title=move || label.get()
            aria-label=move || label.get()
            disabled=move || disabled.get()
            on:click=move |_| on_click()
        >
            <IconView icon=icon />
        </button>
    }
}
