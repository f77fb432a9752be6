//! Which phases and touchpoints of a journey a file means.

use std::collections::{HashMap, HashSet};

use super::draft::{DraftJourney, DraftTouchpoint};
use super::matching::{Index, Matching, Runs};
use crate::format::ids::{derivation, key};
use crate::model::{EntityKind, Id, Journey, Workspace};

/// The phases and touchpoints of one journey that a draft means.
pub struct Parts {
    /// A phase for each of the draft.
    pub phases: Vec<Id>,
    /// A touchpoint for each of the draft, across its phases.
    pub touchpoints: Vec<Id>,
}

impl Parts {
    /// Matches the parts of a draft with those of a journey; what is new gets a derived identifier.
    pub fn of(workspace: &Workspace, index: &Index, journey: &Journey, draft: &DraftJourney) -> Self {
        let touchpoints = touchpoints(workspace, index, journey, draft);
        let phases = phases(workspace, index, journey, draft, &touchpoints);
        Self { phases, touchpoints }
    }
}

/// Where a touchpoint stands: phase and its run as a number, and its name. Without phases, the whole journey is
/// one place.
struct Place {
    stretch: usize,
    name: String,
}

/// The phases of a file and of a workspace by name and run, each a number: a long name is held once, not for each
/// of its touchpoints.
#[derive(Default)]
struct Stretches(HashMap<(String, usize), usize>);

impl Stretches {
    fn number(&mut self, phase: String, run: usize) -> usize {
        let next = self.0.len();
        *self.0.entry((phase, run)).or_insert(next)
    }
}

/// Rounds: by identifier; by derived identifier where the name still fits; by name in the phase; by
/// derived identifier alone (the touchpoint was renamed since); by a name that stands once on both
/// sides (it was moved).
fn touchpoints(workspace: &Workspace, index: &Index, journey: &Journey, draft: &DraftJourney) -> Vec<Id> {
    let drafts: Vec<&DraftTouchpoint> = draft.touchpoints().collect();
    let mut stretches = Stretches::default();
    let (places, derived) = places(workspace, draft, &mut stretches);
    let exists = |id: &Id| journey.touchpoints.contains_key(id);
    let name_of = |id: Id| journey.touchpoints.get(&id).map(|touchpoint| key(&touchpoint.name));
    let mut matching = Matching::new(drafts.len());
    matching.round(|at, _| drafts[at].id.filter(exists));
    matching.round(|at, _| Some(derived[at]).filter(|id| name_of(*id).as_ref() == Some(&places[at].name)));
    let standing = standing(journey, draft.without_phases(), &mut stretches);
    let mut next = HashMap::new();
    matching.round(|at, claimed| {
        let Place { stretch, name } = &places[at];
        first_free(&standing, &mut next, (*stretch, name.clone()), claimed)
    });
    matching.round(|at, _| Some(derived[at]).filter(exists));
    let there = once(journey.touchpoints.iter().map(|(id, touchpoint)| (key(&touchpoint.name), *id)));
    let here = once(places.iter().map(|place| (place.name.clone(), ())));
    matching.round(|at, _| {
        let name = &places[at].name;
        here.get(name).copied().flatten()?;
        there.get(name).copied().flatten()
    });
    matching.finish(&derived, |at| drafts[at].id, |id| index.has_touchpoint(id))
}

/// The places of the touchpoints of a draft, and the identifiers derived from them.
fn places(workspace: &Workspace, draft: &DraftJourney, stretches: &mut Stretches) -> (Vec<Place>, Vec<Id>) {
    let (mut places, mut derived) = (Vec::new(), Vec::new());
    let mut runs = Runs::default();
    let mut names = Runs::default();
    let without_phases = draft.without_phases();
    let in_journey = derivation(workspace, EntityKind::Touchpoint).and(&key(&draft.title));
    for phase in &draft.phases {
        let phase_name = key(phase.name.as_deref().unwrap_or_default());
        let run = if without_phases { 1 } else { runs.next(&phase_name) };
        if !without_phases {
            names = Runs::default();
        }
        let in_phase = in_journey.and(&phase_name).and(&run.to_string());
        let stretch = stretches.number(phase_name, run);
        for touchpoint in &phase.touchpoints {
            let name = key(&touchpoint.facts.name);
            let which = names.next(&name);
            derived.push(in_phase.and(&name).and(&which.to_string()).id());
            places.push(Place { stretch, name });
        }
    }
    (places, derived)
}

