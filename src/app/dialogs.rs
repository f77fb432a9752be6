//! The dialog on top of the page: one at a time.

use crosslane_core::model::Id;
use leptos::prelude::*;

use super::{palette, shortcuts, use_state};

/// The dialogs of the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialog {
    /// Commands by name.
    Palette,
    /// Keys and what they do.
    Shortcuts,
    /// The journeys of the workspace.
    Journeys,
    /// What came in.
    Incoming,
    /// Asks before a workspace is deleted.
    DeleteWorkspace(Id),
    /// The name of the workspace.
    RenameWorkspace,
    /// The reason for accepting a flag.
    Waive,
}

/// Shows the dialog of the state.
#[component]
pub fn Dialogs() -> impl IntoView {
    let state = use_state();
    move || {
        state.dialog.get().map(|dialog| match dialog {
            Dialog::Palette => palette::palette().into_any(),
            Dialog::Shortcuts => shortcuts::sheet().into_any(),
            Dialog::Journeys => crate::home::journeys(),
            Dialog::Incoming => crate::home::preview(),
            Dialog::DeleteWorkspace(id) => crate::home::delete(id),
            Dialog::RenameWorkspace => crate::home::rename(),
            Dialog::Waive => crate::flags::waive(),
        })
    }
}
