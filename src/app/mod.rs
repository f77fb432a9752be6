//! The frame of the app: state, addresses, commands, and what stands around every view.

mod author;
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

pub use author::{author, remember_author};
pub use commands::{Command, Shortcut, in_workspace};
pub use dialogs::Dialog;
pub use state::{Document, Shared, State, new_id, now_text, today, use_state};
pub use switcher::add_journey;
pub use theme::can_store;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let state = State::provide();
    theme::start();
    commands::listen(state);
    crate::storage::start(state);
    crate::files::listen(state);
    view! {
        <frame::Frame />
        <dialogs::Dialogs />
        <toasts::Toasts />
    }
}
