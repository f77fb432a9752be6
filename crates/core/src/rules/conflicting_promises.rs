//! `conflicting-promises`: two departments promise the customer different things.
//!
//! Kind time, an error at the subject; counts at no handoff. Fires where two owners promise different values
//! for one subject, on one channel or with a channel unset. When a promise is due counts before the words
//! of its value; words that are a time count as minutes, whatever their unit. A time and words that are
//! none do not compare: then it is asked when the promise is due. Inputs: owners, channels, promises; no
//! thresholds. Not applicable to a subject that nobody in the journey is known to promise.
//! Source: Valarie Zeithaml, Leonard Berry and A. Parasuraman, "Communication and Control Processes in the
//! Delivery of Service Quality", Journal of Marketing 1988: promises that do not match.

use std::collections::BTreeMap;

use crate::model::{Id, Practice, Promise, Ref};

use super::blank::{Blank, BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::texts::{Comparable, comparable, differing};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "conflicting-promises",
    kind: RuleKind::Time,
    place: PlaceKind::Subject,
    severities: &[Severity::Error],
    practices: &[Practice::Standard, Practice::SteeringCommittee, Practice::SharedGoal],
    reads: Inputs::of(&[Input::Promises, Input::Channel, Input::Units]),
    check: Check::Journey(check),
};

/// A promise, or a touchpoint where there may be some.
#[derive(Clone, Copy)]
struct Made<'a> {
    node: usize,
    owner: Option<Id>,
    channel: Option<Id>,
    promise: Option<(Id, &'a Promise)>,
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let (by_subject, unknown) = promises(context);
    for (subject, made) in &by_subject {
        let conflict = [true, false].into_iter().find_map(|time| {
            let known = made.iter().filter_map(|made| {
                let value = value(context, *subject, made)?;
                let is_time = matches!(value, Comparable::Minutes(..));
                (is_time == time).then_some((made.channel, made.owner?, value, *made))
            });
            differing(known.collect())
        });
        if let Some((one, other)) = conflict {
            findings.fires(context, [finding(*subject, &one, &other)]);
            continue;
        }
        let all = || made.iter().chain(&unknown).copied();
        // What is not known may differ from everything.
        let possible = all().enumerate().map(|(at, made)| {
            (made.channel, made.owner.ok_or(at), value(context, *subject, &made).ok_or(at), made)
        });
        if differing(possible.collect()).is_none() {
            findings.clear();
            continue;
        }
        let mut missing = Missing::default();
        for made in all() {
            add_blanks(context, *subject, &made, &mut missing);
        }
        let place = Place::Subject(*subject);
        findings.not_assessed(context, place, None, Severity::Error, missing.into_blanks());
    }
}

/// The promises by subject, and where there may be more: promises about nobody knows what, and touchpoints
/// that do not say what is promised.
fn promises<'a>(context: &Context<'a>) -> (BTreeMap<Id, Vec<Made<'a>>>, Vec<Made<'a>>) {
    let mut by_subject: BTreeMap<Id, Vec<Made>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (node, touchpoint) in context.touchpoints.iter().enumerate() {
        let of_flow = &context.flow.nodes()[node];
        if of_flow.customer_alone {
            continue;
        }
        let channel = touchpoint.channel.map(Ref::id);
        let made = |promise| Made { node, owner: of_flow.owner, channel, promise };
        match &touchpoint.promises {
            Some(promises) => {
                for (id, promise) in promises {
                    let made = made(Some((*id, promise.as_ref())));
                    match promise.subject {
                        Some(subject) => by_subject.entry(subject.id()).or_default().push(made),
                        None => unknown.push(made),
                    }
                }
            }
            None => unknown.push(made(None)),
        }
    }
    (by_subject, unknown)
}

