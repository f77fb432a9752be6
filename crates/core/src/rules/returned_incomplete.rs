//! `returned-incomplete`: too much arrives that the receiver cannot work with.
//!
//! Kind agreement, a warning at the handoff. Fires where fewer than 90 % (`complete_accurate`) arrive
//! complete and accurate. Input: that share, from the card. A card on which nothing is filled is not
//! assessed; on any other the share is asked where it is blank.
//! Source: Beau Keyte and Drew Locher, "The Complete Lean Enterprise", 2004: percent complete and accurate
//! is the quality of a handoff as the receiver sees it.

use crate::model::{Percent, Practice};

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
    id: "returned-incomplete",
    kind: RuleKind::Agreement,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::Standard, Practice::CoCreation, Practice::Initiative],
    reads: Inputs::of(&[Input::Described, Input::CompleteAccurate, Input::Thresholds]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for handoff in 0..context.flow.handoffs().len() {
        let Some(card) = context.card(handoff) else {
            open_without_card(context, findings, handoff, Severity::Warning);
            continue;
        };
        match card.complete_accurate.map(Percent::value) {
            Some(share) if share >= context.thresholds.complete_accurate => findings.clear(),
            Some(_) => {
                let share = card.complete_accurate.map_or(Value::Nothing, Value::Percent);
                let values = vec![NamedValue::new("complete_accurate", share)];
                findings.fires_at_handoff(context, handoff, Severity::Warning, values);
            }
            None => {
                let missing = vec![card_blank(context, handoff, BlankField::CompleteAccurate)];
                findings.not_assessed_at_handoff(context, handoff, Severity::Warning, missing);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(card: &str) -> Vec<String> {
        answers("returned-incomplete", &["a sales front\n b billing front\n", card].concat())
    }

    #[test]
    fn under_nine_of_ten_is_too_little() {
        assert_eq!(of("a>b complete=89.9"), ["a>b warning complete_accurate=89.9"]);
        assert_eq!(of("a>b complete=90"), ["clear 1"]);
        assert_eq!(of("a>b complete=0"), ["a>b warning complete_accurate=0"]);
    }

    #[test]
    fn what_nobody_counted_is_asked() {
        assert_eq!(of("a>b by=sales"), ["a>b ? complete_accurate a>b"]);
        assert_eq!(of(""), ["a>b ? card a>b"]);
    }
}
