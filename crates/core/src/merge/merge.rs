//! Looking for conflicts.

use std::collections::{BTreeMap, HashSet};

use super::at::value_at;
use super::choices::Choices;
use super::conflict::{Conflict, ConflictKind, Side};
use super::deletions::{Deletion, Deletions, Groups, Three};
use super::entity::Entity;
use super::merger::Clash;
use super::outcome::{Merged, Plan, Prepared, Settled};
use super::sharing::sharing;
use crate::compare::{Path, PathPart, changes, facts_and_references};
use crate::format::crosslane::{joined_descent, value_of};
use crate::model::Workspace;

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
    let three = Three { base, ours, theirs };
    let deletions = Deletions::between(&three);
    let plan = Plan { three, deletions };
    let (conflicts, moot) = plan.conflicts();
    let conflicts = conflicts.into_iter().map(|conflict| if turned { conflict.turned() } else { conflict });
    let mut merged = Merged { workspace: descent, conflicts: conflicts.collect(), plan, turned, moot };
    merged.workspace = merged.outcome(&Choices::default());
    merged
}

/// Whether a version comes before another in an order that follows from what they hold alone.
fn is_first(version: &Workspace, other: &Workspace) -> bool {
    let changes = changes(version, other);
    let first = changes.iter().min_by(|one, other| one.path.cmp(&other.path));
    first.is_some_and(|change| change.before < change.after)
}

impl Plan {
    /// What both sides changed differently, in the order of the file, and clashes where both lead to the same.
    fn conflicts(&self) -> (Vec<Conflict>, Vec<Path>) {
        let draft = self.prepared(&Settled::default());
        let mut conflicts: Vec<Conflict> = draft.clashes().into_iter().map(of_clash).collect();
        for side in [Side::Ours, Side::Theirs] {
            conflicts.extend(self.contested(&draft, side));
        }
        conflicts.sort_by(|one, other| (&one.path, one.kind).cmp(&(&other.path, other.kind)));
        let as_it_comes =
            |conflict: &Conflict| matches!(conflict.kind, ConflictKind::Deleted | ConflictKind::Place);
        if !conflicts.iter().any(as_it_comes) {
            return (conflicts, Vec::new());
        }
        let deletes = conflicts.iter().any(|conflict| conflict.kind == ConflictKind::Deleted);
        for side in [Side::Ours, Side::Theirs] {
            let mut settled = Settled::default();
            for conflict in &conflicts {
                settled.settle(&conflict.path, side);
            }
            let prepared = if deletes { &self.prepared(&settled) } else { &draft };
            let outcome = self.outcome_of(prepared, &settled);
            for conflict in &mut conflicts {
                // What a value refers to may be deleted on the same side, and a place follows from others.
                if as_it_comes(conflict) {
                    *conflict.value_mut(side) = value_at(&outcome, &conflict.path);
                } else if deletes {
                    *conflict.value_mut(side) = value_at(prepared.of(side), &conflict.path);
                }
            }
        }
        let value = |json: &Option<String>| json.as_deref().and_then(value_of);
        let (open, moot): (Vec<_>, Vec<_>) =
            conflicts.into_iter().partition(|conflict| value(&conflict.ours) != value(&conflict.theirs));
        (open, moot.into_iter().map(|conflict| conflict.path).collect())
    }

    /// The contested deletions of a side, with what else they settle.
    fn contested(&self, draft: &Prepared, side: Side) -> Vec<Conflict> {
        let asked = |deletion: &&Deletion| deletion.by == side && deletion.is_contested();
        let kept: HashSet<Entity> =
            self.deletions.by_one.iter().filter(asked).flat_map(Deletion::entities).collect();
        if kept.is_empty() {
            return Vec::new();
        }
        let [bare, whole] = self.undone(&draft.base, &kept, side);
        let (facts, references) = facts_and_references(&whole, &bare);
        let groups = Groups::of(self.deletions.by_one.iter().map(|it| Some(it).filter(asked)), &self.three);
        let mut with: BTreeMap<usize, Vec<Path>> = BTreeMap::new();
        for fact in &facts {
            let mut found = groups.of_fact(fact);
            let is_card = matches!(fact.path.0.get(2), Some(PathPart::Field("steps" | "unplaced_cards")));
            if found.is_empty() && is_card {
                // A card whose handoff is gone with one of them.
                let all = self.deletions.by_one.iter().enumerate();
                found = all.filter(|(_, deletion)| asked(deletion)).map(|(at, _)| at).collect();
            }
            for at in found {
                with.entry(at).or_default().push(fact.path.clone());
            }
        }
        for ((kind, id), places) in references.lost {
            for at in groups.referred(kind, id) {
                with.entry(at).or_default().extend(places.iter().cloned());
            }
        }
        let all = self.deletions.by_one.iter().enumerate().filter(|(_, deletion)| asked(deletion));
        all.map(|(at, deletion)| {
            let path = deletion.entity.path();
            let mut with = with.remove(&at).unwrap_or_default();
            with.extend(deletion.against.iter().cloned());
            with.sort();
            with.dedup();
            with.retain(|place| *place != path);
            let base = value_at(&self.three.base, &path);
            Conflict { path, kind: ConflictKind::Deleted, base, ours: None, theirs: None, with }
        })
        .collect()
    }
}

fn of_clash(clash: Clash) -> Conflict {
    let Clash { path, base, ours, theirs } = clash;
    let kind = ConflictKind::at(&path);
    Conflict { path, kind, base, ours, theirs, with: Vec::new() }
}
