//! Running the rules over the journeys of a workspace: all of them, or after an edit those it concerns.

use std::collections::HashMap;
use std::sync::Arc;

use crate::flow::Flow;
use crate::model::{Date, Id, Journey, JourneyState, Ref, Workspace};
use crate::score::{JourneyScores, READ_BY_SCORES, score};

use super::answers::Answers;
use super::context::Context;
use super::difference::{journey_changes, shared_changes};
use super::findings::Findings;
use super::inputs::{Input, Inputs};
use super::marks::{READ_BY_MARKS, mark};
use super::registry::{Check, RULES};
use super::side_by_side;

/// Everything derived from one journey.
#[derive(Clone, Debug, PartialEq)]
pub struct JourneyEvaluation {
    /// The journey.
    pub id: Id,
    /// The day it was evaluated for, where it was known.
    pub today: Option<Date>,
    /// Its flow.
    pub flow: Arc<Flow>,
    /// The answers of all rules.
    pub findings: Answers,
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

    /// The same without the futures of journeys that are here too: what people talk about is what breaks today, once.
    #[must_use]
    pub fn of_today(&self, workspace: &Workspace) -> Self {
        let is_here = |journey: Ref<Journey>| workspace.journeys.contains_key(&journey.id());
        let is_plan = |journey: &Arc<Journey>| {
            journey.state == Some(JourneyState::Future) && journey.based_on.is_some_and(is_here)
        };
        let is_of_today = |it: &&Arc<JourneyEvaluation>| !workspace.journeys.get(&it.id).is_some_and(is_plan);
        let journeys = self.journeys.iter().filter(is_of_today);
        Self { journeys: journeys.cloned().collect() }
    }
}

/// Runs all rules. With what was evaluated before, only the rules that read what changed since are asked
/// again; a journey of which nothing changed that rules read keeps its evaluation, the very same value.
pub fn evaluate(
    workspace: &Workspace,
    today: Option<Date>,
    previous: Option<(&Workspace, &Evaluation)>,
) -> Evaluation {
    let shared = previous.map_or(Inputs::default(), |(before, _)| shared_changes(before, workspace));
    let mut known: HashMap<Id, (&Arc<Journey>, &Arc<JourneyEvaluation>)> = HashMap::new();
    if let Some((before, evaluation)) = previous {
        let journey = |kept: &Arc<JourneyEvaluation>| before.journeys.get(&kept.id);
        known.extend(evaluation.journeys.iter().filter_map(|kept| Some((kept.id, (journey(kept)?, kept)))));
    }
    let evaluated = |(id, journey): (Id, &Arc<Journey>)| {
        let Some((before, kept)) = known.get(&id) else {
            return Arc::new(evaluate_journey(workspace, id, journey, today));
        };
        let mut changed = shared.and(journey_changes(before, journey));
        changed.add_if(kept.today != today, Input::Today);
        if changed.is_empty() {
            return Arc::clone(kept);
        }
        Arc::new(again(workspace, journey, today, kept, changed))
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
    let flow = Arc::new(Flow::of(journey));
    let context = Context::new(workspace, id, journey, &flow, today);
    let findings = answers(&context, None);
    let scores = score(&context, &findings);
    JourneyEvaluation { id, today, flow, findings, scores }
}

/// Evaluates a journey of which some inputs changed since it was evaluated.
fn again(
    workspace: &Workspace,
    journey: &Journey,
    today: Option<Date>,
    kept: &JourneyEvaluation,
    changed: Inputs,
) -> JourneyEvaluation {
    if changed.has(Input::Flow) {
        return evaluate_journey(workspace, kept.id, journey, today);
    }
    // The flow also holds the waits and shares of its steps.
    let in_flow = changed.meets(Inputs::of(&[Input::Wait, Input::Volume]));
    let flow = if in_flow { Arc::new(Flow::of(journey)) } else { Arc::clone(&kept.flow) };
    let context = Context::new(workspace, kept.id, journey, &flow, today);
    let findings = answers(&context, Some((&kept.findings, changed)));
    let same_flags =
        findings.of_rules().iter().zip(kept.findings.of_rules()).all(|(one, other)| Arc::ptr_eq(one, other));
    let scores = if same_flags && !changed.meets(READ_BY_SCORES) {
        kept.scores.clone()
    } else {
        score(&context, &findings)
    };
    JourneyEvaluation { id: kept.id, today, flow, findings, scores }
}

/// The answers of all rules, with those of before and what changed since, where there are any. Rules about
/// flags come last, when it is known how bad each is and whether somebody accepted it.
pub(crate) fn answers(context: &Context<'_>, before: Option<(&Answers, Inputs)>) -> Answers {
    let kept = |at: usize| {
        let (answers, changed) = before?;
        answers.of_rules().get(at).filter(|_| !changed.meets(RULES[at].reads)).cloned()
    };
    let mut answered = side_by_side::each(RULES.len(), context.flow.nodes().len(), |at| {
        let alone = matches!(RULES[at].check, Check::Journey(_));
        alone.then(|| kept(at).map_or_else(|| (ask(context, at, &[]), true), |kept| (kept, false)))
    });
    let mut of_rules: Vec<Arc<Findings>> = Vec::with_capacity(RULES.len());
    let mut fresh = Vec::with_capacity(RULES.len());
    for (at, answered) in answered.iter_mut().enumerate() {
        let (findings, is_fresh) = answered.take().unwrap_or_else(|| {
            // What other rules found is read by those that come after.
            let others = fresh.contains(&true);
            let kept = kept(at).filter(|_| !others);
            kept.map_or_else(|| (ask(context, at, &of_rules), true), |kept| (kept, false))
        });
        of_rules.push(findings);
        fresh.push(is_fresh);
    }
    let marks_changed = before.is_none_or(|(_, changed)| changed.meets(READ_BY_MARKS));
    mark(context, &mut of_rules, |rule| fresh[rule] || marks_changed);
    Answers::new(of_rules)
}

/// The answers of one rule; `before` is what the rules before it found, for those that read it.
fn ask(context: &Context<'_>, at: usize, before: &[Arc<Findings>]) -> Arc<Findings> {
    let mut findings = Findings::new(context.id, RULES[at]);
    match RULES[at].check {
        Check::Journey(check) => check(context, &mut findings),
        Check::Flags(check) => check(context, before, &mut findings),
        Check::Badges(_) => {}
    }
    Arc::new(findings)
}
