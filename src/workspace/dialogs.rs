//! The dialogs of the app.

use super::{delete, journeys, later, palette, rename, shortcuts};
use crate::app::{Dialog, use_state};
use crate::reactive::prelude::*;

/// Shows a dialog.
pub fn dialog(dialog: Dialog) -> AnyView {
    if let Some(later) = later::dialog(dialog) {
        return later;
    }
    shut_if_nothing(dialog);
    match dialog {
        Dialog::Palette => palette::palette().into_any(),
        Dialog::Shortcuts => shortcuts::sheet().into_any(),
        Dialog::Journeys => journeys::journeys(),
        Dialog::DeleteWorkspace(id) => delete::delete(id),
        Dialog::RenameWorkspace => rename::rename(),
        // Every other one is in a later part.
        _ => ().into_any(),
    }
}

/// A dialog that has nothing to show, since what it is about is gone, does not stay: nobody could close it, and no other
/// key counts while one is open.
pub fn shut_if_nothing(dialog: Dialog) {
    let state = use_state();
    at_frame_always(move || {
        let is_shown = matches!(document().query_selector("dialog[open]"), Ok(Some(_)));
        if !is_shown && state.dialog.get_untracked() == Some(dialog) {
            state.dialog.set(None);
        }
    });
}
