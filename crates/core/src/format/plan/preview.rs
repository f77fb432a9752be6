//! What an import would change, for a person to look at before it is taken over.

use std::collections::{HashMap, HashSet};

use super::join::JoinedJourney;
use crate::compare::{self, Change, PathPart};
use crate::edit::form::name_of;
use crate::model::{EntityKind, Id, Journey, Workspace};

/// How something in a file stands to the workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// Only the file has it.
    New,
    /// Both have it, and it would change.
    Changed,
    /// Both have it, and it stays as it is.
    Same,
    /// Only the workspace has it.
    Missing,
}

/// What an import would make of a workspace.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportPlan {
    /// The workspace as it would be.
    pub workspace: Workspace,
    /// The journeys of the file in its order.
    pub journeys: Vec<PlannedJourney>,
    /// Entries of registers that the file names, in its order, and departments it does not name.
    pub entries: Vec<PlannedEntry>,
}

/// A journey of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedJourney {
    /// Its identifier.
    pub id: Id,
    /// Its title as it would be.
    pub title: String,
    /// Changed where anything in it is new, changed or missing.
    pub state: State,
    /// What would change of the journey as a whole.
    pub changes: Vec<Change>,
    /// Its phases in order, missing ones at the end.
    pub phases: Vec<PlannedPhase>,
    /// The touchpoints of the file in its order, then those it does not have.
    pub touchpoints: Vec<PlannedTouchpoint>,
}

/// A phase of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedPhase {
    /// Its identifier.
    pub id: Id,
    /// Its name as it would be.
    pub name: String,
    /// Changed where its name, its goal or the order of its touchpoints would change.
    pub state: State,
}

/// A touchpoint of a file.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedTouchpoint {
    /// Its identifier.
    pub id: Id,
    /// Its name as it would be.
    pub name: String,
    /// Its phase as it would be; where it is missing, as it is.
    pub phase: Option<Id>,
    /// Its owner as it would be; where it is missing, as it is.
    pub owner: Option<Id>,
    /// How it stands to the workspace.
    pub state: State,
    /// It would go to another phase.
    pub moved: bool,
    /// What would change of it, and of the steps that lead from it.
    pub changes: Vec<Change>,
}

/// An entry of a register that a file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedEntry {
    /// Its register.
    pub kind: EntityKind,
    /// Its identifier.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// New, same, or missing (departments alone).
    pub state: State,
}

impl ImportPlan {
    /// Compares a workspace with what an import made of it. `entries` are those the file names.
    pub fn new(
        before: &Workspace,
        after: Workspace,
        joined: &[JoinedJourney],
        entries: &[(EntityKind, Id)],
    ) -> Self {
        let changes = Changes::of(before, &after);
        let journeys =
            joined.iter().map(|journey| planned_journey(before, &after, journey, &changes)).collect();
        let entries = planned_entries(before, &after, entries);
        Self { workspace: after, journeys, entries }
    }

    /// How many touchpoints stand to the workspace like this.
    pub fn touchpoints(&self, state: State) -> usize {
        let all = self.journeys.iter().flat_map(|journey| &journey.touchpoints);
        all.filter(|touchpoint| touchpoint.state == state).count()
    }

    /// The departments of the file that stand to the workspace like this.
    pub fn departments(&self, state: State) -> impl Iterator<Item = &PlannedEntry> {
        self.entries.iter().filter(move |entry| entry.kind == EntityKind::Department && entry.state == state)
    }

    /// Journeys of the workspace that the file does not have, in order. They stay as they are.
    pub fn absent_journeys(&self) -> impl Iterator<Item = Id> {
        let of_file: HashSet<Id> = self.journeys.iter().map(|journey| journey.id).collect();
        self.workspace.ordered_journeys().map(|(id, _)| id).filter(move |id| !of_file.contains(id))
    }

