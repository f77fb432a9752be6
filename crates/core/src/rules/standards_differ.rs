//! `standards-differ`: an agreed standard is lived differently.
//!
//! Kind steering, a warning at the subject; counts at no handoff. Fires where a touchpoint lives a value
//! other than the one agreed for its channel and phase, or where two owners live different values on the
//! same channel. Values that are times count as minutes, whatever their unit; else case and spaces do not
//! count. Inputs: standards, owners, channels, and the standards as they are lived; no thresholds. Not
//! applicable to a subject without a standard that nobody in the journey is known to live.
//! Source: W. Edwards Deming, "Out of the Crisis", 1986: what is not the same each time cannot be relied on.

use std::cell::LazyCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use crate::model::{Id, LivedStandard, Practice, Ref, Standard};

use super::blank::{Blank, BlankField, BlankPlace, Missing};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::inputs::{Input, Inputs};
use super::registry::{Check, PlaceKind, Rule, RuleKind};
use super::texts::{Comparable, comparable, differing, folded};
use super::value::{NamedValue, Value};

/// The rule's line in the registry.
pub const RULE: Rule = Rule {
    id: "standards-differ",
    kind: RuleKind::Steering,
    place: PlaceKind::Subject,
    severities: &[Severity::Warning],
    practices: &[Practice::Standard, Practice::SteeringCommittee, Practice::CoCreation],
    reads: Inputs::of(&[
        Input::Standards,
        Input::Channel,
        Input::AgreedStandards,
        Input::Units,
        Input::PhaseNames,
    ]),
    check: Check::Journey(check),
};

/// A standard as it is lived, or a touchpoint where it may be.
#[derive(Clone)]
struct Lived<'a> {
    node: usize,
    phase: usize,
    owner: Option<Id>,
    channel: Option<Id>,
    standard: Option<(Id, &'a LivedStandard)>,
    value: Option<Rc<Comparable>>,
}

impl<'a> Lived<'a> {
    fn text(&self) -> Option<&'a str> {
        let (_, standard) = self.standard?;
        standard.subject?;
        standard.value.as_deref()
    }
}

/// A standard as it was agreed.
struct Agreed<'a> {
    id: Id,
    standard: &'a Standard,
    value: Option<Comparable>,
    // By the position of a phase, whether it holds there; `None` where it holds in all.
    phases: Option<Vec<bool>>,
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let (mut by_subject, unknown) = lived(context);
    let mut agreed = agreed(context);
    for subject in agreed.keys() {
        by_subject.entry(*subject).or_default();
    }
    for (subject, lived) in &by_subject {
        let agreed = agreed.remove(subject).unwrap_or_default();
        let other = lived.iter().find_map(|lived| other_than_agreed(context, lived, &agreed));
        let known = lived
            .iter()
            .filter_map(|lived| Some((Some(lived.channel?), lived.owner?, lived.value.as_ref()?, lived)));
        let values = other.or_else(|| differing(known.collect()).map(|(one, other)| between(one, other)));
        let place = Place::Subject(*subject);
        if let Some(values) = values {
            let (subject, severity) = (Subject::None, Severity::Warning);
            findings.fires(context, [Finding { place, subject, severity, blames: None, values }]);
            continue;
        }
        let missing = missing(context, lived, &unknown, &agreed);
        if missing.is_empty() {
            findings.clear();
        } else {
            findings.not_assessed(context, place, None, Severity::Warning, missing.into_blanks());
        }
    }
}

/// The standards that were agreed, by subject.
fn agreed<'a>(context: &Context<'a>) -> BTreeMap<Id, Vec<Agreed<'a>>> {
    let mut agreed: BTreeMap<Id, Vec<Agreed>> = BTreeMap::new();
    let names = LazyCell::new(|| {
        context.journey.ordered_phases().map(|(_, phase)| folded(&phase.name)).collect::<Vec<_>>()
    });
    for (id, standard) in &context.workspace.standards {
        let Some(subject) = standard.subject.map(Ref::id) else { continue };
        let value = standard.value.as_deref().map(|text| comparable(context.workspace, subject, text));
        let phases = standard.phase.as_ref().map(|phase| {
            let phase = folded(phase);
            names.iter().map(|name| *name == phase).collect()
        });
        agreed.entry(subject).or_default().push(Agreed { id: *id, standard, value, phases });
    }
    agreed
}

