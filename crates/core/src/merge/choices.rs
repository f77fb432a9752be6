//! Whose value counts at each conflict.

use std::collections::BTreeSet;

use super::conflict::{Conflict, Side};
use crate::compare::Path;

/// Whose value counts at each conflict: ours, unless theirs was chosen. Choices can be made in any order, and again.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    theirs: BTreeSet<Path>,
}

impl Choices {
    /// The same side at all of these conflicts.
    pub fn all<'a>(conflicts: impl IntoIterator<Item = &'a Conflict>, side: Side) -> Self {
        let mut choices = Self::default();
        choices.choose_all(conflicts, side);
        choices
    }

    /// Lets the value of a side count at a conflict.
    pub fn choose(&mut self, conflict: &Conflict, side: Side) {
        match side {
            Side::Ours => drop(self.theirs.remove(&conflict.path)),
            Side::Theirs => drop(self.theirs.insert(conflict.path.clone())),
        }
    }

    /// Lets the values of a side count at all of these conflicts, such as those of
    /// [`Merged::conflicts_in`](super::Merged::conflicts_in) one journey.
    pub fn choose_all<'a>(&mut self, conflicts: impl IntoIterator<Item = &'a Conflict>, side: Side) {
        conflicts.into_iter().for_each(|conflict| self.choose(conflict, side));
    }

    /// Whose value counts at a conflict.
    pub fn side(&self, conflict: &Conflict) -> Side {
        self.side_at(&conflict.path)
    }

    pub(super) fn side_at(&self, path: &Path) -> Side {
        if self.theirs.contains(path) { Side::Theirs } else { Side::Ours }
    }
}
