//! The answers of the rules as text: one line per flag and per open check, then how many are clear.
//!
//! A flag is `place severity [subject] [name=value …] [@handoff it blames]`, an open check
//! `place ? field place, field place … [@handoff it blames]`; the clear ones are `clear 3`. What a rule
//! about flags says is `rule of the flag, its place, [name=value …]`. Today is 30 June 2026.

use crate::flow::Flow;
use crate::model::{Date, StepKey, Workspace};
use crate::rules::{
    Badge, Blank, BlankPlace, Context, Evaluation, Flag, NamedValue, NotAssessed, Place, RULES, Rule,
    Subject, WaiverState, answers as run, evaluate, rule,
};

use super::journey::{journey_id, workspace};

/// The answers of one rule for the journey written in `text`.
pub(crate) fn answers(rule_id: &str, text: &str) -> Vec<String> {
    of_rule(rule(rule_id).unwrap(), &workspace(text))
}

/// The answers of every rule for a workspace with the one journey of tests.
pub(crate) fn all_answers(workspace: &Workspace) -> Vec<String> {
    let with_name = |rule: &&'static Rule| {
        let lines = of_rule(rule, workspace);
        lines.into_iter().map(|line| format!("{} {line}", rule.id)).collect::<Vec<_>>()
    };
    RULES.iter().flat_map(with_name).collect()
}

/// Everything derived from the journey written in `text`.
pub(crate) fn evaluation(text: &str) -> Evaluation {
    evaluate(&workspace(text), None, None)
}

/// The day of all tests.
fn today() -> Option<Date> {
    Date::parse("2026-06-30")
}

fn of_rule(rule: &'static Rule, workspace: &Workspace) -> Vec<String> {
    let journey = &workspace.journeys[&journey_id()];
    let flow = Flow::of(journey);
    let context = Context::new(workspace, journey_id(), journey, &flow, today());
    let found = run(&context, None);
    let at = RULES.iter().position(|other| *other == rule).unwrap();
    let findings = &found.of_rules()[at];
    let mut lines: Vec<String> = findings.flags.iter().map(flag_line).collect();
    for flag in &found.flags {
        let badges = flag.badges.iter().filter(|badge| badge.rule == rule.id);
        lines.extend(badges.map(|badge| badge_line(flag, badge)));
    }
    lines.extend(findings.not_assessed.iter().map(open_line));
    if findings.clear > 0 {
        lines.push(format!("clear {}", findings.clear));
    }
    lines
}

fn badge_line(flag: &Flag, badge: &Badge) -> String {
    format!("{} {}{}", flag.rule, place(flag.place), values_text(&badge.values))
}

fn values_text(values: &[NamedValue]) -> String {
    let text = |named: &NamedValue| format!(" {}={}", named.name, named.value.text().replace(' ', ","));
    values.iter().map(text).collect()
}

fn flag_line(flag: &Flag) -> String {
    let mut line = format!("{} {}", place(flag.place), flag.severity.word());
    match flag.subject {
        Subject::None => {}
        Subject::Item(id)
        | Subject::Department(id)
        | Subject::Promise(id)
        | Subject::System(id)
        | Subject::Measure(id) => line.extend([" ", id.as_str()]),
    }
    line += &values_text(&flag.values);
    line += &blamed(flag.place, flag.blames);
    match &flag.waiver {
        WaiverState::Open => {}
        WaiverState::Waived(_) => line += " waived",
        WaiverState::Reopened(_, changed) => line.extend([" reopened:", &changed.join(",")]),
    }
    line
}

fn open_line(open: &NotAssessed) -> String {
    let missing: Vec<String> = open.missing.iter().map(blank_text).collect();
    format!("{} ? {}{}", place(open.place), missing.join(", "), blamed(open.place, open.blames))
}

fn blamed(place: Place, blames: Option<StepKey>) -> String {
    match (place, blames) {
        (Place::Handoff(_), _) | (_, None) => String::new(),
        (_, Some(key)) => format!(" @{}", step(key)),
    }
}

fn place(place: Place) -> String {
    match place {
        Place::Handoff(key) => step(key),
        Place::Touchpoint(id) => id.to_string(),
        Place::Phase(id) => format!("phase:{id}"),
        Place::Journey => "journey".to_owned(),
        other => crate::rules::place_text(other),
    }
}

/// A blank as `field place`.
pub(crate) fn blank_text(blank: &Blank) -> String {
    let place = match blank.place {
        BlankPlace::Workspace => "workspace".to_owned(),
        BlankPlace::Journey => "journey".to_owned(),
        BlankPlace::Step(key) => step(key),
        BlankPlace::Promise { touchpoint: of, promise: key }
        | BlankPlace::LivedStandard { touchpoint: of, standard: key }
        | BlankPlace::SystemAccess { system: of, department: key }
        | BlankPlace::SteeredMeasure { department: of, measure: key }
        | BlankPlace::TermLabel { term: of, department: key } => format!("{of}/{key}"),
        BlankPlace::Touchpoint(id)
        | BlankPlace::Department(id)
        | BlankPlace::System(id)
        | BlankPlace::Item(id)
        | BlankPlace::Standard(id)
        | BlankPlace::Measure(id)
        | BlankPlace::Goal(id)
        | BlankPlace::Initiative(id) => id.to_string(),
    };
    format!("{} {place}", blank.field.word())
}

fn step(key: StepKey) -> String {
    format!("{}>{}", key.from, key.to)
}
