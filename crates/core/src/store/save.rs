//! Saving: new chunks, then the manifest of the older generation, then freeing what neither names.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use super::aside::settle;
use super::chunk::{ChunkRef, MAX_INFLATED};
use super::draft::{Chunked, Draft, Reuse};
use super::free::{Unneeded, finish_deletion, sweep};
use super::key::{Name, Part, Slot};
use super::key_value::{KeyValue, StoreError};
use super::lineage::Lineage;
use super::manifest::Manifest;
use super::program::Program;
use super::room::{Yields, make_room, write_all};
use super::shelf::{Shelf, Stored};
use crate::format::crosslane::Opened;
use crate::model::{Id, Workspace};

/// How often a save starts again because another tab freed a chunk under it.
const ATTEMPTS: usize = 3;

/// Why a version was not saved. What was saved before is still there.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The store is full, blocked, or failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another tab saved the workspace since this one loaded or saved it; `saved_at` is what it said.
    #[error("saved elsewhere at {saved_at}")]
    ChangedElsewhere {
        /// When the other save was, as its caller said.
        saved_at: String,
    },
    /// The workspace comes from a newer version of the program, which knows more of it.
    #[error("file format version {0} is newer than this program")]
    NewerVersion(u64),
    /// A newer version of the program saved the workspace: this one must not write over what it may not know.
    #[error("saved by a newer program")]
    NewerProgram(Program),
    /// More than [`MAX_INFLATED`] bytes.
    #[error("{0} bytes are too many")]
    TooLarge(u64),
}

/// What a save did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// Which save it was, from 1; the one before where nothing had changed.
    pub generation: u64,
    /// How many chunks were written.
    pub chunks: usize,
    /// How many versions kept by hand were given up because the store was full.
    pub given_up: usize,
}

/// The generation a saver stands on.
#[derive(Clone, Copy, Debug)]
pub struct Base {
    /// The name of the manifest's text.
    pub stamp: Name,
    /// Which save it was, from 1.
    pub generation: u64,
}

/// Saves the versions of one workspace, writing only what changed.
#[derive(Clone, Debug)]
pub struct Saver {
    pub(super) id: Id,
    pub(super) base: Option<Base>,
    pub(super) last: Option<Chunked>,
    /// Chunks known to be right, because this saver wrote or read them.
    pub(super) known: BTreeMap<Name, ChunkRef>,
    /// Chunks this saver wrote where none was before: no older manifest can need them.
    pub(super) own: BTreeSet<Name>,
    /// Manifests, by the names of their texts, whose generation could not be read.
    pub(super) unreadable: BTreeSet<Name>,
    pub(super) newer_version: Option<u64>,
    pub(super) lineage: Lineage,
    /// Whether other tabs may be saving at the same moment.
    pub(super) unlocked: bool,
    /// Chunks that nothing needs, as far as this saver has heard.
    unneeded: Unneeded,
    /// The version of this program.
    pub(super) program: Program,
    /// The newest version of the program whose saves may be written over.
    pub(super) beside: Program,
}

impl Saver {
    /// A saver of a workspace that is not in the store yet.
    pub fn new(id: Id) -> Self {
        Self::in_place_of(id, BTreeSet::new())
    }

    /// A saver that sets aside what could not be read.
    pub(super) fn in_place_of(id: Id, unreadable: BTreeSet<Name>) -> Self {
        Self {
            id,
            base: None,
            last: None,
            known: BTreeMap::new(),
            own: BTreeSet::new(),
            unreadable,
            newer_version: None,
            lineage: Lineage::default(),
            unlocked: false,
            unneeded: Unneeded::new(),
            program: Program::this(),
            beside: Program::this(),
        }
    }

    /// A saver of a workspace that was loaded.
    pub(super) fn loaded(
        id: Id,
        base: Base,
        unreadable: BTreeSet<Name>,
        manifest: &Manifest,
        opened: &Opened,
    ) -> Self {
        let mut lineage = Lineage::default();
        lineage.add(base.stamp, &manifest.ancestors, &opened.workspace);
        Self {
            base: Some(base),
            lineage,
            last: Some(Chunked {
                workspace: opened.workspace.clone(),
                shared: manifest.shared,
                journeys: manifest.journeys.clone(),
            }),
            known: manifest.chunks().map(|chunk| (chunk.name, *chunk)).collect(),
            newer_version: opened.newer_version,
            ..Self::in_place_of(id, unreadable)
        }
    }

    /// The identifier the workspace is stored under.
    pub fn id(&self) -> Id {
        self.id
    }

    /// The version last loaded or saved: the common base where another tab saved since.
    pub fn last(&self) -> Option<&Workspace> {
        self.last.as_ref().map(|last| &last.workspace)
    }

    /// The generation it stands on; 0 where nothing was saved yet.
    pub fn generation(&self) -> u64 {
        self.base.map_or(0, |base| base.generation)
    }

    /// The version of the file format where it is newer than this program's: nothing is saved then.
    pub(super) fn newer_version(&self) -> Option<u64> {
        self.newer_version
    }

