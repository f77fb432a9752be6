//! Edits of the registers and of what is done about handoffs: entries put, removed, and two made one.

use std::collections::HashMap;

use super::{Edit, EditError, Entry, apply};
use crate::compare::{Change, PathPart, changes};
use crate::model::{EntityKind, Field, Id, Reader, Ref, Term, Workspace};

pub(crate) fn put(workspace: &mut Workspace, id: Id, entry: &Entry) -> Result<(), EditError> {
    let is_new = entry.put(workspace, id)?;
    if is_new && entry.kind() == EntityKind::Department {
        workspace.department_order.push(id);
    }
    Ok(())
}

pub(super) fn remove(workspace: &mut Workspace, kind: EntityKind, id: Id) -> Result<(), EditError> {
    take(workspace, kind, id)?;
    drop_references(workspace);
    Ok(())
}

/// Makes two entries one: `into` stays and takes over what only `from` says, and everything that refers to `from`
/// refers to `into`.
pub(super) fn merge(
    workspace: &mut Workspace,
    kind: EntityKind,
    from: Id,
    into: Id,
) -> Result<(), EditError> {
    let source = Entry::of(workspace, kind, from).ok_or(EditError::NotThere(from))?;
    let target = Entry::of(workspace, kind, into).ok_or(EditError::NotThere(into))?;
    if from == into {
        return Err(EditError::IntoItself(from));
    }
    let joined = target.joined(&source).ok_or(EditError::NotThere(from))?;
    put(workspace, into, &joined_names(joined, &source))?;
    take(workspace, kind, from)?;
    let whole = workspace.clone();
    let known = whole.known();
    workspace.prune(
        &|of, id| if (of, id) == (kind, from) { Some(into) } else { known(of, id) },
        &mut Reader::default(),
    );
    if let Some(entry) = Entry::of(workspace, kind, into) {
        put(workspace, into, &without_itself(entry, into))?;
    }
    Ok(())
}

/// A term that took over another knows its words, so that texts are still recognised.
fn joined_names(joined: Entry, source: &Entry) -> Entry {
    let (Entry::Term(mut term), Entry::Term(source)) = (joined.clone(), source) else { return joined };
    let Term { concept, preferred, .. } = source;
    for name in preferred.iter().chain([concept]) {
        let known = term.variants.get_or_insert_default();
        if !name.is_empty() && *name != term.concept && !known.contains(name) {
            known.push(name.clone());
        }
    }
    Entry::Term(term)
}

/// No system is connected to itself, and no measure opposes itself.
fn without_itself(mut entry: Entry, id: Id) -> Entry {
    match &mut entry {
        Entry::System(system) => drop_from(&mut system.connected_to, id),
        Entry::Measure(measure) => drop_from(&mut measure.opposes, id),
        _ => {}
    }
    entry
}

fn drop_from<T>(list: &mut Option<Vec<Ref<T>>>, id: Id) {
    if let Some(list) = list {
        list.retain(|other| other.id() != id);
    }
}

/// Takes an entry away; references to it stay.
pub(crate) fn take(workspace: &mut Workspace, kind: EntityKind, id: Id) -> Result<(), EditError> {
    Entry::take(workspace, kind, id)?;
    if kind == EntityKind::Department {
        workspace.department_order.retain(|other| *other != id);
    }
    Ok(())
}

/// Blanks every reference to something that no longer exists.
pub(super) fn drop_references(workspace: &mut Workspace) {
    let whole = workspace.clone();
    workspace.prune(&whole.known(), &mut Reader::default());
}

/// How often each entity is referred to.
pub fn usage(workspace: &Workspace) -> HashMap<(EntityKind, Id), usize> {
    let mut usage = HashMap::new();
    workspace.references(&mut |kind, id| *usage.entry((kind, id)).or_default() += 1);
    usage
}

/// Where an entry is used: what deleting it would change elsewhere.
///
/// # Errors
/// Where it is not there.
pub fn uses(workspace: &Workspace, kind: EntityKind, id: Id) -> Result<Vec<Change>, EditError> {
    let without = apply(workspace, &Edit::RemoveEntry(kind, id))?.workspace;
    let changes = changes(workspace, &without);
    Ok(changes.into_iter().filter(|change| !is_itself(change, id)).collect())
}