/// The standards lived by subject, and where there may be more.
fn lived<'a>(context: &Context<'a>) -> (BTreeMap<Id, Vec<Lived<'a>>>, Vec<Lived<'a>>) {
    let mut by_subject: BTreeMap<Id, Vec<Lived>> = BTreeMap::new();
    let mut unknown = Vec::new();
    let mut values: HashMap<(Id, &str), Rc<Comparable>> = HashMap::new();
    let mut value = |standard: &'a LivedStandard| {
        let (subject, text) = (standard.subject?.id(), standard.value.as_deref()?);
        let value = values.entry((subject, text));
        Some(Rc::clone(value.or_insert_with(|| Rc::new(comparable(context.workspace, subject, text)))))
    };
    for (node, touchpoint) in context.touchpoints.iter().enumerate() {
        let of_flow = &context.flow.nodes()[node];
        if of_flow.customer_alone {
            continue;
        }
        let (owner, phase, channel) = (of_flow.owner, of_flow.phase, touchpoint.channel.map(Ref::id));
        let lived = |standard, value| Lived { node, phase, owner, channel, standard, value };
        let Some(standards) = &touchpoint.standards else {
            unknown.push(lived(None, None));
            continue;
        };
        for (id, standard) in standards {
            let lived = lived(Some((*id, standard.as_ref())), value(standard));
            match standard.subject {
                Some(subject) => by_subject.entry(subject.id()).or_default().push(lived),
                None => unknown.push(lived),
            }
        }
    }
    (by_subject, unknown)
}

/// Whether a standard holds at a touchpoint; `None` where its channel is not known.
fn holds(agreed: &Agreed<'_>, lived: &Lived<'_>) -> Option<bool> {
    if agreed.phases.as_ref().is_some_and(|phases| !phases[lived.phase]) {
        return Some(false);
    }
    match (agreed.standard.channel, lived.channel) {
        (None, _) => Some(true),
        (Some(agreed), Some(channel)) => Some(agreed.id() == channel),
        (Some(_), None) => None,
    }
}

/// The values of a touchpoint that lives another value than the one agreed for it.
fn other_than_agreed(
    context: &Context<'_>,
    lived: &Lived<'_>,
    agreed: &[Agreed<'_>],
) -> Option<Vec<NamedValue>> {
    let (text, value) = (lived.text()?, lived.value.as_deref()?);
    let differs = |agreed: &&Agreed<'_>| {
        agreed.value.as_ref().is_some_and(|agreed| agreed != value) && holds(agreed, lived) == Some(true)
    };
    let agreed = agreed.iter().find(differs)?;
    Some(vec![
        NamedValue::new("agreed", Value::Text(agreed.standard.value.clone()?)),
        NamedValue::new("lived_at", Value::Touchpoint(context.id_of(lived.node))),
        NamedValue::new("lived", Value::Text(text.to_owned())),
    ])
}

fn between(one: &Lived<'_>, other: &Lived<'_>) -> Vec<NamedValue> {
    let text = |lived: &Lived<'_>| Value::Text(lived.text().unwrap_or_default().to_owned());
    let department = |lived: &Lived<'_>| lived.owner.map_or(Value::Nothing, Value::Department);
    vec![
        NamedValue::new("department", department(one)),
        NamedValue::new("lived", text(one)),
        NamedValue::new("other_department", department(other)),
        NamedValue::new("other_lived", text(other)),
    ]
}

