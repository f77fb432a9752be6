//! `customer-repeats`: the customer has to say again what another department already knows.
//!
//! Kind customer, an error at the touchpoint b that asks; counts at the handoff by which the path last
//! entered b's owner. Fires for an item that b asks for, that is known to be no identity check, that a
//! touchpoint before b of another owner asked for or produced, and that is not known to be first produced
//! by b's owner. An item is first produced by an owner if every touchpoint before b that produces it, with
//! none that does before, is that owner's. Inputs: owners, information asked and produced, and whether the
//! item is an identity check. No thresholds. Not applicable where the customer acts alone; an empty
//! register of items is one open question for the journey.
//! Source: Matthew Dixon, Karen Freeman and Nicholas Toman, "Stop Trying to Delight Your Customers",
//! Harvard Business Review 2010: 56 % of customers had to re-explain their issue.

mod before;

#[cfg(test)]
mod tests;

use crate::model::Practice;
use crate::sort::Sort;

use super::blank::{Blank, BlankField, BlankPlace, MOST_BLANKS};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::items::{Entries, OpenItems, take_front};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};
use before::{Answer, Asking, Before};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "customer-repeats",
    kind: RuleKind::Customer,
    place: PlaceKind::Touchpoint,
    severities: &[Severity::Error],
    practices: &[Practice::Initiative, Practice::Standard, Practice::CoCreation],
    reads: Inputs::of(&[Input::Asked, Input::Produced, Input::IdentityCheck, Input::EmptyRegister]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let before = Before::of(context);
    let mut askings = before.askings(context);
    askings.arrange_by_key(|asking| asking.node);
    let entries = context.entries();
    let mut open = OpenItems::default();
    let mut rest = askings.as_slice();
    for (node, of_flow) in context.flow.nodes().iter().enumerate() {
        let here = take_front(&mut rest, |asking| asking.node == node);
        if of_flow.customer_alone {
            continue;
        }
        let repeated: Vec<Finding> =
            here.iter().filter_map(|asking| repeated(context, asking, entries)).collect();
        if !repeated.is_empty() {
            findings.fires(context, repeated);
            continue;
        }
        let missing = missing(context, &before, node, here);
        if missing.is_empty() {
            findings.clear();
        } else {
            open.at(context, findings, node, entries.of_node(node), missing);
        }
    }
    open.finish(context, findings);
}

/// The flag for an item that is asked for again.
fn repeated(context: &Context<'_>, asking: &Asking, entries: &Entries) -> Option<Finding> {
    let Answer::Repeats { first_at, blames } = asking.answer else { return None };
    let nodes = context.flow.nodes();
    let first_by = nodes[first_at].owner.map_or(Value::Nothing, Value::Department);
    Some(Finding {
        place: Place::Touchpoint(nodes[asking.node].id),
        subject: Subject::Item(context.items().id(asking.item)),
        severity: Severity::Error,
        blames: blames.or_else(|| entries.of_node(asking.node)),
        values: vec![
            NamedValue::new("first_at", Value::Touchpoint(nodes[first_at].id)),
            NamedValue::new("first_by", first_by),
        ],
    })
}

/// The blanks that could make a touchpoint ask again; none where nothing could.
fn missing(context: &Context<'_>, before: &Before, node: usize, askings: &[Asking]) -> Vec<Blank> {
    let of_flow = &context.flow.nodes()[node];
    let here = |field| Blank::new(BlankPlace::Touchpoint(of_flow.id), field);
    let asked = context.touchpoint(node).asked.as_ref();
    let mut missing = Vec::new();
    if asked.is_some_and(Vec::is_empty) {
        return missing;
    }
    missing.extend(of_flow.owner.is_none().then(|| here(BlankField::Owner)));
    missing.extend(asked.is_none().then(|| here(BlankField::Asked)));
    if !missing.is_empty() {
        let anything_before = before.has_any(context, node);
        missing.retain(|_| anything_before);
        return missing;
    }
    for asking in askings {
        for blank in blanks(context, asking) {
            if missing.len() < MOST_BLANKS && !missing.contains(&blank) {
                missing.push(blank);
            }
        }
    }
    missing
}

/// The blanks that could decide whether one item is asked for again.
fn blanks(context: &Context<'_>, asking: &Asking) -> Vec<Blank> {
    let at = |node: usize, field| Blank::new(BlankPlace::Touchpoint(context.flow.nodes()[node].id), field);
    let item = || Blank::new(BlankPlace::Item(context.items().id(asking.item)), BlankField::IdentityCheck);
    let unknown_identity = context.items().identity_check(asking.item).is_none();
    let mut blanks = Vec::new();
    match asking.answer {
        Answer::Repeats { .. } | Answer::Fine => return blanks,
        Answer::UnlessIdentityCheck => {}
        Answer::IfOwned(node) => blanks.push(at(node, BlankField::Owner)),
        Answer::IfProduced(node) => blanks.push(at(node, BlankField::Produced)),
        Answer::IfMoreIsKnown(node) => {
            let touchpoint = context.touchpoint(node);
            blanks.extend(touchpoint.asked.is_none().then(|| at(node, BlankField::Asked)));
            blanks.extend(touchpoint.produced.is_none().then(|| at(node, BlankField::Produced)));
            blanks.extend(context.owners().of_node(node).is_none().then(|| at(node, BlankField::Owner)));
        }
    }
    blanks.extend(unknown_identity.then(item));
    blanks
}
