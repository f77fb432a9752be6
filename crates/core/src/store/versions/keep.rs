//! Keeping a version, naming it, deleting it.

use super::record::{Record, VersionKind};
use super::tidy::{let_go, tidy};
use crate::format::crosslane::revision_of;
use crate::model::{Id, Workspace};
use crate::store::chunk::MAX_INFLATED;
use crate::store::draft::{Draft, short};
use crate::store::free::finish_deletion;
use crate::store::key::{Name, Part};
use crate::store::key_value::{KeyValue, StoreError};
use crate::store::room::{Yields, make_room, write_all};
use crate::store::save::{SaveError, Saver};
use crate::store::shelf::Shelf;

/// How often keeping starts again because another tab freed a chunk under it.
const ATTEMPTS: usize = 3;

/// What is said of a version when it is kept.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    /// A fresh identifier.
    pub id: Id,
    /// Why it is kept.
    pub kind: VersionKind,
    /// What the person calls it; empty for versions kept by themselves.
    pub name: &'a str,
    /// When it is kept, in seconds since 1970 (UTC).
    pub kept_at: u64,
}

impl Saver {
    /// Keeps a version of the workspace; gives the identifier it has. Where this very version was kept for the same
    /// reason before, that one is as new again.
    ///
    /// Lets go of older ones that are too many then. Where the store is full, older versions without a name make
    /// room; the saved generations never do.
    ///
    /// # Errors
    /// Where it could not be kept whole. What was saved or kept before is still there, but for versions without a name
    /// that made room.
    pub fn keep(
        &mut self,
        store: &dyn KeyValue,
        workspace: &Workspace,
        new: &NewVersion<'_>,
    ) -> Result<Id, SaveError> {
        if let Some(version) = self.newer_version() {
            return Err(SaveError::NewerVersion(version));
        }
        let shelf = Shelf::new(store, self.id());
        finish_deletion(&shelf)?;
        // Every revision is the SHA-1 of a text.
        let revision = Name::parse(&revision_of(workspace)).unwrap_or_else(|| Name::of(""));
        let same = |record: &Record| {
            record.kind == new.kind && record.revision == revision && record.name == new.name
        };
        let before = shelf.versions()?;
        let before = before.iter().find(|(_, record)| record.as_ref().is_some_and(same));
        let id = before.map_or(new.id, |(id, _)| *id);
        for _ in 0..ATTEMPTS {
            let draft = self.keep_once(store, &shelf, workspace, (id, new, revision))?;
            if draft {
                // What stays because the store failed is let go by a later one.
                let _ = tidy(store, self.id(), id, new.kept_at);
                return Ok(id);
            }
        }
        Err(StoreError::Blocked.into())
    }

    /// Writes a version; tells whether all of it is there: another tab may have freed a chunk before the version stood.
    fn keep_once(
        &mut self,
        store: &dyn KeyValue,
        shelf: &Shelf<'_>,
        workspace: &Workspace,
        (id, new, revision): (Id, &NewVersion<'_>, Name),
    ) -> Result<bool, SaveError> {
        let before = shelf.parts()?;
        let draft: Draft = self.draft(workspace, &before);
        let content = draft.manifest(self.generation(), "");
        if content.inflated() > MAX_INFLATED {
            return Err(SaveError::TooLarge(content.inflated()));
        }
        let names = content.names();
        let record =
            Record { kind: new.kind, name: short(new.name), kept_at: new.kept_at, revision, content };
        let text = record.write();
        let mut writes: Vec<(Part, &str)> =
            draft.fresh.iter().map(|(name, text)| (Part::Chunk(*name), text.as_str())).collect();
        writes.push((Part::Version(id), &text));
        if let Err(error) = write_all(shelf, &writes, &before) {
            let made = error == StoreError::Full
                && make_room(store, shelf, Yields::Unnamed, &names, &writes)?.is_some();
            if !made {
                return Err(error.into());
            }
            write_all(shelf, &writes, &shelf.parts()?)?;
        }
        self.note_chunks(&draft, &before);
        let present = shelf.chunks()?;
        Ok(names.iter().all(|name| present.contains(name)))
    }
}

/// Gives a version a name: from then on it is one that was kept by hand. `false` where there is none, or it cannot be
/// read.
///
/// # Errors
/// Where the store cannot be used, or is full. The version is as before then.
pub fn rename_version(
    store: &dyn KeyValue,
    workspace: Id,
    version: Id,
    name: &str,
) -> Result<bool, StoreError> {
    let shelf = Shelf::new(store, workspace);
    let Some(record) = shelf.get(Part::Version(version))?.and_then(|text| Record::parse(&text)) else {
        return Ok(false);
    };
    let named = Record { kind: VersionKind::Named, name: short(name), ..record };
    shelf.set(Part::Version(version), &named.write()).map(|()| true)
}

/// Deletes a version, and what only it needed; one that cannot be read as well.
///
/// # Errors
/// Where the store cannot be used.
pub fn delete_version(store: &dyn KeyValue, workspace: Id, version: Id) -> Result<(), StoreError> {
    let_go(store, &[(workspace, version)])
}
