//! `cold-handoff`: the next department starts cold, because nothing passes to it.
//!
//! Kind agreement, at the handoff: an error where the method is none, a warning where an e-mail or a queue
//! passes nothing. Inputs: method and information passed, from the card; no thresholds. A card on which
//! nothing is filled is not assessed; on any other, a blank counts as missing: no information named is
//! none passed, and no method named is a warning, since only a stated "none" proves that nothing passes.
//! Source: The Joint Commission, Sentinel Event Alert 58, "Inadequate hand-off communication", 2017.

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
    id: "cold-handoff",
    kind: RuleKind::Agreement,
    place: PlaceKind::Handoff,
    severities: &[Severity::Error, Severity::Warning],
    practices: &[Practice::Standard, Practice::CoCreation, Practice::Initiative],
    reads: Inputs::of(&[Input::Described, Input::Method, Input::Passed]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for handoff in 0..context.flow.handoffs().len() {
        let Some(card) = context.card(handoff) else {
            open_without_card(context, findings, handoff, Severity::Error);
            continue;
        };
        let method = |value| NamedValue::new("method", value);
        let nothing_passed = || NamedValue::new("passed", Value::Nothing);
        match card.method {
            Some(Method::None) => {
                let values = vec![method(Value::Method(Method::None))];
                findings.fires_at_handoff(context, handoff, Severity::Error, values);
            }
            None => {
                let values = vec![method(Value::Nothing)];
                findings.fires_at_handoff(context, handoff, Severity::Warning, values);
            }
            Some(known) if passes_nothing_on(card) => {
                let values = vec![method(Value::Method(known)), nothing_passed()];
                findings.fires_at_handoff(context, handoff, Severity::Warning, values);
            }
            Some(_) => findings.clear(),
        }
    }
}

/// Whether the method is an e-mail or a queue and no information is named: this rule then reports that
/// nothing passes.
pub fn passes_nothing_on(card: &Card) -> bool {
    let needs_information = matches!(card.method, Some(Method::Email | Method::Queue));
    needs_information && card.passed.as_ref().is_none_or(Vec::is_empty)
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(card: &str) -> Vec<String> {
        answers("cold-handoff", &["a sales front\n b billing front truth\n", card].concat())
    }

    #[test]
    fn no_method_is_an_error_and_does_not_rise() {
        assert_eq!(of("a>b method=none passed=name"), ["a>b error method=none"]);
    }

    #[test]
    fn an_email_or_a_queue_has_to_pass_something() {
        assert_eq!(of("a>b method=email passed=-"), ["a>b warning method=email passed=nothing"]);
        assert_eq!(of("a>b method=queue"), ["a>b warning method=queue passed=nothing"]);
        assert_eq!(of("a>b method=email passed=name"), ["clear 1"]);
        for enough in ["warm", "shared_record", "form", "customer"] {
            assert_eq!(of(&format!("a>b method={enough} passed=-")), ["clear 1"], "{enough}");
        }
    }

    #[test]
    fn on_a_described_card_no_method_counts_as_missing() {
        assert_eq!(of("a>b by=sales"), ["a>b warning method=nothing"]);
        assert_eq!(of(""), ["a>b ? card a>b"]);
    }
}
