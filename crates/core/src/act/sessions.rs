//! Co-creation sessions: cycles that can be run again, ideas that become initiatives, and what was learned.

use std::sync::Arc;

use super::flags::in_lane_order;
use crate::edit::{Edit, Entry, JourneyEdit};
use crate::model::{
    Cycle, Date, Evidence, Id, Initiative, InitiativeStatus, Practice, Ref, Session, Workspace,
};
use crate::sort::Sort;

/// The cycles of a session in the order in which they were run.
pub fn ordered_cycles(session: &Session) -> Vec<(Id, Arc<Cycle>)> {
    let mut cycles: Vec<(Id, Arc<Cycle>)> =
        session.cycles.iter().map(|(id, cycle)| (*id, cycle.clone())).collect();
    // Identifiers made on one day follow one another in time; what has no date yet is the newest.
    cycles.arrange_by_key(|(id, cycle)| (cycle.date.is_none(), cycle.date, *id));
    cycles
}

/// Begins another cycle: what the one before learned is its first finding. `None` where there is no such session.
pub fn another_cycle(workspace: &Workspace, session: Id, cycle: Id, today: Option<Date>) -> Option<Edit> {
    let mut changed = workspace.sessions.get(&session)?.as_ref().clone();
    let learned = ordered_cycles(&changed).last().and_then(|(_, last)| last.learning.clone());
    let findings = learned.filter(|text| !text.trim().is_empty()).map(|text| vec![text]);
    let begun = Cycle { date: today, findings, ..Cycle::default() };
    changed.cycles.insert(cycle, Arc::new(begun));
    Some(Edit::PutEntry(session, Box::new(Entry::Session(changed))))
}

/// The departments that take part in a session, else those that own its touchpoints, in the order of the lanes.
pub fn departments_of(workspace: &Workspace, session: &Session) -> Vec<Id> {
    let taking_part: Vec<Id> =
        session.participants.values().filter_map(|it| it.department).map(Ref::id).collect();
    if !taking_part.is_empty() {
        return in_lane_order(workspace, &taking_part);
    }
    let touchpoints = session.touchpoints.iter().flatten();
    let owners = touchpoints.filter_map(|touchpoint| {
        let mut journeys = workspace.journeys.values();
        journeys.find_map(|journey| journey.touchpoints.get(&touchpoint.id()))?.owner.map(Ref::id)
    });
    in_lane_order(workspace, &owners.collect::<Vec<_>>())
}

/// Makes an idea of a cycle an initiative of the departments of the session. `None` where there is no such cycle.
pub fn become_initiative(
    workspace: &Workspace,
    session: Id,
    cycle: Id,
    idea: &str,
    initiative: Id,
) -> Option<Edit> {
    let mut changed = workspace.sessions.get(&session)?.as_ref().clone();
    let mut of = changed.cycles.get(&cycle)?.as_ref().clone();
    let departments = departments_of(workspace, &changed);
    let begun = Initiative {
        title: idea.to_owned(),
        practice: Some(Practice::CoCreation),
        departments: (!departments.is_empty()).then(|| departments.into_iter().map(Ref::from).collect()),
        status: Some(InitiativeStatus::Proposed),
        ..Initiative::default()
    };
    of.initiatives.get_or_insert_default().push(Ref::from(initiative));
    changed.cycles.insert(cycle, Arc::new(of));
    Some(Edit::Batch(vec![
        Edit::PutEntry(initiative, Box::new(Entry::Initiative(begun))),
        Edit::PutEntry(session, Box::new(Entry::Session(changed))),
    ]))
}

/// Says what the description of touchpoints rests on now, reviewed today. `None` where none of them is there.
pub fn learn(
    workspace: &Workspace,
    touchpoints: &[Id],
    evidence: Evidence,
    today: Option<Date>,
) -> Option<Edit> {
    let learned = |id: &Id| {
        let (journey, of) = workspace.journeys.iter().find(|(_, it)| it.touchpoints.contains_key(id))?;
        let mut touchpoint = of.touchpoints.get(id)?.as_ref().clone();
        touchpoint.evidence = Some(evidence);
        touchpoint.reviewed_on = today;
        Some(Edit::InJourney(*journey, JourneyEdit::PutTouchpoint(*id, Box::new(touchpoint))))
    };
    let edits: Vec<Edit> = touchpoints.iter().filter_map(learned).collect();
    (!edits.is_empty()).then_some(Edit::Batch(edits))
}
