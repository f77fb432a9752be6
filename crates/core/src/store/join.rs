//! Several tabs on one workspace: what others saved is joined before a tab saves.

use super::draft::Chunked;
use super::free::finish_deletion;
use super::key::{Name, Part};
use super::key_value::{KeyValue, StoreError};
use super::load::{LoadError, load, newest_first, read_generation};
use super::manifest::Manifest;
use super::program::Program;
use super::save::{SaveError, Saved, Saver};
use super::shelf::Shelf;
use crate::merge::{Choices, Merge, Merged, Side, merge, sharing};
use crate::model::Workspace;

/// How many saves of others are joined before giving up for now: each of them takes another tab a save.
const ATTEMPTS: usize = 16;

/// What a tab shows after others have saved.
#[derive(Clone, Debug)]
pub struct Joined {
    /// What this tab had and what others saved, in one; at conflicts what this tab had.
    pub workspace: Workspace,
    /// What was changed differently here and there.
    pub clashes: Vec<Clash>,
}

impl Joined {
    fn only(version: &Workspace) -> Self {
        Self { workspace: version.clone(), clashes: Vec::new() }
    }
}

/// What one merge could not settle, with the versions it was about.
#[derive(Clone, Debug)]
pub struct Clash {
    /// The version both started from.
    pub base: Workspace,
    /// What this tab had.
    pub ours: Workspace,
    /// What another tab had saved.
    pub theirs: Workspace,
    /// What was changed differently, and what comes out of it.
    pub merged: Merged,
}

impl Clash {
    /// The present version with what the other tab had at a conflict; `None` where there is no such conflict.
    pub fn take_theirs(&self, present: &Workspace, conflict: usize) -> Option<Workspace> {
        let mut choices = Choices::default();
        choices.choose(self.merged.conflicts.get(conflict)?, Side::Theirs);
        // What was changed since stays.
        Some(carried(&self.merged.workspace, &self.merged.outcome(&choices), present))
    }
}

/// Puts what came in when `after` took the place of `before` also into another version; what came in counts where both
/// changed the same.
pub fn carried(before: &Workspace, after: &Workspace, version: &Workspace) -> Workspace {
    merge(before, after, version).workspace
}

/// What came of joining and saving.
#[derive(Debug)]
pub struct Synced {
    /// What to show now, where another tab had saved; even where saving failed then.
    pub joined: Option<Joined>,
    /// Whether it is saved.
    pub result: Result<Saved, SaveError>,
}

impl Saver {
    /// Saves the version of this tab; where others saved meanwhile, joins what they changed first. With nothing changed
    /// here, what they saved is what to show, and nothing is written.
    ///
    /// Tabs that take turns at this end with the same version, in which is what all of them changed.
    pub fn sync(&mut self, store: &dyn KeyValue, ours: &Workspace, saved_at: &str) -> Synced {
        self.sync_by(Some(merge), store, ours, saved_at)
    }

    /// [`sync`](Self::sync) where merging may not be at hand yet: then nothing is joined, and what others saved stops the
    /// save with [`SaveError::ChangedElsewhere`].
    pub fn sync_by(
        &mut self,
        merge: Option<Merge>,
        store: &dyn KeyValue,
        ours: &Workspace,
        saved_at: &str,
    ) -> Synced {
        let mut joined: Option<Joined> = None;
        let mut result = self.save(store, ours, saved_at);
        let Some(merge) = merge else { return Synced { joined, result } };
        for _ in 0..ATTEMPTS {
            if !matches!(result, Err(SaveError::ChangedElsewhere { .. })) {
                break;
            }
            let present = joined.as_ref().map_or(ours, |joined| &joined.workspace);
            match self.join(merge, store, present) {
                Ok(Joined { workspace, clashes }) => {
                    let joined =
                        joined.get_or_insert(Joined { workspace: ours.clone(), clashes: Vec::new() });
                    joined.workspace = workspace;
                    joined.clashes.extend(clashes);
                    result = self.save(store, &joined.workspace, saved_at);
                }
                Err(error) => result = Err(error),
            }
        }
        Synced { joined, result }
    }

    /// Whether everything that was saved is gone, because another tab deleted it.
    ///
    /// # Errors
    /// Where the store cannot be used.
    pub fn is_gone(&self, store: &dyn KeyValue) -> Result<bool, StoreError> {
        Ok(self.base.is_some() && Shelf::new(store, self.id).manifests()?.is_empty())
    }

