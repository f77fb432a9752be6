//! The flags that somebody does something about.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::model::{Id, IdHasher, Workspace};

use super::fingerprint;

/// The flags that initiatives and decisions of the steering committee address, by fingerprint, with the initiatives.
#[derive(Debug, Default)]
pub struct Addressed(HashMap<u64, Vec<Id>, BuildHasherDefault<IdHasher>>);

impl Addressed {
    /// Those of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let mut addressed = Self::default();
        for (id, initiative) in &workspace.initiatives {
            for flag in initiative.flags.iter().filter_map(|flag| fingerprint::read(flag)) {
                addressed.0.entry(flag).or_default().push(*id);
            }
        }
        let decisions = workspace.committee.iter().flat_map(|committee| committee.decisions.values());
        for flag in decisions.flat_map(|decision| &decision.flags) {
            if let Some(flag) = fingerprint::read(flag) {
                addressed.0.entry(flag).or_default();
            }
        }
        addressed
    }

    /// Whether an initiative or a decision addresses the flag.
    pub fn contains(&self, fingerprint: u64) -> bool {
        self.0.contains_key(&fingerprint)
    }

    /// Whether nothing is addressed at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The initiatives that address the flag, in the order of their identifiers.
    pub fn initiatives(&self, fingerprint: u64) -> &[Id] {
        self.0.get(&fingerprint).map_or(&[], Vec::as_slice)
    }
}
