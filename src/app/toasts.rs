//! Toasts: what happened, for a few seconds, never in the way.

use std::time::Duration;

use crosslane_core::model::Workspace;
use crosslane_core::route::Route;
use crosslane_words::ui::shell;

use super::{Shared, State, use_state};
use crate::reactive::prelude::*;
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
    action: Option<Action>,
}

/// What a message offers.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// To undo, while this version, which the message is about, is the last one made here.
    Undo(Shared<Workspace>),
    /// To go somewhere, by a word for it.
    Go(&'static str, Route),
}

/// Shows a message; the same message again only stays longer.
pub fn push(state: State, text: String, action: Option<Action>) {
    let number = state
        .toasts
        .try_update(|toasts| {
            let number = toasts.last().map_or(0, |toast| toast.number + 1);
            toasts.retain(|toast| toast.text != text);
            toasts.push(Toast { number, text, action });
            if toasts.len() > MOST_TOASTS {
                toasts.remove(0);
            }
            number
        })
        .unwrap_or_default();
    after_always(SHOWN_FOR, move || remove(state, number));
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
                    {toast.action.map(|action| match action {
                        Action::Undo(version) => undo_button(state, toast.number, version),
                        Action::Go(word, route) => go_button(state, toast.number, word, route),
                    })}
                    <IconButton icon=Icon::Close label=shell::CLOSE on_click=move || remove(state, toast.number) />
                </div>
            </For>
        </div>
    }
}

fn go_button(state: State, number: u64, word: &'static str, route: Route) -> AnyView {
    let go = move |_| {
        state.go(route);
        remove(state, number);
    };
    view! { <button class="toast-action" type="button" on:click=go>{word}</button> }.into_any()
}

fn undo_button(state: State, number: u64, version: Shared<Workspace>) -> AnyView {
    let is_present = Memo::new(move |_| state.own_version().is_some_and(|own| own == version));
    let undo = move |_| {
        if let Some(part) = state.part.get_untracked().part() {
            (part.undo)(state);
        }
        remove(state, number);
    };
    view! {
        <Show when=move || is_present.get()>
            <button class="toast-action" type="button" on:click=undo>{shell::UNDO}</button>
        </Show>
    }
    .into_any()
}