    /// Saves a version; `saved_at` is the time as text, for lists. Writes nothing where nothing changed.
    ///
    /// A generation that could not be loaded is set aside: its manifest is kept under another key, and its
    /// chunks are not freed, until [`discard_set_aside`](super::discard_set_aside). Where the store is
    /// full, kept versions without a name make room, then the generation before the last, then versions with a name;
    /// nothing is given up unless that makes enough room.
    ///
    /// # Errors
    /// Where it could not be saved whole. What was saved before is still there and loads.
    pub fn save(
        &mut self,
        store: &dyn KeyValue,
        workspace: &Workspace,
        saved_at: &str,
    ) -> Result<Saved, SaveError> {
        if let Some(version) = self.newer_version {
            return Err(SaveError::NewerVersion(version));
        }
        let shelf = Shelf::new(store, self.id);
        finish_deletion(&shelf)?;
        let (mut chunks, mut given_up) = (0, 0);
        for _ in 0..ATTEMPTS {
            let saved = self.attempt((store, &shelf), workspace, saved_at)?;
            chunks += saved.chunks;
            given_up += saved.given_up;
            if self.is_there(&shelf)? {
                return Ok(Saved { chunks, given_up, ..saved });
            }
        }
        Err(SaveError::ChangedElsewhere { saved_at: saved_at.to_owned() })
    }

    /// Saves a version beside what others saved, as a [head](super::heads): for a tab that is closed before it can join the
    /// two. Whoever opens the workspace next joins them.
    ///
    /// # Errors
    /// Where it could not be saved whole, or a newer version of the program saved the workspace.
    pub fn save_apart(
        &mut self,
        store: &dyn KeyValue,
        workspace: &Workspace,
        saved_at: &str,
    ) -> Result<(), SaveError> {
        if let Some(version) = self.newer_version {
            return Err(SaveError::NewerVersion(version));
        }
        let shelf = Shelf::new(store, self.id);
        finish_deletion(&shelf)?;
        let stored = shelf.manifests()?;
        self.refuse_if_newer(&stored)?;
        let before = shelf.parts()?;
        let draft = self.draft(workspace, &before);
        // No newer than what it went apart from: what others saved since is not taken for older.
        let text = self.manifest(&draft, self.generation(), saved_at)?.write();
        let stamp = Name::of(&text);
        let mut writes: Vec<(Part, &str)> =
            draft.fresh.iter().map(|(name, text)| (Part::Chunk(*name), text.as_str())).collect();
        writes.push((Part::Head(stamp), &text));
        write_all(&shelf, &writes, &before)?;
        self.note_chunks(&draft, &before);
        self.lineage.add_own(stamp, workspace);
        Ok(())
    }

    /// The manifest of a draft, as this generation.
    fn manifest(&self, draft: &Draft, generation: u64, saved_at: &str) -> Result<Manifest, SaveError> {
        let manifest = Manifest {
            program: self.program,
            ancestors: self.lineage.names().to_vec(),
            ..draft.manifest(generation, saved_at)
        };
        if manifest.inflated() > MAX_INFLATED {
            return Err(SaveError::TooLarge(manifest.inflated()));
        }
        Ok(manifest)
    }

