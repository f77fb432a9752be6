//! Names of phases pasted into rows: which phases there are then. The order of the rows stays.
//!
//! Rows of one name that follow one another are a phase, and a name that comes back later begins another
//! one. A phase whose rows all get the same name is renamed; one that is left without rows goes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::edit::{Edit, JourneyEdit};
use crate::format::ids::key;
use crate::model::{Id, Journey, Phase};

/// A row: its touchpoint, the phase it stands in, and the name it gets, where it gets one.
pub struct Row {
    pub touchpoint: Id,
    pub phase: Id,
    pub name: Option<String>,
}

/// A phase as it will be.
struct Planned {
    id: Id,
    phase: Arc<Phase>,
    is_new: bool,
    /// The phase whose rows stay here.
    origin: Option<Id>,
    rows: Vec<Id>,
}

/// The edits that give the rows of a journey, all of them in order, their phases.
pub fn rephase(journey_id: Id, journey: &Journey, rows: &[Row], new_id: &mut dyn FnMut() -> Id) -> Vec<Edit> {
    let renamed = renamed(journey, rows);
    let planned = plan(journey, rows, &renamed, new_id);
    let mut edits = Vec::new();
    for (id, name) in &renamed {
        if let Some(phase) = journey.phases.get(id) {
            let phase = Phase { name: name.clone(), ..phase.as_ref().clone() };
            edits.push(JourneyEdit::PutPhase(*id, Box::new(phase)));
        }
    }
    edits.extend(moves(journey, &planned));
    let filled: HashSet<Id> = planned.iter().map(|planned| planned.id).collect();
    let had_rows: HashSet<Id> = rows.iter().map(|row| row.phase).collect();
    let emptied = journey.phase_order.iter().filter(|id| had_rows.contains(id) && !filled.contains(id));
    edits.extend(emptied.map(|id| JourneyEdit::RemovePhase(*id)));
    edits.into_iter().map(|edit| Edit::InJourney(journey_id, edit)).collect()
}

/// The phases all of whose rows get one name, which neither the phase before nor the one after has.
fn renamed(journey: &Journey, rows: &[Row]) -> BTreeMap<Id, String> {
    let mut renamed = BTreeMap::new();
    let runs: Vec<&[Row]> = rows.chunk_by(|a, b| a.phase == b.phase).collect();
    for (at, run) in runs.iter().enumerate() {
        let Some(name) = &run[0].name else { continue };
        let same = run.iter().all(|row| row.name.as_ref().is_some_and(|other| key(other) == key(name)));
        let beside = |run: Option<&&[Row]>, last: bool| {
            let row = run.and_then(|run| if last { run.last() } else { run.first() });
            row.is_some_and(|row| name_of(journey, row) == key(name))
        };
        let before = at.checked_sub(1).and_then(|before| runs.get(before));
        if same && !beside(before, true) && !beside(runs.get(at + 1), false) {
            renamed.insert(run[0].phase, name.clone());
        }
    }
    renamed
}

/// The name of the phase a row will stand in, as names are compared.
fn name_of(journey: &Journey, row: &Row) -> String {
    row.name.as_deref().map_or_else(|| own_name(journey, row), key)
}

fn own_name(journey: &Journey, row: &Row) -> String {
    journey.phases.get(&row.phase).map_or_else(String::new, |phase| key(&phase.name))
}

fn plan(
    journey: &Journey,
    rows: &[Row],
    renamed: &BTreeMap<Id, String>,
    new_id: &mut dyn FnMut() -> Id,
) -> Vec<Planned> {
    let stays =
        |row: &Row| renamed.contains_key(&row.phase) || name_of(journey, row) == own_name(journey, row);
    let mut planned: Vec<Planned> = Vec::new();
    let mut used: HashSet<Id> = HashSet::new();
    for (at, row) in rows.iter().enumerate() {
        let stay = stays(row);
        let fits = planned.last().is_some_and(|last| {
            let named = renamed.get(&last.id).unwrap_or(&last.phase.name);
            if stay { last.origin == Some(row.phase) } else { key(named) == name_of(journey, row) }
        });
        if !fits {
            // A row that gets the name of the phase right below joins it.
            let below = || {
                let name = name_of(journey, row);
                rows[at..]
                    .iter()
                    .find(|other| stays(other) || name_of(journey, other) != name)
                    .filter(|other| stays(other) && own_name(journey, other) == name)
            };
            let known = if stay { Some(row.phase) } else { below().map(|below| below.phase) };
            let origin = known.or_else(|| stay.then_some(row.phase));
            let free = known.filter(|id| used.insert(*id));
            let phase = free.and_then(|id| journey.phases.get(&id)).cloned();
            planned.push(Planned {
                id: free.unwrap_or_else(&mut *new_id),
                phase: phase.unwrap_or_else(|| begun(journey, row, stay)),
                is_new: free.is_none(),
                origin,
                rows: Vec::new(),
            });
        }
        if let Some(last) = planned.last_mut() {
            last.rows.push(row.touchpoint);
        }
    }
    planned
}

/// A new phase: with the name a row gets, or the rest of the phase it stands in.
fn begun(journey: &Journey, row: &Row, stays: bool) -> Arc<Phase> {
    let own = journey.phases.get(&row.phase).filter(|_| stays);
    let goal = own.and_then(|phase| phase.goal.clone());
    let name = row.name.clone().or_else(|| own.map(|phase| phase.name.clone())).unwrap_or_default();
    Arc::new(Phase { name, goal, ..Phase::default() })
}

/// The edits that add new phases in their places and move rows into theirs.
fn moves(journey: &Journey, planned: &[Planned]) -> Vec<JourneyEdit> {
    let mut order = journey.phase_order.clone();
    let mut lists: HashMap<Id, Vec<Id>> =
        journey.phases.iter().map(|(id, phase)| (*id, phase.touchpoints.clone())).collect();
    let mut homes: HashMap<Id, Id> =
        lists.iter().flat_map(|(id, list)| list.iter().map(|touchpoint| (*touchpoint, *id))).collect();
    let mut edits = Vec::new();
    let mut before: Option<Id> = None;
    for Planned { id, phase, is_new, rows, .. } in planned {
        if *is_new {
            let to = before.and_then(|before| order.iter().position(|other| *other == before));
            let to = to.map_or(0, |before| before + 1);
            order.insert(to, *id);
            edits.push(JourneyEdit::AddPhase {
                id: *id,
                phase: Box::new(phase.as_ref().clone()),
                to: Some(to),
            });
        }
        before = Some(*id);
        let mut above: Option<Id> = None;
        for row in rows {
            let home = homes.get(row).copied();
            if home != Some(*id) {
                if let Some(list) = home.and_then(|home| lists.get_mut(&home)) {
                    list.retain(|other| other != row);
                }
                let list = lists.entry(*id).or_default();
                let after = above.and_then(|above| list.iter().position(|other| *other == above));
                let to = after.map_or(0, |after| after + 1);
                list.insert(to, *row);
                homes.insert(*row, *id);
                edits.push(JourneyEdit::MoveTouchpoint { id: *row, phase: *id, to });
            }
            above = Some(*row);
        }
    }
    edits
}
