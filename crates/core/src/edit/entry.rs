//! Entries: what a workspace holds beside its journeys, by kind and identifier.

use std::sync::Arc;

use super::{EditError, check_references, remove_from};
use crate::compare::json_text;
use crate::merge::Merger;
use crate::model::{
    Channel, Decision, Declaration, Declared, Department, EntityKind, Field, Fields, Goal, Id, Initiative,
    Item, Map, Measure, Persona, Session, Standard, Story, Subject, System, Term, Workspace,
};

/// Declares the kinds of entry: where each is found in a workspace, to look and to change.
macro_rules! entries {
    ($workspace:ident; $( $(#[$doc:meta])* $kind:ident: $found:expr, $held:expr; )*) => {
        /// An entry of a register, or of what is done about handoffs.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Entry { $( $(#[$doc])* $kind($kind), )* }

        impl Entry {
            /// Every kind of entry, in the order of the file.
            pub const KINDS: &'static [EntityKind] = &[$(EntityKind::$kind),*];

            /// Its kind.
            pub fn kind(&self) -> EntityKind {
                match self { $( Self::$kind(_) => EntityKind::$kind, )* }
            }

            /// The entry of this kind and identifier, where there is one.
            pub fn of($workspace: &Workspace, kind: EntityKind, id: Id) -> Option<Self> {
                match kind {
                    $( EntityKind::$kind => {
                        let found: Option<&Map<$kind>> = $found;
                        found?.get(&id).map(|entry| Self::$kind(entry.as_ref().clone()))
                    } )*
                    _ => None,
                }
            }

            /// The identifiers of all entries of this kind, in order.
            pub fn ids($workspace: &Workspace, kind: EntityKind) -> Vec<Id> {
                match kind {
                    $( EntityKind::$kind => {
                        let found: Option<&Map<$kind>> = $found;
                        found.map_or_else(Vec::new, |map| map.keys().copied().collect())
                    } )*
                    _ => Vec::new(),
                }
            }

            /// How many entries of this kind there are.
            pub fn count($workspace: &Workspace, kind: EntityKind) -> usize {
                match kind {
                    $( EntityKind::$kind => {
                        let found: Option<&Map<$kind>> = $found;
                        found.map_or(0, Map::len)
                    } )*
                    _ => 0,
                }
            }

            /// Puts it under `id`; whether it is new there.
            pub(super) fn put(&self, $workspace: &mut Workspace, id: Id) -> Result<bool, EditError> {
                match self {
                    $( Self::$kind(entry) => {
                        let held: &mut Map<$kind> = $held;
                        let is_new = held.insert(id, Arc::new(entry.clone())).is_none();
                        // An entry may refer to itself, so it is checked in its place.
                        check_references($workspace, entry)?;
                        Ok(is_new)
                    } )*
                }
            }

            /// Takes the entry away; references to it stay.
            pub(super) fn take($workspace: &mut Workspace, kind: EntityKind, id: Id) -> Result<(), EditError> {
                match kind {
                    $( EntityKind::$kind => {
                        let held: &mut Map<$kind> = $held;
                        remove_from(held, id)
                    } )*
                    _ => Err(EditError::NotThere(id)),
                }
            }

            /// What it says, and in its blanks what `other` says; `None` where they are of different kinds.
            pub(super) fn joined(&self, other: &Self) -> Option<Self> {
                match (self, other) {
                    $( (Self::$kind(ours), Self::$kind(theirs)) => Some(Self::$kind(joined(ours, theirs))), )*
                    _ => None,
                }
            }

            /// The entry as JSON.
            pub(crate) fn json(&self) -> String {
                match self { $( Self::$kind(entry) => json_text(entry), )* }
            }

            /// What is declared of entries of this kind.
            pub(super) fn declaration(kind: EntityKind) -> Option<&'static Declaration> {
                match kind {
                    $( EntityKind::$kind => Some($kind::DECLARATION), )*
                    _ => None,
                }
            }

            /// Its fields, to set them.
            pub(super) fn fields_mut(&mut self) -> &mut dyn Fields {
                match self { $( Self::$kind(entry) => entry, )* }
            }
        }

        /// The fields of the entry of this kind and identifier, where there is one.
        pub(super) fn fields_of($workspace: &Workspace, kind: EntityKind, id: Id) -> Option<&dyn Fields> {
            match kind {
                $( EntityKind::$kind => {
                    let found: Option<&Map<$kind>> = $found;
                    found?.get(&id).map(|entry| entry.as_ref() as &dyn Fields)
                } )*
                _ => None,
            }
        }
    };
}

entries! {
    workspace;
    /// A department.
    Department: Some(&workspace.departments), &mut workspace.departments;
    /// A persona.
    Persona: Some(&workspace.personas), &mut workspace.personas;
    /// A channel.
    Channel: Some(&workspace.channels), &mut workspace.channels;
    /// A system.
    System: Some(&workspace.systems), &mut workspace.systems;
    /// An information item.
    Item: Some(&workspace.items), &mut workspace.items;
    /// A subject of promises and standards.
    Subject: Some(&workspace.subjects), &mut workspace.subjects;
    /// A standard.
    Standard: Some(&workspace.standards), &mut workspace.standards;
    /// A term.
    Term: Some(&workspace.terms), &mut workspace.terms;
    /// A measure.
    Measure: Some(&workspace.measures), &mut workspace.measures;
    /// A goal.
    Goal: Some(&workspace.goals), &mut workspace.goals;
    /// An initiative.
    Initiative: Some(&workspace.initiatives), &mut workspace.initiatives;
    /// A story.
    Story: Some(&workspace.stories), &mut workspace.stories;
    /// A decision of the steering committee.
    Decision: workspace.committee.as_ref().map(|committee| &committee.decisions),
        &mut workspace.committee.get_or_insert_default().decisions;
    /// A co-creation session.
    Session: Some(&workspace.sessions), &mut workspace.sessions;
}

fn joined<T: Field + Default>(ours: &T, theirs: &T) -> T {
    Merger::default().joined(&T::default(), ours, theirs)
}
