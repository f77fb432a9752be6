//! `contested-ownership`: another department also claims the touchpoint.
//!
//! Kind ownership, a warning at the touchpoint. Inputs: its owner and the departments that also claim it;
//! no thresholds. Not applicable where the customer acts alone. Without an owner two claims contest it,
//! and one leaves it open; without a stage too, it is open whether anybody has to own it.
//! Source: the responsibility assignment matrix (RACI) of the Project Management Institute, PMBOK Guide,
//! 6th edition 2017, section 9.1: one, and only one, is accountable for a piece of work.

use crate::model::{Id, Practice};
use crate::sort::Sort;

use super::blank::{Blank, BlankField, BlankPlace};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "contested-ownership",
    kind: RuleKind::Ownership,
    place: PlaceKind::Touchpoint,
    severities: &[Severity::Warning],
    practices: &[Practice::SteeringCommittee, Practice::CoCreation],
    reads: Inputs::of(&[Input::Stage, Input::ClaimedBy]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (node, touchpoint) in context.flow.nodes().iter().zip(&context.touchpoints) {
        if node.customer_alone {
            continue;
        }
        let missing = |fields: &[BlankField]| {
            fields.iter().map(|field| Blank::new(BlankPlace::Touchpoint(node.id), *field)).collect()
        };
        let mut open = |fields| {
            findings.not_assessed(
                context,
                Place::Touchpoint(node.id),
                None,
                Severity::Warning,
                missing(fields),
            );
        };
        let Some(claimed_by) = &touchpoint.claimed_by else {
            open(&[BlankField::ClaimedBy]);
            continue;
        };
        let mut others: Vec<Id> = claimed_by.iter().map(|claims| claims.id()).collect();
        others.retain(|department| node.owner != Some(*department));
        others.arrange();
        others.dedup();
        match (node.owner, others.len()) {
            (_, 0) => findings.clear(),
            (None, 1) => open(&[BlankField::Owner]),
            (None, _) if touchpoint.stage.is_none() => open(&[BlankField::Owner, BlankField::Stage]),
            _ => findings.fires(context, [contested(node.id, node.owner, others)]),
        }
    }
}

fn contested(touchpoint: Id, owner: Option<Id>, others: Vec<Id>) -> Finding {
    Finding {
        place: Place::Touchpoint(touchpoint),
        subject: Subject::None,
        severity: Severity::Warning,
        blames: None,
        values: vec![
            NamedValue::new("owner", owner.map_or(Value::Nothing, Value::Department)),
            NamedValue::new("claimed_by", Value::Departments(others)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    #[test]
    fn another_department_claims_it() {
        let map = "a sales front claimed=billing,legal,billing\n b sales back claimed=sales\n c sales back claimed=-";
        assert_eq!(
            answers("contested-ownership", map),
            ["a warning owner=sales claimed_by=billing,legal", "clear 2"]
        );
    }

    #[test]
    fn without_an_owner_two_claims_contest_it_and_one_leaves_it_open() {
        let map = "a ? front claimed=sales,legal\n b ? front claimed=sales\n c ? ? claimed=sales,legal\n d ? back claimed=-";
        assert_eq!(
            answers("contested-ownership", map),
            [
                "a warning owner=nothing claimed_by=legal,sales",
                "b ? owner b",
                "c ? owner c, stage c",
                "clear 1"
            ]
        );
    }

    #[test]
    fn unknown_claims_leave_it_open_and_the_customer_alone_needs_no_owner() {
        assert_eq!(
            answers("contested-ownership", "a sales front\n b ? customer\n c ? ?"),
            ["a ? claimed_by a", "c ? claimed_by c"]
        );
    }
}
