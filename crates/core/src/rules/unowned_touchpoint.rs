//! `unowned-touchpoint`: a front-, backstage or support touchpoint has no owner.
//!
//! Kind ownership, an error at the touchpoint. Inputs: the touchpoint's owner and stage. Not applicable
//! where the customer acts alone. Without a stage and an owner it is open whether somebody has to own it.
//! Source: Lynn Shostack, "Designing Services That Deliver", Harvard Business Review 1984: work nobody
//! answers for is where a service fails.

use crate::model::{Practice, Stage};

use super::blank::{Blank, BlankField, BlankPlace};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "unowned-touchpoint",
    kind: RuleKind::Ownership,
    place: PlaceKind::Touchpoint,
    severities: &[Severity::Error],
    practices: &[Practice::SteeringCommittee, Practice::Initiative],
    reads: Inputs::of(&[Input::Stage]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (node, touchpoint) in context.flow.nodes().iter().zip(&context.touchpoints) {
        let place = Place::Touchpoint(node.id);
        match (node.owner, touchpoint.stage) {
            (Some(_), _) => findings.clear(),
            (None, Some(Stage::Customer)) => {}
            (None, Some(_)) => {
                let finding = Finding {
                    place,
                    subject: Subject::None,
                    severity: Severity::Error,
                    blames: None,
                    values: Vec::new(),
                };
                findings.fires(context, [finding]);
            }
            (None, None) => {
                let of = BlankPlace::Touchpoint(node.id);
                let missing = vec![Blank::new(of, BlankField::Owner), Blank::new(of, BlankField::Stage)];
                findings.not_assessed(context, place, None, Severity::Error, missing);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    #[test]
    fn somebody_has_to_own_what_the_organisation_does() {
        let map = "a ? front\n b ? back\n c ? support\n d x front\n e ? customer";
        assert_eq!(answers("unowned-touchpoint", map), ["a error", "b error", "c error", "clear 1"]);
    }

    #[test]
    fn without_a_stage_it_is_open_whether_anybody_has_to() {
        assert_eq!(answers("unowned-touchpoint", "a ? ?\n b x ?"), ["a ? owner a, stage a", "clear 1"]);
    }
}
