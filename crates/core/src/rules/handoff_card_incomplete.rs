//! `handoff-card-incomplete`: what two departments have to agree about a handoff is missing from its card.
//!
//! Kind agreement, at the handoff: a warning, info where only one thing is missing. Inputs: trigger,
//! information passed and fallback, from the card; no thresholds. What another rule
//! reports here is not repeated: who answers is the matter of `unowned-handoff`, information that an
//! e-mail or a queue lacks that of `cold-handoff`, acknowledgement that of `no-acknowledgement` (a shared
//! record needs none), and the fallback of a handoff that matters that of `no-fallback`. A card on which nothing is filled is not assessed; on
//! any other a blank is missing, while "none" and "no" are answers.
//! Source: Amy Starmer and others, "Changes in Medical Errors after Implementation of a Handoff Program",
//! New England Journal of Medicine 2014: naming what every handoff has to hold prevents errors (I-PASS).

use crate::model::{Card, Practice};

use super::card::open_without_card;
use super::cold_handoff::passes_nothing_on;
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{CardField, NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "handoff-card-incomplete",
    kind: RuleKind::Agreement,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning, Severity::Info],
    practices: &[Practice::CoCreation, Practice::Standard],
    reads: Inputs::of(&[
        Input::Described,
        Input::Trigger,
        Input::Passed,
        Input::Method,
        Input::Fallback,
        Input::Importance,
        Input::Thresholds,
    ]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for handoff in 0..context.flow.handoffs().len() {
        let Some(card) = context.card(handoff) else {
            open_without_card(context, findings, handoff, Severity::Warning);
            continue;
        };
        let missing = missing_fields(card, context.matters(handoff));
        let severity = match missing.len() {
            0 => {
                findings.clear();
                continue;
            }
            1 => Severity::Info,
            _ => Severity::Warning,
        };
        let values = vec![NamedValue::new("missing", Value::CardFields(missing))];
        findings.fires_at_handoff(context, handoff, severity, values);
    }
}

/// The blank fields that no other rule reports at this handoff.
fn missing_fields(card: &Card, matters: bool) -> Vec<CardField> {
    let fields = [
        (CardField::Trigger, card.trigger.is_none()),
        (CardField::Passed, card.passed.is_none() && !passes_nothing_on(card)),
        (CardField::Fallback, card.fallback.is_none() && !matters),
    ];
    fields.into_iter().filter(|(_, missing)| *missing).map(|(field, _)| field).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(card: &str) -> Vec<String> {
        answers("handoff-card-incomplete", &["a sales front\n b billing front\n", card].concat())
    }

    #[test]
    fn names_what_is_missing_and_one_thing_is_only_info() {
        assert_eq!(of("a>b by=sales"), ["a>b warning missing=trigger,passed,fallback"]);
        assert_eq!(of("a>b trigger=signed passed=name"), ["a>b info missing=fallback"]);
        assert_eq!(of("a>b trigger=signed passed=name fallback=call"), ["clear 1"]);
    }

    #[test]
    fn nothing_none_and_no_are_answers() {
        assert_eq!(of("a>b trigger=- passed=- fallback=- ack=no"), ["clear 1"]);
        assert_eq!(of(""), ["a>b ? card a>b"]);
    }

    #[test]
    fn what_other_rules_report_is_not_repeated() {
        let important = "a sales front\n b billing front truth\n a>b trigger=signed passed=name";
        assert_eq!(answers("handoff-card-incomplete", important), ["clear 1"]);
        assert_eq!(of("a>b method=email trigger=signed fallback=call ack=yes"), ["clear 1"]);
        assert_eq!(of("a>b method=form trigger=signed fallback=call ack=yes"), ["a>b info missing=passed"]);
    }
}
