//! What a file says, put into a workspace.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::draft::{DraftJourney, DraftPhase};
use super::matching::Index;
use super::parts::Parts;
use crate::format::ids::key;
use crate::merge::Merger;
use crate::model::{Field, Id, Journey, Phase, Reader, Workspace};

/// What becomes of phases and touchpoints that the journeys of a file no longer have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Missing {
    /// They stay where they are.
    #[default]
    Keep,
    /// They go.
    Remove,
}

/// One journey of a file in the workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinedJourney {
    /// The journey.
    pub id: Id,
    /// Its touchpoints as the file has them, in the order of the file.
    pub touchpoints: Vec<Id>,
    /// Touchpoints of the workspace that the file does not have, in their order.
    pub missing: Vec<Id>,
    /// Phases of the workspace that the file does not have, in their order.
    pub missing_phases: Vec<Id>,
}

/// Puts journeys into a workspace: what it knows is changed, what it does not know is added, and
/// nothing is doubled. Absent facts change nothing. Journeys the file does not have stay as they are.
pub fn join(
    workspace: &Workspace,
    drafts: &[DraftJourney],
    missing: Missing,
) -> (Workspace, Vec<JoinedJourney>) {
    let mut joined = workspace.clone();
    let mut index = Index::of(workspace);
    let mut journeys = Vec::with_capacity(drafts.len());
    for draft in drafts {
        let id = index.journey(workspace, draft);
        let old = workspace.journeys.get(&id).map(|old| old.as_ref().clone()).unwrap_or_default();
        let parts = Parts::of(workspace, &index, &old, draft);
        index.add(id, &parts.phases, &parts.touchpoints);
        let (journey, report) = join_journey(&old, draft, &parts, id, missing);
        if joined.journeys.insert(id, Arc::new(journey)).is_none() {
            joined.journey_order.push(id);
        }
        journeys.push(report);
    }
    if missing == Missing::Remove {
        let whole = joined.clone();
        joined.prune(&whole.known(), &mut Reader::default());
    }
    (joined, journeys)
}

/// The facts of a draft laid over what is known: a fact that is absent leaves what is known.
pub fn overlay<T: Field + Default>(facts: &T, known: &T) -> T {
    Merger::default().joined(&T::default(), facts, known)
}

fn join_journey(
    old: &Journey,
    draft: &DraftJourney,
    parts: &Parts,
    id: Id,
    missing: Missing,
) -> (Journey, JoinedJourney) {
    let facts = Journey { title: draft.title.clone(), ..facts_alone(&draft.facts) };
    let mut journey = overlay(&facts, old);
    journey.title = renamed(&old.title, &draft.title);
    for (draft, id) in draft.touchpoints().zip(&parts.touchpoints) {
        let known = old.touchpoints.get(id);
        let mut touchpoint = known.map_or_else(|| draft.facts.clone(), |known| overlay(&draft.facts, known));
        touchpoint.name = renamed(known.map_or("", |known| &known.name), &draft.facts.name);
        if known.is_none_or(|known| **known != touchpoint) {
            journey.touchpoints.insert(*id, Arc::new(touchpoint));
        }
    }
    let claimed: HashSet<Id> = parts.touchpoints.iter().copied().collect();
    let gone = old.ordered_touchpoints().map(|(id, _)| id).filter(|id| !claimed.contains(id)).collect();
    let mut report = JoinedJourney {
        id,
        touchpoints: parts.touchpoints.clone(),
        missing: gone,
        missing_phases: Vec::new(),
    };
    if draft.without_phases() && !old.phases.is_empty() {
        insert_new(&mut journey, old, &parts.touchpoints);
    } else {
        arrange(&mut journey, old, draft, parts, &mut report);
    }
    if missing == Missing::Remove {
        remove(&mut journey, &report);
    }
    (journey, report)
}

fn facts_alone(facts: &Journey) -> Journey {
    Journey {
        phase_order: Vec::new(),
        phases: crate::model::Map::new(),
        touchpoints: crate::model::Map::new(),
        steps: crate::model::Map::new(),
        ..facts.clone()
    }
}

/// The name a file gives, unless it is the known one in other capitals or with other spaces.
fn renamed(known: &str, given: &str) -> String {
    if key(known) == key(given) && !known.is_empty() { known.to_owned() } else { given.to_owned() }
}

