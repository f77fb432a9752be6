//! `unaddressed-break`: nobody does anything about an error at a handoff.
//!
//! A badge on a flag that is an error and counts at a handoff, where no initiative and no decision of the
//! steering committee names it, nor the flag it comes from in the journey a future one is based on. Inputs: the
//! flags that initiatives and decisions address, what the journey is based on; no thresholds. A flag that
//! somebody accepted has none. Badges count as no check and for no risk.
//! Source: W. Edwards Deming, "Out of the Crisis", 1986: to see a fault and not to act on it teaches
//! everybody that it is none.

use std::sync::Arc;

use crate::model::Practice;

use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Badges, Check, PlaceKind, Rule, RuleKind};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "unaddressed-break",
    kind: RuleKind::Meta,
    place: PlaceKind::Flag,
    severities: &[Severity::Info],
    practices: &[Practice::Initiative, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::Initiatives, Input::Decisions, Input::BasedOn]),
    check: Check::Badges(check),
};

fn check<'c>(context: &'c Context<'c>, _: &[Arc<Findings>], _: &mut Findings) -> Badges<'c> {
    let addressed = context.addressed();
    Box::new(move |flag, fingerprint| {
        let is_break = flag.severity == Severity::Error && flag.handoff.is_some();
        let is_addressed =
            || !addressed.is_empty() && addressed.contains(context.journey, flag, fingerprint());
        (is_break && !is_addressed()).then(Vec::new)
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(rest: &str) -> Vec<String> {
        let map = "a x front\n b y front\n a>b method=none by=- trigger=t fallback=f ack=yes\n";
        answers("unaddressed-break", &[map, rest].concat())
    }

    #[test]
    fn an_error_at_a_handoff_needs_an_initiative_or_a_decision() {
        assert_eq!(of(""), ["cold-handoff a>b"]);
        assert!(of("initiative i flags=cold-handoff@a>b").is_empty());
        assert!(of("decision d flags=cold-handoff@a>b").is_empty());
        assert_eq!(of("initiative i flags=unowned-handoff@a>b"), ["cold-handoff a>b"]);
    }

    #[test]
    fn warnings_and_what_counts_at_no_handoff_have_none() {
        assert!(answers("unaddressed-break", "a ? front").is_empty());
    }
}
