//! What a tab's version descends from: so that two tabs know from where on they went apart.
//!
//! It is not always the generation a tab stood on: browsers tell tabs of one another's writes a moment late, so two
//! may write the same generation, of which one is lost in the storage and still there in the tab that wrote it.

use super::key::Name;
use super::manifest::Manifest;
use crate::model::Workspace;

/// How many generations are remembered: more than tabs can write before they hear of each other.
const REMEMBERED: usize = 32;

/// The generations whose changes are in the version of a tab.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// The names of their manifests' texts, the oldest first.
    names: Vec<Name>,
    /// Those of them that this tab has seen. Versions share what did not change.
    seen: Vec<(Name, Workspace)>,
    /// Generations that went another way and cannot be read any more.
    lost: Vec<Name>,
}

impl Lineage {
    /// The names to write into a manifest.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Adds a generation that this tab wrote or read, with the generations before it.
    pub fn add(&mut self, stamp: Name, ancestors: &[Name], version: &Workspace) {
        let late = ancestors.len().saturating_sub(REMEMBERED);
        for name in ancestors[late..].iter().chain([&stamp]) {
            // A name that comes again is as old as it was first.
            if !self.names.contains(name) {
                self.names.push(*name);
            }
        }
        self.names.drain(..self.names.len().saturating_sub(REMEMBERED));
        self.seen.retain(|(name, _)| *name != stamp);
        self.seen.push((stamp, version.clone()));
        self.seen.drain(..self.seen.len().saturating_sub(REMEMBERED));
    }

    /// Whether a generation went another way than this tab, from a version that it has seen.
    pub fn is_apart(&self, stamp: Name, manifest: &Manifest) -> bool {
        !self.names.contains(&stamp) && !self.lost.contains(&stamp) && self.common(stamp, manifest).is_some()
    }

    /// Does not ask for a generation again that cannot be read. It is no ancestor: what it changed is not here.
    pub fn give_up(&mut self, stamp: Name) {
        self.lost.push(stamp);
        self.lost.drain(..self.lost.len().saturating_sub(REMEMBERED));
    }

    /// Adds all that another one remembers.
    pub fn extend(&mut self, other: Self) {
        for (name, version) in other.seen {
            self.add(name, &other.names, &version);
        }
    }

    /// The version from which on another generation and this tab went apart, as far as both remember.
    pub fn common(&self, stamp: Name, manifest: &Manifest) -> Option<&Workspace> {
        let in_both = |name: &Name| *name == stamp || manifest.ancestors.contains(name);
        self.seen.iter().rev().find(|(name, _)| in_both(name)).map(|(_, version)| version)
    }
}
