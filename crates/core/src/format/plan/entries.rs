//! Register entries by name: found where they are known, made where they are not.

use std::collections::{HashMap, HashSet};

use crate::edit::form::{creatable, name_of, named_entry};
use crate::edit::{Entry, put_entry};
use crate::format::ids::{derive_id, key};
use crate::model::{Channel, Department, EntityKind, Id, Persona, Ref, System, Workspace};

/// The registers of a workspace while a file is read into it.
pub struct Entries {
    workspace: Workspace,
    known: HashMap<(EntityKind, String), Id>,
    named: Vec<(EntityKind, Id)>,
    seen: HashSet<(EntityKind, Id)>,
}

impl Entries {
    /// Starts from the registers of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let mut known = HashMap::new();
        for kind in Entry::KINDS.iter().copied().filter(|kind| creatable(*kind)) {
            let ids = match kind {
                EntityKind::Department => workspace.department_order.clone(),
                _ => Entry::ids(workspace, kind),
            };
            // Of two entries of one name the first in the register's order is meant.
            for id in ids {
                known.entry((kind, key(&name_of(workspace, kind, id)))).or_insert(id);
            }
        }
        Self { workspace: workspace.clone(), known, named: Vec::new(), seen: HashSet::new() }
    }

    /// The workspace with the entries made so far.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The workspace with all entries, and those that were asked for, in that order, once each.
    pub fn finish(self) -> (Workspace, Vec<(EntityKind, Id)>) {
        (self.workspace, self.named)
    }

    /// The department of this name.
    pub fn department(&mut self, name: &str) -> Ref<Department> {
        self.entity(EntityKind::Department, name).into()
    }

    /// The persona of this name.
    pub fn persona(&mut self, name: &str) -> Ref<Persona> {
        self.entity(EntityKind::Persona, name).into()
    }

    /// The channel of this name.
    pub fn channel(&mut self, name: &str) -> Ref<Channel> {
        self.entity(EntityKind::Channel, name).into()
    }

    /// The system of this name.
    pub fn system(&mut self, name: &str) -> Ref<System> {
        self.entity(EntityKind::System, name).into()
    }

    /// The entry of this name; its kind is one that is made by name.
    pub fn entity(&mut self, kind: EntityKind, name: &str) -> Id {
        let id = match self.known.get(&(kind, key(name))) {
            Some(id) => *id,
            None => self.derived(kind, name),
        };
        if self.seen.insert((kind, id)) {
            self.named.push((kind, id));
        }
        id
    }

    /// An entry that was made from this name before, and renamed since, is still the one meant.
    fn derived(&mut self, kind: EntityKind, name: &str) -> Id {
        let id = derive_id(&self.workspace, kind, &[name]);
        if let Some(entry) = named_entry(kind, name).filter(|_| !self.workspace.contains(kind, id)) {
            // A new entry refers to nothing that could be missing.
            let _ = put_entry(&mut self.workspace, id, &entry);
        }
        self.known.insert((kind, key(name)), id);
        id
    }
}
