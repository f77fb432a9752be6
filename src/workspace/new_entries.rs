//! New entries of registers: whether their names look like others is asked of the part that knows.

use crosslane_core::edit::Entry;
use crosslane_core::model::{EntityKind, Workspace};

use super::later::{self, Asked, PartName};
use crate::app::{Shared, State};
use crate::reactive::prelude::*;

/// A change that brings more entries of a kind than this is an import: its register shows what looks alike.
const MOST: usize = 3;

/// The registers in which typing a name makes an entry.
const WATCHED: [EntityKind; 8] = [
    EntityKind::Department,
    EntityKind::System,
    EntityKind::Item,
    EntityKind::Subject,
    EntityKind::Measure,
    EntityKind::Persona,
    EntityKind::Channel,
    EntityKind::Term,
];

/// Tells of a new entry, however it was made, whose name looks like one there is. Called once.
pub fn watch(state: State) {
    Effect::new(move |before: Option<Option<Shared<Workspace>>>| {
        let present = state.workspace();
        // What undo brings back is not new.
        if let (Some(Some(before)), Some(present), false) = (before, &present, state.can_redo.get_untracked())
            && before.id == present.id
        {
            for kind in WATCHED {
                let more = Entry::count(present, kind).saturating_sub(Entry::count(&before, kind));
                if (1..=MOST).contains(&more) {
                    let before = before.clone();
                    later::when_here(PartName::Departments, move |part| {
                        // Nobody asked for it: nobody is told where it does not arrive.
                        if let Some(part) = part {
                            (part.answer)(state, Asked::New(kind, before));
                        }
                    });
                }
            }
        }
        present
    });
}
