//! Joining three versions field by field and place by place; whether the parts fit together is looked at afterwards.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::join::{Joined, join};
use super::merger::{Clash, Merger};
use crate::compare::order::{Lists, single, touchpoint_lists};
use crate::compare::{PLACE, Path, PathPart, Place, entity_at, path_of, stripped};
use crate::model::{EntityKind, Field, Id, Journey, Phase, SteeringCommittee, Workspace};

/// Three versions: the common one, ours and theirs.
#[derive(Clone, Copy)]
pub struct Three<'a> {
    pub base: &'a Workspace,
    pub ours: &'a Workspace,
    pub theirs: &'a Workspace,
}

/// What joining made.
pub struct Draft {
    /// The joined version.
    pub workspace: Workspace,
    /// What both changed differently.
    pub clashes: Vec<Clash>,
    /// Entities one side deleted and the other changed, moved or refers to.
    pub wanted: BTreeSet<Path>,
}

/// Joins three versions; ours is kept where both changed the same.
pub fn draft(three: Three<'_>) -> Draft {
    let Three { base, ours, theirs } = three;
    let joins = |id: &Id| joins_orders(three, *id);
    let mut merger = Merger::joining();
    // A committee that is not there decides nothing: its decisions are then deleted one by one.
    let committee = [base, ours, theirs].iter().any(|version| version.committee.is_some());
    let bare = [base, ours, theirs].map(|version| Workspace {
        revision: None,
        parent_revision: None,
        committee: committee.then(|| version.committee.clone().unwrap_or_default()),
        ..stripped(version, joins)
    });
    let mut workspace = Workspace::merge(&bare[0], &bare[1], &bare[2], &mut merger);
    let kept = |version: &Workspace| version.committee.is_some();
    let stays = if kept(ours) == kept(base) { kept(theirs) } else { kept(ours) };
    workspace.committee =
        workspace.committee.filter(|committee| stays || *committee != SteeringCommittee::default());
    let revised = if ours.revision == base.revision && ours.parent_revision == base.parent_revision {
        theirs
    } else {
        ours
    };
    workspace.revision.clone_from(&revised.revision);
    workspace.parent_revision.clone_from(&revised.parent_revision);
    let mut draft = Draft { workspace, clashes: merger.finish(), wanted: BTreeSet::new() };
    draft.want_clashing();
    draft.join_workspace(three);
    let joined: Vec<Id> = draft.workspace.journeys.keys().copied().filter(joins).collect();
    for id in joined {
        draft.join_journey(three, id);
    }
    draft.want_referred(three);
    draft
}

/// Whether both sides have the journey, and both may have changed its orders.
fn joins_orders(three: Three<'_>, id: Id) -> bool {
    let base = three.base.journeys.get(&id);
    let same =
        |one: Option<&Arc<Journey>>, other: &Arc<Journey>| one.is_some_and(|one| Arc::ptr_eq(one, other));
    match (three.ours.journeys.get(&id), three.theirs.journeys.get(&id)) {
        (Some(ours), Some(theirs)) => !same(Some(ours), theirs) && !same(base, ours) && !same(base, theirs),
        _ => false,
    }
}

impl Draft {
    /// What one side deleted and the other changed.
    fn want_clashing(&mut self) {
        let one_sided = |clash: &&Clash| {
            clash.base.is_some()
                && clash.ours.is_some() != clash.theirs.is_some()
                && entity_at(&clash.path).is_some()
        };
        self.wanted.extend(self.clashes.iter().filter(one_sided).map(|clash| clash.path.clone()));
    }

    fn join_workspace(&mut self, three: Three<'_>) {
        let orders = |order: fn(&Workspace) -> &Vec<Id>| {
            [three.base, three.ours, three.theirs].map(|version| single(order(version)))
        };
        let departments = orders(|workspace| &workspace.department_order);
        let present = |id: Id| self.workspace.departments.contains_key(&id);
        let joined = join(refs(&departments), &present, &[None]);
        self.workspace.department_order = self.take(joined, EntityKind::Department, None);
        let journeys = orders(|workspace| &workspace.journey_order);
        let present = |id: Id| self.workspace.journeys.contains_key(&id);
        let joined = join(refs(&journeys), &present, &[None]);
        self.workspace.journey_order = self.take(joined, EntityKind::Journey, None);
    }