    fn attempt(
        &mut self,
        (store, shelf): (&dyn KeyValue, &Shelf<'_>),
        workspace: &Workspace,
        saved_at: &str,
    ) -> Result<Saved, SaveError> {
        let stored = shelf.manifests()?;
        self.refuse_if_newer(&stored)?;
        self.refuse_if_changed(&stored)?;
        let before = shelf.parts()?;
        let draft = self.draft(workspace, &before);
        let aside = self.to_set_aside(shelf, &stored, &before)?;
        if let Some(base) = self.unchanged(&stored, &draft).filter(|_| aside.is_empty()) {
            return Ok(Saved { generation: base.generation, chunks: 0, given_up: 0 });
        }
        let manifest = self.manifest(&draft, self.next_generation(&stored), saved_at)?;
        let (text, target) = (manifest.write(), self.target(&stored));
        let base = Base { stamp: Name::of(&text), generation: manifest.generation };
        let mut writes: Vec<(Part, &str)> =
            aside.iter().map(|(name, text)| (Part::SetAside(*name), text.as_str())).collect();
        writes.extend(draft.fresh.iter().map(|(name, text)| (Part::Chunk(*name), text.as_str())));
        if self.unlocked {
            writes.push((Part::Head(base.stamp), &text));
        }
        writes.push((Part::Manifest(target), &text));
        let given_up = self.write((store, shelf), &stored, &writes, &before, &manifest)?;
        let chunks = draft.fresh.len();
        self.take(draft, base, &before);
        settle(shelf, (target, &text), &aside, &stored)?;
        self.remove_heads(shelf, &stored);
        // Without room for it nobody notices should this manifest go missing; it stands all the same.
        let _ = shelf.set(Part::Newest, &base.generation.to_string());
        // What stays because the store failed is freed by a later save.
        let _ = sweep(shelf, &self.own, self.unlocked.then_some(&mut self.unneeded));
        Ok(Saved { generation: manifest.generation, chunks, given_up })
    }

    fn refuse_if_newer(&self, stored: &[Stored]) -> Result<(), SaveError> {
        let newer = |manifest: &Manifest| manifest.program > self.beside.max(self.program);
        let mut found = stored.iter().filter_map(|found| found.manifest.as_ref());
        found
            .find(|manifest| newer(manifest))
            .map_or(Ok(()), |manifest| Err(SaveError::NewerProgram(manifest.program)))
    }

    /// A save of another tab must not be overwritten.
    fn refuse_if_changed(&self, stored: &[Stored]) -> Result<(), SaveError> {
        for found in stored {
            let Some(manifest) = &found.manifest else { continue };
            let ours = self.base.is_some_and(|base| found.stamp == base.stamp);
            // Every head is joined that is not; in the two places what is older than all that is remembered may stand.
            let older = self.lineage.has(found.stamp)
                || !found.is_head()
                    && self.is_before_base(manifest)
                    && !self.lineage.is_apart(found.stamp, manifest);
            if !ours && !older && !self.unreadable.contains(&found.stamp) {
                return Err(SaveError::ChangedElsewhere { saved_at: manifest.saved_at.clone() });
            }
        }
        Ok(())
    }

    pub(super) fn draft(&self, workspace: &Workspace, before: &BTreeSet<Part>) -> Draft {
        let present = before.iter().copied().filter_map(Part::chunk).collect();
        Draft::new(workspace, Reuse { last: self.last.as_ref(), known: &self.known, present: &present })
    }

    /// The generation this saver stands on, if it is in its place and holds what the draft holds.
    fn unchanged(&self, stored: &[Stored], draft: &Draft) -> Option<Base> {
        let base = self.base?;
        let last = self.last.as_ref()?;
        let same = draft.fresh.is_empty()
            && draft.chunked.shared == last.shared
            && draft.chunked.journeys == last.journeys;
        (same && stored.iter().any(|found| found.stamp == base.stamp)).then_some(base)
    }

    fn next_generation(&self, stored: &[Stored]) -> u64 {
        let stored = stored.iter().filter_map(|found| Some(found.manifest.as_ref()?.generation)).max();
        stored.max(self.base.map(|base| base.generation)).map_or(1, |last| last + 1)
    }

    /// The place to write to: not that of the generation this saver stands on, or of the only good one.
    fn target(&self, stored: &[Stored]) -> Slot {
        let ours = |found: &&Stored| self.base.is_some_and(|base| found.stamp == base.stamp);
        let good = |found: &&Stored| found.manifest.is_some() && !self.unreadable.contains(&found.stamp);
        let mut placed = stored.iter().filter(|found| found.slot().is_some());
        let kept = placed.clone().find(ours).or_else(|| placed.find(good));
        kept.and_then(Stored::slot).map_or(Slot::A, Slot::other)
    }

    /// Writes everything, making room if need be; tells how many versions with a name that cost.
    fn write(
        &self,
        (store, shelf): (&dyn KeyValue, &Shelf<'_>),
        stored: &[Stored],
        writes: &[(Part, &str)],
        before: &BTreeSet<Part>,
        manifest: &Manifest,
    ) -> Result<usize, StoreError> {
        let Err(error) = write_all(shelf, writes, before) else { return Ok(0) };
        let base = stored.iter().find(|found| self.base.is_some_and(|base| found.stamp == base.stamp));
        let base = base.and_then(|found| Some((found.stamp, found.manifest.as_ref()?)));
        // Where nothing is saved yet, or only what cannot be read, no generation is given up.
        let yields = base.map_or(Yields::Unnamed, |(stamp, base)| Yields::AllBut(stamp, base));
        if error == StoreError::Full
            && let Some(given_up) = make_room(store, shelf, yields, &manifest.names(), writes)?
        {
            return write_all(shelf, writes, &shelf.parts()?).map(|()| given_up);
        }
        Err(error)
    }

    fn take(&mut self, draft: Draft, base: Base, before: &BTreeSet<Part>) {
        self.note_chunks(&draft, before);
        self.base = Some(base);
        self.unreadable.clear();
        self.lineage.add_own(base.stamp, &draft.chunked.workspace);
        self.last = Some(draft.chunked);
    }

    /// Notes that the chunks of a draft were written or are there.
    pub(super) fn note_chunks(&mut self, draft: &Draft, before: &BTreeSet<Part>) {
        let new = draft.fresh.keys().filter(|name| !before.contains(&Part::Chunk(**name)));
        self.own.extend(new);
        self.known.extend(draft.chunked.chunks().map(|chunk| (chunk.name, *chunk)));
    }

    /// Whether every chunk of the version just saved is there: another tab may have freed one before its
    /// manifest stood.
    fn is_there(&mut self, shelf: &Shelf<'_>) -> Result<bool, StoreError> {
        let present = shelf.chunks()?;
        self.known.retain(|name, _| present.contains(name));
        self.own.retain(|name| present.contains(name));
        Ok(self.last.iter().flat_map(Chunked::chunks).all(|chunk| present.contains(&chunk.name)))
    }
}
