//! Looking for conflicts.

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

use super::at::value_at;
use super::cards::place_json;
use super::choices::Choices;
use super::conflict::{Conflict, ConflictKind, Side};
use super::deletions::{Deletion, Groups, Three};
use super::entity::Entity;
use super::first::is_first;
use super::joined::joined;
use super::merger::Clash;
use super::outcome::{Merged, Plan, Settled};
use super::sharing::sharing;
use crate::compare::{Change, Path, facts_and_references};
use crate::format::crosslane::{joined_descent, value_of, with_descent_of};
use crate::model::{Id, Workspace};
use crate::sort::Sort;

/// Joins two versions that have no common one: what only one side has is taken over, and each place where both have
/// something else is a conflict.
pub fn merge_without_base(ours: &Workspace, theirs: &Workspace) -> Merged {
    merge(&Workspace::default(), ours, theirs)
}

/// Joins two versions that started from `base`. Every change of either side is in the outcome or in a conflict.
///
/// ```
/// # use crosslane_core::merge::{Choices, Side, merge};
/// # use crosslane_core::model::Workspace;
/// # let [base, ours, theirs] = [Workspace::default(), Workspace::default(), Workspace::default()];
/// let merged = merge(&base, &ours, &theirs);
/// let mut choices = Choices::default();
/// for conflict in &merged.conflicts {
///     choices.choose(conflict, Side::Theirs);
/// }
/// let settled = merged.outcome(&choices);
/// ```
pub fn merge(base: &Workspace, ours: &Workspace, theirs: &Workspace) -> Merged {
    // Most is the same in all three: where it is shared, nothing below looks at it.
    let base = sharing(ours, base);
    let theirs = sharing(&base, theirs);
    let descent = joined_descent(&base, ours, &theirs);
    // Everything but the choice of values is done without knowing whose version is which.
    let turned = is_first(&theirs, ours);
    let [ours, theirs] = if turned { [theirs, ours.clone()] } else { [ours.clone(), theirs] };
    let plan = Box::new(Plan::of(Three { base, ours, theirs }));
    let Conflicts { open, moot, outcomes } = plan.conflicts();
    let turn = |conflict: Conflict| if turned { conflict.turned() } else { conflict };
    let (places, conflicts) = open.into_iter().map(|(place, conflict)| (place, turn(conflict))).unzip();
    let mut merged = Merged { workspace: descent, conflicts, places, plan, turned, moot };
    // Where nothing is moot, ours counts everywhere in one that is there.
    let outcome =
        outcomes.filter(|_| merged.moot.is_empty()).map(|[one, other]| if turned { other } else { one });
    merged.workspace = match outcome {
        Some(outcome) => with_descent_of(&merged.workspace, outcome),
        None => merged.outcome(&Choices::default()),
    };
    merged
}

/// What both sides changed differently.
struct Conflicts {
    /// With where each is in the plan, in the order of the file.
    open: Vec<(Path, Conflict)>,
    /// Where both sides lead to the same.
    moot: Vec<Path>,
    /// What comes out where one side counts everywhere, if that was made.
    outcomes: Option<[Workspace; 2]>,
}

impl Plan {
    fn conflicts(&self) -> Conflicts {
        let clashes = joined(self.draft.each(), self.three.each(), &Rc::default()).1;
        let mut places: HashSet<Path> = clashes.iter().map(|clash| clash.path.clone()).collect();
        let of_cards =
            self.cards.clashes(&self.draft).into_iter().filter(|clash| places.insert(clash.path.clone()));
        let of_cards: Vec<Clash> = of_cards.collect();
        let mut conflicts: Vec<Conflict> = clashes.into_iter().chain(of_cards).map(of_clash).collect();
        for side in [Side::Ours, Side::Theirs] {
            conflicts.extend(self.contested(side));
        }
        let as_it_comes =
            |conflict: &Conflict| matches!(conflict.kind, ConflictKind::Deleted | ConflictKind::Place);
        let looks_up = conflicts.iter().any(as_it_comes);
        let outcomes = looks_up.then(|| self.look_up_values(&mut conflicts));
        let mut told: Vec<(Path, Conflict)> =
            conflicts.into_iter().map(|conflict| (conflict.path.clone(), self.told(conflict))).collect();
        told.arrange_by(|(_, one), (_, other)| (&one.path, one.kind).cmp(&(&other.path, other.kind)));
        let value = |json: &Option<String>| json.as_deref().and_then(value_of);
        let (open, moot): (Vec<_>, Vec<_>) =
            told.into_iter().partition(|(_, conflict)| value(&conflict.ours) != value(&conflict.theirs));
        Conflicts { open, moot: moot.into_iter().map(|(place, _)| place).collect(), outcomes }
    }

