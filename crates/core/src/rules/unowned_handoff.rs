//! `unowned-handoff`: nobody answers for the handoff.
//!
//! Kind agreement, a warning at the handoff. Input: who answers, from the card; no thresholds. A card on
//! which nothing is filled is not assessed; on any other, a blank counts as nobody.
//! Source: Geary Rummler and Alan Brache, "Improving Performance: How to Manage the White Space on the
//! Organization Chart", 1990: most is lost in the white space between functions, which nobody manages.

use crate::model::Practice;

use super::card::open_without_card;
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "unowned-handoff",
    kind: RuleKind::Agreement,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::SteeringCommittee, Practice::Initiative],
    reads: Inputs::of(&[Input::Described, Input::AnsweredBy]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for handoff in 0..context.flow.handoffs().len() {
        let Some(card) = context.card(handoff) else {
            open_without_card(context, findings, handoff, Severity::Warning);
            continue;
        };
        if card.answered_by.as_ref().is_some_and(|departments| !departments.is_empty()) {
            findings.clear();
        } else {
            let values = vec![NamedValue::new("answered_by", Value::Nothing)];
            findings.fires_at_handoff(context, handoff, Severity::Warning, values);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    const TWO: &str = "a sales front\n b billing front\n";

    fn of(card: &str) -> Vec<String> {
        answers("unowned-handoff", &[TWO, card].concat())
    }

    #[test]
    fn somebody_has_to_answer_once_the_card_is_described() {
        let fires = ["a>b warning answered_by=nothing"];
        assert_eq!(of("a>b by=-"), fires);
        assert_eq!(of("a>b trigger=signed"), fires);
        assert_eq!(of("a>b by=billing"), ["clear 1"]);
    }

    #[test]
    fn a_card_with_nothing_on_it_is_not_assessed() {
        let open = ["a>b ? card a>b"];
        assert_eq!(of(""), open);
        assert_eq!(of("a>b wait=60"), open);
    }

    #[test]
    fn not_applicable_inside_a_department() {
        assert!(answers("unowned-handoff", "a sales front\n b sales front\n a>b by=-").is_empty());
    }
}
