//! `wrong-face`: the customer believes that somebody else serves them.
//!
//! Kind steering, info at the touchpoint; counts at the handoff by which the path last entered its owner.
//! Fires where the customer perceives another department as the owner of a frontstage touchpoint. Inputs:
//! owner, stage and perceived owner; no thresholds. Not applicable at other stages.
//! Source: Mary Jo Hatch and Majken Schultz, "Are the Strategic Stars Aligned for Your Corporate Brand?",
//! Harvard Business Review 2001: who customers see and who acts should be the same.

use crate::model::{Practice, Ref, Stage};

use super::blank::{BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "wrong-face",
    kind: RuleKind::Steering,
    place: PlaceKind::Touchpoint,
    severities: &[Severity::Info],
    practices: &[Practice::CoCreation, Practice::Standard],
    reads: Inputs::of(&[Input::Stage, Input::PerceivedOwner]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let entries = context.entries();
    for (at, (node, touchpoint)) in context.flow.nodes().iter().zip(&context.touchpoints).enumerate() {
        if !matches!(touchpoint.stage, None | Some(Stage::Frontstage)) {
            continue;
        }
        let place = Place::Touchpoint(node.id);
        let perceived = touchpoint.perceived_owner.map(Ref::id);
        let same = node.owner.is_some() && node.owner == perceived;
        match (node.owner, perceived, touchpoint.stage) {
            _ if same => findings.clear(),
            (Some(owner), Some(perceived), Some(_)) => {
                let values = vec![
                    NamedValue::new("owner", Value::Department(owner)),
                    NamedValue::new("perceived", Value::Department(perceived)),
                ];
                let (subject, blames) = (Subject::None, entries.of_node(at));
                let finding = Finding { place, subject, severity: Severity::Info, blames, values };
                findings.fires(context, [finding]);
            }
            (owner, perceived, stage) => {
                let mut missing = Missing::default();
                let here = BlankPlace::Touchpoint(node.id);
                missing.add_if(perceived.is_none(), here, BlankField::PerceivedOwner);
                missing.add_if(owner.is_none(), here, BlankField::Owner);
                missing.add_if(stage.is_none(), here, BlankField::Stage);
                let blames = entries.of_node(at);
                findings.not_assessed(context, place, blames, Severity::Info, missing.into_blanks());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    #[test]
    fn the_customer_sees_another_owner() {
        let map = "a x front face=x\n b y front face=x\n c y back face=x\n d ? customer";
        assert_eq!(answers("wrong-face", map), ["b info owner=y perceived=x @a>b", "clear 1"]);
    }

    #[test]
    fn blanks_leave_it_open_unless_both_are_the_same() {
        assert_eq!(answers("wrong-face", "a x front"), ["a ? perceived_owner a"]);
        assert_eq!(answers("wrong-face", "a ? front face=x"), ["a ? owner a"]);
        assert_eq!(answers("wrong-face", "a x ? face=y"), ["a ? stage a"]);
        assert_eq!(answers("wrong-face", "a x ? face=x"), ["clear 1"]);
    }
}
