//! The merge: what is in conflict, and what comes out for any choice of sides.

use std::collections::HashSet;
use std::rc::Rc;
use std::sync::Arc;

use super::choices::Choices;
use super::conflict::{Conflict, Side};
use super::deletions::{Deletion, Deletions, Three};
use super::entity::Entity;
use super::joined::joined;
use super::merger::{Chosen, Clash};
use super::nowhere::placed;
use super::without::{unlist, without};
use crate::compare::Path;
use crate::edit::settle_merged;
use crate::format::crosslane::with_descent_of;
use crate::model::{EntityKind, Id, Journey, UnplacedCard, Workspace};

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
    pub(super) plan: Plan,
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
        for conflict in &self.conflicts {
            settled.settle(&conflict.path, turn(choices.side(conflict)));
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

    /// Whether a deletion is carried out: one that nobody has something against always is.
    fn deletes(&self, deletion: &Deletion) -> bool {
        !deletion.is_contested() || self.sides.at(&deletion.entity.path()) == Some(deletion.by)
    }
}

/// The versions, in an order that does not depend on whose they are, and what was deleted.
#[derive(Clone, Debug)]
pub struct Plan {
    pub three: Three,
    pub deletions: Deletions,
}

/// The three versions as they are joined: without what is deleted, and with what is not.
pub struct Prepared {
    pub base: Workspace,
    pub ours: Workspace,
    pub theirs: Workspace,
}

impl Prepared {
    /// The version of a side.
    pub fn of(&self, side: Side) -> &Workspace {
        match side {
            Side::Ours => &self.ours,
            Side::Theirs => &self.theirs,
        }
    }

    /// Where values and places clash.
    pub fn clashes(&self) -> Vec<Clash> {
        joined([&self.base, &self.ours, &self.theirs], &Rc::default()).1
    }
}

impl Plan {
    /// What comes out, and fits together.
    pub fn outcome(&self, settled: &Settled) -> Workspace {
        self.outcome_of(&self.prepared(settled), settled)
    }

    /// What comes out of versions prepared for the same deletions.
    pub fn outcome_of(&self, prepared: &Prepared, settled: &Settled) -> Workspace {
        let chosen = Rc::new(settled.sides.clone());
        let Prepared { base, ours, theirs } = prepared;
        let (mut workspace, _) = joined([base, ours, theirs], &chosen);
        placed(&mut workspace, &self.three.base);
        settle_merged(ours, theirs, &mut workspace);
        workspace
    }

    /// Every version without what is deleted; what a side deleted and is not, is put back there.
    pub fn prepared(&self, settled: &Settled) -> Prepared {
        let gone: HashSet<Entity> = (self.deletions.by_one.iter())
            .filter(|deletion| settled.deletes(deletion))
            .flat_map(Deletion::entities)
            .chain(self.deletions.by_both.iter().copied())
            .collect();
        let base = without(&self.three.base, &gone, &self.three.base);
        let [ours, theirs] = [Side::Ours, Side::Theirs].map(|side| {
            let version = without(self.three.of(side), &gone, &self.three.base);
            let kept = self.deletions.of(side).filter(|deletion| !settled.deletes(deletion));
            let kept: HashSet<Entity> = kept.flat_map(Deletion::entities).collect();
            if kept.is_empty() {
                return version;
            }
            let [bare, whole] = self.undone(&base, &kept, side);
            // What the side did since it deleted them counts.
            joined([&bare, &version, &whole], &Rc::default()).0
        });
        let theirs = same_names(&base, &ours, theirs);
        Prepared { base, ours, theirs }
    }

    /// The common version without what a side deleted, and with it. What the side took out of a phase before it deleted
    /// that stands nowhere in either: the side says where.
    pub fn undone(&self, base: &Workspace, kept: &HashSet<Entity>, side: Side) -> [Workspace; 2] {
        let bare = without(base, kept, &self.three.base);
        let mut whole = base.clone();
        for entity in kept.iter().filter(|entity| entity.kind == EntityKind::Phase) {
            let Some((id, journey)) = entity.journey.and_then(|id| Some((id, base.journeys.get(&id)?)))
            else {
                continue;
            };
            let Some(phase) = journey.phases.get(&entity.id) else { continue };
            let has = self.three.of(side).journeys.get(&id);
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
}

/// The version in which a card that both sides set aside remembers the same names: what stood on either end, and whose it
/// was, is nothing that anybody said.
fn same_names(base: &Workspace, ours: &Workspace, mut theirs: Workspace) -> Workspace {
    for (id, journey) in &ours.journeys {
        let Some(other) = theirs.journeys.get(id).filter(|other| !Arc::ptr_eq(other, journey)) else {
            continue;
        };
        let is_new =
            |card: &Id| !base.journeys.get(id).is_some_and(|old| old.unplaced_cards.contains_key(card));
        let mut changed = other.unplaced_cards.clone();
        for (card, entry) in journey.unplaced_cards.iter().filter(|(card, _)| is_new(card)) {
            if let Some(present) = other.unplaced_cards.get(card) {
                let renamed = UnplacedCard {
                    card: present.card.clone(),
                    unknown: present.unknown.clone(),
                    ..entry.as_ref().clone()
                };
                if renamed != **present {
                    changed.insert(*card, Arc::new(renamed));
                }
            }
        }
        if !changed.ptr_eq(&other.unplaced_cards) {
            let journey = Journey { unplaced_cards: changed, ..other.as_ref().clone() };
            theirs.journeys.insert(*id, Arc::new(journey));
        }
    }
    theirs
}
