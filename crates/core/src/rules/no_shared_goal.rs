//! `no-shared-goal`: two departments that hand on to each other share no goal.
//!
//! Kind steering, info at the pair of departments; counts at the first handoff between the two. Fires where
//! they contribute to no goal in common. Input: the goals with each department's contribution; no
//! thresholds. A goal to which nobody contributes yet is not described, and asked; an empty register of
//! goals is one open question for the journey.
//! Source: Muzafer Sherif, "Superordinate Goals in the Reduction of Intergroup Conflict", American Journal
//! of Sociology 1958.

use crate::model::{Id, Practice};

use super::blank::{Blank, BlankField, BlankPlace, MOST_BLANKS};
use super::context::Context;
use super::findings::Findings;
use super::flag::{Place, Severity};
use super::inputs::{Input, Inputs};
use super::pairs::pairs;
use super::registry::{Check, PlaceKind, Rule, RuleKind};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "no-shared-goal",
    kind: RuleKind::Steering,
    place: PlaceKind::Pair,
    severities: &[Severity::Info],
    practices: &[Practice::SharedGoal, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::Goals, Input::EmptyRegister]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let pairs = pairs(context);
    let goals = &context.workspace.goals;
    if goals.is_empty() && !pairs.is_empty() {
        let missing = vec![Blank::register(BlankField::Goals)];
        findings.not_assessed(context, Place::Journey, None, Severity::Info, missing);
        return;
    }
    let undescribed = undescribed_goals(context);
    for pair in pairs {
        let part =
            |department: Id| move |goal: &crate::model::Goal| goal.contributions.contains_key(&department);
        if goals.values().any(|goal| part(pair.one)(goal) && part(pair.other)(goal)) {
            findings.clear();
        } else if undescribed.is_empty() {
            findings.fires(context, [pair.finding(Severity::Info, Vec::new())]);
        } else {
            let missing = undescribed.clone();
            findings.not_assessed(context, pair.place(), Some(pair.handoff), Severity::Info, missing);
        }
    }
}

/// The goals to which nobody contributes yet, as blanks.
fn undescribed_goals(context: &Context<'_>) -> Vec<Blank> {
    let goals = context.workspace.goals.iter().filter(|(_, goal)| goal.contributions.is_empty());
    goals
        .map(|(id, _)| Blank::new(BlankPlace::Goal(*id), BlankField::Contributions))
        .take(MOST_BLANKS)
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    const MAP: &str = "a x front\n b y front\n c x front\n d z front\n";

    fn of(goals: &str) -> Vec<String> {
        answers("no-shared-goal", &[MAP, goals].concat())
    }

    #[test]
    fn a_pair_that_hands_on_needs_a_goal_in_common() {
        assert_eq!(of("goal g parts=x,y\n goal h parts=z"), ["pair:x/z info @c>d", "clear 1"]);
        assert_eq!(of("goal g parts=x,y,z"), ["clear 2"]);
    }

    #[test]
    fn a_goal_that_nobody_described_and_an_empty_register_are_asked() {
        assert_eq!(of("goal g parts=x,y\n goal h"), ["pair:x/z ? contributions h @c>d", "clear 1"]);
        assert_eq!(of(""), ["journey ? goals workspace"]);
        assert!(answers("no-shared-goal", "a x front").is_empty());
    }
}
