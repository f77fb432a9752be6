//! Flags in groups, for people who look at them by rule, department, phase or severity.

use std::collections::BTreeMap;

use crate::model::{Id, Journey, StepKey, Workspace};
use crate::sort::Sort;

use super::evaluate::{Evaluation, JourneyEvaluation};
use super::flag::{Flag, Place, Severity};
use super::registry::{RULES, RuleKind, rule};
use super::value::Value;

/// What flags can be grouped by.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum GroupBy {
    /// How bad they are.
    #[default]
    Severity,
    /// The rule.
    Rule,
    /// The departments involved: the owner, or both sides of a handoff.
    Department,
    /// The phase of the touchpoint that receives.
    Phase,
}

impl GroupBy {
    /// Every way to group.
    pub const ALL: [Self; 4] = [Self::Severity, Self::Rule, Self::Department, Self::Phase];
}

/// What the flags of one group have in common. Groups are listed in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// The severity, the worst first.
    Severity(std::cmp::Reverse<Severity>),
    /// The rule, by its position in the registry.
    Rule(usize),
    /// The department, by its position among the lanes; last where there is none.
    Department(usize, Option<Id>),
    /// The phase, by the positions of its journey and itself; last where there is none.
    Phase(usize, usize, Option<(Id, Id)>),
}

/// One line of the list: a flag, or all agreement flags of one handoff together.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// The flags, the worst first.
    pub flags: Vec<&'a Flag>,
}

/// The flags that `keep` keeps, in groups; inside a group the worst first, then by journey and place.
pub fn grouped<'a>(
    workspace: &Workspace,
    evaluation: &'a Evaluation,
    by: GroupBy,
    keep: impl Fn(&Flag) -> bool,
) -> Vec<(GroupKey, Vec<Line<'a>>)> {
    let mut groups: BTreeMap<GroupKey, Vec<&Flag>> = BTreeMap::new();
    for (position, journey) in evaluation.journeys.iter().enumerate() {
        for flag in journey.findings.flags.iter().filter(|flag| keep(flag)) {
            for key in keys(workspace, journey, position, flag, by) {
                groups.entry(key).or_default().push(flag);
            }
        }
    }
    groups.into_iter().map(|(key, flags)| (key, lines(flags))).collect()
}

fn lines(flags: Vec<&Flag>) -> Vec<Line<'_>> {
    let mut lines: Vec<Line> = Vec::new();
    let mut card_lines: BTreeMap<(Option<Id>, StepKey), usize> = BTreeMap::new();
    for flag in flags {
        let handoff = flag.blames.filter(|_| is_card_flag(flag));
        let line = handoff.and_then(|key| card_lines.get(&(flag.journey, key)));
        if let Some(at) = line {
            lines[*at].flags.push(flag);
            continue;
        }
        if let Some(key) = handoff {
            card_lines.insert((flag.journey, key), lines.len());
        }
        lines.push(Line { flags: vec![flag] });
    }
    for line in &mut lines {
        line.flags.arrange_by_key(|flag| std::cmp::Reverse(flag.severity));
    }
    // Stable: lines that are equally bad stay in the order of the journeys.
    lines.arrange_by_key(|line| std::cmp::Reverse(line.flags.first().map(|flag| flag.severity)));
    lines
}

/// Whether a flag is about what stands on a handoff card.
fn is_card_flag(flag: &Flag) -> bool {
    let about_card = rule(flag.rule).is_some_and(|rule| rule.kind == RuleKind::Agreement);
    about_card && matches!(flag.place, Place::Handoff(_)) && flag.rule != "ping-pong"
}

fn keys(
    workspace: &Workspace,
    evaluation: &JourneyEvaluation,
    position: usize,
    flag: &Flag,
    by: GroupBy,
) -> Vec<GroupKey> {
    let journey = workspace.journeys.get(&evaluation.id).map(AsRef::as_ref);
    match by {
        GroupBy::Severity => vec![GroupKey::Severity(std::cmp::Reverse(flag.severity))],
        GroupBy::Rule => {
            let at = RULES.iter().position(|rule| rule.id == flag.rule);
            vec![GroupKey::Rule(at.unwrap_or(usize::MAX))]
        }
        GroupBy::Department => department_keys(workspace, journey, flag),
        GroupBy::Phase => vec![phase_key(evaluation, journey, position, flag)],
    }
}

fn department_keys(workspace: &Workspace, journey: Option<&Journey>, flag: &Flag) -> Vec<GroupKey> {
    let owner = |id: Id| Some(journey?.touchpoints.get(&id)?.owner?.id());
    let departments: Vec<Id> = match (flag.place, flag.blames) {
        (Place::Touchpoint(id), _) => owner(id).into_iter().collect(),
        (Place::Department(id), _) => vec![id],
        (Place::Pair(one, other), _) => vec![one, other],
        (Place::Handoff(key), _) | (_, Some(key)) => {
            [owner(key.from), owner(key.to)].into_iter().flatten().collect()
        }
        _ => compared_departments(flag),
    };
    if departments.is_empty() {
        return vec![GroupKey::Department(usize::MAX, None)];
    }
    let place = |id: Id| workspace.department_order.iter().position(|other| *other == id);
    departments
        .into_iter()
        .map(|id| GroupKey::Department(place(id).unwrap_or(usize::MAX), Some(id)))
        .collect()
}

/// The departments among the values compared, each once.
fn compared_departments(flag: &Flag) -> Vec<Id> {
    let mut departments = Vec::new();
    for named in &flag.values {
        match &named.value {
            Value::Department(id) => departments.push(*id),
            Value::Departments(ids) => departments.extend(ids),
            _ => {}
        }
    }
    departments.arrange();
    departments.dedup();
    departments
}

fn phase_key(
    evaluation: &JourneyEvaluation,
    journey: Option<&Journey>,
    position: usize,
    flag: &Flag,
) -> GroupKey {
    let touchpoint = match flag.place {
        Place::Handoff(key) => Some(key.to),
        Place::Touchpoint(id) => Some(id),
        _ => None,
    };
    let in_order = |id: Id| journey?.phase_order.iter().position(|other| *other == id);
    let of_touchpoint =
        touchpoint.and_then(|id| evaluation.flow.node_of(id)).map(|node| evaluation.flow.nodes()[node].phase);
    let at = match flag.place {
        Place::Phase(id) => in_order(id),
        _ => of_touchpoint,
    };
    let phase = at.and_then(|at| journey?.phase_order.get(at).copied());
    match (at, phase) {
        (Some(at), Some(phase)) => GroupKey::Phase(position, at, Some((evaluation.id, phase))),
        _ => GroupKey::Phase(usize::MAX, usize::MAX, None),
    }
}