/// Phases and touchpoints in the order of the file; what the file does not have stays behind what it
/// stood behind.
fn arrange(
    journey: &mut Journey,
    old: &Journey,
    draft: &DraftJourney,
    parts: &Parts,
    report: &mut JoinedJourney,
) {
    let claimed: HashSet<Id> = parts.touchpoints.iter().copied().collect();
    let left = |phase: &Phase| {
        phase.touchpoints.iter().filter(|id| !claimed.contains(id)).copied().collect::<Vec<Id>>()
    };
    let mut rest = parts.touchpoints.as_slice();
    let mut phases = HashMap::new();
    for (draft, id) in draft.phases.iter().zip(&parts.phases) {
        let (own, after) = rest.split_at(draft.touchpoints.len());
        rest = after;
        phases.insert(*id, join_phase(old.phases.get(id).map(AsRef::as_ref), draft, own, left));
    }
    let of_file: HashSet<Id> = parts.phases.iter().copied().collect();
    for (id, phase) in old.ordered_phases().filter(|(id, _)| !of_file.contains(id)) {
        let left = left(phase);
        // A phase whose touchpoints all moved into phases of the file has nothing more to say.
        if !left.is_empty() || phase.touchpoints.is_empty() {
            report.missing_phases.push(id);
            phases.insert(id, Phase { touchpoints: left, ..phase.as_ref().clone() });
        }
    }
    let kept: HashSet<Id> = report.missing_phases.iter().copied().collect();
    journey.phase_order = weave(&parts.phases, &old.phase_order, |id| kept.contains(id));
    journey.phases = old
        .phases
        .iter()
        .filter(|(id, _)| phases.contains_key(*id))
        .map(|(id, phase)| (*id, phase.clone()))
        .collect();
    for (id, phase) in phases {
        if journey.phases.get(&id).is_none_or(|known| **known != phase) {
            journey.phases.insert(id, Arc::new(phase));
        }
    }
}

fn join_phase(
    old: Option<&Phase>,
    draft: &DraftPhase,
    own: &[Id],
    left: impl Fn(&Phase) -> Vec<Id>,
) -> Phase {
    let nothing = Phase::default();
    let old = old.unwrap_or(&nothing);
    let facts = Phase { name: String::new(), touchpoints: Vec::new(), ..draft.facts.clone() };
    let left: HashSet<Id> = left(old).into_iter().collect();
    let name = draft.name.as_deref().map_or_else(|| old.name.clone(), |name| renamed(&old.name, name));
    Phase { name, touchpoints: weave(own, &old.touchpoints, |id| left.contains(id)), ..overlay(&facts, old) }
}

/// The new order with the kept ones of the old, each behind the one of the new order that it stood
/// behind.
fn weave(new: &[Id], old: &[Id], keep: impl Fn(&Id) -> bool) -> Vec<Id> {
    let known: HashSet<&Id> = new.iter().collect();
    let mut behind: HashMap<Option<Id>, Vec<Id>> = HashMap::new();
    let mut anchor = None;
    for id in old {
        if known.contains(id) {
            anchor = Some(*id);
        } else if keep(id) {
            behind.entry(anchor).or_default().push(*id);
        }
    }
    let mut order = behind.remove(&None).unwrap_or_default();
    for id in new {
        order.push(*id);
        order.extend(behind.remove(&Some(*id)).unwrap_or_default());
    }
    order
}

/// Where a file says nothing of phases, known touchpoints stay in theirs; a new one comes behind the
/// one before it in the file, at the start into the first phase.
fn insert_new(journey: &mut Journey, old: &Journey, touchpoints: &[Id]) {
    let known: HashSet<Id> =
        old.ordered_phases().flat_map(|(_, phase)| phase.touchpoints.iter().copied()).collect();
    let mut behind: HashMap<Option<Id>, Vec<Id>> = HashMap::new();
    let mut anchor = None;
    for id in touchpoints {
        if known.contains(id) {
            anchor = Some(*id);
        } else {
            behind.entry(anchor).or_default().push(*id);
        }
    }
    let mut at_start = behind.remove(&None).unwrap_or_default();
    for (id, phase) in old.ordered_phases() {
        let mut order = std::mem::take(&mut at_start);
        for touchpoint in &phase.touchpoints {
            order.push(*touchpoint);
            order.extend(behind.remove(&Some(*touchpoint)).unwrap_or_default());
        }
        if order.len() > phase.touchpoints.len() {
            journey.phases.insert(id, Arc::new(Phase { touchpoints: order, ..phase.as_ref().clone() }));
        }
    }
}

fn remove(journey: &mut Journey, report: &JoinedJourney) {
    let gone: HashSet<Id> = report.missing.iter().copied().collect();
    for id in &report.missing_phases {
        journey.phases.remove(id);
    }
    journey.phase_order.retain(|id| journey.phases.contains_key(id));
    let phases: Vec<(Id, Arc<Phase>)> =
        journey.phases.iter().map(|(id, phase)| (*id, phase.clone())).collect();
    for (id, phase) in phases {
        if phase.touchpoints.iter().any(|touchpoint| gone.contains(touchpoint)) {
            let mut phase = phase.as_ref().clone();
            phase.touchpoints.retain(|touchpoint| !gone.contains(touchpoint));
            journey.phases.insert(id, Arc::new(phase));
        }
    }
    for id in &gone {
        journey.touchpoints.remove(id);
    }
    let steps: Vec<_> = journey
        .steps
        .keys()
        .filter(|key| gone.contains(&key.from) || gone.contains(&key.to))
        .copied()
        .collect();
    for key in steps {
        journey.steps.remove(&key);
    }
}
