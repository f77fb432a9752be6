//! A graph into a workspace.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::{Graph, GraphEdge, GraphLane, GraphNode, GraphNote, GraphNotes, quote};
use crate::format::plan::{DraftJourney, DraftPhase, DraftTouchpoint, Entries, ImportPlan, Missing, join};
use crate::model::{
    Department, Id, Journey, JourneyState, Link, Ref, Stage, Step, StepKey, Touchpoint, Workspace,
};
use crate::sort::Sort;

/// What a person decides about an import.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// The title of the journey where the file has none: that of the file.
    pub title: String,
    /// What becomes of touchpoints that the file no longer has.
    pub missing: Missing,
}

/// What a file would make of a workspace, and what is to be known about it.
#[derive(Clone, Debug, PartialEq)]
pub struct GraphImport {
    /// What would change.
    pub plan: ImportPlan,
    /// What was left out.
    pub notes: GraphNotes,
}

/// Puts a graph into a workspace as one journey. A step in the lane of a department is owned by it. What leads on as the
/// order does needs no link; where nothing leads on, the journey ends, unless the file connects nothing at all. The same
/// file again changes nothing.
pub fn import(graph: &Graph, workspace: &Workspace, options: &ImportOptions) -> GraphImport {
    let mut entries = Entries::of(workspace);
    let order = order(graph);
    let leads = leads(graph, &order);
    let mut phases: Vec<DraftPhase> = Vec::new();
    let mut open = None;
    for (position, (phase, at)) in order.iter().enumerate() {
        if open != Some(*phase) {
            // Phases without a step stand where they stand.
            let first = open.map_or(0, |open: Option<usize>| open.map_or(0, |open| open + 1));
            for skipped in first..phase.unwrap_or(first) {
                phases.push(draft_phase(graph, Some(skipped)));
            }
            phases.push(draft_phase(graph, *phase));
            open = Some(*phase);
        }
        let facts = touchpoint(&graph.nodes[*at], &mut entries, leads.ends(position));
        let draft = DraftTouchpoint { id: Id::new(&graph.nodes[*at].key), facts };
        if let Some(phase) = phases.last_mut() {
            phase.touchpoints.push(draft);
        }
    }
    let last = open.flatten().map_or(0, |last| last + 1);
    phases.extend((last..graph.phases.len()).map(|phase| draft_phase(graph, Some(phase))));
    let title = if graph.title.is_empty() { options.title.clone() } else { graph.title.clone() };
    let facts = Journey { state: graph.planned.then_some(JourneyState::Future), ..Journey::default() };
    let draft = DraftJourney { title, facts, phases, ..DraftJourney::default() };
    let (with_entries, named) = entries.finish();
    let (mut after, joined) = join(&with_entries, &[draft], options.missing);
    for report in &joined {
        if let Some(journey) = after.journeys.get(&report.id) {
            let journey = linked(journey, &report.touchpoints, &leads);
            after.journeys.insert(report.id, Arc::new(journey));
        }
    }
    let notes = leads.notes.clone();
    GraphImport { plan: ImportPlan::new(workspace, after, &joined, &named), notes }
}

/// The steps by phase, each with its phase.
fn order(graph: &Graph) -> Vec<(Option<usize>, usize)> {
    let known = |phase: &usize| *phase < graph.phases.len();
    let mut order: Vec<_> =
        graph.nodes.iter().enumerate().map(|(at, node)| (node.phase.filter(known), at)).collect();
    order.arrange();
    order
}

fn draft_phase(graph: &Graph, phase: Option<usize>) -> DraftPhase {
    // Where no step is in a phase, the file says nothing of phases.
    let name = phase.map(|phase| graph.phases[phase].clone());
    DraftPhase {
        name: name.or_else(|| (!graph.phases.is_empty()).then(String::new)),
        ..DraftPhase::default()
    }
}

