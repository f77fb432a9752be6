//! A block of cells pasted into the grid of a journey, as one edit.

use std::collections::{HashMap, HashSet};

use serde::{Deserialize, Serialize};

use super::draft::{Draft, DraftRow};
use super::phases::{Row, rephase};
use crate::edit::form::put_card;
use crate::edit::{Edit, JourneyEdit, apply};
use crate::flow::Flow;
use crate::format::table::names::Names;
use crate::format::table::placement::{next_handoff, next_step};
use crate::format::table::{Column, ProblemKind};
use crate::model::{Card, Fields, Id, Journey, Phase, Touchpoint, Workspace};
use crate::sort::Sort;

/// Where a block is pasted.
#[derive(Clone, Copy)]
pub struct Target<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// The journey whose grid it is.
    pub journey: Id,
    /// The rows of the grid: its touchpoints in order.
    pub rows: &'a [Id],
    /// The columns of the grid, in order.
    pub columns: &'a [Column],
    /// The first row of the block, from 0; rows beyond the last one become new touchpoints.
    pub row: usize,
    /// The first column of the block, from 0.
    pub column: usize,
    /// Numbers have a comma before the fraction.
    pub decimal_comma: bool,
}

/// What is to be known about a pasted cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PasteKind {
    /// The column cannot hold it; the cell stayed as it was.
    Unreadable,
    /// Several values where there is one: the first was taken.
    Several,
    /// Several owners: the first owns the touchpoint, the others are responsible.
    SeveralOwners,
    /// A wait or an agreement where no step follows; not taken.
    NoNextStep,
    /// A wait or an agreement where several steps follow; not taken.
    SeveralNextSteps,
    /// An agreement where no handoff follows; not taken.
    NoHandoff,
    /// A number without a unit was taken as minutes.
    AssumedMinutes,
    /// Business days were taken as a range of elapsed days.
    BusinessDays,
    /// The row of headers was left out.
    Headers,
    /// Beyond the last column; not taken.
    Beyond,
}

impl PasteKind {
    /// Whether the cell was taken as it was meant; otherwise it stayed as it was.
    pub fn is_taken(self) -> bool {
        matches!(self, Self::Several | Self::SeveralOwners | Self::AssumedMinutes | Self::BusinessDays)
    }
}

/// Something to know about a pasted cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasteProblem {
    /// The row of the grid, from 0.
    pub row: usize,
    /// Its column.
    pub column: Column,
    /// The start of what stands there.
    pub text: String,
    /// What is to be known.
    pub kind: PasteKind,
}

/// What pasting a block does.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pasted {
    /// The edit, one step of undo; `None` where nothing changes.
    pub edit: Option<Edit>,
    /// What is told of it.
    pub told: PasteTold,
}

/// What is told of a pasted block.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasteTold {
    /// Cells that were set.
    pub cells: usize,
    /// Touchpoints that were added.
    pub added: usize,
    /// Register entries that were made.
    pub entries: usize,
    /// What is to be known, by row.
    pub problems: Vec<PasteProblem>,
}

/// Pastes a block. An empty cell makes what it is pasted on unknown. `new_id` gives fresh identifiers.
pub fn paste(target: Target<'_>, block: &[Vec<String>], new_id: &mut dyn FnMut() -> Id) -> Pasted {
    let Some(journey) = target.workspace.journeys.get(&target.journey) else {
        return Pasted::default();
    };
    let mut draft = Draft::new(target.workspace, target.journey, target.decimal_comma, new_id);
    read(target, journey, block, &mut draft);
    let rows = std::mem::take(&mut draft.rows);
    let mut edits: Vec<Edit> = draft.entry_edits().collect();
    let ids = touchpoints(target, journey, &rows, &mut draft, &mut edits);
    let moves = phases(target, journey, &rows, &ids, &mut draft, &edits);
    edits = begun_in_place(edits, moves);
    let trial = settle(target, &edits);
    edits.extend(goals(target, &rows, &ids, &trial));
    edits.extend(steps(target, &rows, &ids, &trial, &mut draft));
    let added = ids.len() - target.rows.len();
    let mut problems = std::mem::take(&mut draft.problems);
    problems.arrange_by_key(|problem| (problem.row, problem.kind));
    let entries = draft.entries.len();
    let edit = (!edits.is_empty()).then_some(Edit::Batch(edits));
    Pasted { edit, told: PasteTold { cells: draft.cells, added, entries, problems } }
}

type Rows = std::collections::BTreeMap<usize, DraftRow>;