    /// The values that come out where one side counts everywhere: what a value refers to may be deleted on the same side,
    /// and a place follows from others. These outcomes.
    fn look_up_values(&self, conflicts: &mut [Conflict]) -> [Workspace; 2] {
        [Side::Ours, Side::Theirs].map(|side| {
            let mut settled = Settled::default();
            for conflict in conflicts.iter() {
                settled.settle(&conflict.path, side);
            }
            let outcome = self.joined(&settled);
            let (with_cards, put) = self.with_cards(outcome.clone(), &settled);
            for conflict in conflicts.iter_mut() {
                *conflict.value_mut(side) = match (conflict.kind, card_at_stake(&conflict.path)) {
                    (ConflictKind::Place, Some((journey, card))) => {
                        put.get(&journey).and_then(|put| put.get(&card)).copied().map(place_json)
                    }
                    (ConflictKind::Deleted, _) => value_at(&with_cards, &conflict.path),
                    _ => value_at(&outcome, &conflict.path),
                };
            }
            with_cards
        })
    }

    /// The conflict as people know its place.
    fn told(&self, mut conflict: Conflict) -> Conflict {
        for json in [&mut conflict.base, &mut conflict.ours, &mut conflict.theirs] {
            *json = self.cards.told_value(&conflict.path, json.take());
        }
        conflict.path = self.cards.told(&conflict.path);
        conflict
    }

    /// The contested deletions of a side, with what else they settle.
    fn contested(&self, side: Side) -> Vec<Conflict> {
        let asked = |deletion: &&Deletion| deletion.by == side && deletion.is_contested();
        let kept: HashSet<Entity> =
            self.deletions.by_one.iter().filter(asked).flat_map(Deletion::entities).collect();
        if kept.is_empty() {
            return Vec::new();
        }
        let [bare, whole] = self.undone(&kept, side);
        let (facts, references) = facts_and_references(&whole, &bare);
        let groups = Groups::of(self.deletions.by_one.iter().map(|it| Some(it).filter(asked)), &self.three);
        let mut with: BTreeMap<usize, Vec<Path>> = BTreeMap::new();
        for fact in facts {
            let fact = Change { path: self.cards.told(&fact.path), ..fact };
            for at in groups.of_fact(&fact) {
                with.entry(at).or_default().push(fact.path.clone());
            }
        }
        for ((kind, id), places) in references.lost {
            for at in groups.referred(kind, id) {
                with.entry(at).or_default().extend(places.iter().map(|place| self.cards.told(place)));
            }
        }
        let all = self.deletions.by_one.iter().enumerate().filter(|(_, deletion)| asked(deletion));
        all.map(|(at, deletion)| {
            let path = deletion.entity.path();
            let mut with = with.remove(&at).unwrap_or_default();
            with.extend(deletion.against.iter().cloned());
            with.extend(self.phases_at_stake(deletion));
            with.arrange();
            with.dedup();
            with.retain(|place| *place != path);
            let base = value_at(&self.whole.base, &path);
            Conflict { path, kind: ConflictKind::Deleted, base, ours: None, theirs: None, with }
        })
        .collect()
    }
}

/// The journey of the card at this place, and the name the card is kept under.
fn card_at_stake(path: &Path) -> Option<(Id, Id)> {
    let id = |register| path.key_after(register).and_then(Id::new);
    Some((id("journeys")?, id("unplaced_cards")?))
}

fn of_clash(clash: Clash) -> Conflict {
    let Clash { path, base, ours, theirs } = clash;
    let kind = ConflictKind::at(&path);
    Conflict { path, kind, base, ours, theirs, with: Vec::new() }
}