    /// Whether the import would change nothing.
    pub fn changes_nothing(&self) -> bool {
        let same = |journey: &PlannedJourney| {
            let parts = journey.touchpoints.iter().map(|touchpoint| touchpoint.state);
            parts
                .chain(journey.phases.iter().map(|phase| phase.state))
                .all(|state| state == State::Same || state == State::Missing)
                && journey.changes.is_empty()
                && journey.state != State::New
        };
        self.journeys.iter().all(same) && self.entries.iter().all(|entry| entry.state != State::New)
    }
}

/// Changes inside journeys, by what they are about.
#[derive(Default)]
struct Changes {
    journeys: HashMap<String, Vec<Change>>,
    phases: HashMap<String, Vec<Change>>,
    touchpoints: HashMap<String, Vec<Change>>,
    /// The order of phases, by journey: it also changes where phases come or go.
    orders: HashMap<String, Change>,
}

impl Changes {
    fn of(before: &Workspace, after: &Workspace) -> Self {
        let mut changes = Self::default();
        // A journey that is new is one change, and would be written out whole for it.
        let mut known = after.clone();
        for id in after.journeys.keys().filter(|id| !before.journeys.contains_key(id)) {
            known.journeys.remove(id);
        }
        for change in compare::changes(before, &known) {
            let [PathPart::Field("journeys"), PathPart::Key(journey), rest @ ..] = change.path.0.as_slice()
            else {
                continue;
            };
            let (about, key) = match rest {
                [PathPart::Field("touchpoints"), PathPart::Key(touchpoint), _, ..] => {
                    (&mut changes.touchpoints, touchpoint.clone())
                }
                [PathPart::Field("steps"), PathPart::Key(step), ..] => {
                    let from = step.split_once('/').map_or("", |(from, _)| from);
                    (&mut changes.touchpoints, from.to_owned())
                }
                [PathPart::Field("phases"), PathPart::Key(phase), PathPart::Field("name" | "goal"), ..] => {
                    (&mut changes.phases, phase.clone())
                }
                [PathPart::Field("phase_order"), ..] => {
                    changes.orders.insert(journey.clone(), change);
                    continue;
                }
                [PathPart::Field("phases" | "touchpoints"), ..] | [] => continue,
                _ => (&mut changes.journeys, journey.clone()),
            };
            about.entry(key).or_default().push(change);
        }
        changes
    }

    /// What changes of a journey as a whole, the order of its phases among it.
    fn of_journey(&self, id: Id, was: &Journey, is: &Journey) -> Vec<Change> {
        let mut changes = self.journeys.get(id.as_str()).cloned().unwrap_or_default();
        if reordered(&was.phase_order, &is.phase_order) {
            changes.extend(self.orders.get(id.as_str()).cloned());
        }
        changes
    }
}

/// Whether those that both orders hold stand in another order.
fn reordered(before: &[Id], after: &[Id]) -> bool {
    let common = |order: &[Id], other: &[Id]| {
        let other: HashSet<Id> = other.iter().copied().collect();
        order.iter().copied().filter(|id| other.contains(id)).collect::<Vec<Id>>()
    };
    common(before, after) != common(after, before)
}

fn planned_journey(
    before: &Workspace,
    after: &Workspace,
    joined: &JoinedJourney,
    changes: &Changes,
) -> PlannedJourney {
    let nothing = Journey::default();
    let old = before.journeys.get(&joined.id);
    let (was, is) =
        (old.map_or(&nothing, AsRef::as_ref), after.journeys.get(&joined.id).map_or(&nothing, AsRef::as_ref));
    let (homes_before, homes) = (homes(was), homes(is));
    let mut touchpoints: Vec<PlannedTouchpoint> = joined
        .touchpoints
        .iter()
        .map(|id| {
            planned_touchpoint(is, *id, was.touchpoints.contains_key(id), (&homes_before, &homes), changes)
        })
        .collect();
    touchpoints.extend(joined.missing.iter().map(|id| missing_touchpoint(was, *id, &homes_before)));
    let phases = planned_phases(was, is, joined, changes);
    let changes = if old.is_some() { changes.of_journey(joined.id, was, is) } else { Vec::new() };
    let states =
        touchpoints.iter().map(|touchpoint| touchpoint.state).chain(phases.iter().map(|phase| phase.state));
    let state = match old {
        None => State::New,
        Some(_) if changes.is_empty() && states.into_iter().all(|state| state == State::Same) => State::Same,
        Some(_) => State::Changed,
    };
    PlannedJourney { id: joined.id, title: is.title.clone(), state, changes, phases, touchpoints }
}

