//! `promise-cannot-hold`: on some path the customer gets later what was promised sooner.
//!
//! Kind time, at the promise; counts at the handoff with the longest wait on the path. Waits and durations
//! after the promise, up to and including the first touchpoint that fulfils its subject, are added up over
//! the worst path. An error where their low ends exceed what is due; a warning where their high ends do, or
//! where the low ends exceed 80 % of it. What is due is the high end of the time promised. A loop
//! counts once, and the total is at least that. Inputs: promises, waits,
//! durations, subjects fulfilled; no thresholds. Not applicable where a value is promised rather than a
//! time, and where no later touchpoint fulfils it, which is the matter of `undelivered-promise`.
//! Source: Eliyahu Goldratt, "Critical Chain", 1997: a date is kept by the whole chain or not at all.

mod longest;

#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::model::{Id, MAX_MINUTES, Minutes, Practice};

use super::blank::{Blank, BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::promises::{Keeping, Made, promises};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};
use longest::{Both, Forward, Way};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "promise-cannot-hold",
    kind: RuleKind::Time,
    place: PlaceKind::Promise,
    severities: &[Severity::Error, Severity::Warning],
    practices: &[Practice::Standard, Practice::SharedGoal, Practice::Initiative],
    reads: Inputs::of(&[Input::Promises, Input::Fulfils, Input::Wait, Input::Duration]),
    check: Check::Journey(check),
};

/// Of a long path, this many touchpoints are named.
const MOST_ON_PATH: usize = 24;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let (by_subject, unknown) = promises(context);
    for made in unknown {
        made.open(context, findings, vec![made.blank(context, BlankField::Subject)]);
    }
    if by_subject.is_empty() {
        return;
    }
    let forward = Forward::of(context);
    let handoffs = handoffs_by_leg(context);
    let keeping = Keeping::of(context);
    for (subject, made) in by_subject {
        let ways = Both::of(context, &forward, keeping.about(subject));
        for made in made {
            judge(context, findings, &made, &forward, &ways, &handoffs);
        }
    }
}

/// How bad it is to take a time where this much is due.
fn severity(way: &Way, due: u64) -> Option<Severity> {
    if way.low > due {
        Some(Severity::Error)
    } else if way.high > due || way.low * 5 > due * 4 {
        Some(Severity::Warning)
    } else {
        None
    }
}

fn judge(
    context: &Context<'_>,
    findings: &mut Findings,
    made: &Made<'_>,
    order: &Forward,
    ways: &Both,
    handoffs: &HashMap<(usize, usize), usize>,
) {
    let Some(possible) = ways.possible.ways[made.node] else { return };
    let Some(due) = made.promise.due_within else {
        if made.promise.value.is_none() {
            made.open(context, findings, vec![made.blank(context, BlankField::DueWithin)]);
        }
        return;
    };
    let certain = ways.certain.ways[made.node];
    let proven = certain.and_then(|way| Some((severity(&way, due.high())?, way)));
    if let Some((severity, way)) = proven {
        let (_, from, to) = way.longest_wait;
        let blames = handoffs.get(&(from.number(), to.number())).copied();
        let by_low = usize::from(way.low * 5 <= due.high() * 4);
        let values =
            compared(context, due, &way, path(context, ways.certain.steps(order, made.node, by_low, false)));
        findings.fires(context, [made.finding(context, severity, blames, values)]);
    } else if severity(&possible, due.high()).is_some() {
        let missing = missing(context, made.node, order, ways);
        made.open(context, findings, missing);
    } else {
        findings.clear();
    }
}

fn compared(context: &Context<'_>, due: Minutes, way: &Way, path: Vec<Id>) -> Vec<NamedValue> {
    let (low, high) = (way.low.min(MAX_MINUTES), way.high.min(MAX_MINUTES));
    let takes = Minutes::range(low, high.max(low)).unwrap_or_else(|| Minutes::exact(low));
    let (wait, from, to) = way.longest_wait;
    let mut values = vec![
        NamedValue::new("due", Value::Minutes(due)),
        NamedValue::new("takes", Value::Minutes(takes)),
        NamedValue::new("path", Value::Touchpoints(path)),
        NamedValue::new("longest_wait", Value::Minutes(Minutes::exact(wait))),
        NamedValue::new("waits_before", Value::Touchpoint(context.id_of(to.number()))),
        NamedValue::new("waits_after", Value::Touchpoint(context.id_of(from.number()))),
    ];
    if way.passes_loop {
        values.push(NamedValue::new("at_least", Value::YesNo(true)));
    }
    values
}

/// The touchpoints of the worst path, from the promise on.
fn path(context: &Context<'_>, steps: impl Iterator<Item = (usize, usize)>) -> Vec<Id> {
    let mut path: Vec<usize> = Vec::new();
    for (from, to) in steps.take(MOST_ON_PATH - 1) {
        if path.is_empty() {
            path.push(from);
        }
        path.push(to);
    }
    path.into_iter().map(|node| context.id_of(node)).collect()
}

/// The blanks on the possible path that could decide it.
fn missing(context: &Context<'_>, from: usize, order: &Forward, ways: &Both) -> Vec<Blank> {
    let mut missing = Missing::default();
    let mut add = |only_forward: bool, times: bool| {
        for (at, to) in ways.possible.steps(order, from, 1, only_forward) {
            if missing.is_full() {
                return;
            }
            let place = BlankPlace::Touchpoint(context.id_of(to));
            let touchpoint = context.touchpoint(to);
            let wait = context.flow.step(at, to).and_then(|step| step.wait);
            let step = BlankPlace::Step(context.flow.key(at, to));
            missing.add_if(times && wait.is_none(), step, BlankField::Wait);
            missing.add_if(times && touchpoint.duration.is_none(), place, BlankField::Duration);
            missing.add_if(ways.keeps[to].is_none(), place, BlankField::Fulfils);
        }
    };
    add(false, true);
    add(true, false);
    missing.into_blanks()
}

/// The handoff that each step is part of, by the nodes it joins; the first where there are several.
fn handoffs_by_leg(context: &Context<'_>) -> HashMap<(usize, usize), usize> {
    let mut of_leg = HashMap::new();
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        for leg in handoff.legs() {
            of_leg.entry(leg).or_insert(at);
        }
    }
    of_leg
}
