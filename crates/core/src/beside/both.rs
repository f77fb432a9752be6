//! Two journeys on one map: the later one, with what the earlier one had and it has not.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::compare::{DifferenceKind, PathPart};
use crate::flow::{Flow, FlowStep};
use crate::model::{Id, IdMap, Journey, Link, Percent, Phase, Step, StepKey};
use crate::sort::Gather;

use super::Aligned;

/// What became of a step of the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepFate {
    /// Both have it.
    Kept,
    /// Only the later one has it.
    Added,
    /// Only the earlier one has it.
    Removed,
}

/// What both journeys hold, in one order.
#[derive(Clone, Debug, PartialEq)]
pub struct Both {
    /// The later journey, with the touchpoints and phases it no longer has where they stood. Its steps are those of
    /// both, each drawn by hand.
    pub journey: Journey,
    /// The flow of both.
    pub flow: Flow,
    /// What became of the touchpoints that differ.
    pub touchpoints: IdMap<Vec<DifferenceKind>>,
    /// What became of each step.
    pub steps: BTreeMap<StepKey, StepFate>,
    /// The phases only one of the two has, and the renamed or moved ones.
    pub phases: IdMap<Vec<DifferenceKind>>,
}

impl Both {
    /// Both of what is aligned.
    pub fn of(aligned: &Aligned) -> Self {
        let empty = Arc::new(Journey::default());
        let (earlier, later) = (aligned.earlier().unwrap_or(&empty), aligned.later().unwrap_or(&empty));
        let mut journey = Journey { steps: crate::model::Map::new(), ..later.as_ref().clone() };
        add_phases(&mut journey, earlier);
        add_touchpoints(&mut journey, earlier, later);
        let steps = add_steps(&mut journey, &Flow::of(earlier), &Flow::of(later));
        let flow = Flow::of(&journey);
        let kinds = |field| kinds_of(aligned, field);
        Self { flow, touchpoints: kinds("touchpoints"), steps, phases: kinds("phases"), journey }
    }
}

fn kinds_of(aligned: &Aligned, field: &'static str) -> IdMap<Vec<DifferenceKind>> {
    let at = |path: &[PathPart]| match path {
        [_, _, PathPart::Field(name), PathPart::Key(key)] if *name == field => Id::new(key),
        _ => None,
    };
    aligned.inside().filter_map(|entity| Some((at(&entity.path.0)?, entity.kinds.clone()))).collect()
}

/// Adds the phases that are gone, each behind the one it stood behind.
fn add_phases(journey: &mut Journey, earlier: &Journey) {
    let mut behind = None;
    for (id, phase) in earlier.ordered_phases() {
        if !journey.phases.contains_key(&id) {
            journey.phases.insert(id, Phase { touchpoints: Vec::new(), ..phase.as_ref().clone() }.into());
            insert_behind(&mut journey.phase_order, id, behind);
        }
        behind = Some(id);
    }
}

/// Adds the touchpoints that are gone to the phases they stood in, each behind the nearest one that is still there.
fn add_touchpoints(journey: &mut Journey, earlier: &Journey, later: &Journey) {
    for (phase, found) in earlier.ordered_phases() {
        let Some(there) = journey.phases.get(&phase) else { continue };
        let mut order = there.touchpoints.clone();
        let mut behind = None;
        for id in &found.touchpoints {
            let gone = !later.touchpoints.contains_key(id);
            if let Some(touchpoint) = earlier.touchpoints.get(id).filter(|_| gone) {
                insert_behind(&mut order, *id, behind);
                journey.touchpoints.insert(*id, touchpoint.clone());
            }
            if order.contains(id) {
                behind = Some(*id);
            }
        }
        if order.len() > there.touchpoints.len() {
            let phase_of = Phase { touchpoints: order, ..there.as_ref().clone() };
            journey.phases.insert(phase, phase_of.into());
        }
    }
}

fn insert_behind(order: &mut Vec<Id>, id: Id, behind: Option<Id>) {
    let position = behind.and_then(|behind| order.iter().position(|other| *other == behind));
    order.insert(position.map_or(0, |position| position + 1), id);
}

/// Draws the steps of both flows by hand, and tells what became of each.
fn add_steps(journey: &mut Journey, earlier: &Flow, later: &Flow) -> BTreeMap<StepKey, StepFate> {
    let key = |flow: &Flow, step: &FlowStep| flow.key(step.from, step.to);
    let old: BTreeSet<StepKey> = earlier.steps().iter().map(|step| key(earlier, step)).gather();
    let mut fates = BTreeMap::new();
    let mut shares: BTreeMap<StepKey, Option<f64>> = BTreeMap::new();
    for step in later.steps() {
        let key = key(later, step);
        let fate = if old.contains(&key) { StepFate::Kept } else { StepFate::Added };
        fates.insert(key, fate);
        shares.insert(key, step.share);
    }
    for key in old {
        fates.entry(key).or_insert(StepFate::Removed);
    }
    for key in fates.keys() {
        let share = shares.get(key).copied().flatten().and_then(Percent::new);
        let link = Link { share, ..Link::default() };
        journey.steps.insert(*key, Step { link: Some(link), ..Step::default() }.into());
    }
    end_what_leads_nowhere(journey, &fates);
    fates
}

/// Without a step out of it, a touchpoint would lead to the next in order.
fn end_what_leads_nowhere(journey: &mut Journey, steps: &BTreeMap<StepKey, StepFate>) {
    let leads: BTreeSet<Id> = steps.keys().map(|key| key.from).gather();
    let ends: Vec<Id> = journey.touchpoints.keys().filter(|id| !leads.contains(*id)).copied().collect();
    for id in ends {
        if let Some(touchpoint) = journey.touchpoints.get(&id).map(|found| found.as_ref().clone()) {
            let touchpoint = crate::model::Touchpoint { ends: Some(true), ..touchpoint };
            journey.touchpoints.insert(id, touchpoint.into());
        }
    }
}
