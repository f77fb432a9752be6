//! The part of a store that belongs to one workspace.

use std::collections::BTreeSet;

use super::key::{Key, Name, Part, Slot};
use super::key_value::{KeyValue, StoreError};
use super::manifest::Manifest;
use super::versions::Record;
use crate::model::Id;
use crate::sort::Gather;

/// The keys of one workspace.
#[derive(Clone, Copy)]
pub struct Shelf<'a> {
    store: &'a dyn KeyValue,
    id: Id,
}

/// A manifest of a generation as it is stored.
pub struct Stored {
    /// One of the two places, or a head.
    pub part: Part,
    pub text: String,
    /// The name of the text.
    pub stamp: Name,
    /// `None` where the text is damaged.
    pub manifest: Option<Manifest>,
}

impl Stored {
    /// The place it stands in; `None` for a head.
    pub fn slot(&self) -> Option<Slot> {
        match self.part {
            Part::Manifest(slot) => Some(slot),
            _ => None,
        }
    }

    pub fn is_head(&self) -> bool {
        matches!(self.part, Part::Head(_))
    }
}

impl<'a> Shelf<'a> {
    pub fn new(store: &'a dyn KeyValue, id: Id) -> Self {
        Self { store, id }
    }

    /// The identifier the workspace is stored under.
    pub fn id(&self) -> Id {
        self.id
    }

    pub fn key(&self, part: Part) -> String {
        Key { id: self.id, part }.to_string()
    }

    pub fn get(&self, part: Part) -> Result<Option<String>, StoreError> {
        self.store.get(&self.key(part))
    }

    pub fn set(&self, part: Part, text: &str) -> Result<(), StoreError> {
        self.store.set(&self.key(part), text)
    }

    pub fn remove(&self, part: Part) -> Result<(), StoreError> {
        self.store.remove(&self.key(part))
    }

    /// Everything stored for the workspace, in the order of [`Part`].
    pub fn parts(&self) -> Result<BTreeSet<Part>, StoreError> {
        let keys = self.store.keys()?;
        let own = keys.iter().filter_map(|key| Key::parse(key)).filter(|key| key.id == self.id);
        Ok(own.map(|key| key.part).gather())
    }

    /// The names of the chunks that are there.
    pub fn chunks(&self) -> Result<BTreeSet<Name>, StoreError> {
        Ok(self.parts()?.into_iter().filter_map(Part::chunk).gather())
    }

    /// The manifests of generations that are there: those in the two places, then the heads.
    pub fn manifests(&self) -> Result<Vec<Stored>, StoreError> {
        let heads = self.parts()?.into_iter().filter(|part| matches!(part, Part::Head(_)));
        let mut found = Vec::new();
        for part in Slot::ALL.map(Part::Manifest).into_iter().chain(heads) {
            if let Some(text) = self.get(part)? {
                let stamp = Name::of(&text);
                let is_other = matches!(part, Part::Head(name) if name != stamp);
                let manifest = Manifest::parse(&text).filter(|_| !is_other);
                found.push(Stored { part, text, stamp, manifest });
            }
        }
        Ok(found)
    }

    /// The kept versions by identifier; `None` for each whose record is damaged.
    pub fn versions(&self) -> Result<Vec<(Id, Option<Record>)>, StoreError> {
        let mut found = Vec::new();
        for part in self.parts()? {
            if let Part::Version(id) = part {
                found.extend(self.get(part)?.map(|text| (id, Record::parse(&text))));
            }
        }
        Ok(found)
    }

    /// The manifests set aside; `None` for each that is damaged.
    pub fn set_aside(&self) -> Result<Vec<Option<Manifest>>, StoreError> {
        let mut found = Vec::new();
        for part in self.parts()? {
            if matches!(part, Part::SetAside(_)) {
                found.extend(self.get(part)?.map(|text| Manifest::parse(&text)));
            }
        }
        Ok(found)
    }
}
