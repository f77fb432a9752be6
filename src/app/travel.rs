//! Back and forward through the versions, and what comes in between from elsewhere.

use std::sync::Arc;

use crosslane_core::edit::{History, Step};
use crosslane_core::model::Workspace;
use crosslane_core::rules::evaluate;
use crosslane_words::ui::shell;

use super::state::{Latest, Shared, State, Version, today};
use crate::reactive::prelude::*;
use crate::storage::merging;
use crate::ui::leaving::leave_field;

impl State {
    /// Shows a version in which something is from elsewhere: no step of undo, and undo leaves it as it is.
    pub fn join(self, version: Shared<Workspace>) {
        let Some(before) = self.document.get_untracked() else { return };
        self.history.update_value(|history| history.join(&before.workspace, &version));
        let previous = Some((&*before.workspace, &*before.evaluation));
        let evaluation = evaluate(&version, today(), previous);
        let latest = self.latest.get_untracked();
        let own = latest.map_or_else(|| before.workspace.clone(), |latest| latest.own);
        self.put_version(Latest { id: before.id, version, own }, evaluation);
    }

    /// The version this tab made last, whatever came in from elsewhere since. Reactive.
    pub fn own_version(self) -> Option<Shared<Workspace>> {
        self.latest.with(|latest| latest.as_ref().map(|latest| latest.own.clone()))
    }

    /// Goes back one step.
    pub fn undo(self) {
        self.travel(History::undo, shell::NOTHING_TO_UNDO);
    }

    /// Goes forward one step.
    pub fn redo(self) {
        self.travel(History::redo, shell::NOTHING_TO_REDO);
    }

    fn travel(self, go: Step<Version>, nothing: &'static str) {
        leave_field(self);
        if let Some(reason) = self.read_only.get_untracked() {
            self.toast(reason);
            return;
        }
        let Some(before) = self.document.get_untracked() else { return };
        let went = self.history.try_update_value(|history| go(history, before.workspace.clone(), carry));
        match went {
            Some(Ok(version)) => self.show_version(&before, version),
            _ => self.toast(nothing),
        }
    }
}

fn carry(before: &Version, after: &Version, version: &Version) -> Version {
    // What came in from elsewhere was taken over once merging was here.
    let carried = merging::here().map(|merging| (merging.carried)(before, after, version));
    carried.map_or_else(|| version.clone(), |carried| Shared(Arc::new(carried)))
}
