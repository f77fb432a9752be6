//! The merge: joins, looks at what does not fit together, and makes conflicts of it.

use std::collections::BTreeMap;

use super::at;
use super::conflict::{Conflict, ConflictKind, Side, Write};
use super::draft::{Draft, Three, draft};
use super::merger::Clash;
use super::sharing::sharing;
use super::without::Contested;
use crate::compare::{Change, PLACE, Path, PathPart, facts};
use crate::edit::settle_merged;
use crate::format::crosslane::value_of;
use crate::model::{EntityKind, Field, Id, Reader, StepKey, Workspace, mend_structure};

/// A merged workspace and what a person should look at.
#[derive(Clone, Debug, PartialEq)]
pub struct Merged {
    /// The merged version; it fits together, and holds ours at every conflict. Its revision is that of ours, from
    /// which saving makes a new one.
    pub workspace: Workspace,
    /// What both sides changed differently, in the order of the file.
    pub conflicts: Vec<Conflict>,
}

/// Joins two versions that have no common one: what only one side has is taken over, and each place where both have
/// something else is a conflict.
pub fn merge_without_base(ours: &Workspace, theirs: &Workspace) -> Merged {
    merge(&Workspace::default(), ours, theirs)
}

/// Joins two versions that started from `base`. Every change of either side is in the outcome or in a conflict.
pub fn merge(base: &Workspace, ours: &Workspace, theirs: &Workspace) -> Merged {
    // Most is the same in all three: where it is shared, nothing below looks at it.
    let base = &sharing(ours, base);
    let theirs = &sharing(base, theirs);
    let three = Three { base, ours, theirs };
    let (draft, contested) = settled_draft(three);
    let Draft { workspace: mut alive, clashes, .. } = draft;
    drop_deleted_by_both(three, &mut alive);
    let mut workspace = alive.clone();
    let mut conflicts: Vec<Conflict> = clashes.into_iter().map(of_clash).collect();
    conflicts.extend(contested.values().map(|entity| of_deletion(entity, three, &alive, &contested)));
    let by_ours = contested.values().filter(|entity| entity.deleted_by == Side::Ours);
    if by_ours.clone().next().is_some() {
        workspace = Contested::without(by_ours, base, &workspace, ours);
        // What was deleted may have been part of our value elsewhere.
        for conflict in conflicts.iter_mut().filter(|conflict| conflict.ours.is_some()) {
            conflict.ours = at::value_at(&workspace, &conflict.path);
        }
        let value = |json: &Option<String>| json.as_deref().and_then(value_of);
        conflicts.retain(|conflict| value(&conflict.ours) != value(&conflict.theirs));
    }
    if settle_merged(ours, theirs, &mut workspace) {
        // A card that lost its handoff is elsewhere now.
        let on_step = |conflict: &&mut Conflict| conflict.path.0.get(2) == Some(&PathPart::Field("steps"));
        for conflict in conflicts.iter_mut().filter(on_step) {
            conflict.ours = at::value_at(&workspace, &conflict.path);
        }
    }
    conflicts.extend(mended(&mut workspace));
    // What ours has it come after may stand elsewhere now, moved by theirs alone.
    for conflict in conflicts.iter_mut().filter(|conflict| conflict.kind == ConflictKind::Place) {
        conflict.ours = at::value_at(&workspace, &conflict.path);
    }
    conflicts.sort_by(|one, other| (&one.path, one.kind).cmp(&(&other.path, other.kind)));
    Merged { workspace, conflicts }
}

/// Joins with every deletion undone that the other side has something against, until nothing more comes up. The same
/// deletions come up from either side.
fn settled_draft(three: Three<'_>) -> (Draft, BTreeMap<Path, Contested>) {
    let Three { base, ours, theirs } = three;
    let mut contested: BTreeMap<Path, Contested> = BTreeMap::new();
    let (mut our_side, mut their_side) = (ours.clone(), theirs.clone());
    loop {
        let made = draft(Three { base, ours: &our_side, theirs: &their_side });
        let mut wanted = made.wanted.clone();
        if !made.clashes.is_empty() {
            // What a conflict hides from one side the other one shows.
            wanted.extend(draft(Three { base, ours: &their_side, theirs: &our_side }).wanted);
        }
        let found = wanted.iter().filter_map(|path| Contested::of(path, base, ours, theirs));
        let before = contested.len();
        for entity in found {
            contested.entry(entity.path.clone()).or_insert(entity);
        }
        if contested.len() == before {
            return (made, contested);
        }
        our_side = restored(base, [ours, theirs], &contested, Side::Ours);
        their_side = restored(base, [theirs, ours], &contested, Side::Theirs);
    }
}

/// Undoing a deletion may bring back what leads to something that both sides deleted: neither of them has it.
fn drop_deleted_by_both(three: Three<'_>, alive: &mut Workspace) {
    let sides = [three.ours, three.theirs];
    let dangling: Vec<(Id, StepKey)> = alive
        .journeys
        .iter()
        .flat_map(|(id, journey)| journey.steps.keys().map(move |key| (*id, journey, *key)))
        .filter(|(id, journey, key)| {
            let gone = |end: &Id| {
                let has = |version: &&Workspace| {
                    version.journeys.get(id).is_some_and(|journey| journey.touchpoints.contains_key(end))
                };
                !journey.touchpoints.contains_key(end) && !sides.iter().any(has)
            };
            gone(&key.from) || gone(&key.to)
        })
        .map(|(id, _, key)| (id, key))
        .collect();
    for (id, key) in dangling {
        let Some(journey) = alive.journeys.get(&id) else { continue };
        let mut journey = journey.as_ref().clone();
        journey.steps.remove(&key);
        alive.journeys.insert(id, journey.into());
    }
}

