//! `goal-without-contribution`: a department of the journey has no part in any of the journey's goals.
//!
//! Kind steering, a warning at the department in the journey; counts at no handoff. Inputs: the owners, and
//! the goals with their journeys and contributions; no thresholds. Not applicable where goals are listed,
//! but none is for this journey. A goal that names no journeys may be for this one, and a goal to which
//! nobody contributes yet is not described: both are asked. An empty register is one open question.
//! Source: Peter Drucker, "The Practice of Management", 1954: each unit's objectives derive from what the
//! whole is to achieve.

use crate::model::{Goal, Practice};

use super::blank::{Blank, BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "goal-without-contribution",
    kind: RuleKind::Steering,
    place: PlaceKind::Department,
    severities: &[Severity::Warning],
    practices: &[Practice::SharedGoal, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::Goals, Input::EmptyRegister]),
    check: Check::Journey(check),
};

/// Whether a goal is for the journey; `None` where it does not say.
fn is_for(context: &Context<'_>, goal: &Goal) -> Option<bool> {
    Some(goal.journeys.as_ref()?.iter().any(|journey| journey.id() == context.id))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let departments = context.owners().ids();
    let goals = &context.workspace.goals;
    if goals.is_empty() && !departments.is_empty() {
        let missing = vec![Blank::register(BlankField::Goals)];
        findings.not_assessed(context, Place::Journey, None, Severity::Warning, missing);
        return;
    }
    let candidates: Vec<_> = goals.iter().filter(|(_, goal)| is_for(context, goal) != Some(false)).collect();
    let is_known = |goal: &Goal| is_for(context, goal) == Some(true);
    let some_known = candidates.iter().any(|(_, goal)| is_known(goal));
    for department in departments {
        if candidates.is_empty() {
            return;
        }
        let place = Place::Department(*department);
        let contributes = |goal: &Goal| goal.contributions.contains_key(department);
        if candidates.iter().any(|(_, goal)| is_known(goal) && contributes(goal)) {
            findings.clear();
            continue;
        }
        let mut missing = Missing::default();
        for (id, goal) in &candidates {
            let may_contribute = contributes(goal) || goal.contributions.is_empty();
            let goal_place = BlankPlace::Goal(**id);
            missing.add_if(goal.contributions.is_empty(), goal_place, BlankField::Contributions);
            missing.add_if(
                !is_known(goal) && (may_contribute || !some_known),
                goal_place,
                BlankField::Journeys,
            );
        }
        if missing.is_empty() {
            let (subject, severity, values) = (Subject::None, Severity::Warning, Vec::new());
            findings.fires(context, [Finding { place, subject, severity, blames: None, values }]);
        } else {
            findings.not_assessed(context, place, None, Severity::Warning, missing.into_blanks());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(goals: &str) -> Vec<String> {
        answers("goal-without-contribution", &["a x front\n b y front\n", goals].concat())
    }

    #[test]
    fn every_department_needs_a_part_in_a_goal_of_the_journey() {
        assert_eq!(
            of("goal g journeys=j parts=x\n goal h journeys=k parts=y"),
            ["department:y warning", "clear 1"]
        );
        assert_eq!(of("goal g journeys=j parts=x\n goal h journeys=j,k parts=y"), ["clear 2"]);
        assert!(of("goal h journeys=k parts=y").is_empty());
    }

    #[test]
    fn what_a_goal_does_not_say_is_asked() {
        assert_eq!(of(""), ["journey ? goals workspace"]);
        assert_eq!(
            of("goal g journeys=j parts=x\n goal h parts=y"),
            ["department:y ? journeys h", "clear 1"]
        );
        assert_eq!(of("goal g journeys=j parts=x\n goal h parts=x"), ["department:y warning", "clear 1"]);
        assert_eq!(of("goal g parts=x"), ["department:x ? journeys g", "department:y ? journeys g"]);
        assert_eq!(
            of("goal g journeys=j"),
            ["department:x ? contributions g", "department:y ? contributions g"]
        );
    }
}
