//! The entries of the registers that journeys use, and those that these use.

use std::collections::HashSet;
use std::sync::Arc;

use super::retain;
use crate::model::{EntityKind, Field, Id, Map, Ref, Workspace};

type Entity = (EntityKind, Id);

/// Keeps the entries that the journeys, and what is done about them, use.
pub(super) fn keep_used(shared: &mut Workspace) {
    let used = used(shared);
    let uses = |kind, id: &Id| used.contains(&(kind, *id));
    let mut departments = shared.departments.clone();
    retain(&mut departments, |id, _| uses(EntityKind::Department, id));
    shared.department_order.retain(|id| departments.contains_key(id));
    retain(&mut shared.personas, |id, _| uses(EntityKind::Persona, id));
    retain(&mut shared.channels, |id, _| uses(EntityKind::Channel, id));
    retain(&mut shared.systems, |id, _| uses(EntityKind::System, id));
    retain(&mut shared.items, |id, _| uses(EntityKind::Item, id));
    retain(&mut shared.subjects, |id, _| uses(EntityKind::Subject, id));
    retain(&mut shared.standards, |id, _| uses(EntityKind::Standard, id));
    retain(&mut shared.measures, |id, _| uses(EntityKind::Measure, id));
    // An entry that says nothing of any department is about all of them.
    retain(&mut shared.terms, |_, term| term.labels.is_empty() || any_key(&term.labels, &departments));
    let journeys = &shared.journeys;
    retain(&mut shared.goals, |_, goal| {
        is_for(goal.journeys.as_ref(), journeys)
            || goal.contributions.is_empty()
            || any_key(&goal.contributions, &departments)
    });
    if let Some(committee) = &mut shared.committee {
        retain(&mut committee.decisions, |id, _| uses(EntityKind::Decision, id));
        retain(&mut committee.members, |id, _| departments.contains_key(id));
        retain(&mut committee.best_practices, |_, practice| {
            practice.department.is_none_or(|id| departments.contains_key(&id.id()))
        });
    }
    shared.departments = departments;
}

fn any_key<T, O>(map: &Map<T, Ref<crate::model::Department>>, others: &Map<O>) -> bool
where
    T: Send + Sync + 'static,
    O: Send + Sync + 'static,
{
    map.keys().any(|id| others.contains_key(id))
}

fn is_for(listed: Option<&Vec<Ref<crate::model::Journey>>>, journeys: &Map<crate::model::Journey>) -> bool {
    listed.is_some_and(|list| list.iter().any(|id| journeys.contains_key(&id.id())))
}

/// What the journeys refer to, what is done about them, what that refers to, and so on.
fn used(shared: &Workspace) -> HashSet<Entity> {
    let mut used = Used { workspace: shared, met: HashSet::new(), open: Vec::new() };
    shared.journeys.references(&mut |kind, id| used.meet((kind, id)));
    shared.initiatives.references(&mut |kind, id| used.meet((kind, id)));
    shared.stories.references(&mut |kind, id| used.meet((kind, id)));
    shared.sessions.references(&mut |kind, id| used.meet((kind, id)));
    for goal in shared.goals.values().filter(|goal| is_for(goal.journeys.as_ref(), &shared.journeys)) {
        goal.contributions.references(&mut |kind, id| used.meet((kind, id)));
    }
    used.follow();
    // A standard is used where its subject is: nothing refers to it.
    for (id, standard) in &shared.standards {
        let has = |kind, reference: Option<Id>| reference.is_some_and(|id| used.met.contains(&(kind, id)));
        let on_channel =
            standard.channel.is_none() || has(EntityKind::Channel, standard.channel.map(Ref::id));
        if on_channel && has(EntityKind::Subject, standard.subject.map(Ref::id)) {
            used.meet((EntityKind::Standard, *id));
        }
    }
    for (id, decision) in shared.committee.iter().flat_map(|committee| &committee.decisions) {
        if !decision.flags.is_empty() {
            used.meet((EntityKind::Decision, *id));
        }
    }
    used.follow();
    used.met
}

struct Used<'a> {
    workspace: &'a Workspace,
    met: HashSet<Entity>,
    // Met, and not yet followed.
    open: Vec<Entity>,
}

impl Used<'_> {
    fn meet(&mut self, entity: Entity) {
        if self.met.insert(entity) {
            self.open.push(entity);
        }
    }

    fn follow(&mut self) {
        while let Some((kind, id)) = self.open.pop() {
            let workspace = self.workspace;
            let mut visit = |kind, id| self.meet((kind, id));
            match kind {
                EntityKind::Department => follow(workspace.departments.get(&id), &mut visit),
                EntityKind::Measure => follow(workspace.measures.get(&id), &mut visit),
                EntityKind::Standard => follow(workspace.standards.get(&id), &mut visit),
                EntityKind::Decision => {
                    let decisions = workspace.committee.as_ref().map(|committee| &committee.decisions);
                    follow(decisions.and_then(|decisions| decisions.get(&id)), &mut visit);
                }
                EntityKind::System => {
                    if let Some(system) = workspace.systems.get(&id) {
                        system.decided_by.references(&mut visit);
                        system.connected_to.references(&mut visit);
                    }
                }
                // What a goal or a term says of departments is kept for those that are used; the rest refers to nothing.
                _ => {}
            }
        }
    }
}

fn follow<T: Field>(entry: Option<&Arc<T>>, visit: &mut dyn FnMut(EntityKind, Id)) {
    if let Some(entry) = entry {
        entry.references(visit);
    }
}
