//! Setting aside what cannot be read: kept under keys of its own, out of the way of what is saved.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{Name, Part, Slot};
use super::key_value::StoreError;
use super::manifest::Manifest;
use super::save::{SaveError, Saver};
use super::shelf::{Shelf, Stored};
use crate::sort::Gather;

impl Saver {
    /// The texts to keep beside the two places of manifests, by name: manifests that cannot be read, and,
    /// where chunks are there without any manifest, a note that they were.
    pub(super) fn to_set_aside(
        &self,
        shelf: &Shelf<'_>,
        stored: &[Stored],
        before: &BTreeSet<Part>,
    ) -> Result<BTreeMap<Name, String>, StoreError> {
        let unreadable = |found: &&Stored| found.manifest.is_none() || self.unreadable.contains(&found.stamp);
        let mut aside: BTreeMap<Name, String> =
            stored.iter().filter(unreadable).map(|found| (found.stamp, found.text.clone())).gather();
        let is_aside = |part: &Part| matches!(part, Part::SetAside(_));
        if stored.is_empty() && self.base.is_none() && !before.iter().any(is_aside) {
            let versions = shelf.versions()?.into_iter().filter_map(|(_, record)| record);
            let kept: BTreeSet<Name> = versions.flat_map(|record| record.content.names()).gather();
            let foreign: Vec<String> = before
                .iter()
                .copied()
                .filter_map(Part::chunk)
                .filter(|name| !self.own.contains(name) && !kept.contains(name))
                .map(|name| name.to_string())
                .collect();
            if !foreign.is_empty() {
                let note = foreign.join("\n");
                aside.insert(Name::of(&note), note);
            }
        }
        Ok(aside)
    }
}

/// Makes sure that the manifest stands, and empties the place of one that was set aside.
pub(super) fn settle(
    shelf: &Shelf<'_>,
    (target, text): (Slot, &str),
    aside: &BTreeMap<Name, String>,
    stored: &[Stored],
) -> Result<(), SaveError> {
    match shelf.get(Part::Manifest(target))? {
        Some(found) if found == text => {}
        Some(found) => {
            let saved_at = Manifest::parse(&found).map_or_else(String::new, |manifest| manifest.saved_at);
            return Err(SaveError::ChangedElsewhere { saved_at });
        }
        None => return Err(StoreError::Blocked.into()),
    }
    let target = Part::Manifest(target);
    for found in stored.iter().filter(|found| found.part != target && aside.contains_key(&found.stamp)) {
        // Where it stays, the next save sets it aside again, under the same key.
        let _ = shelf.remove(found.part);
    }
    Ok(())
}
