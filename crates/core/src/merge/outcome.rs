//! The merge: what is in conflict, and what comes out for any choice of sides.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use super::cards::Cards;
use super::choices::Choices;
use super::conflict::{Conflict, Side};
use super::deletions::{Deletion, Deletions, Three};
use super::entity::Entity;
use super::flows::Flows;
use super::joined::joined;
use super::merger::Chosen;
use super::nowhere::placed;
use super::put_back::Put;
use super::without::{unlist, without};
use crate::compare::{PLACE, Path, PathPart};
use crate::format::crosslane::with_descent_of;
use crate::model::{EntityKind, Id, Workspace};

/// Two versions joined, and what a person should look at.
///
/// Show `conflicts`, keep a [`Choices`] beside it, and ask [`outcome`](Self::outcome) after each choice.
#[derive(Clone, Debug)]
pub struct Merged {
    /// What comes out where ours counts at every conflict; the same as `outcome(&Choices::default())`. It fits together.
    /// Its revision is that of ours, from which saving makes a new one.
    pub workspace: Workspace,
    /// What both sides changed differently, in the order of the file.
    pub conflicts: Vec<Conflict>,
    /// Where each of them is in the plan, which has cards elsewhere.
    pub(super) places: Vec<Path>,
    pub(super) plan: Box<Plan>,
    /// Whether the plan has our version as theirs.
    pub(super) turned: bool,
    /// Clashes where both sides lead to the same.
    pub(super) moot: Vec<Path>,
}

impl Merged {
    /// What comes out where the chosen sides count. It is made anew from both versions each time, so it does not matter in
    /// which order conflicts are settled, or how often; it always fits together, and never holds what is left of a
    /// choice that was taken back.
    pub fn outcome(&self, choices: &Choices) -> Workspace {
        let mut settled = Settled::default();
        let turn = |side: Side| if self.turned { side.other() } else { side };
        for (conflict, place) in self.conflicts.iter().zip(&self.places) {
            settled.settle(place, turn(choices.side(conflict)));
        }
        for path in &self.moot {
            settled.settle(path, Side::Ours);
        }
        with_descent_of(&self.workspace, self.plan.outcome(&settled))
    }

    /// The conflicts of one entity, or of all that stands in it: a touchpoint, a journey, an entry of a register.
    pub fn conflicts_in<'a>(&'a self, entity: &'a Path) -> impl Iterator<Item = &'a Conflict> {
        self.conflicts.iter().filter(move |conflict| conflict.path.is_in(entity))
    }
}

/// Whose value counts where.
#[derive(Clone, Debug, Default)]
pub struct Settled {
    /// Where values and places clash, and deletions.
    pub sides: Chosen,
}

impl Settled {
    /// Lets the value of a side count at a conflict.
    pub fn settle(&mut self, path: &Path, side: Side) {
        self.sides.insert(path, side);
    }

    /// Whether a deletion that the other side has something against is carried out.
    fn deletes(&self, deletion: &Deletion) -> bool {
        deletion.is_contested() && self.sides.at(&deletion.entity.path()) == Some(deletion.by)
    }
}

/// The versions, in an order that does not depend on whose they are, and what was deleted.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The versions as they are.
    pub whole: Three,
    pub flows: Flows,
    /// The versions with the cards taken off that not all have alike.
    pub three: Three,
    pub cards: Cards,
    pub deletions: Deletions,
    /// The versions as they are joined: without what was deleted and nobody has anything against, and with what else was.
    pub draft: Three,
}

impl Plan {
    /// What was deleted on the way to these versions, and how they are joined.
    pub fn of(whole: Three) -> Self {
        let flows = Flows::of(&whole);
        let (three, cards) = Cards::taken_off(&whole, &flows);
        let deletions = Deletions::between(&three, &cards);
        let draft = draft(&three, &deletions);
        Self { whole, flows, three, cards, deletions, draft }
    }

    /// What comes out, and fits together.
    pub fn outcome(&self, settled: &Settled) -> Workspace {
        self.with_cards(self.joined(settled), settled).0
    }

    /// What comes out with every card where it belongs.
    pub fn with_cards(&self, mut outcome: Workspace, settled: &Settled) -> (Workspace, Put) {
        let put = self.cards.put_back(&self.flows, &mut outcome, &settled.sides);
        (outcome, put)
    }

    /// What comes out, with cards taken off. A deletion that was chosen is carried out last, on what both sides made of
    /// everything: so nothing can clash that did not without it.
    pub fn joined(&self, settled: &Settled) -> Workspace {
        let chosen: Vec<&Deletion> =
            self.deletions.by_one.iter().filter(|deletion| settled.deletes(deletion)).collect();
        let mut sides = settled.sides.clone();
        for deletion in &chosen {
            for place in self.places_elsewhere(deletion) {
                sides.insert(&place, deletion.by);
            }
        }
        let (mut workspace, _) = joined(self.draft.each(), self.three.each(), &Rc::new(sides));
        let gone: HashSet<Entity> = chosen.into_iter().flat_map(Deletion::entities).collect();
        if !gone.is_empty() {
            workspace = without(&workspace, &gone, &self.three.base);
        }
        placed(&mut workspace, &self.three.base, &gone);
        workspace
    }

