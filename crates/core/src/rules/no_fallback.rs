//! `no-fallback`: nobody agreed what happens when an important handoff fails.
//!
//! Kind agreement, an error at the handoff. Inputs: what happens when it fails, from the card; importance of
//! the touchpoint that receives and whether it is a moment of truth; threshold `important_from`. Clear where
//! the receiving touchpoint is known not to matter. A card on which nothing is filled is not assessed; on
//! any other, a blank counts as nothing agreed.
//! Source: IEC 60812, "Failure modes and effects analysis": every way to fail that matters needs an answer
//! before it happens.

use crate::model::Practice;

use super::blank::{BlankField, BlankPlace, Missing};
use super::card::card_blank;
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "no-fallback",
    kind: RuleKind::Agreement,
    place: PlaceKind::Handoff,
    severities: &[Severity::Error],
    practices: &[Practice::CoCreation, Practice::Standard, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::Described, Input::Fallback, Input::Importance, Input::Thresholds]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        let card = context.card(at);
        let agreed = card.is_some_and(|card| card.fallback.as_ref().is_some_and(|text| !text.is_empty()));
        let receiver = context.touchpoint(handoff.to);
        let could_matter = receiver.moment_of_truth.is_none() || context.is_important(receiver).is_none();
        if agreed || !(context.matters(at) || could_matter) {
            findings.clear();
        } else if card.is_some() && context.matters(at) {
            findings.fires_at_handoff(context, at, Severity::Error, compared(context, handoff.to));
        } else {
            let mut missing = Missing::default();
            if card.is_none() {
                missing.add(card_blank(context, at, BlankField::Card));
            }
            if !context.matters(at) {
                let place = BlankPlace::Touchpoint(context.id_of(handoff.to));
                missing.add_if(receiver.importance.is_none(), place, BlankField::Importance);
                missing.add_if(receiver.moment_of_truth.is_none(), place, BlankField::MomentOfTruth);
            }
            findings.not_assessed_at_handoff(context, at, Severity::Error, missing.into_blanks());
        }
    }
}

fn compared(context: &Context<'_>, receiver: usize) -> Vec<NamedValue> {
    let touchpoint = context.touchpoint(receiver);
    let why = match touchpoint.importance {
        Some(importance) if context.is_important(touchpoint) == Some(true) => {
            NamedValue::new("importance", Value::Rating(importance))
        }
        _ => NamedValue::new("moment_of_truth", Value::YesNo(true)),
    };
    vec![NamedValue::new("fallback", Value::Nothing), why]
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(receiver: &str, card: &str) -> Vec<String> {
        answers("no-fallback", &format!("a sales front\n b billing front {receiver}\n a>b {card}"))
    }

    #[test]
    fn an_important_handoff_needs_a_fallback() {
        assert_eq!(of("imp=4", "by=sales"), ["a>b error fallback=nothing importance=4"]);
        assert_eq!(of("truth", "fallback=-"), ["a>b error fallback=nothing moment_of_truth=yes"]);
        assert_eq!(of("truth", "fallback=call"), ["clear 1"]);
    }

    #[test]
    fn others_do_not_once_it_is_known_that_they_do_not_matter() {
        assert_eq!(of("imp=3.9 truth=no", "by=sales"), ["clear 1"]);
        assert_eq!(of("imp=3.9", "by=sales"), ["a>b ? moment_of_truth b"]);
        assert_eq!(of("", "by=sales"), ["a>b ? importance b, moment_of_truth b"]);
        assert_eq!(of("", "fallback=call"), ["clear 1"]);
    }

    #[test]
    fn not_assessed_without_a_card() {
        assert_eq!(of("truth", ""), ["a>b ? card a>b"]);
        assert_eq!(of("imp=1", ""), ["a>b ? card a>b, moment_of_truth b"]);
        assert_eq!(of("imp=1 truth=no", ""), ["clear 1"]);
    }
}
