//! Fields that are taken over when they are left: what another tab changed meanwhile is joined, never written over.

use crosslane_core::edit::{Edit, apply};
use crosslane_core::model::Workspace;
use crosslane_core::store::{Joined, join_by};
use crosslane_words::ui::shell;

use super::keeper::keeper;
use super::{clash, merging};
use crate::app::{Shared, State};

/// The version that was shown when somebody began to type.
#[derive(Clone, Default, PartialEq)]
pub struct Begun(Option<Shared<Workspace>>);

impl Begun {
    /// Somebody begins now.
    pub fn now(state: State) -> Self {
        Self(state.workspace_untracked())
    }

    /// Somebody began when this version was shown.
    pub fn at(version: Shared<Workspace>) -> Self {
        Self(Some(version))
    }

    /// Makes the edit that `make` has for the version that was there at the beginning. Where another tab changed the same
    /// meanwhile, both are joined: texts by word. What cannot be joined stays as it was typed, and is told with what the
    /// other tab had.
    pub fn edit(&self, state: State, burst: Option<&str>, make: &mut dyn FnMut(&Workspace) -> Option<Edit>) {
        let (Some(began), Some(present)) = (&self.0, state.workspace_untracked()) else { return };
        let Some(edit) = make(began) else { return };
        if *began == present {
            state.edit_as(&edit, burst);
            return;
        }
        let Ok(applied) = apply(began, &edit) else {
            // The person is told why it cannot be made.
            state.edit_as(&edit, burst);
            return;
        };
        let Some(merging) = merging::here() else {
            // Nothing came in from elsewhere as long as it could not be joined: all of it was changed here.
            state.edit_as(&edit, burst);
            return;
        };
        let Joined { workspace, clashes } = join_by(merging.merge, began, &applied.workspace, &present);
        if state.edit_as(&Edit::Replace(Box::new(workspace)), burst) {
            for notice in &applied.notices {
                state.toast(shell::notice(notice));
            }
            if let Some(keeper) = keeper() {
                clash::note(keeper, (merging.told)(clashes));
            }
        }
    }
}
