//! What the flow of a journey is.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::{Flow, Join, Lanes, components};
use crate::model::{Id, Journey, Link, Phase, Stage, Step, StepKey, Touchpoint};

/// A journey of one phase; each touchpoint is `name:owner`, `name:` without an owner, or `name:*` for the
/// customer alone. Names are identifiers.
fn journey(touchpoints: &[&str], links: &[(&str, &str)]) -> Journey {
    let mut journey = Journey::default();
    let mut phase = Phase::default();
    for text in touchpoints {
        let (name, owner) = text.split_once(':').unwrap();
        let id = Id::new(name).unwrap();
        let stage = (owner == "*").then_some(Stage::Customer);
        let owner = Id::new(owner).map(Into::into);
        let touchpoint = Touchpoint {
            name: name.into(),
            owner,
            stage,
            ends: Some(name == "end"),
            ..Touchpoint::default()
        };
        journey.touchpoints.insert(id, touchpoint.into());
        phase.touchpoints.push(id);
    }
    let phase_id = Id::new("p").unwrap();
    journey.phase_order.push(phase_id);
    journey.phases.insert(phase_id, phase.into());
    for (from, to) in links {
        let key = StepKey::new(Id::new(from).unwrap(), Id::new(to).unwrap());
        journey.steps.insert(key, Step { link: Some(Link::default()), ..Step::default() }.into());
    }
    journey
}

/// The handoffs as `a>via>b` and the undecided steps as `a?b`.
fn shape(journey: &Journey) -> Vec<String> {
    let flow = Flow::of(journey);
    let name = |at: usize| flow.nodes()[at].id.to_string();
    let handoffs = flow.handoffs().iter().map(|handoff| {
        let way: Vec<String> =
            std::iter::once(handoff.from).chain(handoff.via.clone()).chain([handoff.to]).map(name).collect();
        way.join(">")
    });
    let undecided = flow.undecided().iter().map(|step| format!("{}?{}", name(step.from), name(step.to)));
    handoffs.chain(undecided).collect()
}

#[test]
fn order_leads_from_owner_to_owner() {
    assert_eq!(shape(&journey(&["a:x", "b:x", "c:y", "d:x"], &[])), ["b>c", "c>d"]);
    assert_eq!(shape(&journey(&["a:x", "end:y", "c:x"], &[])), ["a>end"]);
}

#[test]
fn the_customer_alone_lies_between_and_other_unowned_touchpoints_leave_it_open() {
    assert_eq!(shape(&journey(&["a:x", "b:*", "c:*", "d:y"], &[])), ["a>b>c>d"]);
    assert_eq!(shape(&journey(&["a:x", "b:", "c:y"], &[])), ["a?b", "b?c"]);
    assert_eq!(shape(&journey(&["a:x", "b:*", "c:x"], &[])), Vec::<String>::new());
}

#[test]
fn links_replace_the_default_step_and_may_branch_and_loop() {
    let branches = journey(&["a:x", "b:y", "c:z"], &[("a", "b"), ("a", "c"), ("c", "a")]);
    assert_eq!(shape(&branches), ["a>b", "a>c", "b>c", "c>a"]);
    let flow = Flow::of(&branches);
    let parts = components(&flow);
    assert_eq!(parts.all().collect::<Vec<_>>(), [[0, 1, 2]]);
}

#[test]
fn of_several_ways_between_two_touchpoints_the_shortest_counts_once() {
    let ways = journey(&["a:x", "b:*", "c:*", "d:y"], &[("a", "b"), ("a", "c"), ("b", "c"), ("c", "d")]);
    assert_eq!(shape(&ways), ["a>c>d"]);
}

#[test]
fn components_of_a_chain_keep_the_direction_of_the_steps() {
    let flow = Flow::of(&journey(&["a:x", "b:x", "c:x"], &[("a", "c"), ("c", "b"), ("b", "b2")][..2]));
    let parts = components(&flow);
    for step in flow.steps() {
        assert!(parts.of_node[step.from] <= parts.of_node[step.to]);
    }
}

/// The lane steps as `a=b` (stays), `a>b` (handoff), `a?b` (open), with `@` where they close a loop.
fn lanes(journey: &Journey) -> Vec<String> {
    let flow = Flow::of(journey);
    let lanes = Lanes::of(&flow);
    let position = |node| lanes.order().iter().position(|at| *at == node).unwrap();
    let shown = lanes.steps().iter().map(|step| {
        assert_eq!(step.closes_loop, position(step.from) >= position(step.to));
        let join = match step.join {
            Join::Stays => '=',
            Join::Handoff(at) => {
                assert_eq!((flow.handoffs()[at].from, flow.handoffs()[at].to), (step.from, step.to));
                '>'
            }
            Join::Open => '?',
        };
        let mark = if step.closes_loop { "@" } else { "" };
        format!("{}{join}{}{mark}", flow.nodes()[step.from].id, flow.nodes()[step.to].id)
    });
    let shown: Vec<String> = shown.collect();
    assert_eq!(lanes.order().len(), flow.nodes().len());
    assert_eq!(shown.iter().filter(|step| step.contains('>')).count(), flow.handoffs().len());
    shown
}

#[test]
fn lanes_leave_out_the_customer_alone() {
    assert_eq!(
        lanes(&journey(&["a:x", "b:*", "c:x", "d:y", "e:", "f:y"], &[])),
        ["a=c", "c>d", "d?e", "e?f"]
    );
}

#[test]
fn lanes_know_which_step_closes_a_loop() {
    let rework = journey(&["a:x", "b:y", "c:z"], &[("b", "a"), ("b", "c")]);
    assert_eq!(lanes(&rework), ["a>b", "b>a@", "b>c"]);
    let backwards = journey(&["a:x", "b:y", "c:z", "end:x"], &[("a", "c"), ("c", "b"), ("b", "end")]);
    assert_eq!(lanes(&backwards), ["a>c", "b>end", "c>b"]);
}