    /// Whether the version last saved needs what is stored under this part.
    pub fn needs(&self, part: Part) -> bool {
        match part {
            Part::Chunk(name) => self.last.iter().flat_map(Chunked::chunks).any(|chunk| chunk.name == name),
            Part::Manifest(_) => true,
            // What counts stands in a place as well.
            Part::Head(_) | Part::Version(_) | Part::SetAside(_) | Part::Newest | Part::Deleted => false,
        }
    }

    /// The name of the manifest this saver stands on.
    fn stamp(&self) -> Option<Name> {
        self.base.map(|base| base.stamp)
    }

    pub(super) fn is_before_base(&self, manifest: &Manifest) -> bool {
        self.base.is_some_and(|base| manifest.generation < base.generation)
    }

    /// Stands on what another saver loaded, and still knows what this one wrote.
    fn take_place_of(&mut self, loaded: Self) {
        let before = std::mem::replace(self, loaded);
        self.known.extend(before.known);
        self.own.extend(before.own);
        self.program = before.program;
        self.beside = before.beside;
        self.unlocked = before.unlocked;
        let loaded = std::mem::replace(&mut self.lineage, before.lineage);
        self.lineage.extend(loaded);
    }

    /// Keeps the version it was loaded with in another copy of it, which shares with others what is the same.
    fn share(&mut self, version: &Workspace) {
        if let (Some(last), Some(base)) = (&mut self.last, self.base) {
            last.workspace = version.clone();
            self.lineage.add_own(base.stamp, version);
        }
    }

    /// Goes on although a newer version of the program saved: for a person who has no newer one.
    pub fn write_beside(&mut self, program: Program) {
        self.beside = self.beside.max(program);
    }

    /// Joins one generation that others saved, and stands on it from now on.
    fn join(&mut self, merge: Merge, store: &dyn KeyValue, ours: &Workspace) -> Result<Joined, SaveError> {
        let shelf = Shelf::new(store, self.id());
        finish_deletion(&shelf)?;
        let stored = shelf.manifests()?;
        let generations = newest_first(&stored);
        if let Some((stamp, manifest)) = self.apart(&stored, &generations) {
            let Ok(opened) = read_generation(&shelf, manifest)? else {
                // Its tab still has it, and joins it when it hears of this one's saves.
                self.lineage.give_up(stamp);
                return Ok(Joined::only(ours));
            };
            let theirs = sharing(ours, &opened.workspace);
            let base = self.common(merge, &shelf, &generations, (stamp, manifest))?;
            let joined = join_by(merge, &base, ours, &theirs);
            self.lineage.add(stamp, &manifest.ancestors, &theirs);
            return Ok(joined);
        }
        match load(store, self.id()) {
            Ok(loaded) => {
                if let Some(version) = loaded.newer_version {
                    self.take_place_of(loaded.saver);
                    return Err(SaveError::NewerVersion(version));
                }
                let theirs = sharing(ours, &loaded.workspace);
                let stamp = loaded.saver.stamp();
                let found = generations.iter().find(|(name, _)| Some(*name) == stamp);
                // Where it is gone again another tab saved, and the next attempt joins that.
                let joined = match found {
                    Some(found) => {
                        join_by(merge, &self.common(merge, &shelf, &generations, *found)?, ours, &theirs)
                    }
                    None => Joined::only(ours),
                };
                let mut saver = loaded.saver;
                saver.share(&theirs);
                self.take_place_of(saver);
                self.give_up_heads(&stored);
                Ok(joined)
            }
            Err(LoadError::Unreadable { saver, .. }) => {
                self.take_place_of(*saver);
                Ok(Joined::only(ours))
            }
            // Deleted just now: what is here is kept by the save that follows.
            Err(LoadError::Missing) => Ok(Joined::only(ours)),
            Err(LoadError::Store(error)) => Err(error.into()),
        }
    }
}

/// What two made of one version, in one; ours counts where both changed the same. The one place where tabs are merged.
pub fn join_by(merge: Merge, base: &Workspace, ours: &Workspace, theirs: &Workspace) -> Joined {
    if ours == base || ours == theirs {
        return Joined::only(theirs);
    }
    if theirs == base {
        return Joined::only(ours);
    }
    let merged = merge(base, ours, theirs);
    let workspace = merged.workspace.clone();
    let mut clashes = Vec::new();
    if !merged.conflicts.is_empty() {
        let [base, ours, theirs] = [base, ours, theirs].map(Workspace::clone);
        clashes.push(Clash { base, ours, theirs, merged });
    }
    Joined { workspace, clashes }
}
