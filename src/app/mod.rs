//! The first part of the program: state, addresses, the registry of commands, and what is seen without a workspace.

mod author;
mod commands;
mod day;
mod dialog;
mod frame;
pub mod over;
pub mod parts;
mod state;
mod stop;
mod theme;
mod toasts;
mod travel;

pub use author::{author, remember_author};
pub use commands::{Command, Shortcut, all as all_commands, in_workspace, press};
pub use day::day;
pub use dialog::Dialog;
pub use frame::leave_link;
pub use state::{Document, Shared, State, new_id, now_text, today, use_state};
pub use stop::{report as report_stop, tell_page};
pub use theme::can_store;

use crate::reactive::prelude::*;

/// The whole app.
#[component]
pub fn App() -> impl IntoView {
    let state = use_state();
    theme::start();
    commands::listen(state);
    over::start(state);
    day::start();
    crate::files::listen(state);
    parts::expect_person(state);
    if crate::storage::is_memory() {
        // The person is told by the second part.
        parts::ask(state);
    }
    view! {
        <frame::Frame />
        {move || state.dialog.get().map(|dialog| dialog::show(state, dialog))}
        <toasts::Toasts />
    }
}
