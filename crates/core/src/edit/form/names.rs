//! Entities by name: what a field can refer to, and new register entries.

use std::borrow::Cow;

use crate::edit::Entry;
use crate::format::ids::key;
use crate::model::{
    Channel, Decision, Department, EntityKind, Goal, Id, Initiative, Item, Journey, Map, Measure, Persona,
    Ref, Session, Standard, Story, Subject, System, Term, Workspace,
};
use crate::sort::Sort;

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
        EntityKind::Initiative => Entry::Initiative(Initiative { title: name, ..Initiative::default() }),
        EntityKind::Story => Entry::Story(Story { title: name, ..Story::default() }),
        EntityKind::Decision => Entry::Decision(Decision { text: name, ..Decision::default() }),
        EntityKind::Session => Entry::Session(Session { title: name, ..Session::default() }),
        EntityKind::Standard | EntityKind::Journey | EntityKind::Phase | EntityKind::Touchpoint => {
            return None;
        }
    })
}

/// Whether entities of this kind can be made by typing a name.
pub fn creatable(kind: EntityKind) -> bool {
    named_entry(kind, "").is_some()
}

/// What a field that refers to this kind can choose from, with names: departments in the order of their
/// lanes, the others by name. Inside a journey: for journeys all but `journey` itself, for touchpoints those of
/// the journey it is based on; elsewhere all there are.
pub fn options(workspace: &Workspace, journey: Option<Id>, kind: EntityKind) -> Vec<(Id, String)> {
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
            let others = workspace.ordered_journeys().filter(|(id, _)| Some(*id) != journey);
            others.map(|(id, other)| (id, other.title.clone())).collect()
        }
        EntityKind::Touchpoint => {
            let base = journey.map(|journey| base(workspace, journey));
            let journeys = workspace.ordered_journeys().map(|(_, journey)| journey.as_ref());
            let shown = journeys
                .filter(|shown| base.is_none_or(|base| base.is_some_and(|base| std::ptr::eq(base, *shown))));
            let touchpoints = shown.flat_map(Journey::ordered_touchpoints);
            touchpoints.map(|(id, touchpoint)| (id, touchpoint.name.clone())).collect()
        }
        EntityKind::Standard => {
            let standards = workspace.standards.iter();
            standards.map(|(id, standard)| (*id, standard_name(workspace, standard))).collect()
        }
        EntityKind::Initiative => by_name(&workspace.initiatives, |entry| &entry.title),
        EntityKind::Story => by_name(&workspace.stories, |entry| &entry.title),
        EntityKind::Session => by_name(&workspace.sessions, |entry| &entry.title),
        EntityKind::Decision => workspace
            .committee
            .as_ref()
            .map_or_else(Vec::new, |committee| by_name(&committee.decisions, |entry| &entry.text)),
        EntityKind::Phase => Vec::new(),
    }
}

/// The entity of this kind with this name, compared without case and surplus spaces.
pub fn find_named(workspace: &Workspace, journey: Option<Id>, kind: EntityKind, name: &str) -> Option<Id> {
    let name = key(name);
    options(workspace, journey, kind).into_iter().find(|(_, other)| key(other) == name).map(|(id, _)| id)
}

/// The name of an entity; empty where it is gone or has none. A standard has none of its own: it is called by what it
/// is about and its value.
pub fn name_of(workspace: &Workspace, kind: EntityKind, id: Id) -> Cow<'_, str> {
    let touchpoint = || workspace.journeys.values().find_map(|journey| journey.touchpoints.get(&id));
    let phase = || workspace.journeys.values().find_map(|journey| journey.phases.get(&id));
    let decision = || workspace.committee.as_ref()?.decisions.get(&id);
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
        EntityKind::Phase => phase().map(|phase| &phase.name),
        EntityKind::Decision => decision().map(|decision| &decision.text),
        EntityKind::Initiative => workspace.initiatives.get(&id).map(|entry| &entry.title),
        EntityKind::Story => workspace.stories.get(&id).map(|entry| &entry.title),
        EntityKind::Session => workspace.sessions.get(&id).map(|entry| &entry.title),
        EntityKind::Standard => {
            let standard = workspace.standards.get(&id);
            return standard.map_or_else(Cow::default, |it| Cow::Owned(standard_name(workspace, it)));
        }
    };
    Cow::Borrowed(name.map_or("", String::as_str))
}

fn standard_name(workspace: &Workspace, standard: &Standard) -> String {
    let subject = standard.subject.and_then(|subject| workspace.subjects.get(&subject.id()));
    let parts = subject.map(|subject| subject.name.as_str()).into_iter().chain(standard.value.as_deref());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

fn by_name<T: 'static>(register: &Map<T>, name: fn(&T) -> &String) -> Vec<(Id, String)> {
    let mut entries: Vec<(Id, String)> =
        register.iter().map(|(id, entry)| (*id, name(entry).clone())).collect();
    entries.arrange_by_cached_key(|(_, name)| key(name));
    entries
}

/// The journey that `journey` is based on.
fn base(workspace: &Workspace, journey: Id) -> Option<&Journey> {
    let based_on = workspace.journeys.get(&journey)?.based_on.map(Ref::id)?;
    workspace.journeys.get(&based_on).map(AsRef::as_ref)
}
