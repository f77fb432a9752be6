//! Settling a conflict.

use thiserror::Error;

use super::at;
use super::conflict::{Conflict, ConflictKind, Side};
use super::without::Contested;
use crate::compare::{Path, entity_at};
use crate::edit::apply;
use crate::model::{EntityKind, Field, Id, Reader, Workspace, mend_structure};

/// Why a conflict could not be settled.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ResolveError {
    /// What the conflict is about is not there any more.
    #[error("{0} is not there any more")]
    Gone(Path),
}

/// The workspace with the value of a side at a conflict: a merged one, or one edited since. What belongs to the value
/// comes with it: a deleted entity comes back with all that referred to it, or goes with it. Conflicts can be settled
/// one by one, in any order, and again.
///
/// # Errors
/// Where the place of the conflict has gone since.
pub fn resolve(workspace: &Workspace, conflict: &Conflict, side: Side) -> Result<Workspace, ResolveError> {
    let mut next = workspace.clone();
    let value = conflict.value(side);
    if conflict.kind == ConflictKind::Deleted && value.is_none() {
        write_with(&mut next, conflict, side);
        return Ok(deleted(&next, &conflict.path));
    }
    let gone = || ResolveError::Gone(conflict.path.clone());
    at::put(&mut next, &conflict.path, value).ok_or_else(gone)?;
    write_with(&mut next, conflict, side);
    fit(&mut next);
    Ok(next)
}

/// Writes what belongs to the value of a side. What has lost its place since is left: the value itself counts.
fn write_with(workspace: &mut Workspace, conflict: &Conflict, side: Side) {
    for write in conflict.with(side) {
        if !write.only_if_missing || at::value_at(workspace, &write.path).is_none() {
            let _ = at::put(workspace, &write.path, write.value.as_deref());
        }
    }
}

fn deleted(workspace: &Workspace, path: &Path) -> Workspace {
    let Some((kind, id)) = entity_at(path) else { return workspace.clone() };
    let journey = match kind {
        EntityKind::Phase | EntityKind::Touchpoint => path.key_after("journeys").and_then(Id::new),
        _ => None,
    };
    let entity = Contested { path: path.clone(), kind, journey, id, deleted_by: Side::Ours };
    // One that has gone meanwhile needs no deleting.
    apply(workspace, &entity.removal()).map_or_else(|_| workspace.clone(), |applied| applied.workspace)
}

/// Drops what does not fit any more, such as a reference to something whose own conflict is not settled yet: settling
/// that one brings it back.
fn fit(workspace: &mut Workspace) {
    let mut reader = Reader::default();
    mend_structure(workspace, &mut reader);
    let whole = workspace.clone();
    workspace.prune(&whole.known(), &mut reader);
}
