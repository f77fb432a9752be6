//! Freeing what is no longer needed, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{Name, Part};
use super::key_value::{KeyValue, StoreError};
use super::manifest::Manifest;
use super::shelf::Shelf;
use crate::model::Id;

/// The chunks that the manifests of a workspace name.
pub struct Named {
    pub names: BTreeSet<Name>,
    /// Whether every manifest could be read, so that no others are named.
    pub complete: bool,
}

/// The chunks that the manifests name: those in their places, those set aside and those of kept versions.
pub fn named(shelf: &Shelf<'_>) -> Result<Named, StoreError> {
    let mut manifests: Vec<_> = shelf.manifests()?.into_iter().map(|stored| stored.manifest).collect();
    manifests.extend(shelf.set_aside()?);
    manifests.extend(shelf.versions()?.into_iter().map(|(_, record)| record.map(|record| record.content)));
    let complete = manifests.iter().all(Option::is_some);
    let names = manifests.iter().flatten().flat_map(Manifest::names).collect();
    Ok(Named { names, complete })
}

/// For how many saves in a row a chunk must have been needed by nothing before a tab frees it that may not have heard
/// what others saved: more than they save until it hears of them.
const PATIENCE: u8 = 16;

/// How many saves ago each chunk was first found to be needed by nothing.
pub type Unneeded = BTreeMap<Name, u8>;

/// Frees the chunks that no manifest names; where a manifest is damaged, and so might name any, only those
/// among `own`. With `waiting` those alone that have waited there for long.
///
/// Another tab may be saving: a chunk that its manifest came to name meanwhile is put back.
pub fn sweep(
    shelf: &Shelf<'_>,
    own: &BTreeSet<Name>,
    waiting: Option<&mut Unneeded>,
) -> Result<(), StoreError> {
    // First what is there, then what is named: a chunk written after the first look is not touched.
    let mut unneeded = shelf.chunks()?;
    let Named { names, complete } = named(shelf)?;
    unneeded.retain(|name| !names.contains(name) && (complete || own.contains(name)));
    if let Some(waiting) = waiting {
        waiting.retain(|name, _| unneeded.contains(name));
        unneeded.retain(|name| {
            let saves = waiting.entry(*name).or_default();
            *saves = saves.saturating_add(1);
            *saves > PATIENCE
        });
    }
    let mut freed = Vec::new();
    for name in unneeded {
        if let Some(text) = shelf.get(Part::Chunk(name))? {
            shelf.remove(Part::Chunk(name))?;
            freed.push((name, text));
        }
    }
    if freed.is_empty() {
        return Ok(());
    }
    let names = named(shelf)?.names;
    for (name, text) in freed.iter().filter(|(name, _)| names.contains(name)) {
        shelf.set(Part::Chunk(*name), text)?;
    }
    Ok(())
}

/// Deletes a workspace: all its generations, its kept versions and all that was set aside. A deletion that is interrupted is
/// finished by the next [`list`](super::list), [`load`](super::load) or save.
///
/// # Errors
/// Where the store cannot be used.
pub fn delete(store: &dyn KeyValue, id: Id) -> Result<(), StoreError> {
    let shelf = Shelf::new(store, id);
    if shelf.parts()?.is_empty() {
        return Ok(());
    }
    match shelf.set(Part::Deleted, "") {
        // Without room for the mark the deletion goes on: it makes room.
        Ok(()) | Err(StoreError::Full) => remove_all(&shelf),
        Err(error) => Err(error),
    }
}

/// Finishes a deletion that was begun.
pub fn finish_deletion(shelf: &Shelf<'_>) -> Result<(), StoreError> {
    if shelf.get(Part::Deleted)?.is_some() { remove_all(shelf) } else { Ok(()) }
}

/// Removes every part, the mark of the deletion last.
fn remove_all(shelf: &Shelf<'_>) -> Result<(), StoreError> {
    for part in shelf.parts()?.into_iter().filter(|part| *part != Part::Deleted) {
        shelf.remove(part)?;
    }
    shelf.remove(Part::Deleted)
}

/// Frees what was set aside because it could not be read. Ask first: it is gone then.
///
/// # Errors
/// Where the store cannot be used.
pub fn discard_set_aside(store: &dyn KeyValue, id: Id) -> Result<(), StoreError> {
    let shelf = Shelf::new(store, id);
    for part in shelf.parts()? {
        if matches!(part, Part::SetAside(_)) {
            shelf.remove(part)?;
        }
    }
    sweep(&shelf, &BTreeSet::new(), None)
}
