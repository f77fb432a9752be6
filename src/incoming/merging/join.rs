//! The merge of a file with the workspace that is here: what the screen shows and what comes of it.

use std::collections::HashSet;
use std::sync::Arc;

use crosslane_core::compare::{EntityDifference, Path, difference};
use crosslane_core::format::crosslane::made_of;
use crosslane_core::merge::{Choices as Sides, Conflict, Merged, Side, merge, merge_without_base};
use crosslane_core::model::{Id, Workspace};

/// A merge that is looked at.
pub struct Joining {
    /// The workspace it goes into.
    pub id: Id,
    /// The version that is here.
    pub ours: Workspace,
    /// The version of the file.
    pub theirs: Arc<Workspace>,
    /// The common version, where it is kept.
    pub base: Option<Workspace>,
    /// What comes in without a conflict.
    pub brings: Vec<EntityDifference>,
    merged: Merged,
}

/// What was chosen at each conflict; `None` where nothing was yet.
pub type Choices = Vec<Option<Side>>;

impl Joining {
    /// The merge of a file with what is here.
    pub fn new(id: Id, ours: Workspace, theirs: Arc<Workspace>, base: Option<Workspace>) -> Self {
        let merged = match &base {
            Some(base) => merge(base, &ours, &theirs),
            None => merge_without_base(&ours, &theirs),
        };
        let brings = difference(&ours, &merged.workspace).entities;
        Self { id, ours, theirs, base, brings, merged }
    }

    /// What both changed differently.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.merged.conflicts
    }

    /// Whether there is nothing to merge.
    pub fn is_empty(&self) -> bool {
        self.conflicts().is_empty() && self.brings.is_empty()
    }

    /// The merged version: ours where nothing was chosen. It says that it was made from the file and from ours, so that the
    /// next one from the same person is compared with this one.
    pub fn outcome(&self, choices: &Choices) -> Workspace {
        let mut sides = Sides::default();
        for (conflict, side) in self.conflicts().iter().zip(choices) {
            sides.choose(conflict, side.unwrap_or(Side::Ours));
        }
        made_of(&self.theirs, &self.ours, Workspace { id: Some(self.id), ..self.merged.outcome(&sides) })
    }

    /// The touchpoints that are here and that the merge changes, or asks about.
    pub fn touched(&self) -> HashSet<Id> {
        let brought = self.brings.iter().map(|entity| &entity.path);
        let asked = self.conflicts().iter().map(|conflict| &conflict.path);
        brought.chain(asked).flat_map(touchpoints).collect()
    }
}

/// The touchpoints at a place: itself, or the two ends of a step.
pub fn touchpoints(path: &Path) -> Vec<Id> {
    let step = path.key_after("steps").and_then(|key| key.split_once('/'));
    let ends = step.map(|(from, to)| [Id::new(from), Id::new(to)]);
    match ends {
        Some(ends) => ends.into_iter().flatten().collect(),
        None => path.key_after("touchpoints").and_then(Id::new).into_iter().collect(),
    }
}