/// The version of a side with its contested deletions undone, and all that went with them. A card that the `other`
/// side set aside too stays so: it is to be compared with theirs.
fn restored(
    base: &Workspace,
    [version, other]: [&Workspace; 2],
    contested: &BTreeMap<Path, Contested>,
    side: Side,
) -> Workspace {
    let deleted = contested.values().filter(|entity| entity.deleted_by == side);
    if deleted.clone().next().is_none() {
        return version.clone();
    }
    let only_deleted = Contested::without(deleted, base, base, version);
    let mut made = draft(Three { base: &only_deleted, ours: version, theirs: base }).workspace;
    for (id, journey) in &version.journeys {
        let (Some(theirs), Some(shared)) = (other.journeys.get(id), made.journeys.get(id)) else { continue };
        let is_gone = |card: &Id| !shared.unplaced_cards.contains_key(card);
        let mut aside = journey
            .unplaced_cards
            .iter()
            .filter(|(card, _)| is_gone(card) && theirs.unplaced_cards.contains_key(card))
            .peekable();
        if aside.peek().is_some() {
            let mut next = shared.as_ref().clone();
            aside.for_each(|(card, entry)| drop(next.unplaced_cards.insert(*card, entry.clone())));
            made.journeys.insert(*id, next.into());
        }
    }
    made
}

fn of_clash(clash: Clash) -> Conflict {
    let Clash { path, base, ours, theirs } = clash;
    let kind = ConflictKind::at(&path);
    Conflict { path, kind, base, ours, theirs, with_ours: Vec::new(), with_theirs: Vec::new() }
}

/// The conflict about a deleted entity. The value of who keeps it goes with all that refers to it.
fn of_deletion(
    entity: &Contested,
    three: Three<'_>,
    alive: &Workspace,
    contested: &BTreeMap<Path, Contested>,
) -> Conflict {
    let Three { base, ours, theirs } = three;
    let (deleter, keeper) = match entity.deleted_by {
        Side::Ours => (ours, theirs),
        Side::Theirs => (theirs, ours),
    };
    let (gone, with_deleted) = entity.without_it(base, alive, deleter);
    // Another contested entity, such as a touchpoint of a contested phase, comes back with its own conflict.
    let is_itself = |change: &Change| match change.path.0.split_last() {
        Some((PathPart::Field(PLACE), entity)) => Some(Path(entity.to_vec())),
        _ => Some(change.path.clone()),
    };
    let belongs = |change: &Change| {
        change.path != entity.path
            && !is_itself(change).is_some_and(|path| path != entity.path && contested.contains_key(&path))
    };
    let mut with_kept: Vec<Write> = needed_phase(entity, alive, contested);
    with_kept.extend(facts(&gone, alive).into_iter().filter(belongs).map(|change| Write {
        path: change.path,
        value: change.after,
        only_if_missing: false,
    }));
    let kept = at::value_at(keeper, &entity.path);
    let (path, kind, base) = (entity.path.clone(), ConflictKind::Deleted, at::value_at(base, &entity.path));
    match entity.deleted_by {
        Side::Ours => {
            let (with_ours, with_theirs) = (with_deleted, with_kept);
            Conflict { path, kind, base, ours: None, theirs: kept, with_ours, with_theirs }
        }
        Side::Theirs => {
            let (with_ours, with_theirs) = (with_kept, with_deleted);
            Conflict { path, kind, base, ours: kept, theirs: None, with_ours, with_theirs }
        }
    }
}

/// A touchpoint needs its phase, which may have to be put back first.
fn needed_phase(entity: &Contested, alive: &Workspace, contested: &BTreeMap<Path, Contested>) -> Vec<Write> {
    let phase = || {
        let journey = alive.journeys.get(&entity.journey?)?;
        let (phase, _) = journey.place_of(entity.id)?;
        contested.values().find(|other| {
            other.kind == EntityKind::Phase && other.journey == entity.journey && other.id == phase
        })
    };
    let Some(phase) = phase().filter(|_| entity.kind == EntityKind::Touchpoint) else { return Vec::new() };
    let mut place = phase.path.clone();
    place.0.push(PathPart::Field(PLACE));
    [phase.path.clone(), place]
        .into_iter()
        .map(|path| Write { value: at::value_at(alive, &path), path, only_if_missing: true })
        .collect()
}

/// Makes the parts fit together; what had to be left out is a conflict. Nothing is, as far as is known: this is the net.
fn mended(workspace: &mut Workspace) -> Vec<Conflict> {
    let before = workspace.clone();
    let mut reader = Reader::default();
    mend_structure(workspace, &mut reader);
    let whole = workspace.clone();
    workspace.prune(&whole.known(), &mut reader);
    if reader.is_clean() {
        return Vec::new();
    }
    let left_out = |change: Change| Conflict {
        path: change.path,
        kind: ConflictKind::LeftOut,
        base: None,
        ours: change.after,
        theirs: change.before,
        with_ours: Vec::new(),
        with_theirs: Vec::new(),
    };
    facts(&before, workspace).into_iter().map(left_out).collect()
}
