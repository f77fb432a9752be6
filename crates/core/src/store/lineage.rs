//! What a tab's version descends from: so that two tabs know from where on they went apart.
//!
//! It is not always the generation a tab stood on: browsers tell tabs of one another's writes a moment late, so two
//! may write the same generation, of which one is lost in the storage and still there in the tab that wrote it.

use super::join::join_by;
use super::key::Name;
use super::manifest::Manifest;
use crate::merge::Merge;
use crate::model::Workspace;

/// How many generations are remembered: more than tabs can write before they hear of each other.
const REMEMBERED: usize = 128;

/// How often what two versions have in common is itself made of versions that went apart, before one of them must do.
const DEPTH: usize = 4;

/// The generations whose changes are in the version of a tab.
#[derive(Clone, Debug, Default)]
pub struct Lineage {
    /// The names of their manifests' texts, the oldest first.
    names: Vec<Name>,
    /// Those of them that this tab has seen.
    seen: Vec<Seen>,
    /// Generations that went another way and cannot be read any more.
    lost: Vec<Name>,
}

/// A generation that this tab has seen. Versions share what did not change.
#[derive(Clone, Debug)]
struct Seen {
    name: Name,
    ancestors: Vec<Name>,
    version: Workspace,
}

impl Lineage {
    /// The names to write into a manifest.
    pub fn names(&self) -> &[Name] {
        &self.names
    }

    /// Adds a generation that this tab wrote: it descends from all the others.
    pub fn add_own(&mut self, stamp: Name, version: &Workspace) {
        let mut ancestors = self.names.clone();
        ancestors.retain(|name| *name != stamp);
        self.add(stamp, &ancestors, version);
    }

    /// Adds a generation that this tab read, with the generations before it.
    pub fn add(&mut self, stamp: Name, ancestors: &[Name], version: &Workspace) {
        let ancestors = ancestors[ancestors.len().saturating_sub(REMEMBERED)..].to_vec();
        self.note(&ancestors);
        self.note(&[stamp]);
        self.seen.retain(|seen| seen.name != stamp);
        self.seen.push(Seen { name: stamp, ancestors, version: version.clone() });
        self.seen.drain(..self.seen.len().saturating_sub(REMEMBERED));
    }

    fn note(&mut self, names: &[Name]) {
        for name in names {
            // A name that comes again is as old as it was first.
            if !self.names.contains(name) {
                self.names.push(*name);
            }
        }
        self.names.drain(..self.names.len().saturating_sub(REMEMBERED));
    }

    /// Whether a generation went another way than this tab, from a version that it has seen.
    pub fn is_apart(&self, stamp: Name, manifest: &Manifest) -> bool {
        let mut theirs = self.seen.iter().filter(|seen| manifest.ancestors.contains(&seen.name));
        !self.has(stamp) && theirs.next().is_some()
    }

    /// Whether the changes of a generation are here, but it itself was never seen.
    pub fn is_unseen(&self, name: Name) -> bool {
        self.names.contains(&name) && self.seen.iter().all(|seen| seen.name != name)
    }

    /// Whether what a generation changed is here, or cannot be had.
    pub fn has(&self, stamp: Name) -> bool {
        self.names.contains(&stamp) || self.lost.contains(&stamp)
    }

    /// Does not ask for a generation again that cannot be read. It is no ancestor: what it changed is not here.
    pub fn give_up(&mut self, stamp: Name) {
        self.lost.push(stamp);
        self.lost.drain(..self.lost.len().saturating_sub(REMEMBERED));
    }

    /// Adds all that another one remembers.
    pub fn extend(&mut self, other: Self) {
        self.note(&other.names);
        for Seen { name, ancestors, version } in other.seen {
            self.add(name, &ancestors, &version);
        }
    }

    /// The version from which on another generation and this tab went apart, as far as both remember.
    pub fn common(&self, merge: Merge, stamp: Name, manifest: &Manifest) -> Option<Workspace> {
        self.base(merge, &self.names, &[&*manifest.ancestors, &[stamp]].concat(), DEPTH)
    }

    /// What two versions have in common that descend from these. Where tabs joined the same versions, each for itself,
    /// there are several that neither descends from the other: what they make together is it.
    fn base(&self, merge: Merge, ours: &[Name], theirs: &[Name], depth: usize) -> Option<Workspace> {
        let common = |seen: &&Seen| ours.contains(&seen.name) && theirs.contains(&seen.name);
        let all: Vec<&Seen> = self.seen.iter().filter(common).collect();
        let last = |seen: &&&Seen| all.iter().all(|other| !other.ancestors.contains(&seen.name));
        let mut last = all.iter().rev().filter(last);
        let first = last.next()?;
        let mut version = first.version.clone();
        let mut names = [&*first.ancestors, &[first.name]].concat();
        for next in last.filter(|_| depth > 0) {
            let of_next = [&*next.ancestors, &[next.name]].concat();
            let before = self.base(merge, &names, &of_next, depth - 1).unwrap_or_default();
            version = join_by(merge, &before, &version, &next.version).workspace;
            names.extend(of_next);
        }
        Some(version)
    }
}
