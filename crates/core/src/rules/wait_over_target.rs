//! `wait-over-target`: the customer waits longer at the handoff than was agreed, or than is usual.
//!
//! Kind time, a warning at the handoff. Inputs: the waits of the steps between the two touchpoints, added
//! up, and the target wait of the card. With a target: the wait is above it. Without one: the wait is above
//! a day (`wait_without_target`) and above twice (`wait_median_factor`) the median of the known waits of
//! steps inside one department, of which there have to be three.
//! A range of a wait counts with its low end, since only that is sure; one of a target with its high end,
//! since a target is a limit. The usual wait is the median of the high ends. Where only the high end of a
//! wait is above the target, a more exact wait has to decide. Without a target nothing but no wait at all
//! is clear: the target that somebody may agree could be shorter.
//! Source: David Maister, "The Psychology of Waiting Lines", 1985: waits that nobody announced or explained
//! feel longer.

use crate::flow::{Flow, Handoff};
use crate::model::{Minutes, Practice, StepKey};
use crate::sort::Sort;

use super::blank::{Blank, BlankField, BlankPlace};
use super::card::card_blank;
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "wait-over-target",
    kind: RuleKind::Time,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::Standard, Practice::SharedGoal, Practice::Initiative],
    reads: Inputs::of(&[Input::Wait, Input::TargetWait, Input::Thresholds]),
    check: Check::Journey(check),
};

/// Waits from which a median says what is usual.
const ENOUGH_WAITS: usize = 3;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let unusual_from = unusual_from(context);
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        let (wait, complete) = handoff.wait(context.flow);
        let target = context.card(at).and_then(|card| card.target_wait);
        let limit = target.map(Minutes::high).or(unusual_from);
        if limit.is_some_and(|limit| wait.low() > limit) {
            let target = target.map_or(Value::Nothing, Value::Minutes);
            let values =
                vec![NamedValue::new("wait", Value::Minutes(wait)), NamedValue::new("target", target)];
            findings.fires_at_handoff(context, at, Severity::Warning, values);
        } else if complete && wait.high() <= target.map_or(0, Minutes::high) {
            findings.clear();
        } else {
            let mut missing = waits_to_ask(context.flow, handoff);
            if target.is_none() {
                missing.push(card_blank(context, at, BlankField::TargetWait));
            }
            findings.not_assessed_at_handoff(context, at, Severity::Warning, missing);
        }
    }
}

/// Without a target, the minutes above which a wait is too long; `None` where too few waits are known.
fn unusual_from(context: &Context<'_>) -> Option<u64> {
    let nodes = context.flow.nodes();
    let inside = |from: usize, to: usize| nodes[from].owner.is_some() && nodes[from].owner == nodes[to].owner;
    let mut waits: Vec<u64> = context
        .flow
        .steps()
        .iter()
        .filter(|step| inside(step.from, step.to))
        .filter_map(|step| step.wait.map(Minutes::high))
        .collect();
    if waits.len() < ENOUGH_WAITS {
        return None;
    }
    waits.arrange();
    let middle = waits.len() / 2;
    let low = if waits.len().is_multiple_of(2) { waits[middle - 1] } else { waits[middle] };
    // Both are at most a hundred years of minutes: exact in `f64`, and so is their product with a factor.
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let usual =
        (f64::midpoint(low as f64, waits[middle] as f64) * context.thresholds.wait_median_factor) as u64;
    Some(usual.max(context.thresholds.wait_without_target))
}

/// The waits on the way that are blank, or else known too roughly.
fn waits_to_ask(flow: &Flow, handoff: &Handoff) -> Vec<Blank> {
    let wait = |leg: (usize, usize)| flow.step(leg.0, leg.1).and_then(|step| step.wait);
    let blank = |leg: (usize, usize)| {
        let key: StepKey = flow.key(leg.0, leg.1);
        Blank::new(BlankPlace::Step(key), BlankField::Wait)
    };
    let unknown: Vec<Blank> = handoff.legs().filter(|leg| wait(*leg).is_none()).map(blank).collect();
    if !unknown.is_empty() {
        return unknown;
    }
    let rough = |leg: &(usize, usize)| wait(*leg).is_some_and(|wait| wait.low() < wait.high());
    handoff.legs().filter(rough).map(blank).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(map: &str) -> Vec<String> {
        answers("wait-over-target", map)
    }

    fn step(words: &str) -> Vec<String> {
        of(&format!("a x front\n b y front\n a>b {words}"))
    }

    #[test]
    fn compares_with_the_target() {
        assert_eq!(step("wait=61 target=60"), ["a>b warning wait=61 target=60"]);
        assert_eq!(step("wait=60 target=60"), ["clear 1"]);
        assert_eq!(step("wait=61..90 target=30..60"), ["a>b warning wait=61-90 target=30-60"]);
        assert_eq!(step("wait=45..60 target=30..60"), ["clear 1"]);
    }

    #[test]
    fn a_wait_that_may_be_above_the_target_has_to_be_known_better() {
        assert_eq!(step("wait=60..61 target=60"), ["a>b ? wait a>b"]);
        assert_eq!(step("target=60"), ["a>b ? wait a>b"]);
    }

    #[test]
    fn rises_where_the_receiver_matters() {
        assert_eq!(
            of("a x front\n b y front truth\n a>b wait=61 target=60"),
            ["a>b error wait=61 target=60"]
        );
    }

    #[test]
    fn adds_up_the_waits_on_the_way() {
        let map = "a x front\n c ? customer\n b y front\n a>c wait=40\n c>b wait=40\n a>b target=";
        assert_eq!(of(&[map, "79"].concat()), ["a>b warning wait=80 target=79"]);
        assert_eq!(of(&[map, "80"].concat()), ["clear 1"]);
        let half = map.replace("c>b wait=40", "");
        assert_eq!(of(&[&half, "39"].concat()), ["a>b warning wait=40 target=39"]);
        assert_eq!(of(&[&half, "40"].concat()), ["a>b ? wait c>b"]);
    }

    #[test]
    fn without_a_target_a_wait_above_a_day_and_twice_the_usual_is_too_long() {
        let map = |wait: &str, usual: &str| {
            format!(
                "a x front\n b x back\n c x back\n d x back\n e y front
                a>b wait={usual}\n b>c wait={usual}\n c>d wait=5\n d>e wait={wait}"
            )
        };
        assert_eq!(of(&map("1441", "720")), ["d>e warning wait=1441 target=nothing"]);
        assert_eq!(of(&map("1440", "5")), ["d>e ? target_wait d>e"]);
        assert_eq!(of(&map("2001", "1000")), ["d>e warning wait=2001 target=nothing"]);
        assert_eq!(of(&map("2000", "1000")), ["d>e ? target_wait d>e"]);
        let two = map("9999", "5").replace("a>b wait=5", "");
        assert_eq!(of(&two), ["d>e ? target_wait d>e"], "two waits do not say what is usual");
    }

    #[test]
    fn without_a_target_only_no_wait_is_clear() {
        assert_eq!(step("wait=0"), ["clear 1"]);
        assert_eq!(step("wait=1"), ["a>b ? target_wait a>b"]);
        assert_eq!(step(""), ["a>b ? wait a>b, target_wait a>b"]);
    }
}
