//! A workspace as a step table.

use super::column::Column;
use super::facts;
use super::placement::{next_handoff, next_step};
use super::value::{Value, write_cell};
use crate::flow::Flow;
use crate::format::with_short_names;
use crate::model::{Id, Journey, Workspace};

/// Columns that every table has; others only where they hold something.
const ALWAYS: [Column; 6] =
    [Column::Id, Column::Journey, Column::Phase, Column::Touchpoint, Column::Stage, Column::Owner];

/// Rows of a step table, the headers first: the given journeys of a workspace, in that order. Give
/// them to [`write_file`](super::write_file) or [`write_text`](super::write_text).
///
/// A phase without touchpoints, and one that follows another of its name, has a row of its own that
/// only names it. Names are cut as [`with_short_names`] says. What a table has no column for is not in it: links, promises, standards, comments,
/// and the cards of touchpoints from which several handoffs lead.
pub fn export(workspace: &Workspace, journeys: &[Id]) -> Vec<Vec<String>> {
    let workspace = &*with_short_names(workspace);
    let mut rows = Vec::new();
    for journey in journeys.iter().filter_map(|id| workspace.journeys.get(id)) {
        journey_rows(workspace, journey, &mut rows);
    }
    let used = |column: &Column| {
        ALWAYS.contains(column) || rows.iter().any(|row: &Line| !row[position(*column)].is_empty())
    };
    let columns: Vec<Column> = Column::ALL.iter().copied().filter(used).collect();
    let headers = columns.iter().map(|column| column.header().to_owned()).collect();
    let cells = |row: Line| columns.iter().map(|column| row[position(*column)].clone()).collect();
    std::iter::once(headers).chain(rows.into_iter().map(cells)).collect()
}

/// The cells of all columns.
type Line = Vec<String>;

fn position(column: Column) -> usize {
    column as usize
}

fn journey_rows(workspace: &Workspace, journey: &Journey, rows: &mut Vec<Line>) {
    let flow = Flow::of(journey);
    let named = |line: &mut Line, column, text: &str| {
        line[position(column)] = write_cell(column, &Value::Text(text.into()));
    };
    let mut start: Line = vec![String::new(); Column::ALL.len()];
    named(&mut start, Column::Journey, &journey.title);
    if let Some(persona) = journey.persona.and_then(|persona| workspace.personas.get(&persona.id())) {
        let persona = Value::List(vec![persona.name.clone()]);
        start[position(Column::Persona)] = write_cell(Column::Persona, &persona);
    }
    if journey.phase_order.is_empty() {
        rows.push(start.clone());
    }
    let mut above = None;
    for (_, phase) in journey.ordered_phases() {
        let mut line = start.clone();
        named(&mut line, Column::Phase, &phase.name);
        named(&mut line, Column::Goal, phase.goal.as_deref().unwrap_or_default());
        let name = crate::format::ids::key(&phase.name);
        if phase.touchpoints.is_empty() || above == Some(name.clone()) {
            rows.push(line.clone());
        }
        above = Some(name);
        for id in &phase.touchpoints {
            rows.push(touchpoint_row(workspace, journey, &flow, *id, line.clone()));
        }
    }
}

fn touchpoint_row(workspace: &Workspace, journey: &Journey, flow: &Flow, id: Id, mut line: Line) -> Line {
    let Some(touchpoint) = journey.touchpoints.get(&id) else { return line };
    let step = next_step(flow, id).ok().and_then(|key| journey.steps.get(&key));
    let card = next_handoff(flow, id).ok().and_then(|key| journey.steps.get(&key)?.card.as_ref());
    for column in Column::ALL.iter().copied() {
        let value = facts::value(workspace, (id, touchpoint), step.map(AsRef::as_ref), card, column);
        if let Some(value) = value {
            line[position(column)] = write_cell(column, &value);
        }
    }
    line
}