    fn join_journey(&mut self, three: Three<'_>, id: Id) {
        let versions = [three.base, three.ours, three.theirs].map(|version| version.journeys.get(&id));
        let orders = |lists: fn(&Journey) -> Lists| {
            versions.map(|journey| journey.map(|journey| lists(journey)).unwrap_or_default())
        };
        let Some(shared) = self.workspace.journeys.get(&id) else { return };
        let mut journey = shared.as_ref().clone();
        let phases = orders(|journey| single(&journey.phase_order));
        let joined = join(refs(&phases), &|id| journey.phases.contains_key(&id), &[None]);
        journey.phase_order = self.take(joined, EntityKind::Phase, Some(id));
        let touchpoints = orders(touchpoint_lists);
        let named: Vec<Option<Id>> = journey.phase_order.iter().copied().map(Some).collect();
        let joined = join(refs(&touchpoints), &|id| journey.touchpoints.contains_key(&id), &named);
        for (phase, touchpoints) in &joined.lists {
            let Some((phase, entry)) = phase.and_then(|id| Some((id, journey.phases.get(&id)?))) else {
                continue;
            };
            let entry = Phase { touchpoints: touchpoints.clone(), ..entry.as_ref().clone() };
            journey.phases.insert(phase, entry.into());
        }
        let missing = joined.missing_lists.iter().map(|phase| (EntityKind::Phase, *phase));
        self.wanted.extend(missing.filter_map(|(kind, phase)| path_of(kind, Some(id), phase)));
        self.take(joined, EntityKind::Touchpoint, Some(id));
        self.want_ends(&journey, id);
        self.workspace.journeys.insert(id, journey.into());
    }

    /// Notes what came of joining lists of entities of a kind; the first of them.
    fn take(&mut self, joined: Joined, kind: EntityKind, journey: Option<Id>) -> Vec<Id> {
        for clash in joined.clashes {
            let Some(mut path) = path_of(kind, journey, clash.id) else { continue };
            path.0.push(PathPart::Field(PLACE));
            let base = clash.base.map(Place::json);
            let (ours, theirs) = (Some(clash.ours.json()), Some(clash.theirs.json()));
            self.clashes.push(Clash { path, base, ours, theirs });
        }
        let gone = joined.moved_and_gone.iter().filter_map(|id| path_of(kind, journey, *id));
        self.wanted.extend(gone);
        joined.lists.into_iter().next().map(|(_, ids)| ids).unwrap_or_default()
    }

    /// Touchpoints that a step leads from or to and that are not there.
    fn want_ends(&mut self, journey: &Journey, id: Id) {
        let ends: HashSet<Id> = journey.steps.keys().flat_map(|key| [key.from, key.to]).collect();
        let missing = ends.into_iter().filter(|end| !journey.touchpoints.contains_key(end));
        self.wanted.extend(missing.filter_map(|end| path_of(EntityKind::Touchpoint, Some(id), end)));
    }

    /// Entities something refers to and that are not there.
    fn want_referred(&mut self, three: Three<'_>) {
        let known = self.workspace.known();
        let mut missing = HashSet::new();
        self.workspace.references(&mut |kind, id| {
            if known(kind, id).is_none() {
                missing.insert((kind, id));
            }
        });
        for (kind, id) in missing {
            let journey = match kind {
                EntityKind::Touchpoint => {
                    three.base.journeys.iter().find(|(_, it)| it.touchpoints.contains_key(&id))
                }
                _ => None,
            };
            self.wanted.extend(path_of(kind, journey.map(|(id, _)| *id), id));
        }
    }
}

fn refs(lists: &[Lists; 3]) -> [&Lists; 3] {
    [&lists[0], &lists[1], &lists[2]]
}
