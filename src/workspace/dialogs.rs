//! The dialogs of the app.

use super::{delete, journeys, palette, rename, shortcuts};
use crate::app::Dialog;
use crate::reactive::prelude::*;

/// Shows a dialog.
pub fn dialog(dialog: Dialog) -> AnyView {
    match dialog {
        Dialog::Palette => palette::palette().into_any(),
        Dialog::Shortcuts => shortcuts::sheet().into_any(),
        Dialog::Journeys => journeys::journeys(),
        Dialog::Incoming => crate::incoming::preview(),
        Dialog::Pasting => crate::table::pasting(),
        Dialog::DeleteWorkspace(id) => delete::delete(id),
        Dialog::Versions => crate::versions::dialog(),
        Dialog::Export => crate::sharing::export(),
        Dialog::ShareLink => crate::sharing::link(),
        Dialog::Storage => crate::storage::room_dialog(),
        Dialog::RenameWorkspace => rename::rename(),
        Dialog::Waive => crate::flags::waive(),
        Dialog::DeleteEntry(kind, id) => crate::departments::delete(kind, id),
        Dialog::MergeEntry(kind, from, into) => crate::departments::merge(kind, from, into),
    }
}
