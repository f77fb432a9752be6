//! `no-acknowledgement`: the receiver does not confirm that it has the case.
//!
//! Kind agreement, a warning at the handoff. Inputs: acknowledgement and method, from the card; no
//! thresholds. Not where both work in one record, which shows where the case is. A card on which nothing is
//! filled is not assessed; on any other, a blank counts as no acknowledgement.
//! Source: The Joint Commission, National Patient Safety Goal 2E, 2006: a handoff is done when the receiver
//! has read it back.

use crate::model::{Card, Method, Practice};

use super::card::open_without_card;
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "no-acknowledgement",
    kind: RuleKind::Agreement,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::Standard, Practice::CoCreation],
    reads: Inputs::of(&[Input::Described, Input::Acknowledged, Input::Method]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for handoff in 0..context.flow.handoffs().len() {
        let Some(card) = context.card(handoff) else {
            open_without_card(context, findings, handoff, Severity::Warning);
            continue;
        };
        if is_unacknowledged(card) {
            let acknowledged = card.acknowledged.map_or(Value::Nothing, Value::YesNo);
            let values = vec![NamedValue::new("acknowledged", acknowledged)];
            findings.fires_at_handoff(context, handoff, Severity::Warning, values);
        } else {
            findings.clear();
        }
    }
}

/// Whether nothing confirms that a case arrived; this rule then reports it.
pub fn is_unacknowledged(card: &Card) -> bool {
    card.acknowledged != Some(true) && card.method != Some(Method::SharedRecord)
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(card: &str) -> Vec<String> {
        answers("no-acknowledgement", &["a sales front\n b billing front truth\n", card].concat())
    }

    #[test]
    fn the_receiver_has_to_confirm_and_a_blank_is_no_confirmation() {
        assert_eq!(of("a>b ack=no"), ["a>b warning acknowledged=no"]);
        assert_eq!(of("a>b method=email"), ["a>b warning acknowledged=nothing"]);
        assert_eq!(of("a>b ack=yes"), ["clear 1"]);
    }

    #[test]
    fn a_shared_record_needs_no_confirmation() {
        assert_eq!(of("a>b method=shared_record ack=no"), ["clear 1"]);
        assert_eq!(of("a>b method=shared_record"), ["clear 1"]);
    }

    #[test]
    fn not_assessed_without_a_card_and_not_applicable_inside_a_department() {
        assert_eq!(of(""), ["a>b ? card a>b"]);
        assert!(answers("no-acknowledgement", "a x front\n b x front\n a>b ack=no").is_empty());
    }
}
