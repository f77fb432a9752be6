//! `broken-tool-chain`: information passes, but by no system that both sides work with.
//!
//! Kind systems, a warning at the handoff. Fires where information passes, the two touchpoints share no
//! system, no system of one exchanges data with one of the other (it is enough that one of the two says
//! so), and the method is neither warm nor a shared record. Inputs: information passed and method from the
//! card, systems of both touchpoints, connections of the systems; no thresholds.
//! Source: James Womack and Daniel Jones, "Lean Thinking", 1996: typing it again is waste, and its errors too.

use std::collections::HashSet;

use crate::model::{Id, Method, Practice, Ref, System};

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
    id: "broken-tool-chain",
    kind: RuleKind::Systems,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::Initiative, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::Passed, Input::Method, Input::Systems, Input::Connections]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        let card = context.card(at);
        let method = card.and_then(|card| card.method);
        let passed = card.and_then(|card| card.passed.as_ref());
        let sides = [handoff.from, handoff.to];
        let systems = sides.map(|node| context.touchpoint(node).systems.as_deref());
        let mut missing = Missing::default();
        let joined = match systems {
            [Some(from), Some(to)] => are_joined(context, from, to, &mut missing),
            _ => false,
        };
        let together = matches!(method, Some(Method::Warm | Method::SharedRecord));
        if joined || together || passed.is_some_and(Vec::is_empty) {
            findings.clear();
            continue;
        }
        for (node, systems) in sides.into_iter().zip(systems) {
            let place = BlankPlace::Touchpoint(context.id_of(node));
            missing.add_if(systems.is_none(), place, BlankField::Systems);
        }
        if passed.is_none() {
            missing.add(card_blank(context, at, BlankField::Passed));
        }
        if method.is_none() {
            missing.add(card_blank(context, at, BlankField::Method));
        }
        match method {
            Some(method) if missing.is_empty() => {
                let values = compared(method, systems.map(Option::unwrap_or_default));
                findings.fires_at_handoff(context, at, Severity::Warning, values);
            }
            _ => findings.not_assessed_at_handoff(context, at, Severity::Warning, missing.into_blanks()),
        }
    }
}

fn compared(method: Method, [from, to]: [&[Ref<System>]; 2]) -> Vec<NamedValue> {
    let ids = |systems: &[Ref<System>]| {
        let all = || Value::Systems(systems.iter().map(|system| system.id()).collect());
        if systems.is_empty() { Value::Nothing } else { all() }
    };
    vec![
        NamedValue::new("method", Value::Method(method)),
        NamedValue::new("systems_before", ids(from)),
        NamedValue::new("systems_after", ids(to)),
    ]
}

/// Whether the two sides share a system, or have systems that exchange data; else notes what could show it.
fn are_joined(
    context: &Context<'_>,
    from: &[Ref<System>],
    to: &[Ref<System>],
    missing: &mut Missing,
) -> bool {
    let connections = |system: Id| match context.workspace.systems.get(&system) {
        Some(entry) => entry.connected_to.as_deref(),
        None => Some(&[][..]),
    };
    let ids = |systems: &[Ref<System>]| systems.iter().map(|system| system.id()).collect::<HashSet<Id>>();
    let (before, after) = (ids(from), ids(to));
    let names = |system: &Ref<System>, others: &HashSet<Id>| {
        let connected = connections(system.id()).unwrap_or_default();
        connected.iter().any(|connected| others.contains(&connected.id()))
    };
    let reach = |systems: &[Ref<System>], others: &HashSet<Id>| {
        systems.iter().any(|system| others.contains(&system.id()) || names(system, others))
    };
    if reach(from, &after) || reach(to, &before) {
        return true;
    }
    // Without a system on one side there is nothing that could be joined.
    if let ([one, others @ ..], [_, ..]) = (from, to) {
        for system in [one].into_iter().chain(to).chain(others).map(|system| system.id()) {
            missing.add_if(
                connections(system).is_none(),
                BlankPlace::System(system),
                BlankField::ConnectedTo,
            );
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    const SYSTEMS: &str = "system s connected=-\n system t connected=-\n";

    fn of(from: &str, to: &str, card: &str, systems: &str) -> Vec<String> {
        answers("broken-tool-chain", &format!("{systems}a x front {from}\n b y front {to}\n a>b {card}"))
    }

    #[test]
    fn information_passes_outside_all_systems() {
        let by_form = "method=form passed=name";
        assert_eq!(
            of("systems=s", "systems=t", by_form, SYSTEMS),
            ["a>b warning method=form systems_before=s systems_after=t"]
        );
        assert_eq!(
            of("systems=s", "systems=- truth", by_form, SYSTEMS),
            ["a>b error method=form systems_before=s systems_after=nothing"]
        );
        assert_eq!(of("systems=s", "systems=t,s", by_form, SYSTEMS), ["clear 1"]);
        let connected = SYSTEMS.replacen("connected=-", "connected=t", 1);
        assert_eq!(of("systems=s", "systems=t", by_form, &connected), ["clear 1"]);
        assert_eq!(of("systems=t", "systems=s", by_form, &connected), ["clear 1"]);
    }

    #[test]
    fn not_where_nothing_passes_or_people_or_a_record_join_the_two() {
        for card in ["method=form passed=-", "method=warm passed=name", "method=shared_record"] {
            assert_eq!(of("systems=s", "systems=t", card, SYSTEMS), ["clear 1"], "{card}");
        }
    }

    #[test]
    fn blanks_leave_it_open() {
        assert_eq!(of("systems=s", "", "method=form passed=name", SYSTEMS), ["a>b ? systems b"]);
        assert_eq!(of("systems=s", "systems=t", "", SYSTEMS), ["a>b ? passed a>b, method a>b"]);
        assert_eq!(
            of("systems=s", "systems=t", "method=form passed=name", "system s connected=-\n system t\n"),
            ["a>b ? connected_to t"]
        );
    }
}
