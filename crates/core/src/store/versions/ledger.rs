//! Who names which chunk: what versions cost, and what giving one up frees.

use std::collections::{BTreeMap, BTreeSet};

use super::record::Record;
use crate::model::Id;
use crate::sort::{Gather, Sort};
use crate::store::key::{Key, Name, Part};
use crate::store::key_value::{KeyValue, StoreError, units};
use crate::store::shelf::Shelf;

/// The kept versions of a store, and the chunks that only they need.
#[derive(Clone, Default)]
pub struct Ledger {
    shelves: BTreeMap<Id, Held>,
}

/// What is held of one workspace.
#[derive(Clone, Default)]
struct Held {
    /// Chunks that generations need, and those of the saves that were set aside.
    fixed: BTreeSet<Name>,
    /// The versions, and the units of their records.
    versions: BTreeMap<Id, (Record, usize)>,
    /// The units of the key of a chunk.
    chunk_key: usize,
}

impl Ledger {
    /// Reads the manifests of every workspace of which versions are kept. A workspace with a manifest that cannot be
    /// read is left out: nobody knows what its chunks are needed for.
    pub fn read(store: &dyn KeyValue) -> Result<Self, StoreError> {
        let mut keys: Vec<Key> = store.keys()?.iter().filter_map(|key| Key::parse(key)).collect();
        keys.retain(|key| matches!(key.part, Part::Version(_)));
        let ids: BTreeSet<Id> = keys.iter().map(|key| key.id).gather();
        let mut shelves = BTreeMap::new();
        for id in ids {
            if let Some(held) = Held::read(&Shelf::new(store, id))? {
                shelves.insert(id, held);
            }
        }
        Ok(Self { shelves })
    }

    /// The versions of a workspace.
    pub fn of(&self, workspace: Id) -> impl Iterator<Item = (Id, &Record)> {
        let held = self.shelves.get(&workspace);
        held.into_iter().flat_map(|held| held.versions.iter().map(|(id, (record, _))| (*id, record)))
    }

    /// The UTF-16 units that would be free if no version was kept.
    pub fn units(&self) -> usize {
        self.shelves.values().map(Held::units).fold(0, usize::saturating_add)
    }

    /// [`units`](Self::units) without those of one workspace.
    pub fn units_but(&self, workspace: Id) -> usize {
        let others = self.shelves.iter().filter(|(id, _)| **id != workspace);
        others.map(|(_, held)| held.units()).fold(0, usize::saturating_add)
    }

    /// The UTF-16 units that would be free without each version of a workspace alone.
    pub fn units_of_each(&self, workspace: Id) -> BTreeMap<Id, usize> {
        self.shelves.get(&workspace).map(Held::units_of_each).unwrap_or_default()
    }

    /// Every version that nobody named, as workspace and version, the one kept first first.
    pub fn unnamed(&self) -> Vec<(Id, Id)> {
        let all = self
            .shelves
            .keys()
            .flat_map(|id| self.of(*id).map(move |(version, record)| (*id, version, record)));
        let mut found: Vec<_> = all
            .filter(|(.., record)| record.kind != super::VersionKind::Named)
            .map(|(workspace, version, record)| (record.kept_at, workspace, version))
            .collect();
        found.arrange();
        found.into_iter().map(|(_, workspace, version)| (workspace, version)).collect()
    }

    /// Takes a version out.
    pub fn remove(&mut self, workspace: Id, version: Id) {
        if let Some(held) = self.shelves.get_mut(&workspace) {
            held.versions.remove(&version);
        }
    }
}

impl Held {
    fn read(shelf: &Shelf<'_>) -> Result<Option<Self>, StoreError> {
        let chunk_key = units(&shelf.key(Part::Chunk(Name::of(""))));
        let mut held = Self { chunk_key, ..Self::default() };
        let stored = shelf.manifests()?.into_iter().map(|stored| stored.manifest);
        for manifest in stored.chain(shelf.set_aside()?) {
            let Some(manifest) = manifest else { return Ok(None) };
            held.fixed.extend(manifest.names());
        }
        for part in shelf.parts()? {
            let Part::Version(id) = part else { continue };
            let Some(text) = shelf.get(part)? else { continue };
            let Some(record) = Record::parse(&text) else { return Ok(None) };
            held.versions.insert(id, (record, units(&shelf.key(part)) + units(&text)));
        }
        Ok(Some(held))
    }

    /// The chunks that only versions need, with their size.
    fn chunks<'a>(&'a self, records: impl Iterator<Item = &'a Record>) -> BTreeMap<Name, usize> {
        let chunks = records.flat_map(|record| record.content.chunks());
        let free = chunks.filter(|chunk| !self.fixed.contains(&chunk.name));
        let size = |units: u64| usize::try_from(units).unwrap_or(usize::MAX).saturating_add(self.chunk_key);
        free.map(|chunk| (chunk.name, size(chunk.units))).gather()
    }

    fn units(&self) -> usize {
        let chunks = self.chunks(self.versions.values().map(|(record, _)| record));
        let own = self.versions.values().map(|(_, units)| *units);
        chunks.into_values().chain(own).fold(0, usize::saturating_add)
    }

    fn units_of_each(&self) -> BTreeMap<Id, usize> {
        let mut needed_by: BTreeMap<Name, usize> = BTreeMap::new();
        for (record, _) in self.versions.values() {
            for name in record.content.names() {
                *needed_by.entry(name).or_default() += 1;
            }
        }
        let alone = |(id, (record, own)): (&Id, &(Record, usize))| {
            let chunks = self.chunks(std::iter::once(record)).into_iter();
            let only_here =
                chunks.filter(|(name, _)| needed_by.get(name) == Some(&1)).map(|(_, units)| units);
            (*id, only_here.fold(*own, usize::saturating_add))
        };
        self.versions.iter().map(alone).collect()
    }
}
