//! Edits of the registers.

use std::sync::Arc;

use crate::model::{EntityKind, Field, Id, Reader, Workspace};

use super::{EditError, Entry, check_references, remove_from};

pub(super) fn put(workspace: &mut Workspace, id: Id, entry: &Entry) -> Result<(), EditError> {
    macro_rules! put {
        ($register:ident, $entry:expr) => {{
            let is_new = workspace.$register.insert(id, Arc::new($entry.clone())).is_none();
            // An entry may refer to itself, so it is checked in its place.
            check_references(workspace, $entry)?;
            is_new
        }};
    }
    let is_new = match entry {
        Entry::Department(entry) => put!(departments, entry),
        Entry::Persona(entry) => put!(personas, entry),
        Entry::Channel(entry) => put!(channels, entry),
        Entry::System(entry) => put!(systems, entry),
        Entry::Item(entry) => put!(items, entry),
        Entry::Subject(entry) => put!(subjects, entry),
        Entry::Standard(entry) => put!(standards, entry),
        Entry::Term(entry) => put!(terms, entry),
        Entry::Measure(entry) => put!(measures, entry),
        Entry::Goal(entry) => put!(goals, entry),
    };
    if is_new && matches!(entry, Entry::Department(_)) {
        workspace.department_order.push(id);
    }
    Ok(())
}

pub(super) fn remove(workspace: &mut Workspace, kind: EntityKind, id: Id) -> Result<(), EditError> {
    match kind {
        EntityKind::Department => {
            remove_from(&mut workspace.departments, id)?;
            workspace.department_order.retain(|other| *other != id);
        }
        EntityKind::Persona => remove_from(&mut workspace.personas, id)?,
        EntityKind::Channel => remove_from(&mut workspace.channels, id)?,
        EntityKind::System => remove_from(&mut workspace.systems, id)?,
        EntityKind::Item => remove_from(&mut workspace.items, id)?,
        EntityKind::Subject => remove_from(&mut workspace.subjects, id)?,
        EntityKind::Standard => remove_from(&mut workspace.standards, id)?,
        EntityKind::Term => remove_from(&mut workspace.terms, id)?,
        EntityKind::Measure => remove_from(&mut workspace.measures, id)?,
        EntityKind::Goal => remove_from(&mut workspace.goals, id)?,
        _ => return Err(EditError::NotThere(id)),
    }
    drop_references(workspace);
    Ok(())
}

/// Blanks every reference to something that no longer exists.
pub(super) fn drop_references(workspace: &mut Workspace) {
    let whole = workspace.clone();
    workspace.prune(&whole.known(), &mut Reader::default());
}
