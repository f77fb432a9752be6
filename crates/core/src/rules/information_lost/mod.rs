//! `information-lost`: a department needs what is known before, and it does not reach it.
//!
//! Kind customer, an error at the touchpoint b; counts at the handoff by which the path last entered b's
//! owner. Fires for an item that b needs and does not ask for, that some touchpoint before b asked for or
//! produced, and that b's owner has neither from an own touchpoint before b, nor by a handoff into one of
//! its touchpoints before or at b that passes it, nor by read access to a system used where it was had
//! (the department that decides on a system reads it too). Once for an owner and an item, at the first
//! touchpoint that lacks it: those after it are not applicable. Inputs: owners, information asked, needed
//! and produced, systems and access to them, information passed. No thresholds. Not applicable where the
//! customer acts alone; an empty register of items is one open question for the journey.
//! Source: Mary and Tom Poppendieck, "Implementing Lean Software Development", 2006: every handoff leaves
//! behind about half of what was known.

mod blanks;
mod knowledge;
mod systems;

#[cfg(test)]
mod tests;

use crate::model::Practice;

use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::items::{Entries, OpenItems, take_front};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};
use blanks::Blanks;
use knowledge::{Answer, Knowledge, Need};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "information-lost",
    kind: RuleKind::Customer,
    place: PlaceKind::Touchpoint,
    severities: &[Severity::Error],
    practices: &[Practice::Initiative, Practice::Standard, Practice::CoCreation],
    reads: Inputs::of(&[
        Input::Asked,
        Input::Needed,
        Input::Produced,
        Input::Passed,
        Input::Systems,
        Input::Access,
        Input::EmptyRegister,
    ]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let knowledge = Knowledge::of(context);
    let entries = context.entries();
    let mut blanks = Blanks::new(context, &knowledge);
    let mut open = OpenItems::default();
    let mut rest = knowledge.needs.as_slice();
    for (node, of_flow) in context.flow.nodes().iter().enumerate() {
        let here = take_front(&mut rest, |need| need.node == node);
        if of_flow.customer_alone {
            continue;
        }
        let lost: Vec<Finding> = here.iter().filter_map(|need| lost(context, need, entries)).collect();
        if !lost.is_empty() {
            findings.fires(context, lost);
            continue;
        }
        let missing = blanks.missing(node, here);
        if missing.is_empty() {
            let settled = |need: &Need| need.answer == Answer::Settled;
            if here.is_empty() || !here.iter().all(settled) {
                findings.clear();
            }
        } else {
            open.at(context, findings, node, entries.of_node(node), missing);
        }
    }
    open.finish(context, findings);
}

/// The flag for an item that does not reach who needs it.
fn lost(context: &Context<'_>, need: &Need, entries: &Entries) -> Option<Finding> {
    let Answer::Lost { had_at, blames } = need.answer else { return None };
    let nodes = context.flow.nodes();
    Some(Finding {
        place: Place::Touchpoint(nodes[need.node].id),
        subject: Subject::Item(context.items().id(need.item)),
        severity: Severity::Error,
        blames: blames.or_else(|| entries.of_node(need.node)),
        values: vec![
            NamedValue::new("had_at", Value::Touchpoint(nodes[had_at].id)),
            NamedValue::new("had_by", nodes[had_at].owner.map_or(Value::Nothing, Value::Department)),
        ],
    })
}
