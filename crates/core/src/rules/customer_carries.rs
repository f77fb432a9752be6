//! `customer-carries`: the customer has to bring the case to the next department.
//!
//! Kind customer, a warning at the handoff. Fires where the method is that the customer carries it, or where
//! the customer has to start the touchpoint that receives and nothing triggers it. Inputs: method and
//! trigger from the card, and who starts the touchpoint that receives; no thresholds.
//! Source: Matthew Dixon, Nick Toman and Rick DeLisi, "The Effortless Experience", 2013: having to come
//! again and to explain is what makes customers leave.

use crate::model::{Method, Practice, Starter};

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
    id: "customer-carries",
    kind: RuleKind::Customer,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::Initiative, Practice::CoCreation, Practice::Standard],
    reads: Inputs::of(&[Input::Method, Input::Trigger, Input::StartedBy]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        let card = context.card(at);
        let method = card.and_then(|card| card.method);
        let trigger = card.and_then(|card| card.trigger.as_ref()).map(|text| !text.is_empty());
        let starter = context.touchpoint(handoff.to).started_by;
        let fires = |findings: &mut Findings, values| {
            findings.fires_at_handoff(context, at, Severity::Warning, values);
        };
        // Nothing sets it going but the customer, as far as is known.
        let may_start = starter != Some(Starter::Organisation) && trigger != Some(true);
        if method == Some(Method::Customer) {
            fires(findings, vec![NamedValue::new("method", Value::Method(Method::Customer))]);
        } else if starter == Some(Starter::Customer) && trigger == Some(false) {
            let started_by = NamedValue::new("started_by", Value::Starter(Starter::Customer));
            fires(findings, vec![started_by, NamedValue::new("trigger", Value::Nothing)]);
        } else if method.is_some() && !may_start {
            findings.clear();
        } else {
            let mut missing = Missing::default();
            let receiver = BlankPlace::Touchpoint(context.id_of(handoff.to));
            if method.is_none() {
                missing.add(card_blank(context, at, BlankField::Method));
            }
            if may_start && trigger.is_none() {
                missing.add(card_blank(context, at, BlankField::Trigger));
            }
            missing.add_if(may_start && starter.is_none(), receiver, BlankField::StartedBy);
            findings.not_assessed_at_handoff(context, at, Severity::Warning, missing.into_blanks());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(receiver: &str, card: &str) -> Vec<String> {
        answers("customer-carries", &format!("a sales front\n b billing front {receiver}\n a>b {card}"))
    }

    #[test]
    fn the_customer_carries_it() {
        assert_eq!(of("", "method=customer"), ["a>b warning method=customer"]);
        assert_eq!(of("truth", "method=customer"), ["a>b error method=customer"]);
        assert_eq!(of("started=organisation", "method=warm"), ["clear 1"]);
    }

    #[test]
    fn the_customer_starts_what_nothing_triggers() {
        let fires = ["a>b warning started_by=customer trigger=nothing"];
        assert_eq!(of("started=customer", "trigger=- method=warm"), fires);
        assert_eq!(of("started=customer", "trigger=-"), fires);
        assert_eq!(of("started=customer", "trigger=reminder method=warm"), ["clear 1"]);
        assert_eq!(of("", "trigger=reminder method=warm"), ["clear 1"]);
    }

    #[test]
    fn blanks_leave_it_open() {
        assert_eq!(of("", ""), ["a>b ? method a>b, trigger a>b, started_by b"]);
        assert_eq!(of("started=organisation", ""), ["a>b ? method a>b"]);
        assert_eq!(of("", "trigger=- method=warm"), ["a>b ? started_by b"]);
        assert_eq!(of("started=customer", "method=warm"), ["a>b ? trigger a>b"]);
    }
}
