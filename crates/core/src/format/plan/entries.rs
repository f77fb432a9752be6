//! Register entries by name: found where they are known, made where they are not.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::format::ids::{derive_id, key};
use crate::model::{Channel, Department, EntityKind, Id, Item, Map, Persona, Ref, System, Workspace};

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
        // Of two entries of one name the first in the register's order is meant.
        for (id, department) in workspace.ordered_departments() {
            known.entry((EntityKind::Department, key(&department.name))).or_insert(id);
        }
        learn(&mut known, EntityKind::Persona, &workspace.personas, |entry| &entry.name);
        learn(&mut known, EntityKind::Channel, &workspace.channels, |entry| &entry.name);
        learn(&mut known, EntityKind::System, &workspace.systems, |entry| &entry.name);
        learn(&mut known, EntityKind::Item, &workspace.items, |entry| &entry.name);
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
        self.entry(EntityKind::Department, name, |workspace, id, name| {
            workspace.departments.insert(id, Arc::new(Department { name, ..Department::default() }));
            workspace.department_order.push(id);
        })
        .into()
    }

    /// The persona of this name.
    pub fn persona(&mut self, name: &str) -> Ref<Persona> {
        self.entry(EntityKind::Persona, name, |workspace, id, name| {
            workspace.personas.insert(id, Arc::new(Persona { name, ..Persona::default() }));
        })
        .into()
    }

    /// The channel of this name.
    pub fn channel(&mut self, name: &str) -> Ref<Channel> {
        self.entry(EntityKind::Channel, name, |workspace, id, name| {
            workspace.channels.insert(id, Arc::new(Channel { name, ..Channel::default() }));
        })
        .into()
    }

    /// The system of this name.
    pub fn system(&mut self, name: &str) -> Ref<System> {
        self.entry(EntityKind::System, name, |workspace, id, name| {
            workspace.systems.insert(id, Arc::new(System { name, ..System::default() }));
        })
        .into()
    }

    /// The information item of this name.
    pub fn item(&mut self, name: &str) -> Ref<Item> {
        self.entry(EntityKind::Item, name, |workspace, id, name| {
            workspace.items.insert(id, Arc::new(Item { name, ..Item::default() }));
        })
        .into()
    }

    fn entry(&mut self, kind: EntityKind, name: &str, make: impl FnOnce(&mut Workspace, Id, String)) -> Id {
        let id = match self.known.get(&(kind, key(name))) {
            Some(id) => *id,
            None => self.derived(kind, name, make),
        };
        if self.seen.insert((kind, id)) {
            self.named.push((kind, id));
        }
        id
    }

    /// An entry that was made from this name before, and renamed since, is still the one meant.
    fn derived(&mut self, kind: EntityKind, name: &str, make: impl FnOnce(&mut Workspace, Id, String)) -> Id {
        let id = derive_id(&self.workspace, kind, &[name]);
        if !self.workspace.contains(kind, id) {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            make(&mut self.workspace, id, name);
        }
        self.known.insert((kind, key(name)), id);
        id
    }
}

fn learn<T: crate::model::Field>(
    known: &mut HashMap<(EntityKind, String), Id>,
    kind: EntityKind,
    register: &Map<T>,
    name: impl Fn(&T) -> &String,
) {
    for (id, entry) in register {
        known.entry((kind, key(name(entry)))).or_insert(*id);
    }
}
