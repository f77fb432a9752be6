//! What the flow of a journey is.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use super::{Flow, components};
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
    assert_eq!(parts.nodes, [vec![0, 1, 2]]);
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
