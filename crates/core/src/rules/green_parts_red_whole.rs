//! `green-parts-red-whole`: the touchpoints are fine, the journey is not.
//!
//! Kind journey, info at the journey; counts at no handoff. Fires where the customer and frontstage
//! touchpoints average 4 or more and the journey as a whole is rated 3 or less. Inputs: satisfaction and
//! stage of the touchpoints, satisfaction with the journey; no thresholds. A touchpoint without a rating
//! could have any from 1 to 5. Not applicable where the customer meets no touchpoint.
//! Source: Alex Rawson, Ewan Duncan and Conor Jones, "The Truth About Customer Experience", Harvard
//! Business Review 2013: touchpoints above 90 % satisfied, the journey 40 % below.

use crate::model::{Practice, Rating, Stage, Touchpoint};

use super::blank::{Blank, BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "green-parts-red-whole",
    kind: RuleKind::Journey,
    place: PlaceKind::Journey,
    severities: &[Severity::Info],
    practices: &[Practice::SharedGoal, Practice::CoCreation, Practice::Initiative],
    reads: Inputs::of(&[Input::Stage, Input::Satisfaction, Input::JourneySatisfaction]),
    check: Check::Journey(check),
};

/// Parts are fine from this average on, and the whole is not up to this.
const GREEN: f64 = 4.0;
const RED: f64 = 3.0;
/// Averages of decimal ratings: 4.1 and 3.9 are 4.
const TOLERANCE: f64 = 1e-9;
/// The ratings that a blank could turn out to be.
const WORST: f64 = 1.0;
const BEST: f64 = 5.0;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut parts = Parts::default();
    for touchpoint in &context.touchpoints {
        parts.add(touchpoint);
    }
    let whole = context.journey.satisfaction;
    let may_be_red = whole.is_none_or(|whole| whole.value() <= RED);
    if parts.at_best.count == 0 {
        return;
    }
    if !may_be_red || !parts.at_best.is_green() {
        findings.clear();
    } else if let Some(whole) = whole.filter(|_| parts.at_worst.is_green()) {
        let values = vec![NamedValue::new("whole", Value::Rating(whole))];
        let (place, subject, severity) = (Place::Journey, Subject::None, Severity::Info);
        findings.fires(context, [Finding { place, subject, severity, blames: None, values }]);
    } else {
        let mut missing = Missing::default();
        missing.add_if(whole.is_none(), BlankPlace::Journey, BlankField::Satisfaction);
        if !parts.at_worst.is_green() {
            for (node, touchpoint) in context.flow.nodes().iter().zip(&context.touchpoints) {
                for field in blanks(touchpoint) {
                    missing.add(Blank::at(node.id, field));
                }
            }
        }
        findings.not_assessed(context, Place::Journey, None, Severity::Info, missing.into_blanks());
    }
}

/// The blanks of a touchpoint that could change the average.
fn blanks(touchpoint: &Touchpoint) -> impl Iterator<Item = BlankField> {
    let is_felt = matches!(touchpoint.stage, None | Some(Stage::Customer | Stage::Frontstage));
    let stage = touchpoint.stage.is_none().then_some(BlankField::Stage);
    let satisfaction = (is_felt && touchpoint.satisfaction.is_none()).then_some(BlankField::Satisfaction);
    satisfaction.into_iter().chain(stage)
}

#[derive(Default)]
struct Sum {
    total: f64,
    count: u32,
}

impl Sum {
    fn add(&mut self, rating: f64) {
        self.total += rating;
        self.count += 1;
    }

    fn is_green(&self) -> bool {
        self.count > 0 && self.total >= GREEN * f64::from(self.count) - TOLERANCE
    }
}

/// The ratings of the touchpoints as far as they are known.
#[derive(Default)]
struct Parts {
    at_worst: Sum,
    at_best: Sum,
}

impl Parts {
    fn add(&mut self, touchpoint: &Touchpoint) {
        let known = touchpoint.satisfaction.map(Rating::value);
        let (worst, best) = (known.unwrap_or(WORST), known.unwrap_or(BEST));
        match touchpoint.stage {
            Some(Stage::Customer | Stage::Frontstage) => {
                self.at_worst.add(worst);
                self.at_best.add(best);
            }
            // It may belong to the parts or not.
            None => {
                if worst < GREEN {
                    self.at_worst.add(worst);
                }
                if best >= GREEN {
                    self.at_best.add(best);
                }
            }
            Some(Stage::Backstage | Stage::Support) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(map: &str) -> Vec<String> {
        answers("green-parts-red-whole", map)
    }

    #[test]
    fn good_touchpoints_do_not_make_a_good_journey() {
        let map = "a x front sat=4.1\n b x customer sat=3.9\n c x back sat=1\n journey sat=";
        assert_eq!(of(&[map, "3"].concat()), ["journey info whole=3"]);
        assert_eq!(of(&[map, "3.1"].concat()), ["clear 1"]);
        assert_eq!(of(&[map, "3"].concat().replace("4.1", "4")), ["clear 1"]);
    }

    #[test]
    fn what_nobody_rated_could_be_anything() {
        assert_eq!(of("a x front sat=4"), ["journey ? satisfaction journey"]);
        assert_eq!(of("a x front sat=5\n b x front\n journey sat=2"), ["journey ? satisfaction b"]);
        assert_eq!(of("a x front sat=5\n b x ? sat=1\n journey sat=2"), ["journey ? stage b"]);
        assert_eq!(of("a x front sat=5\n b x ? sat=4\n journey sat=2"), ["journey info whole=2"]);
        assert_eq!(of("a x front sat=2\n b x front\n journey sat=2"), ["clear 1"]);
        assert!(of("a x back\n journey sat=2").is_empty());
    }
}