/// What was promised for a subject, where it is known.
fn value(context: &Context<'_>, subject: Id, made: &Made<'_>) -> Option<Comparable> {
    let (_, promise) = made.promise?;
    promise.subject?;
    let due = promise.due_within.map(|due| Comparable::Minutes(due.low(), due.high()));
    due.or_else(|| promise.value.as_deref().map(|text| comparable(context.workspace, subject, text)))
}

/// What keeps a promise from being compared.
fn add_blanks(context: &Context<'_>, subject: Id, made: &Made<'_>, missing: &mut Missing) {
    let touchpoint = context.id_of(made.node);
    if made.owner.is_none() {
        missing.add(Blank::at(touchpoint, BlankField::Owner));
    }
    let Some((promise, entry)) = made.promise else {
        missing.add(Blank::at(touchpoint, BlankField::Promises));
        return;
    };
    let place = BlankPlace::Promise { touchpoint, promise };
    missing.add_if(entry.subject.is_none(), place, BlankField::Subject);
    let is_time = matches!(value(context, subject, made), Some(Comparable::Minutes(..)));
    missing.add_if(entry.due_within.is_none() && !is_time, place, BlankField::DueWithin);
}

fn finding(subject: Id, one: &Made<'_>, other: &Made<'_>) -> Finding {
    let said = |made: &Made<'_>| match made.promise {
        Some((_, Promise { due_within: Some(due), .. })) => Value::Minutes(*due),
        Some((_, Promise { value: Some(text), .. })) => Value::Text(text.clone()),
        _ => Value::Nothing,
    };
    let department = |made: &Made<'_>| made.owner.map_or(Value::Nothing, Value::Department);
    Finding {
        place: Place::Subject(subject),
        subject: Subject::None,
        severity: Severity::Error,
        blames: None,
        values: vec![
            NamedValue::new("department", department(one)),
            NamedValue::new("promises", said(one)),
            NamedValue::new("other_department", department(other)),
            NamedValue::new("other_promises", said(other)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(one: &str, other: &str) -> Vec<String> {
        answers("conflicting-promises", &format!("subject s unit=days\n a x front {one}\n b y front {other}"))
    }

    #[test]
    fn two_owners_promise_different_values() {
        assert_eq!(
            of("promise=p/s/60 channel=web", "promise=q/s/90 channel=web"),
            ["subject:s error department=x promises=60 other_department=y other_promises=90"]
        );
        assert_eq!(of("promise=p/s/60 channel=web", "promise=q/s/60 channel=web"), ["clear 1"]);
        assert_eq!(of("promise=p/s/60 channel=web", "promise=q/s/90 channel=phone"), ["clear 1"]);
        assert_eq!(of("promise=p/s/60 channel=web", "promise=q/s/90").len(), 1, "a channel is unset");
        assert_eq!(of("promise=p/s//gentle", "promise=q/s//Gentle"), ["clear 1"]);
    }

    #[test]
    fn units_are_converted() {
        assert_eq!(of("promise=p/s//3", "promise=q/s//72_hours"), ["clear 1"]);
        assert_eq!(of("promise=p/s//3_days", "promise=q/s/4320"), ["clear 1"]);
        assert_eq!(
            of("promise=p/s//3", "promise=q/s//7_days"),
            ["subject:s error department=x promises=3 other_department=y other_promises=7,days"]
        );
    }

    #[test]
    fn blanks_leave_it_open() {
        assert_eq!(of("promise=p/s/60", ""), ["subject:s ? promises b"]);
        assert_eq!(of("promise=p/s/60", "promise=q/s"), ["subject:s ? due_within b/q"]);
        assert_eq!(of("promise=p/s/60", "promise=q//90"), ["subject:s ? subject b/q"]);
        assert_eq!(of("promise=p/s/60", "promise=q/s//soon"), ["subject:s ? due_within b/q"]);
        assert!(of("promises=-", "").is_empty());
        assert_eq!(answers("conflicting-promises", "a x front promise=p/s/60\n b x front"), ["clear 1"]);
    }
}
