//! `ping-pong`: the case comes back to a department that had handed it on.
//!
//! Kind agreement, at the handoff by which it comes back. Along a path, with the touchpoints of one owner
//! in a row taken as one: the owner comes back after exactly one other department, a warning, and an error
//! from the second time in one phase; or after several, info. Not where the middle works as a service,
//! which the card of the handoff out of the owner says; info where the customer never meets the middle,
//! that is, where no touchpoint there is known to be frontstage or the customer's. A path passes no
//! touchpoint twice, but its last handoff may close a loop. No thresholds.
//! Open while that card does not say how the two work together, and while a touchpoint before has no owner.
//! Source: ping-pong behaviour in the incident handling of Volvo IT, Business Process Intelligence
//! Challenge 2013 (Ward Steeman, 4TU.ResearchData).

mod paths;

#[cfg(test)]
mod tests;

use crate::flow::Handoff;
use crate::model::{Id, Practice};

use super::blank::{Blank, BlankField, BlankPlace};
use super::card::card_blank;
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};
use paths::{Return, WayBack};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "ping-pong",
    kind: RuleKind::Agreement,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning, Severity::Error, Severity::Info],
    practices: &[Practice::CoCreation, Practice::SteeringCommittee, Practice::Initiative],
    reads: Inputs::of(&[Input::Stage, Input::Interaction]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let returns = paths::returns(context);
    let open_before = first_open_owner_before(context);
    let mut way_back = WayBack::new(context);
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        let owner_to_come = open_before[handoff.from]
            .map(|node| Blank::new(BlankPlace::Touchpoint(context.flow.nodes()[node].id), BlankField::Owner));
        match (returns[at], owner_to_come) {
            (Return::Comes { severity, several }, _) => {
                let values = compared(handoff, way_back.find(handoff, several, paths::Service::No));
                findings.fires_at_handoff(context, at, severity, values);
            }
            (Return::MayCome { at_worst, several }, owner) => {
                let way = way_back.find(handoff, several, paths::Service::Unknown);
                let interaction = way.map(|way| card_blank(context, way.out, BlankField::Interaction));
                let missing = interaction.into_iter().chain(owner).collect();
                findings.not_assessed_at_handoff(context, at, at_worst, missing);
            }
            (Return::None, Some(owner)) => {
                findings.not_assessed_at_handoff(context, at, Severity::Warning, vec![owner]);
            }
            (Return::None, None) => findings.clear(),
        }
    }
}

fn compared(handoff: &Handoff, way: Option<paths::Way>) -> Vec<NamedValue> {
    let mut values = vec![NamedValue::new("owner", Value::Department(handoff.to_department))];
    if let Some(way) = way {
        values.push(NamedValue::new("middle", Value::Departments(way.middle)));
        values.push(NamedValue::new("handed_on_at", Value::Touchpoint(way.left_at)));
    }
    values
}

/// For each node, the first touchpoint without an owner from which it can be reached.
fn first_open_owner_before(context: &Context<'_>) -> Vec<Option<usize>> {
    let components = context.components();
    let nodes = context.flow.nodes();
    let mut at_or_before: Vec<Option<usize>> = vec![None; components.count()];
    for (component, members) in components.all().enumerate() {
        let own =
            members.iter().filter(|node| nodes[**node].owner.is_none() && !nodes[**node].customer_alone);
        let mut first = own.copied().min();
        for step in members.iter().flat_map(|node| context.flow.steps_to(*node)) {
            first = earlier(first, at_or_before[components.of_node[step.from]]);
        }
        at_or_before[component] = first;
    }
    (0..nodes.len()).map(|node| at_or_before[components.of_node[node]].filter(|open| *open != node)).collect()
}

fn earlier(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Departments in a row, each once.
fn collapsed(mut departments: Vec<Id>) -> Vec<Id> {
    departments.dedup();
    departments
}
