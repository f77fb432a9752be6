//! Waits and agreements of rows onto the steps and handoffs that follow their touchpoints, and what
//! finds no place into the notes.

use std::collections::HashSet;
use std::sync::Arc;

use super::column::Column;
use super::import::Detail;
use super::problem::{Problem, ProblemKind, Problems};
use super::steps::{StepTable, line};
use super::value::write_cell;
use crate::flow::Flow;
use crate::format::plan::overlay;
use crate::model::{Card, Id, Journey, Step, StepKey, Touchpoint};

/// The journey with what the details of its rows say of steps, handoffs and notes. `touchpoints` are
/// those of the rows.
pub fn place_steps(
    table: &StepTable,
    journey: &Journey,
    touchpoints: &[Id],
    details: Vec<Detail>,
    problems: &mut Problems,
) -> Journey {
    let flow = Flow::of(journey);
    let mut placed = journey.clone();
    for (id, mut detail) in touchpoints.iter().zip(details) {
        if let Some(wait) = detail.wait {
            match next_step(&flow, *id) {
                Ok(key) => put(&mut placed, key, |step| Step { wait: Some(wait), ..step }),
                Err(kind) => keep(table, &mut detail, problems, |column| column == Column::Wait, kind),
            }
        }
        if let Some(card) = detail.card.take() {
            match next_handoff(&flow, *id) {
                Ok(key) => put(&mut placed, key, |step| {
                    let known = step.card.clone().unwrap_or_default();
                    Step { card: Some(overlay::<Card>(&card, &known)), ..step }
                }),
                Err(kind) => keep(table, &mut detail, problems, |column| column != Column::Wait, kind),
            }
        }
        add_notes(&mut placed, *id, &detail.kept);
    }
    placed
}

/// Makes a problem of a column.
type Kind = fn(Column) -> ProblemKind;

/// The one step that leads from a touchpoint.
pub fn next_step(flow: &Flow, touchpoint: Id) -> Result<StepKey, Kind> {
    let node = flow.node_of(touchpoint).ok_or(ProblemKind::NoNextStep as Kind)?;
    match flow.steps_from(node) {
        [step] => Ok(flow.key(step.from, step.to)),
        [] => Err(ProblemKind::NoNextStep),
        _ => Err(ProblemKind::SeveralNextSteps),
    }
}

/// The one handoff that leads from a touchpoint.
pub fn next_handoff(flow: &Flow, touchpoint: Id) -> Result<StepKey, Kind> {
    next_step(flow, touchpoint)?;
    let node = flow.node_of(touchpoint).ok_or(ProblemKind::NoNextStep as Kind)?;
    // Handoffs stand by the node they lead from.
    let first = flow.handoffs().partition_point(|handoff| handoff.from < node);
    let mut handoffs = flow.handoffs()[first..].iter().take_while(|handoff| handoff.from == node);
    match (handoffs.next(), handoffs.next()) {
        (Some(handoff), None) => Ok(flow.key(handoff.from, handoff.to)),
        (None, _) => Err(ProblemKind::NoHandoff),
        _ => Err(ProblemKind::SeveralNextSteps),
    }
}

fn put(journey: &mut Journey, key: StepKey, change: impl FnOnce(Step) -> Step) {
    let known = journey.steps.get(&key).map(|step| step.as_ref().clone()).unwrap_or_default();
    let step = change(known.clone());
    if step != known {
        journey.steps.insert(key, Arc::new(step));
    }
}

/// Keeps the cells of some columns as lines for the notes, and tells of each.
fn keep(
    table: &StepTable,
    detail: &mut Detail,
    problems: &mut Problems,
    of: impl Fn(Column) -> bool,
    kind: Kind,
) {
    for (column, value) in detail.cells.iter().filter(|(column, _)| of(*column)) {
        let (number, header) = table.place_of(*column);
        let cell = write_cell(*column, value);
        problems.push(Problem::of_cell(kind(*column), (detail.row, number), header, &cell));
        detail.kept.push(line(header, &cell));
    }
}

/// Notes while lines are added that are not there yet.
struct Notes {
    /// The notes, with a line break before and after them.
    framed: String,
    /// Each line: what is not among them need not be looked for.
    lines: HashSet<String>,
}

impl Notes {
    fn of(text: &str) -> Self {
        let mut notes = Self { framed: String::from("\n"), lines: HashSet::new() };
        if !text.is_empty() {
            notes.push(text);
        }
        notes
    }

    fn push(&mut self, text: &str) {
        self.framed.push_str(text);
        self.framed.push('\n');
        self.lines.extend(text.split('\n').map(str::to_owned));
    }

    /// Adds a line, which may hold line breaks.
    fn add(&mut self, line: &str) {
        let may_hold = line.split('\n').all(|part| self.lines.contains(part));
        let holds = may_hold && (!line.contains('\n') || self.framed.contains(&format!("\n{line}\n")));
        if !holds {
            self.push(line);
        }
    }

    fn finish(mut self) -> String {
        self.framed.pop();
        self.framed.get(1..).unwrap_or_default().to_owned()
    }
}

/// Adds lines to the notes of a touchpoint that are not there yet.
fn add_notes(journey: &mut Journey, id: Id, lines: &[String]) {
    let Some(known) = journey.touchpoints.get(&id).filter(|_| !lines.is_empty()) else { return };
    let mut notes = Notes::of(known.notes.as_deref().unwrap_or_default());
    for line in lines {
        notes.add(line);
    }
    let notes = notes.finish();
    if known.notes.as_ref().is_none_or(|known| *known != notes) && !notes.is_empty() {
        let touchpoint = Touchpoint { notes: Some(notes), ..known.as_ref().clone() };
        journey.touchpoints.insert(id, Arc::new(touchpoint));
    }
}