/// What could show that a standard is lived differently; nothing where nothing could.
fn missing(
    context: &Context<'_>,
    lived: &[Lived<'_>],
    unknown: &[Lived<'_>],
    agreed: &[Agreed<'_>],
) -> Missing {
    let mut missing = Missing::default();
    let all = || lived.iter().chain(unknown);
    let possible = all()
        .enumerate()
        .map(|(at, lived)| (lived.channel, lived.owner.ok_or(at), lived.value.as_ref().ok_or(at), lived));
    let may_differ = differing(possible.collect()).is_some();
    for agreed in agreed.iter().filter(|agreed| agreed.value.is_none()) {
        let may_hold = all().any(|lived| holds(agreed, lived) != Some(false));
        missing.add_if(may_hold, BlankPlace::Standard(agreed.id), BlankField::Value);
    }
    for lived in all() {
        if missing.is_full() {
            break;
        }
        let may_hold = |agreed: &Agreed<'_>| holds(agreed, lived) != Some(false);
        let is_open = lived.text().is_none() || lived.channel.is_none();
        if may_differ || (is_open && agreed.iter().any(may_hold)) {
            add_blanks(context, lived, &mut missing, may_differ);
        }
    }
    missing
}

fn add_blanks(context: &Context<'_>, lived: &Lived<'_>, missing: &mut Missing, may_differ: bool) {
    let touchpoint = context.id_of(lived.node);
    let of_touchpoint = |is_blank, field| Some(Blank::at(touchpoint, field)).filter(|_| is_blank);
    let mut blanks = vec![
        of_touchpoint(lived.channel.is_none(), BlankField::Channel),
        of_touchpoint(may_differ && lived.owner.is_none(), BlankField::Owner),
    ];
    match lived.standard {
        None => blanks.insert(0, of_touchpoint(true, BlankField::Standards)),
        Some((standard, entry)) => {
            let place = BlankPlace::LivedStandard { touchpoint, standard };
            missing.add_if(entry.subject.is_none(), place, BlankField::Subject);
            missing.add_if(entry.value.is_none(), place, BlankField::Value);
        }
    }
    for blank in blanks.into_iter().flatten() {
        missing.add(blank);
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::answers;

    fn of(one: &str, other: &str, rest: &str) -> Vec<String> {
        answers(
            "standards-differ",
            &format!("a x front channel=web {one}\n b y front channel=web {other}\n{rest}"),
        )
    }

    #[test]
    fn lived_otherwise_than_agreed() {
        let agreed = "standard k about=s value=3_days";
        assert_eq!(
            of("lives=l/s/72_hours", "lives=l/s/7_days", agreed),
            ["subject:s warning agreed=3,days lived_at=b lived=7,days"]
        );
        assert_eq!(of("lives=l/s/72_hours", "standards=-", agreed), ["clear 1"]);
        let elsewhere = "standard k about=s value=3_days channel=phone";
        assert_eq!(of("standards=-", "lives=l/s/7_days", elsewhere), ["clear 1"]);
        let later = "standard k about=s value=3_days phase=later";
        assert_eq!(of("standards=-", "lives=l/s/7_days", later), ["clear 1"]);
    }

    #[test]
    fn two_owners_live_it_differently_on_one_channel() {
        assert_eq!(
            of("lives=l/s/formal", "lives=l/s/casual", ""),
            ["subject:s warning department=x lived=formal other_department=y other_lived=casual"]
        );
        assert_eq!(of("lives=l/s/formal", "lives=l/s/Formal", ""), ["clear 1"]);
        let phone = "a x front channel=phone lives=l/s/formal\n b y front channel=web lives=l/s/casual";
        assert_eq!(answers("standards-differ", phone), ["clear 1"]);
    }

    #[test]
    fn blanks_leave_it_open() {
        let agreed = "standard k about=s value=3_days";
        assert_eq!(of("standards=-", "", agreed), ["subject:s ? standards b"]);
        assert_eq!(of("standards=-", "lives=l/s", agreed), ["subject:s ? value b/l"]);
        assert_eq!(of("standards=-", "lives=l/s/3_days", "standard k about=s"), ["subject:s ? value k"]);
        assert!(of("standards=-", "", "").is_empty());
    }
}
