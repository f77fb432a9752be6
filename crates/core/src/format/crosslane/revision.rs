//! The revision of a workspace: a hash of its canonical content.

use super::descent::{descended_from, descent, in_turn, without_descent};
use crate::model::Workspace;

/// SHA-1 of the canonical text without the revisions in it, as 40 hexadecimal digits.
pub fn revision_of(workspace: &Workspace) -> String {
    let content = without_descent(workspace.clone());
    sha1_smol::Sha1::from(super::write(&content)).digest().to_string()
}

/// The workspace with its revision set to that of its content; where the content changed since the last
/// revision, that one becomes the parent.
pub fn stamped(workspace: &Workspace) -> Workspace {
    let revision = revision_of(workspace);
    if workspace.revision.as_ref() == Some(&revision) {
        return workspace.clone();
    }
    let before = descent(workspace).into_iter();
    descended_from(std::iter::once(revision).chain(before), workspace.clone())
}

/// What a file and the version that was here were merged into: its revision is that of the file until it is saved, and it
/// descends from all that either does.
pub fn made_of(file: &Workspace, ours: &Workspace, merged: Workspace) -> Workspace {
    let named = |workspace: &Workspace| workspace.revision.is_none().then(|| revision_of(workspace));
    let here = named(ours).into_iter().chain(descent(ours)).collect();
    descended_from(in_turn(descent(&stamped(file)), here), merged)
}