fn homes(journey: &Journey) -> HashMap<Id, Id> {
    journey
        .ordered_phases()
        .flat_map(|(id, phase)| phase.touchpoints.iter().map(move |touchpoint| (*touchpoint, id)))
        .collect()
}

fn planned_touchpoint(
    journey: &Journey,
    id: Id,
    known: bool,
    (before, homes): (&HashMap<Id, Id>, &HashMap<Id, Id>),
    changes: &Changes,
) -> PlannedTouchpoint {
    let touchpoint = journey.touchpoints.get(&id);
    let changes =
        if known { changes.touchpoints.get(id.as_str()).cloned().unwrap_or_default() } else { Vec::new() };
    let moved = known && before.get(&id) != homes.get(&id);
    let state = match (known, moved || !changes.is_empty()) {
        (false, _) => State::New,
        (true, true) => State::Changed,
        (true, false) => State::Same,
    };
    PlannedTouchpoint {
        id,
        name: touchpoint.map(|touchpoint| touchpoint.name.clone()).unwrap_or_default(),
        phase: homes.get(&id).copied(),
        owner: touchpoint.and_then(|touchpoint| touchpoint.owner).map(crate::model::Ref::id),
        state,
        moved,
        changes,
    }
}

fn missing_touchpoint(journey: &Journey, id: Id, homes: &HashMap<Id, Id>) -> PlannedTouchpoint {
    let touchpoint = journey.touchpoints.get(&id);
    PlannedTouchpoint {
        id,
        name: touchpoint.map(|touchpoint| touchpoint.name.clone()).unwrap_or_default(),
        phase: homes.get(&id).copied(),
        owner: touchpoint.and_then(|touchpoint| touchpoint.owner).map(crate::model::Ref::id),
        state: State::Missing,
        moved: false,
        changes: Vec::new(),
    }
}

fn planned_phases(
    was: &Journey,
    is: &Journey,
    joined: &JoinedJourney,
    changes: &Changes,
) -> Vec<PlannedPhase> {
    let missing: HashSet<Id> = joined.missing_phases.iter().copied().collect();
    let of_file = is.ordered_phases().filter(|(id, _)| !missing.contains(id)).map(|(id, phase)| {
        let state = match was.phases.get(&id) {
            None => State::New,
            Some(old) => {
                let changed = reordered(&old.touchpoints, &phase.touchpoints)
                    || changes.phases.contains_key(id.as_str());
                if changed { State::Changed } else { State::Same }
            }
        };
        PlannedPhase { id, name: phase.name.clone(), state }
    });
    let gone = joined.missing_phases.iter().filter_map(|id| {
        let name = was.phases.get(id)?.name.clone();
        Some(PlannedPhase { id: *id, name, state: State::Missing })
    });
    of_file.chain(gone).collect()
}

fn planned_entries(before: &Workspace, after: &Workspace, named: &[(EntityKind, Id)]) -> Vec<PlannedEntry> {
    let entry =
        |kind, id, state| PlannedEntry { kind, id, name: name_of(after, kind, id).into_owned(), state };
    let of_file = named.iter().map(|(kind, id)| {
        let state = if before.contains(*kind, *id) { State::Same } else { State::New };
        entry(*kind, *id, state)
    });
    let named_ids: HashSet<Id> =
        named.iter().filter(|(kind, _)| *kind == EntityKind::Department).map(|(_, id)| *id).collect();
    let missing = before
        .ordered_departments()
        .filter(|(id, _)| !named_ids.contains(id))
        .map(|(id, _)| entry(EntityKind::Department, id, State::Missing));
    of_file.chain(missing).collect()
}
