//! Sharing less than everything: one journey with what it uses, or without what should stay in the house.

mod acting;
mod journeys;
mod names;
mod registers;
mod without;

#[cfg(test)]
mod tests;

pub use names::Mention;

use std::sync::Arc;

use crate::format::crosslane::{OpenError, open, without_descent, write_with};
use crate::model::{Declared, Id, Map, MapKey, Workspace, Writer};

/// How much of a workspace is shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Only these journeys, with the entries they use; `None` shares everything.
    pub journeys: Option<Vec<Id>>,
    /// What is left out.
    pub without: Without,
}

/// What is left out of what is shared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "four ticks of a form, each for itself")]
pub struct Without {
    /// Notes, also those of snapshots and of the sides of a handoff.
    pub notes: bool,
    /// What customers said.
    pub quotes: bool,
    /// Comments.
    pub comments: bool,
    /// Names of people: who leads, decides, agrees, accepts, takes part, comments or is recognised.
    pub people: bool,
}

impl Without {
    /// Whether anything is left out.
    pub fn is_any(self) -> bool {
        self != Self::default()
    }
}

/// What can be shared, and what a person should look at before.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    /// A whole, valid workspace.
    pub workspace: Workspace,
    /// Texts in which somebody is still named who was taken out everywhere else.
    pub mentions: Vec<Mention>,
}

/// The part of a workspace that this extent says. Nothing in it refers to what is left out. The empty list of journeys
/// is the workspace without any, and without all that only journeys use.
///
/// Where anything is left out, fields that this version does not know are left out too: nobody can say what they hold. And
/// it does not say what it was made from: when it comes back, what was left out would look deleted.
pub fn share(workspace: &Workspace, extent: &Extent) -> Shared {
    let mut shared = match &extent.journeys {
        Some(wanted) => without_descent(journeys::only(workspace, wanted)),
        None => workspace.clone(),
    };
    if !extent.without.is_any() {
        return Shared { workspace: shared, mentions: Vec::new() };
    }
    shared = without_descent(shared);
    without::leave_out(&mut shared, extent.without);
    shared = declared_only(&shared);
    let mentions = if extent.without.people { names::mentions(workspace, &shared) } else { Vec::new() };
    Shared { workspace: shared, mentions }
}

/// The workspace without the fields that no declaration knows.
fn declared_only(workspace: &Workspace) -> Workspace {
    match open(&write_with(workspace, Writer::default().declared_only())) {
        Ok(opened) => opened.workspace,
        Err(OpenError::Problems(repaired)) => repaired.workspace,
        // What the writer wrote is a Crosslane file.
        Err(OpenError::NotJson(_) | OpenError::NotCrosslane) => Workspace::default(),
    }
}

/// Keeps the entries for which `keep` holds.
fn retain<T: 'static, K: MapKey>(map: &mut Map<T, K>, keep: impl Fn(&K::Raw, &T) -> bool) {
    let gone: Vec<K::Raw> =
        map.iter().filter(|(key, entry)| !keep(key, entry)).map(|(key, _)| *key).collect();
    for key in gone {
        map.remove(&key);
    }
}

/// Changes every entry for which that makes a difference.
fn change_each<T: Declared, K: MapKey>(map: &mut Map<T, K>, change: impl Fn(&mut T)) {
    let changed: Vec<(K::Raw, Arc<T>)> = map
        .iter()
        .filter_map(|(key, entry)| {
            let mut after = entry.as_ref().clone();
            change(&mut after);
            (after != **entry).then(|| (*key, Arc::new(after)))
        })
        .collect();
    for (key, entry) in changed {
        map.insert(key, entry);
    }
}
