//! The frame of the app: state, addresses, commands, and what stands around every view.

mod commands;
mod dialogs;
mod frame;
mod palette;
mod shortcuts;
mod state;
mod switcher;
mod theme;
mod toasts;

use leptos::prelude::*;

pub use commands::{Command, Shortcut};
pub use dialogs::Dialog;
pub use state::{Document, Shared, State, new_id, now_text, today, use_state};

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let state = State::provide();
    theme::start();
    commands::listen(state);
    view! {
        <frame::Frame />
        <dialogs::Dialogs />
        <toasts::Toasts />
    }
}
