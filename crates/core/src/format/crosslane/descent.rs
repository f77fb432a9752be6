//! What a version descends from: so that two copies know from which version on they went apart.

use crate::model::{Revisions, Workspace};

/// The revisions a version names, the newest first: the one it was saved or opened as, its parent, and those before.
pub fn descent(workspace: &Workspace) -> Vec<String> {
    let named = workspace.revision.iter().chain(&workspace.parent_revision).cloned();
    let mut revisions: Vec<String> = Vec::new();
    for revision in named.chain(workspace.earlier_revisions.iter().map(str::to_owned)) {
        if !revisions.contains(&revision) {
            revisions.push(revision);
        }
    }
    revisions
}

/// The version with these revisions, the newest first: its own, its parent, and those before.
pub fn descended_from(revisions: impl IntoIterator<Item = String>, workspace: Workspace) -> Workspace {
    let mut revisions = revisions.into_iter();
    let revision = revisions.next();
    let is_other = |one: &String, other: &Option<String>| other.as_ref() != Some(one);
    let parent_revision = revisions.find(|it| is_other(it, &revision));
    let before = revisions.filter(|it| is_other(it, &revision) && is_other(it, &parent_revision));
    let earlier_revisions = Revisions::newest(before);
    Workspace { revision, parent_revision, earlier_revisions, ..workspace }
}

/// The version with what another one says of where it comes from.
pub(crate) fn with_descent_of(other: &Workspace, workspace: Workspace) -> Workspace {
    Workspace {
        revision: other.revision.clone(),
        parent_revision: other.parent_revision.clone(),
        earlier_revisions: other.earlier_revisions.clone(),
        ..workspace
    }
}

/// The version without any word of where it comes from.
pub(crate) fn without_descent(workspace: Workspace) -> Workspace {
    with_descent_of(&Workspace::default(), workspace)
}

/// An empty workspace that descends from what both of two versions do which were made of `base`; from what one does where
/// the other does not say more than `base`. Its revision and what comes first are those of ours.
pub(crate) fn joined_descent(base: &Workspace, ours: &Workspace, theirs: &Workspace) -> Workspace {
    let says = |version: &Workspace| with_descent_of(version, Workspace::default());
    let [base, one, other] = [base, ours, theirs].map(says);
    if one == base || one == other {
        return other;
    }
    if other == base {
        return one;
    }
    descended_from(in_turn(descent(ours), descent(theirs)), one)
}

/// What two versions descend from, in turn, so that neither is forgotten first.
pub(super) fn in_turn(one: Vec<String>, other: Vec<String>) -> impl Iterator<Item = String> {
    let (mut one, mut other) = (one.into_iter(), other.into_iter());
    std::iter::from_fn(move || {
        let pair = [one.next(), other.next()];
        pair.iter().any(Option::is_some).then_some(pair)
    })
    .flatten()
    .flatten()
}
