//! Open flags and initiatives as a list that trackers of issues import: a row for each, with who should take it up.

use std::cmp::Reverse;

use crosslane_core::model::{EntityKind, Id, Initiative, InitiativeStatus, StepKey, Workspace};
use crosslane_core::rules::{Evaluation, Flag, JourneyEvaluation, Place, Severity};
use crosslane_core::sort::Sort;

use crate::en::issues as en;
use crate::labels::Label;
use crate::{flag, name};

/// Rows of the list, the headers first: open flags, the worst first, then initiatives that are not done. Give them to
/// [`write_file`](crosslane_core::format::table::write_file).
pub fn rows(workspace: &Workspace, evaluation: &Evaluation) -> Vec<Vec<String>> {
    let evaluation = &evaluation.of_today(workspace);
    let all = evaluation.journeys.iter().flat_map(|journey| {
        journey.findings.flags.iter().filter(|flag| flag.is_open()).map(move |flag| (journey.as_ref(), flag))
    });
    let mut flags: Vec<(&JourneyEvaluation, &Flag)> = all.collect();
    flags.arrange_by_key(|(_, flag)| Reverse(flag.severity));
    let open = |initiative: &Initiative| initiative.status != Some(InitiativeStatus::Done);
    let initiatives = workspace.initiatives.iter().filter(|(_, initiative)| open(initiative));
    let head = en::COLUMNS.map(str::to_owned).to_vec();
    std::iter::once(head)
        .chain(flags.into_iter().map(|(journey, found)| of_flag(workspace, journey, found)))
        .chain(initiatives.map(|(id, initiative)| of_initiative(workspace, *id, initiative)))
        .collect()
}

fn of_flag(workspace: &Workspace, journey: &JourneyEvaluation, found: &Flag) -> Vec<String> {
    let place = flag::place(workspace, found.journey, found.place);
    let title = [flag::title(found.rule), ": ", &place].concat();
    let why = flag::why(workspace, found);
    let mend = flag::mend(workspace, found);
    let title_of_journey = name::shown(workspace, None, EntityKind::Journey, journey.id);
    let journey_line = [en::JOURNEY, ": ", &title_of_journey].concat();
    let department = responsible(workspace, journey, found);
    let labels = ["crosslane", found.rule, found.severity.word()].join(" ");
    vec![
        title,
        [why, mend, journey_line]
            .iter()
            .filter(|line| !line.is_empty())
            .cloned()
            .collect::<Vec<_>>()
            .join("\n"),
        en::FLAG.to_owned(),
        priority(found.severity).to_owned(),
        labels,
        assignee(workspace, department),
        department.map(|id| named(workspace, id)).unwrap_or_default(),
        String::new(),
        String::new(),
        found.fingerprint(),
    ]
}

/// The department that should take a flag up: who answers for the handoff, else who hands on; the owner of a touchpoint.
fn responsible(workspace: &Workspace, journey: &JourneyEvaluation, found: &Flag) -> Option<Id> {
    let of = workspace.journeys.get(&journey.id)?;
    let owner = |id: Id| of.touchpoints.get(&id)?.owner.map(crosslane_core::model::Ref::id);
    let handoff = |key: StepKey| {
        let card = of.steps.get(&key).and_then(|step| step.card.as_ref());
        let answers = card.and_then(|card| card.answered_by.as_ref()?.first().map(|id| id.id()));
        answers.or_else(|| owner(key.from))
    };
    match (found.place, found.blames) {
        (Place::Department(id) | Place::Pair(id, _), _) => Some(id),
        (Place::Handoff(key), _) | (_, Some(key)) => handoff(key),
        (Place::Touchpoint(id), None) => owner(id),
        _ => of.owner.map(crosslane_core::model::Ref::id),
    }
}

fn of_initiative(workspace: &Workspace, id: Id, initiative: &Initiative) -> Vec<String> {
    let departments = initiative.departments.iter().flatten().map(|id| id.id());
    let departments: Vec<Id> = departments.collect();
    let names: Vec<String> = departments.iter().map(|id| named(workspace, *id)).collect();
    let led = initiative.owner.clone().filter(|owner| !name::is_blank(owner));
    let practice = initiative.practice.map(|practice| practice.label().to_owned());
    let fingerprints = initiative.flags.join(" ");
    let about = [practice.unwrap_or_default(), initiative.notes.clone().unwrap_or_default()];
    let about: Vec<String> = about.into_iter().filter(|line| !line.is_empty()).collect();
    vec![
        name::shown(workspace, None, EntityKind::Initiative, id),
        about.join("\n"),
        en::INITIATIVE.to_owned(),
        String::new(),
        ["crosslane", "initiative"].join(" "),
        led.unwrap_or_else(|| assignee(workspace, departments.first().copied())),
        names.join(", "),
        initiative.due.map(|due| due.to_string()).unwrap_or_default(),
        initiative.status.map(|status| status.label().to_owned()).unwrap_or_default(),
        if fingerprints.is_empty() { id.to_string() } else { fingerprints },
    ]
}

fn named(workspace: &Workspace, id: Id) -> String {
    name::shown(workspace, None, EntityKind::Department, id)
}

/// Who leads a department, else the department.
fn assignee(workspace: &Workspace, department: Option<Id>) -> String {
    let Some(id) = department else { return String::new() };
    let lead = workspace.departments.get(&id).and_then(|department| department.lead.clone());
    lead.filter(|lead| !name::is_blank(lead)).unwrap_or_else(|| named(workspace, id))
}

fn priority(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => en::HIGH,
        Severity::Warning => en::MEDIUM,
        Severity::Info => en::LOW,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crosslane_core::format::crosslane::open;
    use crosslane_core::rules::evaluate;
    use crosslane_core::samples;

    #[test]
    fn every_open_flag_and_initiative_has_a_row_and_somebody_to_take_it_up() {
        let workspace = open(samples::text(0).unwrap()).unwrap().workspace;
        let evaluation = evaluate(&workspace, None, None);
        let rows = rows(&workspace, &evaluation);
        let flags = evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags);
        let open = flags.filter(|flag| flag.is_open()).count();
        let undone =
            workspace.initiatives.values().filter(|it| it.status != Some(InitiativeStatus::Done)).count();
        assert_eq!(rows.len(), 1 + open + undone);
        assert!(rows.iter().all(|row| row.len() == en::COLUMNS.len() && !row[0].is_empty()));
        assert_eq!(rows[1][3], en::HIGH, "the worst first");
        let leads: Vec<&str> = workspace.departments.values().filter_map(|it| it.lead.as_deref()).collect();
        let assigned = rows[1..].iter().filter(|row| leads.contains(&row[5].as_str())).count();
        assert!(assigned > 0, "leads are named where they are known");
        let unassigned = rows[1..].iter().filter(|row| row[5].is_empty()).count();
        assert!(unassigned * 4 < rows.len(), "{unassigned} of {}", rows.len());
    }
}
