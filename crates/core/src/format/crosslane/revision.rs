//! The revision of a workspace: a hash of its canonical content.

use crate::model::Workspace;

/// SHA-1 of the canonical text without its revision fields, as 40 hexadecimal digits.
pub fn revision_of(workspace: &Workspace) -> String {
    let mut content = workspace.clone();
    content.revision = None;
    content.parent_revision = None;
    sha1_smol::Sha1::from(super::write(&content)).digest().to_string()
}

/// The workspace with its revision set to that of its content; where the content changed since the last
/// revision, that one becomes the parent.
pub fn stamped(workspace: &Workspace) -> Workspace {
    let revision = revision_of(workspace);
    if workspace.revision.as_ref() == Some(&revision) {
        return workspace.clone();
    }
    let parent_revision = workspace.revision.clone().or_else(|| workspace.parent_revision.clone());
    Workspace { revision: Some(revision), parent_revision, ..workspace.clone() }
}