/// Reads the cells of the block into drafts of their rows.
fn read(target: Target<'_>, journey: &Journey, block: &[Vec<String>], draft: &mut Draft<'_>) {
    let columns = target.columns.get(target.column..).unwrap_or_default();
    let headed = block.first().is_some_and(|first| names_columns(first, columns));
    if headed && let Some(column) = columns.first() {
        draft.tell(target.row, *column, "", PasteKind::Headers);
    }
    let width = block.iter().map(Vec::len).max().unwrap_or_default();
    let mut row = target.row;
    for cells in block.iter().skip(usize::from(headed)) {
        let before = target.rows.get(row).and_then(|id| journey.touchpoints.get(id)).map(AsRef::as_ref);
        // A row without any text adds no touchpoint.
        if before.is_none() && cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        for across in 0..width {
            let text = cells.get(across).map_or("", String::as_str);
            match columns.get(across) {
                Some(column) => draft.set(row, before, *column, text),
                None if text.trim().is_empty() => {}
                None => {
                    if let Some(last) = columns.last() {
                        draft.tell(row, *last, text, PasteKind::Beyond);
                    }
                }
            }
        }
        row += 1;
    }
}

/// Whether a row holds nothing but the headers of the columns it would land in.
fn names_columns(cells: &[String], columns: &[Column]) -> bool {
    let names = |(cell, column): (&String, &Column)| {
        cell.trim().is_empty() || Names::all().of(cell).iter().any(|candidate| candidate.column == *column)
    };
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    filled >= 2 && cells.len() <= columns.len() && cells.iter().zip(columns).all(names)
}

/// The edits of the touchpoints themselves, and the touchpoint of every row of the grid afterwards.
fn touchpoints(
    target: Target<'_>,
    journey: &Journey,
    rows: &Rows,
    draft: &mut Draft<'_>,
    edits: &mut Vec<Edit>,
) -> Vec<Id> {
    let mut ids = target.rows.to_vec();
    let mut last = target.rows.last().and_then(|id| journey.place_of(*id)).map(|(phase, _)| phase);
    last = last.or_else(|| journey.phase_order.last().copied());
    for (row, of) in rows {
        if let Some(id) = target.rows.get(*row) {
            if journey.touchpoints.get(id).is_some_and(|before| **before != of.touchpoint) {
                edits.push(put(target, JourneyEdit::PutTouchpoint(*id, Box::new(of.touchpoint.clone()))));
            }
            continue;
        }
        let phase = *last.get_or_insert_with(|| {
            let id = draft.fresh_id();
            let phase = Phase { name: of.phase.clone().unwrap_or_default(), ..Phase::default() };
            edits.push(put(target, JourneyEdit::AddPhase { id, phase: Box::new(phase), to: None }));
            id
        });
        let id = draft.fresh_id();
        ids.push(id);
        let touchpoint = Box::new(of.touchpoint.clone());
        edits.push(put(target, JourneyEdit::AddTouchpoint { id, touchpoint, phase, to: None }));
    }
    ids
}

/// The edits that give rows their phases.
fn phases(
    target: Target<'_>,
    journey: &Journey,
    rows: &Rows,
    ids: &[Id],
    draft: &mut Draft<'_>,
    edits: &[Edit],
) -> Vec<Edit> {
    if rows.values().all(|row| row.phase.is_none()) {
        return Vec::new();
    }
    let trial = settle(target, edits);
    let journey = trial.journeys.get(&target.journey).map_or(journey, AsRef::as_ref);
    let names = new_names(target, rows);
    let at: HashMap<Id, usize> = ids.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let row = |phase: Id, touchpoint: Id| Row {
        touchpoint,
        phase,
        name: at.get(&touchpoint).and_then(|at| names.get(at)).cloned(),
    };
    let all: Vec<Row> = journey
        .ordered_phases()
        .flat_map(|(phase, of)| of.touchpoints.iter().map(move |id| (phase, *id)))
        .map(|(phase, touchpoint)| row(phase, touchpoint))
        .collect();
    rephase(target.journey, journey, &all, &mut || draft.fresh_id())
}

/// New touchpoints begin where they would be moved to: a move looks for where something stands, through all phases.
fn begun_in_place(edits: Vec<Edit>, moves: Vec<Edit>) -> Vec<Edit> {
    let moved: HashSet<Id> = moves.iter().filter_map(moved_in).collect();
    let mut new: HashMap<Id, Box<Touchpoint>> = HashMap::new();
    let mut begun = Vec::with_capacity(edits.len() + moves.len());
    for edit in edits {
        match edit {
            Edit::InJourney(_, JourneyEdit::AddTouchpoint { id, touchpoint, .. }) if moved.contains(&id) => {
                new.insert(id, touchpoint);
            }
            other => begun.push(other),
        }
    }
    begun.extend(moves.into_iter().map(|edit| match edit {
        Edit::InJourney(journey, JourneyEdit::MoveTouchpoint { id, phase, to }) => {
            let edit = match new.remove(&id) {
                Some(touchpoint) => JourneyEdit::AddTouchpoint { id, touchpoint, phase, to: Some(to) },
                None => JourneyEdit::MoveTouchpoint { id, phase, to },
            };
            Edit::InJourney(journey, edit)
        }
        other => other,
    }));
    begun
}

