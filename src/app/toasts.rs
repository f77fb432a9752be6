//! Toasts: what happened, for a few seconds, never in the way.

use std::time::Duration;

use crosslane_words::ui::shell;
use leptos::prelude::*;

use super::{State, use_state};
use crate::ui::{Icon, IconButton};

/// How long a toast stays.
const SHOWN_FOR: Duration = Duration::from_secs(6);
/// How many are shown at once.
const MOST_TOASTS: usize = 4;

/// A message about something that happened.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    number: u64,
    text: String,
}

/// Shows a message; the same message again only stays longer.
pub fn push(state: State, text: String) {
    let number = state
        .toasts
        .try_update(|toasts| {
            let number = toasts.last().map_or(0, |toast| toast.number + 1);
            toasts.retain(|toast| toast.text != text);
            toasts.push(Toast { number, text });
            if toasts.len() > MOST_TOASTS {
                toasts.remove(0);
            }
            number
        })
        .unwrap_or_default();
    set_timeout(move || remove(state, number), SHOWN_FOR);
}

fn remove(state: State, number: u64) {
    state.toasts.update(|toasts| toasts.retain(|toast| toast.number != number));
}

/// The toasts of the state.
#[component]
pub fn Toasts() -> impl IntoView {
    let state = use_state();
    view! {
        <div class="toasts" role="status" aria-live="polite" aria-label=shell::MESSAGES>
            <For each=move || state.toasts.get() key=|toast| toast.number let:toast>
                <div class="toast">
                    <span dir="auto">{toast.text}</span>
                    <IconButton icon=Icon::Close label=shell::CLOSE on_click=move || remove(state, toast.number) />
                </div>
            </For>
        </div>
    }
}
