//! The dialog on top of the page: one at a time.

use crosslane_core::model::{EntityKind, Id};

use super::State;
use super::parts;
use crate::reactive::prelude::*;

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
    /// A large block is being pasted.
    Pasting,
    /// Asks before a workspace is deleted.
    DeleteWorkspace(Id),
    /// The kept versions.
    Versions,
    /// Files to be saved.
    Export,
    /// A link that holds the work.
    ShareLink,
    /// How the room of the storage is used.
    Storage,
    /// The name of the workspace.
    RenameWorkspace,
    /// The reason for accepting a flag.
    Waive,
    /// Asks before an entry is deleted.
    DeleteEntry(EntityKind, Id),
    /// Makes an entry part of another one, which is asked for where it is not known.
    MergeEntry(EntityKind, Id, Option<Id>),
}

impl Dialog {
    /// Opens it as soon as the part of the program that has it is here.
    pub fn open(self, state: State) {
        parts::with(state, move |_| state.dialog.set(Some(self)));
    }
}

/// The dialog itself.
pub(super) fn show(state: State, dialog: Dialog) -> AnyView {
    state.part.get_untracked().part().map_or_else(|| ().into_any(), |part| (part.dialog)(dialog))
}
