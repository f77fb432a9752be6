//! Running all rules over all journeys of a workspace.

use std::collections::HashMap;
use std::sync::Arc;

use crate::flow::{Flow, alike, same_flow};
use crate::model::{Date, Id, Journey, Map, Touchpoint, Workspace};
use crate::score::{JourneyScores, score};

use super::context::Context;
use super::findings::Findings;
use super::registry::{PlaceKind, RULES, Rule};
use super::waiver::apply_waivers;

/// Everything derived from one journey.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyEvaluation {
    /// The journey.
    pub id: Id,
    /// The day it was evaluated for, where it was known.
    pub today: Option<Date>,
    /// Its flow.
    pub flow: Flow,
    /// The answers of all rules.
    pub findings: Findings,
    /// Risks and connectedness.
    pub scores: JourneyScores,
}

/// Everything derived from a workspace: one evaluation per journey, in the order of the journeys.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Evaluation {
    /// The journeys.
    pub journeys: Vec<Arc<JourneyEvaluation>>,
}

impl Evaluation {
    /// The evaluation of one journey.
    pub fn journey(&self, id: Id) -> Option<&Arc<JourneyEvaluation>> {
        self.journeys.iter().find(|journey| journey.id == id)
    }
}

/// Runs all rules. Where the registers are those of `previous`, a journey that says the same to the rules
/// keeps its evaluation, the very same value; one with the same flow keeps that.
pub fn evaluate(
    workspace: &Workspace,
    today: Option<Date>,
    previous: Option<(&Workspace, &Evaluation)>,
) -> Evaluation {
    let mut known: HashMap<Id, (&Arc<Journey>, &Arc<JourneyEvaluation>)> = HashMap::new();
    if let Some((before, evaluation)) = previous.filter(|(before, _)| same_surroundings(before, workspace)) {
        for kept in &evaluation.journeys {
            if let Some(journey) = before.journeys.get(&kept.id) {
                known.insert(kept.id, (journey, kept));
            }
        }
    }
    let evaluated = |(id, journey): (Id, &Arc<Journey>)| match known.get(&id) {
        Some((before, kept))
            if kept.today == today && (Arc::ptr_eq(before, journey) || says_the_same(before, journey)) =>
        {
            Arc::clone(kept)
        }
        Some((before, kept)) if same_flow(before, journey) => {
            Arc::new(with_flow(workspace, id, journey, kept.flow.clone(), today))
        }
        _ => Arc::new(evaluate_journey(workspace, id, journey, today)),
    };
    Evaluation { journeys: workspace.ordered_journeys().map(evaluated).collect() }
}

/// Runs all rules over one journey.
pub fn evaluate_journey(
    workspace: &Workspace,
    id: Id,
    journey: &Journey,
    today: Option<Date>,
) -> JourneyEvaluation {
    with_flow(workspace, id, journey, Flow::of(journey), today)
}

fn with_flow(
    workspace: &Workspace,
    id: Id,
    journey: &Journey,
    flow: Flow,
    today: Option<Date>,
) -> JourneyEvaluation {
    let context = Context::new(workspace, id, journey, &flow, today);
    let mut findings = Findings::new(id, RULES[0]);
    run(&context, &mut findings, |_| {});
    let scores = score(&context, &findings);
    JourneyEvaluation { id, today, flow, findings, scores }
}

/// Runs all rules: those about flags last, when it is known which flags somebody accepted. `after` is
/// called after each.
pub(crate) fn run(context: &Context<'_>, findings: &mut Findings, mut after: impl FnMut(&Findings)) {
    let mut check = |rule: &'static Rule, findings: &mut Findings| {
        findings.begin(rule);
        (rule.check)(context, findings);
        after(findings);
    };
    let (about_flags, others): (Vec<&'static Rule>, Vec<_>) =
        RULES.iter().copied().partition(|rule| rule.place == PlaceKind::Flag);
    for rule in others {
        check(rule, findings);
    }
    apply_waivers(context.workspace, &mut findings.flags);
    for rule in about_flags {
        check(rule, findings);
    }
}

/// Whether two versions of a journey differ at most in texts that no rule reads, such as names. A field that
/// is not named here counts as read.
fn says_the_same(before: &Journey, after: &Journey) -> bool {
    let texts_of = |texts: &Journey, rest: &Journey| Journey {
        title: texts.title.clone(),
        scenario: texts.scenario.clone(),
        notes: texts.notes.clone(),
        touchpoints: Map::new(),
        ..rest.clone()
    };
    alike(&before.touchpoints, &after.touchpoints, touchpoint_says_the_same)
        && texts_of(before, before) == texts_of(before, after)
}

fn touchpoint_says_the_same(before: &Touchpoint, after: &Touchpoint) -> bool {
    let with_texts = Touchpoint {
        name: before.name.clone(),
        action: before.action.clone(),
        pain_points: before.pain_points.clone(),
        ideas: before.ideas.clone(),
        quotes: before.quotes.clone(),
        tags: before.tags.clone(),
        comments: before.comments.clone(),
        notes: before.notes.clone(),
        ..after.clone()
    };
    with_texts == *before
}

/// Whether everything but the journeys is the same value; comparing shared maps is a comparison of pointers.
fn same_surroundings(before: &Workspace, after: &Workspace) -> bool {
    let registers = before.departments.ptr_eq(&after.departments)
        && before.channels.ptr_eq(&after.channels)
        && before.systems.ptr_eq(&after.systems)
        && before.items.ptr_eq(&after.items)
        && before.subjects.ptr_eq(&after.subjects)
        && before.standards.ptr_eq(&after.standards)
        && before.terms.ptr_eq(&after.terms)
        && before.measures.ptr_eq(&after.measures)
        && before.goals.ptr_eq(&after.goals);
    registers
        && before.waivers.ptr_eq(&after.waivers)
        && before.initiatives.ptr_eq(&after.initiatives)
        && before.settings == after.settings
        && before.committee == after.committee
}
