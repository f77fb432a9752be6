//! The revision of a workspace: a hash of its canonical content.

use crate::model::Workspace;

/// SHA-1 of the canonical text without its revision fields, as 40 hexadecimal digits.
pub fn revision_of(workspace: &Workspace) -> String {
    let mut content = workspace.clone();
    content.revision = None;
    content.parent_revision = None;
    sha1_smol::Sha1::from(super::write(&content)).digest().to_string()
}
