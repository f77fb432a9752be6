//! The difference of two versions with places as one field of what stands there, instead of lists that name many.

use std::collections::HashMap;
use std::sync::Arc;

use super::differ::{Change, ChangeKind, References, changes, changes_and_references};
use super::order::{Lists, PLACE, Standing, moved, places, single, touchpoint_lists};
use super::path::{Path, PathPart};
use crate::model::{Id, Journey, Phase, Workspace};

/// The version without its order lists in what it shares with others: those of the workspace and of the journeys that
/// `of` picks.
pub fn stripped(workspace: &Workspace, of: impl Fn(&Id) -> bool) -> Workspace {
    let mut bare = Workspace { department_order: Vec::new(), journey_order: Vec::new(), ..workspace.clone() };
    for (id, journey) in workspace.journeys.iter().filter(|(id, _)| of(id)) {
        bare.journeys.insert(*id, Arc::new(without_lists(journey)));
    }
    bare
}

fn without_lists(journey: &Journey) -> Journey {
    let bare = |(id, phase): (&Id, &Arc<Phase>)| {
        (*id, Arc::new(Phase { touchpoints: Vec::new(), ..phase.as_ref().clone() }))
    };
    Journey { phase_order: Vec::new(), phases: journey.phases.iter().map(bare).collect(), ..journey.clone() }
}

/// Everything that differs, with places as a field [`PLACE`]; revisions are left out.
pub fn facts(before: &Workspace, after: &Workspace) -> Vec<Change> {
    let [bare_before, bare_after] = bare(before, after);
    with_moves(changes(&bare_before, &bare_after), before, after)
}

/// [`facts`], and where references came and went.
pub fn facts_and_references(before: &Workspace, after: &Workspace) -> (Vec<Change>, References) {
    let [bare_before, bare_after] = bare(before, after);
    let (changes, references) = changes_and_references(&bare_before, &bare_after);
    (with_moves(changes, before, after), references)
}

/// Whether both have the journey, and each its own version of it.
fn differs(before: &Workspace, after: &Workspace, id: &Id) -> bool {
    match (before.journeys.get(id), after.journeys.get(id)) {
        (Some(before), Some(after)) => !Arc::ptr_eq(before, after),
        _ => false,
    }
}

fn bare(before: &Workspace, after: &Workspace) -> [Workspace; 2] {
    [before, after].map(|version| stripped(version, |id| differs(before, after, id)))
}

fn with_moves(mut facts: Vec<Change>, before: &Workspace, after: &Workspace) -> Vec<Change> {
    let is_descent = |field| matches!(field, "revision" | "parent_revision" | "earlier_revisions");
    facts.retain(|change| !change.path.last_field().is_some_and(is_descent));
    add_moves(
        &mut facts,
        &[field("departments")],
        &single(&before.department_order),
        &single(&after.department_order),
    );
    add_moves(
        &mut facts,
        &[field("journeys")],
        &single(&before.journey_order),
        &single(&after.journey_order),
    );
    for (id, new) in after.journeys.iter().filter(|(id, _)| differs(before, after, id)) {
        let Some(old) = before.journeys.get(id) else { continue };
        let at = |name| [field("journeys"), PathPart::Key(id.to_string()), field(name)];
        add_moves(&mut facts, &at("phases"), &single(&old.phase_order), &single(&new.phase_order));
        add_moves(&mut facts, &at("touchpoints"), &touchpoint_lists(old), &touchpoint_lists(new));
    }
    facts
}

fn field(name: &'static str) -> PathPart {
    PathPart::Field(name)
}

fn add_moves(facts: &mut Vec<Change>, register: &[PathPart], before: &Lists, after: &Lists) {
    if before == after {
        return;
    }
    // What stands in a list that is as it was has not moved, and nothing in it comes after something else.
    let (before, after) = (&unlike(before, after), &unlike(after, before));
    let old = Standing::of(before);
    let moved = moved(&old, after);
    let (from, to) = (places(before), places(after));
    let mut add = |id: Id, kind, from: Option<String>, to: Option<String>| {
        let mut path = register.to_vec();
        path.extend([PathPart::Key(id.to_string()), field(PLACE)]);
        facts.push(Change { path: Path(path), kind, before: from, after: to });
    };
    let json = |place: Option<&super::Place>| place.map(|place| place.json());
    for id in before.iter().flat_map(|(_, ids)| ids).filter(|id| !to.contains_key(id)) {
        add(*id, ChangeKind::Removed, json(from.get(id)), None);
    }
    // In the order of the later version: what comes after another is told after it.
    for id in after.iter().flat_map(|(_, ids)| ids) {
        if !old.holds(*id) {
            add(*id, ChangeKind::Added, None, json(to.get(id)));
        } else if moved.contains(id) {
            add(*id, ChangeKind::Changed, json(from.get(id)), json(to.get(id)));
        }
    }
}

/// The lists that the other version has not, or has otherwise.
fn unlike(lists: &Lists, others: &Lists) -> Lists {
    let others: HashMap<Option<Id>, &[Id]> =
        others.iter().map(|(list, ids)| (*list, ids.as_slice())).collect();
    lists.iter().filter(|(list, ids)| others.get(list) != Some(&ids.as_slice())).cloned().collect()
}
