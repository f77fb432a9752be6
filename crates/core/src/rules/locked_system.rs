//! `locked-system`: the owner has to work with a system of another department without the access it needs.
//!
//! Kind systems, at the touchpoint; counts at the handoff by which the path last entered its owner. An error
//! where the owner has no access; a warning where it has access only on request, or may only read where it
//! produces something and uses no other system. One flag for each such system. Inputs: the systems used,
//! the department that decides on each, access, information produced; no thresholds. Not applicable where
//! the customer acts alone.
//! Source: Matthew Skelton and Manuel Pais, "Team Topologies", 2019: who has to ask each time, waits.

use std::collections::HashSet;

use crate::model::{Access, Id, Practice, Ref, System, Touchpoint};

use super::blank::{BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "locked-system",
    kind: RuleKind::Systems,
    place: PlaceKind::Touchpoint,
    severities: &[Severity::Error, Severity::Warning],
    practices: &[Practice::Initiative, Practice::SteeringCommittee],
    reads: Inputs::of(&[Input::Systems, Input::Produced, Input::Access]),
    check: Check::Journey(check),
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let entries = context.entries();
    for (at, (node, touchpoint)) in context.flow.nodes().iter().zip(&context.touchpoints).enumerate() {
        if node.customer_alone {
            continue;
        }
        let mut missing = Missing::default();
        let mut locked = Vec::new();
        let here = BlankPlace::Touchpoint(node.id);
        match (&touchpoint.systems, node.owner) {
            (None, _) => missing.add_if(true, here, BlankField::Systems),
            (Some(systems), None) => missing.add_if(!systems.is_empty(), here, BlankField::Owner),
            (Some(systems), Some(owner)) => {
                let only = systems.iter().all(|system| Some(system) == systems.first());
                let mut seen = HashSet::new();
                for system in systems {
                    if seen.insert(system.id()) {
                        let found = lock(context, touchpoint, (*system, only), owner, here, &mut missing);
                        locked.extend(found.map(|(severity, values)| Finding {
                            place: Place::Touchpoint(node.id),
                            subject: Subject::System(system.id()),
                            severity,
                            blames: entries.of_node(at),
                            values,
                        }));
                    }
                }
            }
        }
        if !locked.is_empty() {
            findings.fires(context, locked);
        } else if missing.is_empty() {
            findings.clear();
        } else {
            let (place, blames) = (Place::Touchpoint(node.id), entries.of_node(at));
            findings.not_assessed(context, place, blames, Severity::Error, missing.into_blanks());
        }
    }
}

/// How a system locks its user out, where it is known to; else what could show that it does.
fn lock(
    context: &Context<'_>,
    touchpoint: &Touchpoint,
    (system, only): (Ref<System>, bool),
    owner: Id,
    here: BlankPlace,
    missing: &mut Missing,
) -> Option<(Severity, Vec<NamedValue>)> {
    let entry = context.workspace.systems.get(&system.id())?;
    let decided_by = entry.decided_by.map(Ref::id);
    if decided_by == Some(owner) {
        return None;
    }
    let access = entry.access.get(&owner).and_then(|entry| entry.access);
    let produces = touchpoint.produced.as_ref().map(|items| !items.is_empty());
    let severity = match access {
        None => {
            let place = BlankPlace::SystemAccess { system: system.id(), department: owner };
            missing.add_if(true, place, BlankField::Access);
            None
        }
        Some(Access::None) => Some(Severity::Error),
        Some(Access::OnRequest) => Some(Severity::Warning),
        Some(Access::Read) if only => {
            missing.add_if(produces.is_none(), here, BlankField::Produced);
            (produces == Some(true)).then_some(Severity::Warning)
        }
        Some(Access::Read | Access::Write) => return None,
    };
    let could_lock = severity.is_some() || access.is_none() || produces.is_none();
    missing.add_if(
        could_lock && decided_by.is_none(),
        BlankPlace::System(system.id()),
        BlankField::DecidedBy,
    );
    let (severity, decided_by, access) = (severity?, decided_by?, access?);
    let values = vec![
        NamedValue::new("access", Value::Access(access)),
        NamedValue::new("decided_by", Value::Department(decided_by)),
    ];
    Some((severity, values))
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(words: &str, system: &str) -> Vec<String> {
        answers("locked-system", &format!("a y front systems=-\n b x front {words}\n system s {system}"))
    }

    #[test]
    fn a_system_of_another_department_without_access() {
        assert_eq!(of("systems=s", "by=y none=x"), ["b error s access=none decided_by=y @a>b", "clear 1"]);
        assert_eq!(
            of("systems=s", "by=y request=x"),
            ["b warning s access=on_request decided_by=y @a>b", "clear 1"]
        );
        assert_eq!(of("systems=s", "by=y write=x"), ["clear 2"]);
        assert_eq!(of("systems=s", "by=x none=x"), ["clear 2"]);
        assert_eq!(
            of("systems=s,s truth", "by=y request=x"),
            ["b error s access=on_request decided_by=y @a>b", "clear 1"]
        );
    }

    #[test]
    fn reading_is_not_enough_where_something_is_produced_and_no_other_system_is_there() {
        assert_eq!(
            of("systems=s produced=note", "by=y read=x"),
            ["b warning s access=read decided_by=y @a>b", "clear 1"]
        );
        assert_eq!(of("systems=s produced=-", "by=y read=x"), ["clear 2"]);
        assert_eq!(of("systems=s,own produced=note", "by=y read=x\n system own by=x"), ["clear 2"]);
    }

    #[test]
    fn blanks_leave_it_open() {
        assert_eq!(of("", "by=y"), ["b ? systems b @a>b", "clear 1"]);
        assert_eq!(of("systems=s", "by=y"), ["b ? access s/x @a>b", "clear 1"]);
        assert_eq!(of("systems=s", "none=x"), ["b ? decided_by s @a>b", "clear 1"]);
        assert_eq!(of("systems=s", "write=x"), ["clear 2"]);
        assert_eq!(of("systems=s", "by=y read=x"), ["b ? produced b @a>b", "clear 1"]);
        assert_eq!(answers("locked-system", "a ? front systems=s"), ["a ? owner a"]);
    }
}
