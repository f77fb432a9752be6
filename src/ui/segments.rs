//! A choice between a few, side by side.

use crate::reactive::prelude::*;

/// Buttons of which one is pressed.
pub fn segments<T>(label: impl Into<String>, choices: Vec<(T, &'static str)>, chosen: RwSignal<T>) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let buttons = choices
        .into_iter()
        .map(|(value, name)| {
            view! {
                <button
                    class="segment"
                    type="button"
                    aria-pressed=move || chosen.with(|chosen| *chosen == value).to_string()
                    on:click=move |_| chosen.set(value)
                >
                    {name}
                </button>
            }
        })
        .collect_view();
    view! { <div class="segments" role="group" aria-label=label.into()>{buttons}</div> }.into_any()
}
