//! Heads: what tabs save while nothing keeps the others from saving as well.
//!
//! Tabs without a lock write over one another's manifests before they hear of them. So what such a tab saves stands
//! a second time under a key that no other tab writes: the name of its own text. A head is removed by a tab that has what
//! it changed, and whose own head stands. So at every moment, whoever was closed meanwhile, the heads hold together all
//! that was saved.

use super::key::{Name, Part};
use super::key_value::StoreError;
use super::load::read_generation;
use super::manifest::Manifest;
use super::save::Saver;
use super::shelf::{Shelf, Stored};
use crate::merge::Merge;
use crate::model::Workspace;

/// For how many generations a head stays that others have in them.
const STAY: u64 = 4;

/// A generation by the name of its manifest's text.
type Generation<'a> = (Name, &'a Manifest);

impl Saver {
    /// Says whether other tabs may save at the same moment as the next saves of this one: because the browser has no locks,
    /// or nobody can wait for one.
    pub fn set_unlocked(&mut self, unlocked: bool) {
        self.unlocked = unlocked;
    }

    /// A generation that went another way than ours, and is not the newest: one that others wrote over ours, or one of
    /// several at once.
    pub(super) fn apart<'a>(
        &self,
        stored: &[Stored],
        generations: &[Generation<'a>],
    ) -> Option<Generation<'a>> {
        let is_head = |stamp: Name| stored.iter().any(|found| found.stamp == stamp && found.is_head());
        // The newest first: what older ones changed may be in it.
        if generations.first().is_some_and(|(stamp, _)| is_head(*stamp) && !self.lineage.has(*stamp)) {
            return None;
        }
        generations.iter().copied().find(|(stamp, manifest)| {
            is_head(*stamp) && !self.lineage.has(*stamp)
                || self.is_before_base(manifest) && self.lineage.is_apart(*stamp, manifest)
        })
    }

    /// The version from which on a generation and ours went apart.
    pub(super) fn common(
        &mut self,
        merge: Merge,
        shelf: &Shelf<'_>,
        generations: &[Generation<'_>],
        (stamp, manifest): Generation<'_>,
    ) -> Result<Workspace, StoreError> {
        for (name, found) in generations.iter().filter(|(name, _)| manifest.ancestors.contains(name)) {
            // What came to both by way of a third tab.
            if self.lineage.is_unseen(*name)
                && let Ok(opened) = read_generation(shelf, found)?
            {
                self.lineage.add(*name, &found.ancestors, &opened.workspace);
            }
        }
        if let Some(version) = self.lineage.common(merge, stamp, manifest) {
            return Ok(version);
        }
        // As long as our head stands, nobody has what is in it: it is no version that others went on from.
        let ours = self.base.map(|base| Part::Head(base.stamp));
        let stands = ours.map_or(Ok(None), |ours| shelf.get(ours))?.is_some();
        Ok(self.last().filter(|_| !stands).cloned().unwrap_or_default())
    }

    /// After a save: removes the heads of which it has everything. The last ones before it stay, as what others went on
    /// from that have not heard of it.
    pub(super) fn remove_heads(&self, shelf: &Shelf<'_>, stored: &[Stored]) {
        let Some(base) = self.base else { return };
        for found in
            stored.iter().filter(|found| found.is_head() && self.lineage.names().contains(&found.stamp))
        {
            if found.manifest.as_ref().is_some_and(|manifest| manifest.generation + STAY < base.generation) {
                // What stays is removed by the next save.
                let _ = shelf.remove(found.part);
            }
        }
    }

    /// Does not wait for heads that cannot be read: the tabs that saved them have them.
    pub(super) fn give_up_heads(&mut self, stored: &[Stored]) {
        for found in stored.iter().filter(|found| found.is_head()) {
            if self.unreadable.remove(&found.stamp) {
                self.lineage.give_up(found.stamp);
            }
        }
    }
}