fn touchpoint(node: &GraphNode, entries: &mut Entries, ends: bool) -> Touchpoint {
    let owner = match &node.lane {
        GraphLane::Department(name) if !name.trim().is_empty() => Some(entries.department(name)),
        _ => None,
    };
    let alone = (node.lane == GraphLane::Customer).then_some(Stage::Customer);
    Touchpoint {
        name: node.name.clone(),
        action: node.action.clone().filter(|action| !action.trim().is_empty()),
        owner,
        stage: node.stage.or(alone),
        started_by: node.started_by,
        informed: informed(node, entries),
        channel: node.channel.as_ref().filter(|name| !name.is_empty()).map(|name| entries.channel(name)),
        ends: ends.then_some(true),
        ..Touchpoint::default()
    }
}

fn informed(node: &GraphNode, entries: &mut Entries) -> Option<Vec<Ref<Department>>> {
    let named = node.informed.iter().filter(|name| !name.trim().is_empty());
    let told: Vec<_> = named.map(|name| entries.department(name)).collect();
    (!told.is_empty()).then_some(told)
}

/// What leads on from each step, by positions in the order.
struct Leads {
    from: Vec<BTreeMap<usize, Option<String>>>,
    connects: bool,
    notes: GraphNotes,
}

impl Leads {
    fn ends(&self, at: usize) -> bool {
        self.connects && self.from[at].is_empty() && at + 1 < self.from.len()
    }

    /// Whether what leads on from a step is what the order says.
    fn as_ordered(&self, at: usize) -> bool {
        self.from[at].len() == 1 && self.from[at].get(&(at + 1)).is_some_and(Option::is_none)
    }
}

fn leads(graph: &Graph, order: &[(Option<usize>, usize)]) -> Leads {
    let mut position = vec![0; graph.nodes.len()];
    for (at, (_, node)) in order.iter().enumerate() {
        position[*node] = at;
    }
    let mut leads =
        Leads { from: vec![BTreeMap::new(); order.len()], connects: false, notes: GraphNotes::default() };
    for GraphEdge { from, to, label } in &graph.edges {
        if from == to {
            leads.notes.push(GraphNote::ToItself { at: quote(&graph.nodes[*from].name) });
            continue;
        }
        leads.connects = true;
        let known = leads.from[position[*from]].entry(position[*to]).or_insert(None);
        *known = match (known.take(), label.clone()) {
            // Two connections between the same steps are one way for two reasons.
            (Some(mut one), Some(other)) if one != other => {
                one.extend([", ", &other]);
                Some(one)
            }
            (one, other) => one.or(other),
        };
    }
    leads
}

fn linked(journey: &Journey, touchpoints: &[Id], leads: &Leads) -> Journey {
    let drawn = drawn(journey);
    let mut journey = journey.clone();
    for (at, from) in touchpoints.iter().enumerate() {
        if leads.from[at].is_empty() {
            continue;
        }
        let wanted: HashSet<StepKey> =
            leads.from[at].keys().map(|to| StepKey::new(*from, touchpoints[*to])).collect();
        for key in drawn.get(from).into_iter().flatten().filter(|key| !wanted.contains(key)) {
            put(&mut journey, *key, |step| step.link = None);
        }
        for (to, label) in &leads.from[at] {
            let key = StepKey::new(*from, touchpoints[*to]);
            if leads.as_ordered(at) {
                put(&mut journey, key, |step| step.link = None);
            } else {
                put(&mut journey, key, |step| {
                    let link = step.link.get_or_insert_with(Link::default);
                    link.label = label.clone().or(link.label.take());
                });
            }
        }
    }
    journey
}

/// The steps with a link that lead from each touchpoint.
fn drawn(journey: &Journey) -> HashMap<Id, Vec<StepKey>> {
    let mut drawn: HashMap<Id, Vec<StepKey>> = HashMap::new();
    for (key, _) in journey.steps.iter().filter(|(_, step)| step.link.is_some()) {
        drawn.entry(key.from).or_default().push(*key);
    }
    drawn
}

/// Changes a step; one that says nothing any more goes.
fn put(journey: &mut Journey, key: StepKey, change: impl FnOnce(&mut Step)) {
    let mut step = journey.steps.get(&key).map(|step| step.as_ref().clone()).unwrap_or_default();
    change(&mut step);
    if step == Step::default() {
        journey.steps.remove(&key);
    } else {
        journey.steps.insert(key, Arc::new(step));
    }
}
