//! `absent-department`: a department owns touchpoints here, but takes no part in the mapping.
//!
//! Kind ownership, info at the department in the journey; counts at no handoff. Inputs: the owners, and
//! whether each department takes part; no thresholds.
//! Source: Marc Stickdorn and others, "This Is Service Design Doing", 2018: a map made without those who do
//! the work shows what others believe they do.

use crate::model::Practice;

use super::blank::{Blank, BlankField, BlankPlace};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "absent-department",
    kind: RuleKind::Ownership,
    place: PlaceKind::Department,
    severities: &[Severity::Info],
    practices: &[Practice::CoCreation, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::TakesPart]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    for id in context.owners().ids() {
        let place = Place::Department(*id);
        match context.workspace.departments.get(id).and_then(|department| department.takes_part) {
            Some(true) => findings.clear(),
            Some(false) => {
                let (subject, severity) = (Subject::None, Severity::Info);
                let values = Vec::new();
                findings.fires(context, [Finding { place, subject, severity, blames: None, values }]);
            }
            None => {
                let missing = vec![Blank::new(BlankPlace::Department(*id), BlankField::TakesPart)];
                findings.not_assessed(context, place, None, Severity::Info, missing);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    #[test]
    fn whoever_owns_touchpoints_should_be_at_the_table() {
        let map = "department x takes=yes\n department y takes=no\n department idle takes=no
            a x front\n b y front\n c z front\n d y back";
        assert_eq!(
            answers("absent-department", map),
            ["department:y info", "department:z ? takes_part z", "clear 1"]
        );
        assert!(answers("absent-department", "a ? front").is_empty());
    }
}
