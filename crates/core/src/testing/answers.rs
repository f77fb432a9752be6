//! The answers of the rules as text: one line per flag and per open check, then how many are clear.
//!
//! A flag is `place severity [subject] [name=value …] [@handoff it blames]`, an open check
//! `place ? field place, field place … [@handoff it blames]`; the clear ones are `clear 3`.

use crate::flow::Flow;
use crate::model::{StepKey, Workspace};
use crate::rules::{
    Blank, BlankPlace, Context, Evaluation, Findings, Flag, NotAssessed, Place, RULES, Rule, Subject,
    WaiverState, apply_waivers, evaluate, rule,
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

fn of_rule(rule: &'static Rule, workspace: &Workspace) -> Vec<String> {
    let journey = &workspace.journeys[&journey_id()];
    let flow = Flow::of(journey);
    let context = Context::new(workspace, journey_id(), journey, &flow, None);
    let mut findings = Findings::new(journey_id(), rule);
    (rule.check)(&context, &mut findings);
    apply_waivers(workspace, &mut findings.flags);
    let mut lines: Vec<String> = findings.flags.iter().map(flag_line).collect();
    lines.extend(findings.not_assessed.iter().map(open_line));
    if findings.clear > 0 {
        lines.push(format!("clear {}", findings.clear));
    }
    lines
}

fn flag_line(flag: &Flag) -> String {
    let mut line = format!("{} {}", place(flag.place), flag.severity.word());
    if let Subject::Item(item) = flag.subject {
        line.extend([" ", item.as_str()]);
    }
    for named in &flag.values {
        line.extend([" ", named.name, "=", &named.value.text().replace(' ', ",")]);
    }
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
        BlankPlace::SystemAccess { system, department } => format!("{system}/{department}"),
        BlankPlace::Touchpoint(id)
        | BlankPlace::Department(id)
        | BlankPlace::System(id)
        | BlankPlace::Item(id) => id.to_string(),
    };
    format!("{} {place}", blank.field.word())
}

fn step(key: StepKey) -> String {
    format!("{}>{}", key.from, key.to)
}
