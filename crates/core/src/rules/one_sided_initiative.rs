//! `one-sided-initiative`: an initiative for a handoff leaves one of its departments out.
//!
//! Kind steering, a warning at the handoff. An initiative is for a handoff if it addresses a flag that
//! counts there, or the one it comes from in the journey a future one is based on. Inputs: the departments
//! that carry the initiative, the flags it addresses, what the journey is based on; no thresholds. Looks at
//! the flags of all rules before it. Not applicable where there is no initiative.
//! Source: Jay Galbraith, "Designing Complex Organizations", 1973: what two units share, both must carry.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::{Id, Initiative, Practice};
use crate::sort::Sort;

use super::blank::{BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "one-sided-initiative",
    kind: RuleKind::Steering,
    place: PlaceKind::Handoff,
    severities: &[Severity::Warning],
    practices: &[Practice::SteeringCommittee, Practice::Initiative],
    reads: Inputs::of(&[Input::Initiatives, Input::BasedOn]),
    check: Check::Flags(check),
};

fn check(context: &Context<'_>, rules: &[Arc<Findings>], findings: &mut Findings) {
    for (handoff, initiatives) in initiatives_by_handoff(context, rules) {
        let mut missing = Missing::default();
        let one_sided = initiatives.iter().find_map(|id| {
            let initiative = context.workspace.initiatives.get(id)?;
            let is_blank = initiative.departments.is_none();
            missing.add_if(is_blank, BlankPlace::Initiative(*id), BlankField::Departments);
            let left_out = left_out(context, handoff, initiative);
            (!left_out.is_empty()).then_some((*id, left_out))
        });
        if let Some((initiative, left_out)) = one_sided {
            let values = vec![
                NamedValue::new("initiative", Value::Initiative(initiative)),
                NamedValue::new("left_out", Value::Departments(left_out)),
            ];
            findings.fires_at_handoff(context, handoff, Severity::Warning, values);
        } else if missing.is_empty() {
            findings.clear();
        } else {
            findings.not_assessed_at_handoff(context, handoff, Severity::Warning, missing.into_blanks());
        }
    }
}

/// The departments of a handoff that an initiative is known not to include.
fn left_out(context: &Context<'_>, handoff: usize, initiative: &Initiative) -> Vec<Id> {
    let handoff = &context.flow.handoffs()[handoff];
    let Some(departments) = &initiative.departments else { return Vec::new() };
    let mut sides = vec![handoff.from_department, handoff.to_department];
    sides.retain(|side| departments.iter().all(|department| department.id() != *side));
    sides
}

/// The handoffs that initiatives are for, in the order of the flow, with the initiatives.
fn initiatives_by_handoff(context: &Context<'_>, rules: &[Arc<Findings>]) -> BTreeMap<usize, Vec<Id>> {
    let mut found: BTreeMap<usize, Vec<Id>> = BTreeMap::new();
    let addressed = context.addressed();
    if addressed.is_empty() {
        return found;
    }
    for rule in rules {
        // Few flags are addressed: the fingerprints of the others are all that is read of them.
        for (at, fingerprint) in rule.fingerprints().iter().enumerate() {
            let flag = &rule.flags[at];
            for initiative in addressed.initiatives(context.journey, flag, *fingerprint) {
                if let Some(handoff) = flag.handoff {
                    found.entry(handoff).or_default().push(initiative);
                }
            }
        }
    }
    for initiatives in found.values_mut() {
        initiatives.arrange();
        initiatives.dedup();
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(initiative: &str) -> Vec<String> {
        let map = "a x front\n b y front\n c x front\n a>b method=none\n b>c method=warm\n";
        answers("one-sided-initiative", &format!("{map} initiative i {initiative}"))
    }

    #[test]
    fn an_initiative_for_a_handoff_needs_both_departments() {
        assert_eq!(of("flags=cold-handoff@a>b departments=x"), ["a>b warning initiative=i left_out=y"]);
        assert_eq!(of("flags=cold-handoff@a>b departments=-"), ["a>b warning initiative=i left_out=x,y"]);
        assert_eq!(of("flags=cold-handoff@a>b departments=x,z,y"), ["clear 1"]);
        assert!(of("flags=cold-handoff@b>c departments=x").is_empty(), "that flag does not fire");
    }

    #[test]
    fn departments_nobody_named_are_asked() {
        assert_eq!(of("flags=cold-handoff@a>b"), ["a>b ? departments i"]);
    }
}
