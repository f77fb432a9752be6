//! `disputed-handoff`: the two sides do not agree about their handoff.
//!
//! Kind agreement, a warning at the handoff. Fires where one side agrees to the card and the other does not,
//! or where the terms that a side agreed to have changed since. Inputs: what both sides say, from the card;
//! no thresholds. A card on which nothing is filled is not assessed. A side that has said nothing neither
//! agrees nor disagrees: it is asked.
//! Source: Roger Fisher and William Ury, "Getting to Yes", 1981: what only one side holds to be agreed is not.

use std::cell::LazyCell;

use crate::edit::card_terms;
use crate::flow::Handoff;
use crate::model::{Card, Id, Practice, Side};

use super::blank::BlankField;
use super::card::{card_blank, open_without_card};
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "disputed-handoff",
    kind: RuleKind::Agreement,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::CoCreation, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::Described, Input::Sides]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        let Some(card) = context.card(at) else {
            open_without_card(context, findings, at, Severity::Warning);
            continue;
        };
        let says = |side: &Option<Side>| side.as_ref().and_then(|side| side.agrees);
        let dispute = lapsed(card, handoff).or_else(|| split(card, handoff));
        match (dispute, says(&card.from_side), says(&card.to_side)) {
            (Some(values), ..) => findings.fires_at_handoff(context, at, Severity::Warning, values),
            (None, Some(_), Some(_)) => findings.clear(),
            (None, from, to) => {
                let blank = |field| card_blank(context, at, field);
                let from = from.is_none().then(|| blank(BlankField::FromAgrees));
                let to = to.is_none().then(|| blank(BlankField::ToAgrees));
                let missing = from.into_iter().chain(to).collect();
                findings.not_assessed_at_handoff(context, at, Severity::Warning, missing);
            }
        }
    }
}

/// The departments whose agreement lapsed, where there are any.
fn lapsed(card: &Card, handoff: &Handoff) -> Option<Vec<NamedValue>> {
    let sides = [(&card.from_side, handoff.from_department), (&card.to_side, handoff.to_department)];
    let terms = LazyCell::new(|| card_terms(card));
    let has_lapsed = |side: &Option<Side>| {
        let agreed = side.as_ref().filter(|side| side.agrees == Some(true));
        agreed.and_then(|side| side.agreed_to.as_ref()).is_some_and(|agreed| *agreed != *terms)
    };
    let lapsed: Vec<Id> =
        sides.iter().filter(|(side, _)| has_lapsed(side)).map(|(_, department)| *department).collect();
    (!lapsed.is_empty()).then(|| vec![NamedValue::new("lapsed", Value::Departments(lapsed))])
}

/// Who agrees and who does not, where one of each does.
fn split(card: &Card, handoff: &Handoff) -> Option<Vec<NamedValue>> {
    let (from, to) = (card.from_side.as_ref()?.agrees?, card.to_side.as_ref()?.agrees?);
    let (agrees, disagrees) = match (from, to) {
        (true, false) => (handoff.from_department, handoff.to_department),
        (false, true) => (handoff.to_department, handoff.from_department),
        _ => return None,
    };
    Some(vec![
        NamedValue::new("agrees", Value::Department(agrees)),
        NamedValue::new("disagrees", Value::Department(disagrees)),
    ])
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(card: &str) -> Vec<String> {
        answers("disputed-handoff", &["a sales front\n b billing front\n", card].concat())
    }

    #[test]
    fn one_side_agrees_and_the_other_does_not() {
        assert_eq!(of("a>b by=sales from=yes to=no"), ["a>b warning agrees=sales disagrees=billing"]);
        assert_eq!(of("a>b by=sales from=no to=yes"), ["a>b warning agrees=billing disagrees=sales"]);
        assert_eq!(of("a>b by=sales from=yes to=yes"), ["clear 1"]);
        assert_eq!(of("a>b by=sales from=no to=no"), ["clear 1"]);
    }

    #[test]
    fn an_agreement_lapses_when_its_terms_change() {
        assert_eq!(of("a>b by=sales from=lapsed to=yes"), ["a>b warning lapsed=sales"]);
        assert_eq!(of("a>b by=sales to=lapsed"), ["a>b warning lapsed=billing"]);
        assert_eq!(of("a>b by=sales from=lapsed to=lapsed"), ["a>b warning lapsed=sales,billing"]);
    }

    #[test]
    fn a_side_that_says_nothing_is_asked() {
        assert_eq!(of("a>b by=sales from=yes"), ["a>b ? to_side a>b"]);
        assert_eq!(of("a>b by=sales to=no"), ["a>b ? from_side a>b"]);
        assert_eq!(of("a>b by=sales"), ["a>b ? from_side a>b, to_side a>b"]);
        assert_eq!(of("a>b from=yes to=no"), ["a>b ? card a>b"]);
    }
}