/// The touchpoint that an edit moves.
fn moved_in(edit: &Edit) -> Option<Id> {
    match edit {
        Edit::InJourney(_, JourneyEdit::MoveTouchpoint { id, .. }) => Some(*id),
        _ => None,
    }
}

/// The names of phases by row. A new row whose cell is empty stands in the phase of the row above, as
/// merged cells do.
fn new_names(target: Target<'_>, rows: &Rows) -> HashMap<usize, String> {
    let mut names: HashMap<usize, String> = HashMap::new();
    for (row, of) in rows {
        let above = || row.checked_sub(1).and_then(|above| names.get(&above)).cloned();
        let name = match &of.phase {
            Some(name) if name.is_empty() && *row >= target.rows.len() => above(),
            other => other.clone(),
        };
        if let Some(name) = name {
            names.insert(*row, name);
        }
    }
    names
}

/// The workspace after some edits; as it is where they do not fit, which the whole edit will tell.
fn settle(target: Target<'_>, edits: &[Edit]) -> Workspace {
    let applied = apply(target.workspace, &Edit::Batch(edits.to_vec()));
    applied.map_or_else(|_| target.workspace.clone(), |applied| applied.workspace)
}

/// The edits of the goals of phases; of several rows of one phase the last one counts.
fn goals(target: Target<'_>, rows: &Rows, ids: &[Id], trial: &Workspace) -> Vec<Edit> {
    let Some(journey) = trial.journeys.get(&target.journey) else { return Vec::new() };
    let goal = |(row, of): (&usize, &DraftRow)| {
        let goal = of.goal.clone()?;
        let (id, _) = journey.place_of(*ids.get(*row)?)?;
        let phase = journey.phases.get(&id)?;
        let mut changed = phase.as_ref().clone();
        (&mut changed as &mut dyn Fields).set("goal", goal);
        (**phase != changed).then(|| put(target, JourneyEdit::PutPhase(id, Box::new(changed))))
    };
    rows.iter().filter_map(goal).collect()
}

/// The edits of waits and cards: of the steps that follow once everything else is in place.
fn steps(target: Target<'_>, rows: &Rows, ids: &[Id], trial: &Workspace, draft: &mut Draft<'_>) -> Vec<Edit> {
    let mut edits = Vec::new();
    let touched = rows.iter().filter(|(_, row)| row.wait.is_some() || !row.card.is_empty());
    let mut touched = touched.peekable();
    let journey = trial.journeys.get(&target.journey).filter(|_| touched.peek().is_some());
    let Some(journey) = journey else { return edits };
    let flow = Flow::of(journey);
    for (row, of) in touched {
        let Some(id) = ids.get(*row).copied() else { continue };
        if let Some((wait, text)) = &of.wait {
            match next_step(&flow, id) {
                Ok(key) => edits.push(put(target, JourneyEdit::SetWait(key, *wait))),
                Err(_) if wait.is_none() => {}
                Err(kind) => draft.tell(*row, Column::Wait, text, kind_of(kind(Column::Wait))),
            }
        }
        if of.card.is_empty() {
            continue;
        }
        match next_handoff(&flow, id) {
            Ok(key) => {
                let before = journey.steps.get(&key).and_then(|step| step.card.clone()).unwrap_or_default();
                let mut card: Card = before.clone();
                for (_, field, datum, _) in &of.card {
                    (&mut card as &mut dyn Fields).set(field, datum.clone());
                }
                if card != before {
                    edits.push(put(target, put_card(key, card)));
                }
            }
            Err(kind) => {
                for (column, _, _, text) in of.card.iter().filter(|(.., text)| !text.trim().is_empty()) {
                    draft.tell(*row, *column, text, kind_of(kind(*column)));
                }
            }
        }
    }
    edits
}

fn kind_of(kind: ProblemKind) -> PasteKind {
    match kind {
        ProblemKind::SeveralNextSteps(_) => PasteKind::SeveralNextSteps,
        ProblemKind::NoHandoff(_) => PasteKind::NoHandoff,
        _ => PasteKind::NoNextStep,
    }
}

fn put(target: Target<'_>, edit: JourneyEdit) -> Edit {
    Edit::InJourney(target.journey, edit)
}
