//! What is in the store, and how much room it takes.

use std::collections::{BTreeMap, BTreeSet};

use super::free::finish_deletion;
use super::key::{Key, Part};
use super::key_value::{KeyValue, StoreError, units};
use super::load::newest_first;
use super::manifest::Manifest;
use super::shelf::Shelf;
use crate::model::Id;
use crate::sort::Gather;

/// What one origin may keep in the local storage of a browser, in UTF-16 units, keys and texts together.
pub const CAPACITY: usize = 5 * 1024 * 1024;

/// A workspace in the store.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The identifier it is stored under.
    pub id: Id,
    /// What its newest manifest says; `None` where no manifest can be read.
    pub summary: Option<Summary>,
    /// UTF-16 units it takes, keys and texts together.
    pub units: usize,
    /// Whether a save that could not be read was set aside.
    pub set_aside: bool,
}

/// What a manifest says of a workspace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// When it was saved, as the caller of the save said.
    pub saved_at: String,
    /// Which save it was, from 1.
    pub generation: u64,
    /// How many journeys it has.
    pub journeys: usize,
    /// How many touchpoints they have together.
    pub touchpoints: u64,
}

/// Every workspace in the store, in the order of their identifiers. Reads manifests, and the chunks that no saved
/// generation has, for their size.
///
/// # Errors
/// Where the store cannot be used.
pub fn list(store: &dyn KeyValue) -> Result<Vec<Listed>, StoreError> {
    let mut listed = Vec::new();
    for (id, parts) in by_workspace(store)? {
        let shelf = Shelf::new(store, id);
        if parts.contains(&Part::Deleted) {
            finish_deletion(&shelf)?;
        } else {
            listed.push(describe(&shelf, id, &parts)?);
        }
    }
    Ok(listed)
}

fn by_workspace(store: &dyn KeyValue) -> Result<BTreeMap<Id, BTreeSet<Part>>, StoreError> {
    let mut found: BTreeMap<Id, BTreeSet<Part>> = BTreeMap::new();
    for key in store.keys()?.iter().filter_map(|key| Key::parse(key)) {
        found.entry(key.id).or_default().insert(key.part);
    }
    Ok(found)
}

fn describe(shelf: &Shelf<'_>, id: Id, parts: &BTreeSet<Part>) -> Result<Listed, StoreError> {
    let stored = shelf.manifests()?;
    let manifests: Vec<&Manifest> = newest_first(&stored).into_iter().map(|(_, manifest)| manifest).collect();
    let known: BTreeMap<_, _> = manifests
        .iter()
        .flat_map(|manifest| manifest.chunks())
        .map(|chunk| (Part::Chunk(chunk.name), usize::try_from(chunk.units).unwrap_or(usize::MAX)))
        .gather();
    let mut size: usize = 0;
    for part in parts {
        let text = match known.get(part) {
            Some(units) => *units,
            None => shelf.get(*part)?.map_or(0, |text| units(&text)),
        };
        size = size.saturating_add(text).saturating_add(units(&shelf.key(*part)));
    }
    let summary = manifests.first().map(|manifest| Summary {
        title: manifest.title.clone(),
        saved_at: manifest.saved_at.clone(),
        generation: manifest.generation,
        journeys: manifest.journeys.len(),
        touchpoints: manifest.touchpoints,
    });
    let set_aside = parts.iter().any(|part| matches!(part, Part::SetAside(_)));
    Ok(Listed { id, summary, units: size, set_aside })
}

/// How the store is filled, in UTF-16 units, keys and texts together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Sizes {
    /// Each workspace.
    pub workspaces: BTreeMap<Id, usize>,
    /// Everything else.
    pub other: usize,
}

impl Sizes {
    /// Everything together.
    pub fn total(&self) -> usize {
        self.workspaces.values().sum::<usize>() + self.other
    }
}

/// Measures everything in the store, by reading all of it.
///
/// # Errors
/// Where the store cannot be used.
pub fn sizes(store: &dyn KeyValue) -> Result<Sizes, StoreError> {
    let mut sizes = Sizes::default();
    for key in store.keys()? {
        let size = units(&key) + store.get(&key)?.map_or(0, |text| units(&text));
        match Key::parse(&key) {
            Some(key) => *sizes.workspaces.entry(key.id).or_default() += size,
            None => sizes.other += size,
        }
    }
    Ok(sizes)
}
