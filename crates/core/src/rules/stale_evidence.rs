//! `stale-evidence`: a flag rests on what nobody has looked at, or not for long.
//!
//! A badge on a flag that counts at a handoff a → b, where the description of a or b is assumed, or rests on
//! evidence reviewed more than 180 days (`stale_days`) before today. Inputs: evidence and day of the review
//! of both touchpoints, and today. Where nobody said what a description rests on, or when it was looked
//! at, that is asked, once for a handoff. A flag that somebody accepted has none. Badges count as no check.
//! Source: Marc Stickdorn and others, "This Is Service Design Doing", 2018: maps built on assumptions have
//! to be challenged by research, and again as things change.

use std::sync::Arc;

use crate::model::{Evidence, Id, Practice};

use super::blank::{BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::Findings;
use super::flag::{Place, Severity};
use super::inputs::{Input, Inputs};
use super::registry::{Badges, Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "stale-evidence",
    kind: RuleKind::Meta,
    place: PlaceKind::Flag,
    severities: &[Severity::Info],
    practices: &[Practice::CoCreation],
    reads: Inputs::of(&[Input::Evidence, Input::Today, Input::Thresholds]),
    check: Check::Badges(check),
};

fn check<'c>(context: &'c Context<'c>, rules: &[Arc<Findings>], findings: &mut Findings) -> Badges<'c> {
    let mut stale = vec![None; context.flow.handoffs().len()];
    for flag in rules.iter().flat_map(|rule| &rule.flags).filter(|flag| flag.is_open()) {
        if let Some(handoff) = flag.handoff {
            stale[handoff].get_or_insert_with(|| stale_at(context, findings, handoff));
        }
    }
    Box::new(move |flag, _| {
        let rests_on = stale[flag.handoff?].as_ref().filter(|stale| !stale.is_empty())?;
        Some(vec![NamedValue::new("rests_on", Value::Touchpoints(rests_on.clone()))])
    })
}

/// The touchpoints of a handoff whose description is assumed or old; what is blank is asked.
fn stale_at(context: &Context<'_>, findings: &mut Findings, handoff: usize) -> Vec<Id> {
    let ends = &context.flow.handoffs()[handoff];
    let mut missing = Missing::default();
    let mut stale = Vec::new();
    for node in [ends.from, ends.to] {
        let touchpoint = context.touchpoint(node);
        let place = BlankPlace::Touchpoint(context.id_of(node));
        match (touchpoint.evidence, touchpoint.reviewed_on) {
            (Some(Evidence::Assumed), _) => stale.push(context.id_of(node)),
            (None, _) => missing.add_if(true, place, BlankField::Evidence),
            (Some(_), None) => missing.add_if(true, place, BlankField::ReviewedOn),
            (Some(_), Some(reviewed)) => {
                let days = context.today.map_or(0, |today| today.days_since(reviewed));
                if u64::try_from(days).is_ok_and(|days| days > context.thresholds.stale_days) {
                    stale.push(context.id_of(node));
                }
            }
        }
    }
    if !missing.is_empty() {
        let place = Place::Handoff(context.flow.handoff_key(handoff));
        findings.not_assessed(context, place, None, Severity::Info, missing.into_blanks());
    }
    stale
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(giver: &str, receiver: &str) -> Vec<String> {
        let map = format!(
            "a x front {giver}\n b y front {receiver}\n a>b by=- trigger=t passed=- method=warm fallback=f ack=yes target=9"
        );
        answers("stale-evidence", &map)
    }

    #[test]
    fn what_is_assumed_or_was_looked_at_long_ago_is_stale() {
        let fresh = "evidence=observed reviewed=2026-01-01";
        assert!(of(fresh, fresh).is_empty(), "180 days before 30 June");
        let old = "evidence=measured reviewed=2025-12-31";
        assert_eq!(of(fresh, old), ["unowned-handoff a>b rests_on=b"]);
        assert_eq!(of("evidence=assumed", old), ["unowned-handoff a>b rests_on=a,b"]);
    }

    #[test]
    fn what_nobody_said_is_asked() {
        assert_eq!(of("", "evidence=observed"), ["a>b ? evidence a, reviewed_on b"]);
        assert_eq!(of("", "evidence=assumed"), ["unowned-handoff a>b rests_on=b", "a>b ? evidence a"]);
    }
}