/// Whether the change is that of the entry itself or of the order it stands in.
fn is_itself(change: &Change, id: Id) -> bool {
    match change.path.0.as_slice() {
        [PathPart::Field(_), PathPart::Key(key)] => key == id.as_str(),
        [PathPart::Field("committee"), PathPart::Field("decisions"), PathPart::Key(key)] => {
            key == id.as_str()
        }
        [PathPart::Field("department_order")] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // A failed unwrap is a failed test.

    use super::*;
    use crate::edit::form::named_entry;
    use crate::format::crosslane::{open, write};
    use crate::testing::everything;

    /// Two entries of each kind, in a workspace that refers to the first one everywhere.
    fn twice(kind: EntityKind) -> (Workspace, Id, Id) {
        let workspace = everything(7);
        let first = Entry::ids(&workspace, kind)[0];
        let second = Id::new("second").unwrap();
        let entry = named_entry(kind, "Second").unwrap_or(Entry::Standard(crate::model::Standard::default()));
        let workspace = apply(&workspace, &Edit::PutEntry(second, Box::new(entry))).unwrap().workspace;
        (workspace, first, second)
    }

    #[test]
    fn what_referred_to_one_refers_to_the_other_and_nothing_else_is_lost() {
        for kind in Entry::KINDS {
            let (before, first, second) = twice(*kind);
            let counted = usage(&before).get(&(*kind, first)).copied().unwrap_or_default();
            let edit = Edit::MergeEntries(*kind, first, second);
            let after = apply(&before, &edit).unwrap().workspace;
            assert_eq!(Entry::of(&after, *kind, first), None, "{kind:?}");
            let counts = usage(&after);
            assert_eq!(counts.get(&(*kind, first)), None, "{kind:?}");
            // Fewer where one list named it twice.
            let now = counts.get(&(*kind, second)).copied().unwrap_or_default();
            assert!(now <= counted && (now > 0) == (counted > 0), "{kind:?}: {counted} became {now}");
        }
    }

    #[test]
    fn merging_any_two_leaves_a_workspace_that_fits_together() {
        for seed in 0..20 {
            let before = everything(seed);
            for kind in Entry::KINDS {
                let ids = Entry::ids(&before, *kind);
                let [from, into, ..] = ids[..] else { continue };
                let after = apply(&before, &Edit::MergeEntries(*kind, from, into)).unwrap().workspace;
                assert_eq!(open(&write(&after)).unwrap().workspace, after, "{kind:?} of seed {seed}");
                assert_eq!(usage(&after).get(&(*kind, from)), None, "{kind:?} of seed {seed}");
            }
        }
    }

    #[test]
    fn the_one_that_stays_keeps_what_it_says_and_takes_over_the_rest() {
        let (before, first, second) = twice(EntityKind::Department);
        let after =
            apply(&before, &Edit::MergeEntries(EntityKind::Department, first, second)).unwrap().workspace;
        assert_eq!(after.departments[&second].name, "Second");
        assert_eq!(after.departments[&second].lead, before.departments[&first].lead);
        assert!(!after.department_order.contains(&first) && after.department_order.contains(&second));
    }

    #[test]
    fn a_term_is_recognised_by_the_words_of_both() {
        let (before, first, second) = twice(EntityKind::Term);
        let term = Term { concept: "Claim".into(), ..before.terms[&first].as_ref().clone() };
        let named = Edit::PutEntry(first, Box::new(Entry::Term(term)));
        let before = apply(&before, &named).unwrap().workspace;
        let after = apply(&before, &Edit::MergeEntries(EntityKind::Term, first, second)).unwrap().workspace;
        let variants = after.terms[&second].variants.clone().unwrap();
        assert!(variants.contains(&"Claim".to_owned()), "{variants:?}");
    }

    #[test]
    fn nothing_is_merged_with_itself_or_with_what_is_gone() {
        let (before, first, second) = twice(EntityKind::System);
        let merge =
            |from, into| apply(&before, &Edit::MergeEntries(EntityKind::System, from, into)).unwrap_err();
        assert_eq!(merge(second, second), EditError::IntoItself(second));
        let gone = Id::new("gone").unwrap();
        assert_eq!(merge(gone, second), EditError::NotThere(gone));
        assert_eq!(merge(first, gone), EditError::NotThere(gone));
    }

    #[test]
    fn uses_name_every_place_and_not_the_entry_itself() {
        let workspace = everything(7);
        for kind in Entry::KINDS {
            let id = Entry::ids(&workspace, *kind)[0];
            let uses = uses(&workspace, *kind, id).unwrap();
            let referred = usage(&workspace).get(&(*kind, id)).copied().unwrap_or_default();
            assert_eq!(uses.is_empty(), referred == 0, "{kind:?}");
            let itself = |change: &Change| change.path.to_string().ends_with(&format!("s[\"{id}\"]"));
            let mine = uses.iter().filter(|change| change.path.0.len() == 2 && itself(change)).count();
            assert_eq!(mine, 0, "{kind:?}");
        }
    }
}
