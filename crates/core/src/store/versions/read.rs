//! Listing and loading kept versions, and finding the one two copies have in common.

use thiserror::Error;

use super::ledger::Ledger;
use super::record::{Record, VersionKind};
use crate::format::crosslane::{Opened, descended_from, descent, revision_of, stamped};
use crate::model::{Id, Workspace};
use crate::sort::Sort;
use crate::store::free::finish_deletion;
use crate::store::key::{Key, Part};
use crate::store::key_value::{KeyValue, StoreError, units};
use crate::store::load::{Damage, read_generation};
use crate::store::shelf::Shelf;

/// A kept version, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptVersion {
    /// The identifier it was given.
    pub id: Id,
    /// Why it was kept; `None` where nothing of it can be read.
    pub kind: Option<VersionKind>,
    /// What the person called it; empty where nobody did.
    pub name: String,
    /// When it was kept, in seconds since 1970 (UTC).
    pub kept_at: u64,
    /// The revision of what it holds.
    pub revision: String,
    /// The title it has.
    pub title: String,
    /// How many journeys it has.
    pub journeys: usize,
    /// How many touchpoints they have together.
    pub touchpoints: u64,
    /// The UTF-16 units that deleting it alone would free.
    pub units: usize,
}

/// Why a kept version could not be loaded.
#[derive(Debug, Error)]
pub enum VersionError {
    /// There is none with this identifier.
    #[error("no such version")]
    Missing,
    /// The store cannot be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It is not whole.
    #[error("{0}")]
    Damaged(Damage),
}

/// The kept versions of a workspace, the last one first; those that cannot be read at the end.
///
/// # Errors
/// Where the store cannot be used.
pub fn versions(store: &dyn KeyValue, workspace: Id) -> Result<Vec<KeptVersion>, StoreError> {
    let shelf = Shelf::new(store, workspace);
    finish_deletion(&shelf)?;
    let frees = Ledger::read(store)?.units_of_each(workspace);
    let mut found = Vec::new();
    for (id, record) in shelf.versions()? {
        found.push(match record {
            Some(record) => described(id, record, frees.get(&id).copied().unwrap_or_default()),
            None => unreadable(&shelf, id)?,
        });
    }
    found.arrange_by(|one, other| {
        (one.kind.is_none(), other.kept_at, other.id).cmp(&(other.kind.is_none(), one.kept_at, one.id))
    });
    Ok(found)
}

fn described(id: Id, record: Record, units: usize) -> KeptVersion {
    let Record { kind, name, kept_at, revision, content } = record;
    KeptVersion {
        id,
        kind: Some(kind),
        name,
        kept_at,
        revision: revision.to_string(),
        title: content.title,
        journeys: content.journeys.len(),
        touchpoints: content.touchpoints,
        units,
    }
}

fn unreadable(shelf: &Shelf<'_>, id: Id) -> Result<KeptVersion, StoreError> {
    let part = Part::Version(id);
    let own = shelf.get(part)?.map_or(0, |text| units(&text)) + units(&shelf.key(part));
    Ok(KeptVersion {
        id,
        kind: None,
        name: String::new(),
        kept_at: 0,
        revision: String::new(),
        title: String::new(),
        journeys: 0,
        touchpoints: 0,
        units: own,
    })
}

/// A kept version. Like a generation it is taken only whole and valid.
///
/// # Errors
/// Where there is none, it is not whole, or the store cannot be used.
pub fn load_version(store: &dyn KeyValue, workspace: Id, version: Id) -> Result<Opened, VersionError> {
    let shelf = Shelf::new(store, workspace);
    finish_deletion(&shelf)?;
    let text = shelf.get(Part::Version(version))?.ok_or(VersionError::Missing)?;
    let record = Record::parse(&text).ok_or(VersionError::Damaged(Damage::Manifest))?;
    read_generation(&shelf, &record.content)?.map_err(VersionError::Damaged)
}

/// The workspace of which a version with this identifier is kept.
///
/// # Errors
/// Where the store cannot be used.
pub fn version_owner(store: &dyn KeyValue, version: Id) -> Result<Option<Id>, StoreError> {
    let keys = store.keys()?;
    let mut keys = keys.iter().filter_map(|key| Key::parse(key));
    Ok(keys.find(|key| key.part == Part::Version(version)).map(|key| key.id))
}

/// The version that two copies of a workspace have in common: ours, and what a file holds. It is the newest one the
/// file descends from that is kept whole and that ours descends from too. Where ours went back to before it was merged
/// with another file, it does not descend from that one any more.
///
/// # Errors
/// Where the store cannot be used.
pub fn find_base(
    store: &dyn KeyValue,
    workspace: Id,
    ours: &Workspace,
    file: &Workspace,
) -> Result<Option<Workspace>, StoreError> {
    let (kept, named) = (versions(store, workspace)?, descent(ours));
    // A file that was changed by other means than Crosslane still says what it was before.
    for revision in descent(&stamped(file)) {
        let found = kept.iter().filter(|version| version.revision == revision);
        for version in found.filter(|version| is_before(version, &named)) {
            match load_version(store, workspace, version.id) {
                Ok(opened) => return Ok(Some(opened.workspace)),
                Err(VersionError::Store(error)) => return Err(error),
                Err(VersionError::Missing | VersionError::Damaged(_)) => {}
            }
        }
    }
    Ok(None)
}

/// Whether the present version, which names these revisions, came out of a kept one. It came out of all that was here;
/// of a file that was opened only where it says so.
fn is_before(version: &KeptVersion, named: &[String]) -> bool {
    version.kind.is_some_and(|kind| kind != VersionKind::Opened) || named.contains(&version.revision)
}

/// The workspace as it is given to somebody: with its revision, and the revisions of it that others may have and that it
/// descends from, the newest first.
///
/// # Errors
/// Where the store cannot be used.
pub fn given(store: &dyn KeyValue, workspace: Id, version: &Workspace) -> Result<Workspace, StoreError> {
    let named = descent(version);
    let kept = versions(store, workspace)?.into_iter();
    let bases = kept.filter(|it| it.kind.is_some_and(VersionKind::is_base) && is_before(it, &named));
    let before = bases.map(|version| version.revision).chain(named.iter().cloned());
    Ok(descended_from(std::iter::once(revision_of(version)).chain(before), version.clone()))
}

/// The UTF-16 units that the kept versions of all workspaces take beside what is saved; at most
/// [`BUDGET`](super::BUDGET), but for those with a name.
///
/// # Errors
/// Where the store cannot be used.
pub fn versions_units(store: &dyn KeyValue) -> Result<usize, StoreError> {
    Ok(Ledger::read(store)?.units())
}