    /// The places of what the other side has in a phase, and who deleted the phase has elsewhere: there it stays.
    fn places_elsewhere(&self, deletion: &Deletion) -> Vec<Path> {
        let Entity { kind: EntityKind::Phase, journey: Some(id), id: phase } = deletion.entity else {
            return Vec::new();
        };
        let side = |side: Side| self.three.of(side).journeys.get(&id);
        let (Some(by), Some(other)) = (side(deletion.by), side(deletion.by.other())) else {
            return Vec::new();
        };
        let standing = other.phases.get(&phase).into_iter().flat_map(|phase| &phase.touchpoints);
        let elsewhere = standing.filter(|touchpoint| by.touchpoints.contains_key(touchpoint));
        elsewhere
            .map(|touchpoint| {
                let mut place = Entity::inside(EntityKind::Touchpoint, id, *touchpoint).path();
                place.0.push(PathPart::Field(PLACE));
                place
            })
            .collect()
    }

    /// The deleted phases of the journey of a phase, where none would be left but those whose deletion is asked about:
    /// touchpoints need one, so another may have to stay for it.
    pub fn phases_at_stake(&self, deletion: &Deletion) -> Vec<Path> {
        let Entity { kind: EntityKind::Phase, journey: Some(id), .. } = deletion.entity else {
            return Vec::new();
        };
        let deleted = self.deletions.by_one.iter().map(|deletion| (deletion.entity, deletion.is_contested()));
        let deleted = deleted.chain(self.deletions.by_both.iter().map(|entity| (*entity, false)));
        let deleted: Vec<(Entity, bool)> = deleted
            .filter(|(entity, _)| entity.kind == EntityKind::Phase && entity.journey == Some(id))
            .collect();
        let is_asked = |phase: Id| deleted.iter().any(|(entity, asked)| entity.id == phase && *asked);
        let left =
            [&self.draft.ours, &self.draft.theirs].into_iter().filter_map(|side| side.journeys.get(&id));
        let is_left = left.flat_map(|journey| journey.phases.keys()).any(|phase| !is_asked(*phase));
        if is_left { Vec::new() } else { deleted.into_iter().map(|(entity, _)| entity.path()).collect() }
    }

    /// The common version as it is joined without what a side deleted, and with it.
    pub fn undone(&self, kept: &HashSet<Entity>, side: Side) -> [Workspace; 2] {
        undone(&self.three, &self.draft.base, kept, side)
    }
}

/// Every version without what is deleted in any case; what a side deleted and the other has something against is put back.
fn draft(three: &Three, deletions: &Deletions) -> Three {
    let gone: HashSet<Entity> = (deletions.by_one.iter())
        .filter(|deletion| !deletion.is_contested())
        .flat_map(Deletion::entities)
        .chain(deletions.by_both.iter().copied())
        .collect();
    let base = without(&three.base, &gone, &three.base);
    let [ours, theirs] = [Side::Ours, Side::Theirs].map(|side| {
        let version = without(three.of(side), &gone, &three.base);
        let kept = deletions.of(side).filter(|deletion| deletion.is_contested());
        let kept: HashSet<Entity> = kept.flat_map(Deletion::entities).collect();
        if kept.is_empty() {
            return version;
        }
        let [bare, whole] = undone(three, &base, &kept, side);
        // What the side did since it deleted them counts.
        let [before, after] = [&three.base, three.of(side)];
        joined([&bare, &version, &whole], [before, after, before], &Rc::default()).0
    });
    Three { base, ours, theirs }
}

/// The common version without what a side deleted, and with it. What the side took out of a phase before it deleted
/// that stands nowhere in either: the side says where.
fn undone(three: &Three, base: &Workspace, kept: &HashSet<Entity>, side: Side) -> [Workspace; 2] {
    let bare = without(base, kept, &three.base);
    let mut whole = base.clone();
    for entity in kept.iter().filter(|entity| entity.kind == EntityKind::Phase) {
        let Some((id, journey)) = entity.journey.and_then(|id| Some((id, base.journeys.get(&id)?))) else {
            continue;
        };
        let Some(phase) = journey.phases.get(&entity.id) else { continue };
        let has = three.of(side).journeys.get(&id);
        let elsewhere: HashSet<Id> = (phase.touchpoints.iter().copied())
            .filter(|id| has.is_some_and(|journey| journey.touchpoints.contains_key(id)))
            .collect();
        let shared = whole.journeys.get(&id).filter(|_| !elsewhere.is_empty());
        if let Some(mut journey) = shared.map(|journey| journey.as_ref().clone()) {
            unlist(&mut journey, |id| elsewhere.contains(&id));
            whole.journeys.insert(id, Arc::new(journey));
        }
    }
    [bare, whole]
}
