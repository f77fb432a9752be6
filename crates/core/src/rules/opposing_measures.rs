//! `opposing-measures`: two departments that hand on to each other are steered against each other.
//!
//! Kind steering, a warning at the pair of departments; counts at the first handoff between the two. Fires
//! where a measure of one opposes a measure of the other, or where both are asked to move one measure in
//! opposite directions. Inputs: the measures that departments are steered by, with their directions, and
//! which measures oppose each other (it is enough that one of the two names the other); no thresholds. An
//! empty register of measures is one open question for the journey.
//! Source: Steven Kerr, "On the Folly of Rewarding A, While Hoping for B", Academy of Management Journal 1975.

use std::sync::Arc;

use crate::model::{Id, Map, Measure, Practice, Ref, SteeredMeasure};

use super::blank::{Blank, BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::Findings;
use super::flag::{Place, Severity};
use super::inputs::{Input, Inputs};
use super::pairs::{Pair, pairs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "opposing-measures",
    kind: RuleKind::Steering,
    place: PlaceKind::Pair,
    severities: &[Severity::Warning],
    practices: &[Practice::SharedGoal, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::Steered, Input::Opposes, Input::EmptyRegister]),
    check: Check::Journey(check),
};

/// What a department is steered by.
type Steered = Map<SteeredMeasure, Ref<Measure>>;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let pairs = pairs(context);
    if context.workspace.measures.is_empty()
        && pairs.iter().any(|pair| !are_steered_by_nothing(context, pair))
    {
        let missing = vec![Blank::register(BlankField::Measures)];
        findings.not_assessed(context, Place::Journey, None, Severity::Warning, missing);
        return;
    }
    for pair in pairs {
        match opposed(context, &pair) {
            Ok(values) => findings.fires(context, [pair.finding(Severity::Warning, values)]),
            Err(missing) if missing.is_empty() => findings.clear(),
            Err(missing) => {
                let missing = missing.into_blanks();
                findings.not_assessed(context, pair.place(), Some(pair.handoff), Severity::Warning, missing);
            }
        }
    }
}

fn steered<'a>(context: &Context<'a>, department: Id) -> Option<&'a Steered> {
    context.workspace.departments.get(&department)?.measures.as_ref()
}

/// Whether one of the two is known to be steered by nothing.
fn are_steered_by_nothing(context: &Context<'_>, pair: &Pair) -> bool {
    [pair.one, pair.other].into_iter().any(|id| steered(context, id).is_some_and(Map::is_empty))
}

/// The first two measures that steer the pair apart, else the blanks that could hide such.
fn opposed(context: &Context<'_>, pair: &Pair) -> Result<Vec<NamedValue>, Missing> {
    let mut missing = Missing::default();
    if are_steered_by_nothing(context, pair) {
        return Err(missing);
    }
    let (one, other) = (steered(context, pair.one), steered(context, pair.other));
    for (department, measures) in [(pair.one, one), (pair.other, other)] {
        missing.add_if(measures.is_none(), BlankPlace::Department(department), BlankField::Measures);
    }
    for (mine, steered_by) in one.into_iter().flatten() {
        for (theirs, other_steered_by) in other.into_iter().flatten() {
            let values = if mine == theirs {
                opposite_ways(pair, *mine, steered_by, other_steered_by, &mut missing)
            } else {
                opposing(context, *mine, *theirs, &mut missing)
            };
            if let Some(values) = values {
                return Ok(values);
            }
        }
    }
    Err(missing)
}

/// One measure in opposite directions.
fn opposite_ways(
    pair: &Pair,
    measure: Id,
    one: &Arc<SteeredMeasure>,
    other: &Arc<SteeredMeasure>,
    missing: &mut Missing,
) -> Option<Vec<NamedValue>> {
    for (department, steered) in [(pair.one, one), (pair.other, other)] {
        let place = BlankPlace::SteeredMeasure { department, measure };
        missing.add_if(steered.direction.is_none(), place, BlankField::Direction);
    }
    let (one, other) = (one.direction?, other.direction?);
    (one != other).then(|| {
        vec![
            NamedValue::new("measure", Value::Measure(measure)),
            NamedValue::new("direction", Value::Direction(one)),
            NamedValue::new("other_direction", Value::Direction(other)),
        ]
    })
}

/// Two measures of which one gets worse when the other gets better.
fn opposing(context: &Context<'_>, one: Id, other: Id, missing: &mut Missing) -> Option<Vec<NamedValue>> {
    let opposes =
        |measure: Id| context.workspace.measures.get(&measure).and_then(|entry| entry.opposes.as_ref());
    let names =
        |measure: Id, other: Id| opposes(measure).is_some_and(|list| list.iter().any(|it| it.id() == other));
    if names(one, other) || names(other, one) {
        return Some(vec![
            NamedValue::new("measure", Value::Measure(one)),
            NamedValue::new("other_measure", Value::Measure(other)),
        ]);
    }
    for measure in [one, other] {
        missing.add_if(opposes(measure).is_none(), BlankPlace::Measure(measure), BlankField::Opposes);
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(registers: &str) -> Vec<String> {
        answers("opposing-measures", &["a x front\n b y front\n c x front\n", registers].concat())
    }

    #[test]
    fn measures_that_oppose_each_other() {
        let map = "measure speed opposes=care\n measure care opposes=-
            department x measures=speed/up\n department y measures=care/up";
        assert_eq!(of(map), ["pair:x/y warning measure=speed other_measure=care @a>b"]);
        assert_eq!(of(&map.replace("opposes=care", "opposes=-")), ["clear 1"]);
        assert_eq!(
            of(&map.replace("opposes=care", "opposes=-").replace("y measures=care/up", "y measures=-")),
            ["clear 1"]
        );
    }

    #[test]
    fn one_measure_in_opposite_directions() {
        let map = "measure cost opposes=-\n department x measures=cost/up\n department y measures=cost/down";
        assert_eq!(of(map), ["pair:x/y warning measure=cost direction=up other_direction=down @a>b"]);
        assert_eq!(of(&map.replace("down", "up")), ["clear 1"]);
        assert_eq!(of(&map.replace("/down", "")), ["pair:x/y ? direction y/cost @a>b"]);
    }

    #[test]
    fn blanks_are_asked_where_they_could_decide() {
        let map = "measure speed\n measure care opposes=-
            department x measures=speed/up\n department y measures=care/up";
        assert_eq!(of(map), ["pair:x/y ? opposes speed @a>b"]);
        assert_eq!(
            of("measure speed opposes=-\n department x measures=speed/up"),
            ["pair:x/y ? measures y @a>b"]
        );
        assert_eq!(of("measure speed opposes=-\n department x measures=-"), ["clear 1"]);
        assert_eq!(of(""), ["journey ? measures workspace"]);
    }
}
