//! `relay`: in one phase the customer is handed on again and again.
//!
//! Kind agreement, info at the phase. Fires where a path has three (`relay_handoffs`) or more handoffs
//! inside the phase; the longest path counts, a loop once, and its run of departments is shown. Inputs: the
//! owners and the flow. Touchpoints without an owner leave it open where their owners could make it three.
//! Not applicable to a phase inside which nothing is or could be handed on.
//! Source: Michael Hammer and James Champy, "Reengineering the Corporation", 1993: work that passes through
//! many hands is slow and nobody sees the whole.

use crate::flow::{Join, LaneStep};
use crate::model::{Id, Practice};

use super::blank::{Blank, BlankField, BlankPlace, MOST_BLANKS};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "relay",
    kind: RuleKind::Agreement,
    place: PlaceKind::Phase,
    severities: &[Severity::Info],
    practices: &[Practice::CoCreation, Practice::SteeringCommittee, Practice::Initiative],
    reads: Inputs::of(&[Input::Thresholds]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let known = Runs::of(context, |join| match join {
        Join::Stays => Some(0),
        Join::Handoff(_) => Some(1),
        Join::Open => None,
    });
    let possible = Runs::of(context, |join| Some(u64::from(join != Join::Stays)));
    let needed = context.thresholds.relay_handoffs.max(1);
    for (phase, (id, _)) in context.journey.ordered_phases().enumerate() {
        let best = |runs: &Runs| runs.best.get(phase).copied().flatten();
        let Some((_, at_most)) = best(&possible).filter(|(_, handoffs)| *handoffs > 0) else { continue };
        match best(&known) {
            Some((last, handoffs)) if handoffs >= needed => {
                findings.fires(context, [relay(context, id, handoffs, known.run(context, last))]);
            }
            _ if at_most >= needed => {
                let missing = open_owners(context, phase);
                findings.not_assessed(context, Place::Phase(id), None, Severity::Info, missing);
            }
            _ => findings.clear(),
        }
    }
}

fn relay(context: &Context<'_>, phase: Id, handoffs: u64, run: Vec<usize>) -> Finding {
    let department = |node: usize| context.flow.nodes()[node].owner;
    let mut departments: Vec<Id> = run.into_iter().filter_map(department).collect();
    departments.dedup();
    Finding {
        place: Place::Phase(phase),
        subject: Subject::None,
        severity: Severity::Info,
        blames: None,
        values: vec![
            NamedValue::new("handoffs", Value::Count(handoffs)),
            NamedValue::new("run", Value::Departments(departments)),
        ],
    }
}

/// The owners to ask for in a phase.
fn open_owners(context: &Context<'_>, phase: usize) -> Vec<Blank> {
    let nodes = context.flow.nodes();
    let begin = nodes.partition_point(|node| node.phase < phase);
    let here = nodes[begin..].iter().take_while(|node| node.phase == phase);
    let open = here.filter(|node| node.owner.is_none() && !node.customer_alone);
    open.map(|node| Blank::new(BlankPlace::Touchpoint(node.id), BlankField::Owner))
        .take(MOST_BLANKS)
        .collect()
}

/// The longest runs of handoffs inside each phase.
struct Runs {
    // The step before each node on the longest run that ends there.
    before: Vec<Option<LaneStep>>,
    // By phase, the last step of the longest run and its handoffs.
    best: Vec<Option<(LaneStep, u64)>>,
}

impl Runs {
    /// `handoffs` says how many handoffs a lane step is; `None` where no run goes on over it.
    fn of(context: &Context<'_>, handoffs: impl Fn(Join) -> Option<u64>) -> Self {
        let nodes = context.flow.nodes();
        let lanes = context.lanes();
        let mut longest: Vec<u64> = vec![0; nodes.len()];
        let mut runs =
            Self { before: vec![None; nodes.len()], best: vec![None; context.journey.phase_order.len()] };
        for node in lanes.order() {
            for step in lanes.steps_from(*node) {
                let phase = nodes[step.to].phase;
                let Some(more) = handoffs(step.join).filter(|_| nodes[step.from].phase == phase) else {
                    continue;
                };
                let length = longest[*node] + more;
                if runs.best[phase].is_none_or(|(_, best)| length > best) {
                    runs.best[phase] = Some((*step, length));
                }
                let is_longer = runs.before[step.to].is_none() || length > longest[step.to];
                if is_longer && !step.closes_loop {
                    longest[step.to] = length;
                    runs.before[step.to] = Some(*step);
                }
            }
        }
        runs
    }

    /// The nodes of the run that ends with this step, from the first to the last.
    fn run(&self, context: &Context<'_>, last: LaneStep) -> Vec<usize> {
        let before = |step: &LaneStep| self.before[step.from];
        let mut run = vec![last.to];
        // Every step but the last leads forward, so there are fewer than touchpoints.
        let steps = std::iter::successors(Some(last), before).take(context.flow.nodes().len());
        run.extend(steps.map(|step| step.from));
        run.reverse();
        run
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(map: &str) -> Vec<String> {
        answers("relay", map)
    }

    #[test]
    fn three_handoffs_in_one_phase_are_a_relay() {
        assert_eq!(
            of("a x front\n b y front\n c z front\n d x front"),
            ["phase:p info handoffs=3 run=x,y,z,x"]
        );
        assert_eq!(of("a x front\n b y front\n b2 y front\n c z front"), ["clear 1"]);
        let over_two = "phase p\n a x front\n b y front\n c z front\n phase q\n d x front\n e y front";
        assert_eq!(of(over_two), ["clear 2"]);
    }

    #[test]
    fn ways_of_a_branch_do_not_add_up() {
        let map =
            "a x front\n b y front end\n c z front end\n d w front end\n a>b link\n a>c link\n a>d link";
        assert_eq!(of(map), ["clear 1"]);
    }

    #[test]
    fn a_loop_counts_once() {
        let map = "a x front\n b y front\n c z front\n b>a link\n b>c link";
        assert_eq!(of(map), ["clear 1"]);
        let back = "a x front\n b y front\n c z front\n c>a link";
        assert_eq!(of(back), ["phase:p info handoffs=3 run=x,y,z,x"]);
    }

    #[test]
    fn owners_to_come_leave_it_open_where_they_could_decide() {
        assert_eq!(of("a x front\n b ? front\n c ? front\n d z front"), ["phase:p ? owner b, owner c"]);
        assert_eq!(of("a x front\n b ? front\n c x front"), ["clear 1"]);
        assert_eq!(
            of("a x front\n b y front\n c z front\n d y front\n e ? back"),
            ["phase:p info handoffs=3 run=x,y,z,y"]
        );
    }

    #[test]
    fn not_applicable_inside_one_department() {
        assert!(of("a x front\n b ? customer\n c x front").is_empty());
        assert_eq!(of("a x front\n b ? customer\n c y front"), ["clear 1"]);
    }
}
