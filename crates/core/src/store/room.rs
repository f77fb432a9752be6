//! Writing all or nothing, and making room for it.

use std::collections::BTreeSet;

use super::chunk;
use super::free::named;
use super::key::{Name, Part};
use super::key_value::{StoreError, units};
use super::manifest::Manifest;
use super::shelf::Shelf;

/// Writes the texts in their order, or none of them. Only the last may replace something that must stay
/// if a write is refused; `before` is what was there.
pub fn write_all(
    shelf: &Shelf<'_>,
    writes: &[(Part, &str)],
    before: &BTreeSet<Part>,
) -> Result<(), StoreError> {
    let mut added = Vec::new();
    for (part, text) in writes {
        if let Err(error) = shelf.set(*part, text) {
            for part in added {
                // A chunk that stays is named by no manifest: a later save frees it.
                let _ = shelf.remove(part);
            }
            return Err(error);
        }
        if !before.contains(part) {
            added.push(*part);
        }
    }
    Ok(())
}

/// Gives up everything but the generation `base` and the chunks a draft reuses, if that makes enough room for
/// `writes`; tells whether it did.
///
/// Nothing is given up unless `base` is whole, and every manifest says what it needs.
pub fn make_room(
    shelf: &Shelf<'_>,
    base: (Name, &Manifest),
    reused: &BTreeSet<Name>,
    writes: &[(Part, &str)],
) -> Result<bool, StoreError> {
    let (stamp, base) = base;
    if !named(shelf)?.complete || !is_whole(shelf, base)? {
        return Ok(false);
    }
    let mut keep: BTreeSet<Name> = base.names().union(reused).copied().collect();
    for manifest in shelf.set_aside()?.into_iter().flatten() {
        keep.extend(manifest.names());
    }
    let others = shelf.manifests()?.into_iter().filter(|stored| stored.stamp != stamp);
    // The manifests first: a chunk must not be missing while one names it.
    let mut doomed: Vec<Part> = others.map(|stored| Part::Manifest(stored.slot)).collect();
    doomed.extend(shelf.chunks()?.difference(&keep).map(|name| Part::Chunk(*name)));
    let mut freed = 0;
    for part in &doomed {
        freed += shelf.get(*part)?.map_or(0, |text| size(shelf, *part, &text));
    }
    let needed: usize = writes.iter().map(|(part, text)| size(shelf, *part, text)).sum();
    if doomed.is_empty() || !has_room(shelf, needed.saturating_sub(freed))? {
        return Ok(false);
    }
    for part in doomed {
        shelf.remove(part)?;
    }
    Ok(true)
}

/// Whether that many UTF-16 units fit in: no store tells, so it is tried. Should the trial stay behind, it is
/// a chunk that no manifest names.
fn has_room(shelf: &Shelf<'_>, wanted: usize) -> Result<bool, StoreError> {
    if wanted == 0 {
        return Ok(true);
    }
    let key = size(shelf, Part::Chunk(Name::of("")), "");
    let trial = "\u{4e00}".repeat(wanted.saturating_sub(key));
    let part = Part::Chunk(Name::of(&trial));
    match shelf.set(part, &trial) {
        Ok(()) => shelf.remove(part).map(|()| true),
        Err(StoreError::Full) => Ok(false),
        Err(error) => Err(error),
    }
}

fn is_whole(shelf: &Shelf<'_>, manifest: &Manifest) -> Result<bool, StoreError> {
    for chunk in manifest.chunks() {
        if chunk::read(shelf, chunk)?.is_err() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn size(shelf: &Shelf<'_>, part: Part, text: &str) -> usize {
    units(&shelf.key(part)) + units(text)
}