/// The number of the phase, and name.
type Name = (usize, String);

/// The touchpoints of a journey by where they stand, each list in their order.
fn standing(journey: &Journey, without_phases: bool, stretches: &mut Stretches) -> HashMap<Name, Vec<Id>> {
    let mut standing: HashMap<Name, Vec<Id>> = HashMap::new();
    let mut runs = Runs::default();
    for (_, phase) in journey.ordered_phases() {
        let run = runs.next(&phase.name);
        let (name, run) = if without_phases { (String::new(), 1) } else { (key(&phase.name), run) };
        let stretch = stretches.number(name, run);
        for id in &phase.touchpoints {
            let Some(touchpoint) = journey.touchpoints.get(id) else { continue };
            standing.entry((stretch, key(&touchpoint.name))).or_default().push(*id);
        }
    }
    standing
}

/// Walks once through the touchpoints of each name, in their order.
fn first_free(
    standing: &HashMap<Name, Vec<Id>>,
    next: &mut HashMap<Name, usize>,
    name: Name,
    claimed: &HashSet<Id>,
) -> Option<Id> {
    let ids = standing.get(&name)?;
    let at = next.entry(name).or_insert(0);
    let skipped = ids[*at..].iter().position(|id| !claimed.contains(id))?;
    *at += skipped + 1;
    Some(ids[*at - 1])
}

/// The values of keys that stand once; `None` for those that stand more often.
fn once<V: Copy>(pairs: impl Iterator<Item = (String, V)>) -> HashMap<String, Option<V>> {
    let mut found = HashMap::new();
    for (key, value) in pairs {
        found.entry(key).and_modify(|known| *known = None).or_insert(Some(value));
    }
    found
}

/// Rounds: by derived identifier where the name still fits; by name and run; the phase in which the
/// first of its touchpoints stands (it was renamed in the file); by derived identifier alone (it was
/// renamed in the workspace).
fn phases(
    workspace: &Workspace,
    index: &Index,
    journey: &Journey,
    draft: &DraftJourney,
    touchpoints: &[Id],
) -> Vec<Id> {
    let mut runs = Runs::default();
    let names: Vec<(String, usize)> = draft
        .phases
        .iter()
        .map(|phase| {
            let name = key(phase.name.as_deref().unwrap_or_default());
            let run = runs.next(&name);
            (name, run)
        })
        .collect();
    let in_journey = derivation(workspace, EntityKind::Phase).and(&key(&draft.title));
    let derived: Vec<Id> =
        names.iter().map(|(name, run)| in_journey.and(name).and(&run.to_string()).id()).collect();
    let name_of = |id: Id| journey.phases.get(&id).map(|phase| key(&phase.name));
    let mut matching = Matching::new(names.len());
    matching.round(|at, _| Some(derived[at]).filter(|id| name_of(*id).as_ref() == Some(&names[at].0)));
    let mut runs = Runs::default();
    let standing: HashMap<(String, usize), Id> = journey
        .ordered_phases()
        .map(|(id, phase)| ((key(&phase.name), runs.next(&phase.name)), id))
        .collect();
    matching.round(|at, _| standing.get(&names[at]).copied());
    let homes = first_homes(journey, draft, touchpoints);
    matching.round(|at, _| homes[at]);
    matching.round(|at, _| Some(derived[at]).filter(|id| journey.phases.contains_key(id)));
    matching.finish(&derived, |_| None, |id| index.has_phase(id))
}

/// For each phase of a draft the phase in which the first of its known touchpoints stands.
fn first_homes(journey: &Journey, draft: &DraftJourney, touchpoints: &[Id]) -> Vec<Option<Id>> {
    let homes: HashMap<Id, Id> = journey
        .ordered_phases()
        .flat_map(|(id, phase)| phase.touchpoints.iter().map(move |touchpoint| (*touchpoint, id)))
        .collect();
    let mut rest = touchpoints;
    draft
        .phases
        .iter()
        .map(|phase| {
            let (own, after) = rest.split_at(phase.touchpoints.len());
            rest = after;
            own.iter().find_map(|touchpoint| homes.get(touchpoint).copied())
        })
        .collect()
}
