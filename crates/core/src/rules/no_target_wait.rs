//! `no-target-wait`: customers wait at the handoff, and nobody agreed how long is too long.
//!
//! Kind time, a warning at the handoff. Fires where no target wait stands on the card though the wait is
//! known, or how many customers pass. Inputs: target wait from the card, the waits on the way, and the
//! volume (the card's, else that of the touchpoint that hands on times the share of the link, else that of
//! the touchpoint that receives); no thresholds. A card on which nothing is filled is not assessed; on any
//! other, a blank target counts as none.
//! Source: John Little, "A Proof for the Queuing Formula L = λW", Operations Research 1961: what comes and
//! how long it waits decide together how much lies about.

use crate::flow::Handoff;
use crate::model::Practice;
use crate::score::volume;

use super::blank::{BlankField, BlankPlace, Missing};
use super::card::{card_blank, open_without_card};
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "no-target-wait",
    kind: RuleKind::Time,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::Standard, Practice::SharedGoal],
    reads: Inputs::of(&[Input::Described, Input::TargetWait, Input::Wait, Input::Volume]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        let Some(card) = context.card(at) else {
            open_without_card(context, findings, at, Severity::Warning);
            continue;
        };
        if card.target_wait.is_some() {
            findings.clear();
        } else if let Some(known) = known(context, at, handoff) {
            let values = vec![NamedValue::new("target", Value::Nothing), known];
            findings.fires_at_handoff(context, at, Severity::Warning, values);
        } else {
            let missing = missing(context, at, handoff);
            findings.not_assessed_at_handoff(context, at, Severity::Warning, missing);
        }
    }
}

/// The wait where all of it is known, else the volume.
fn known(context: &Context<'_>, at: usize, handoff: &Handoff) -> Option<NamedValue> {
    let (wait, complete) = handoff.wait(context.flow);
    if complete {
        return Some(NamedValue::new("wait", Value::Minutes(wait)));
    }
    volume(context, at).map(|volume| NamedValue::new("volume", Value::Count(volume)))
}

fn missing(context: &Context<'_>, at: usize, handoff: &Handoff) -> Vec<super::Blank> {
    let mut missing = Missing::default();
    for (from, to) in handoff.legs() {
        let is_blank = context.flow.step(from, to).is_none_or(|step| step.wait.is_none());
        missing.add_if(is_blank, BlankPlace::Step(context.flow.key(from, to)), BlankField::Wait);
    }
    missing.add(card_blank(context, at, BlankField::MonthlyVolume));
    missing.into_blanks()
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(giver: &str, steps: &str) -> Vec<String> {
        answers("no-target-wait", &format!("a sales front {giver}\n b billing front\n {steps}"))
    }

    #[test]
    fn where_the_wait_or_the_volume_is_known_a_target_is_due() {
        assert_eq!(of("", "a>b by=sales wait=60"), ["a>b warning target=nothing wait=60"]);
        assert_eq!(of("", "a>b by=sales volume=9"), ["a>b warning target=nothing volume=9"]);
        assert_eq!(of("volume=80", "a>b by=sales"), ["a>b warning target=nothing volume=80"]);
        assert_eq!(of("volume=80", "a>b target=60 wait=90"), ["clear 1"]);
    }

    #[test]
    fn rises_where_the_receiver_matters() {
        let map = "a sales front\n b billing front imp=4\n a>b by=sales wait=60";
        assert_eq!(answers("no-target-wait", map), ["a>b error target=nothing wait=60"]);
    }

    #[test]
    fn not_assessed_where_neither_is_known_or_nothing_is_agreed() {
        assert_eq!(of("", "a>b by=sales"), ["a>b ? wait a>b, monthly_volume a>b"]);
        assert_eq!(of("volume=80", ""), ["a>b ? card a>b"]);
    }
}
