//! Entities by name: what a field can refer to, and new register entries.

use crate::edit::Entry;
use crate::format::ids::key;
use crate::model::{
    Channel, Department, EntityKind, Goal, Id, Item, Journey, Map, Measure, Persona, Ref, Subject, System,
    Term, Workspace,
};

/// A new register entry of this kind and name; `None` for kinds that are not made by name.
pub fn named_entry(kind: EntityKind, name: &str) -> Option<Entry> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(match kind {
        EntityKind::Department => Entry::Department(Department { name, ..Department::default() }),
        EntityKind::Persona => Entry::Persona(Persona { name, ..Persona::default() }),
        EntityKind::Channel => Entry::Channel(Channel { name, ..Channel::default() }),
        EntityKind::System => Entry::System(System { name, ..System::default() }),
        EntityKind::Item => Entry::Item(Item { name, ..Item::default() }),
        EntityKind::Subject => Entry::Subject(Subject { name, ..Subject::default() }),
        EntityKind::Term => Entry::Term(Term { concept: name, ..Term::default() }),
        EntityKind::Measure => Entry::Measure(Measure { name, ..Measure::default() }),
        EntityKind::Goal => Entry::Goal(Goal { outcome: name, ..Goal::default() }),
        _ => return None,
    })
}

/// Whether entities of this kind can be made by typing a name.
pub fn creatable(kind: EntityKind) -> bool {
    named_entry(kind, "").is_some()
}

/// What a field that refers to this kind can choose from, with names: departments in the order of their
/// lanes, the others by name. For journeys all but `journey` itself; for touchpoints those of the journey
/// it is based on.
pub fn options(workspace: &Workspace, journey: Id, kind: EntityKind) -> Vec<(Id, String)> {
    match kind {
        EntityKind::Department => {
            workspace.ordered_departments().map(|(id, entry)| (id, entry.name.clone())).collect()
        }
        EntityKind::Persona => by_name(&workspace.personas, |entry| &entry.name),
        EntityKind::Channel => by_name(&workspace.channels, |entry| &entry.name),
        EntityKind::System => by_name(&workspace.systems, |entry| &entry.name),
        EntityKind::Item => by_name(&workspace.items, |entry| &entry.name),
        EntityKind::Subject => by_name(&workspace.subjects, |entry| &entry.name),
        EntityKind::Term => by_name(&workspace.terms, |entry| &entry.concept),
        EntityKind::Measure => by_name(&workspace.measures, |entry| &entry.name),
        EntityKind::Goal => by_name(&workspace.goals, |entry| &entry.outcome),
        EntityKind::Journey => {
            let others = workspace.ordered_journeys().filter(|(id, _)| *id != journey);
            others.map(|(id, other)| (id, other.title.clone())).collect()
        }
        EntityKind::Touchpoint => base(workspace, journey).map_or_else(Vec::new, |base| {
            base.ordered_touchpoints().map(|(id, touchpoint)| (id, touchpoint.name.clone())).collect()
        }),
        _ => Vec::new(),
    }
}

/// The entity of this kind with this name, compared without case and surplus spaces.
pub fn find_named(workspace: &Workspace, journey: Id, kind: EntityKind, name: &str) -> Option<Id> {
    let name = key(name);
    options(workspace, journey, kind).into_iter().find(|(_, other)| key(other) == name).map(|(id, _)| id)
}

/// The name of an entity that a field of `journey` refers to; empty where it is gone.
pub fn name_of(workspace: &Workspace, kind: EntityKind, id: Id) -> &str {
    let touchpoint = || workspace.journeys.values().find_map(|journey| journey.touchpoints.get(&id));
    let name = match kind {
        EntityKind::Department => workspace.departments.get(&id).map(|entry| &entry.name),
        EntityKind::Persona => workspace.personas.get(&id).map(|entry| &entry.name),
        EntityKind::Channel => workspace.channels.get(&id).map(|entry| &entry.name),
        EntityKind::System => workspace.systems.get(&id).map(|entry| &entry.name),
        EntityKind::Item => workspace.items.get(&id).map(|entry| &entry.name),
        EntityKind::Subject => workspace.subjects.get(&id).map(|entry| &entry.name),
        EntityKind::Term => workspace.terms.get(&id).map(|entry| &entry.concept),
        EntityKind::Measure => workspace.measures.get(&id).map(|entry| &entry.name),
        EntityKind::Goal => workspace.goals.get(&id).map(|entry| &entry.outcome),
        EntityKind::Journey => workspace.journeys.get(&id).map(|journey| &journey.title),
        EntityKind::Touchpoint => touchpoint().map(|touchpoint| &touchpoint.name),
        _ => None,
    };
    name.map_or("", String::as_str)
}

fn by_name<T: crate::model::Field>(register: &Map<T>, name: fn(&T) -> &String) -> Vec<(Id, String)> {
    let mut entries: Vec<(Id, String)> =
        register.iter().map(|(id, entry)| (*id, name(entry).clone())).collect();
    entries.sort_by_cached_key(|(_, name)| key(name));
    entries
}

/// The journey that `journey` is based on.
fn base(workspace: &Workspace, journey: Id) -> Option<&Journey> {
    let based_on = workspace.journeys.get(&journey)?.based_on.map(Ref::id)?;
    workspace.journeys.get(&based_on).map(AsRef::as_ref)
}
