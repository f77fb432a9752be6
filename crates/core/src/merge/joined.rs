//! Joining three versions field by field and place by place.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::conflict::Side;
use super::entity::Entity;
use super::join::{Joined, Orders, join};
use super::merger::{Chosen, Clash, Merger};
use crate::compare::order::{Lists, Standing, moved_in_both, single, touchpoint_lists};
use crate::compare::{PLACE, Path, PathPart, Place, path_of, stripped};
use crate::format::crosslane::without_descent;
use crate::model::{EntityKind, Id, Journey, Phase, SteeringCommittee, Workspace};

/// Joins what two versions made of `base`. Where both changed the same, the side chosen for the place counts, or else ours;
/// where nobody had chosen, it is a clash. What either moved is what stands elsewhere in `whole`: the versions as they were
/// before some of what they hold was taken out or put back.
///
/// What others can refer to is to be in all three, or not in `base`: then all of it is in the outcome, and nothing in
/// the outcome refers to anything else.
pub fn joined(
    [base, ours, theirs]: [&Workspace; 3],
    whole: [&Workspace; 3],
    chosen: &Rc<Chosen>,
) -> (Workspace, Vec<Clash>) {
    let mut merger = Merger::joining(chosen);
    let joining = Joining { versions: [base, ours, theirs], whole, chosen, places: places(chosen) };
    // A committee that is not there decides nothing.
    let committee = [base, ours, theirs].iter().any(|version| version.committee.is_some());
    let bare = [base, ours, theirs].map(|version| Workspace {
        committee: committee.then(|| version.committee.clone().unwrap_or_default()),
        ..without_descent(stripped(version, |id| joining.joins_orders(*id)))
    });
    let mut workspace = merger.joined(&bare[0], &bare[1], &bare[2]);
    let kept = |version: &Workspace| version.committee.is_some();
    let stays = if kept(ours) == kept(base) { kept(theirs) } else { kept(ours) };
    workspace.committee =
        workspace.committee.filter(|committee| stays || *committee != SteeringCommittee::default());
    let mut clashes = merger.finish();
    joining.join_workspace(&mut workspace, &mut clashes);
    (workspace, clashes)
}

/// Which side was chosen for the place of what, by the list it stands in.
type Places = HashMap<(EntityKind, Option<Id>), HashMap<Id, Side>>;

fn places(chosen: &Chosen) -> Places {
    let mut places = Places::new();
    for (path, side) in chosen.iter() {
        let Some((PathPart::Field(PLACE), entity)) = path.0.split_last() else { continue };
        let Some(entity) = Entity::at(&Path(entity.to_vec())) else { continue };
        places.entry((entity.kind, entity.journey)).or_default().insert(entity.id, side);
    }
    places
}

struct Joining<'a> {
    versions: [&'a Workspace; 3],
    whole: [&'a Workspace; 3],
    chosen: &'a Chosen,
    places: Places,
}

impl Joining<'_> {
    /// Whether both sides have the journey, and both may have changed its orders.
    fn joins_orders(&self, id: Id) -> bool {
        let [base, ours, theirs] = self.versions.map(|version| version.journeys.get(&id));
        let same = |one: Option<&Arc<Journey>>, other: Option<&Arc<Journey>>| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            _ => false,
        };
        let path = || path_of(EntityKind::Journey, None, id).unwrap_or_default();
        ours.is_some()
            && theirs.is_some()
            && !same(ours, theirs)
            && (!same(base, ours) && !same(base, theirs) || self.chosen.is_within(&path()))
    }

    fn join_workspace(&self, workspace: &mut Workspace, clashes: &mut Vec<Clash>) {
        let orders = |order: fn(&Workspace) -> &Vec<Id>| {
            [self.versions, self.whole].map(|versions| versions.map(|version| single(order(version))))
        };
        let departments = orders(|workspace| &workspace.department_order);
        let present = |id: Id| workspace.departments.contains_key(&id);
        workspace.department_order =
            first(self.join_list(EntityKind::Department, None, &departments, &present, &[None], clashes));
        let journeys = orders(|workspace| &workspace.journey_order);
        let present = |id: Id| workspace.journeys.contains_key(&id);
        workspace.journey_order =
            first(self.join_list(EntityKind::Journey, None, &journeys, &present, &[None], clashes));
        let ids: Vec<Id> = workspace.journeys.keys().copied().filter(|id| self.joins_orders(*id)).collect();
        for id in ids {
            if let Some(journey) = workspace.journeys.get(&id) {
                let journey = self.joined_journey(journey, id, clashes);
                workspace.journeys.insert(id, journey.into());
            }
        }
    }

    fn joined_journey(&self, journey: &Journey, id: Id, clashes: &mut Vec<Clash>) -> Journey {
        let mut journey = journey.clone();
        let orders = |lists: fn(&Journey) -> Lists| {
            let of = |version: &Workspace| version.journeys.get(&id).map(|journey| lists(journey));
            [self.versions, self.whole]
                .map(|versions| versions.map(|version| of(version).unwrap_or_default()))
        };
        let phases = orders(|journey| single(&journey.phase_order));
        let present = |id: Id| journey.phases.contains_key(&id);
        journey.phase_order =
            first(self.join_list(EntityKind::Phase, Some(id), &phases, &present, &[None], clashes));
        let touchpoints = orders(touchpoint_lists);
        let named: Vec<Option<Id>> = journey.phase_order.iter().copied().map(Some).collect();
        let present = |id: Id| journey.touchpoints.contains_key(&id);
        let lists = self.join_list(EntityKind::Touchpoint, Some(id), &touchpoints, &present, &named, clashes);
        for (phase, touchpoints) in lists {
            let Some((phase, entry)) = phase.and_then(|id| Some((id, journey.phases.get(&id)?))) else {
                continue;
            };
            let entry = Phase { touchpoints, ..entry.as_ref().clone() };
            journey.phases.insert(phase, entry.into());
        }
        journey
    }

    /// Joins lists of entities of a kind, given as they are joined and as they were, and notes what clashes.
    fn join_list(
        &self,
        kind: EntityKind,
        journey: Option<Id>,
        [lists, whole]: &[[Lists; 3]; 2],
        present: &dyn Fn(Id) -> bool,
        named: &[Option<Id>],
        clashes: &mut Vec<Clash>,
    ) -> Lists {
        let none = HashMap::new();
        let chosen = self.places.get(&(kind, journey)).unwrap_or(&none);
        let before = Standing::of(&whole[0]);
        let moved = moved_in_both(&before, [&whole[1], &whole[2]]);
        let orders = Orders { lists: lists.each_ref(), moved };
        let Joined { lists, clashes: found } = join(orders, present, named, chosen);
        for clash in found {
            let Some(mut path) = path_of(kind, journey, clash.id) else { continue };
            path.0.push(PathPart::Field(PLACE));
            let base = clash.base.map(Place::json);
            let (ours, theirs) = (Some(clash.ours.json()), Some(clash.theirs.json()));
            clashes.push(Clash { path, base, ours, theirs });
        }
        lists
    }
}

fn first(lists: Lists) -> Vec<Id> {
    lists.into_iter().next().map(|(_, ids)| ids).unwrap_or_default()
}
