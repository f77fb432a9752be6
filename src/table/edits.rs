//! Changes made in the grid.

use crosslane_core::edit::{Edit, JourneyEdit};
use crosslane_core::format::table::grid::{PasteTold, Pasted, Target, cell, paste};
use crosslane_core::model::{Id, Touchpoint, Workspace};
use crosslane_words::ui::table as words;

use super::pasting;
use super::session::{At, Grid, Report, Typing};
use crate::app::new_id;
use crate::reactive::prelude::*;

/// What cells of the present version would become with a block pasted at `at`.
fn plan(grid: Grid, at: At, block: &[Vec<String>], decimal_comma: bool) -> Option<Pasted> {
    plan_on(grid, &*grid.state().workspace_untracked()?, at, block, decimal_comma)
}

/// What cells of a version would become with a block pasted at `at`.
fn plan_on(
    grid: Grid,
    workspace: &Workspace,
    at: At,
    block: &[Vec<String>],
    decimal_comma: bool,
) -> Option<Pasted> {
    let journey = grid.state().journey_id_untracked()?;
    let rows: Vec<Id> = workspace.journeys.get(&journey)?.ordered_touchpoints().map(|(id, _)| id).collect();
    let columns = grid.columns.get_untracked();
    let target = Target {
        workspace,
        journey,
        rows: &rows,
        columns: &columns,
        row: at.row,
        column: at.column,
        decimal_comma,
    };
    Some(paste(target, block, &mut new_id))
}

/// Sets one cell to a text that was typed over what stood there at the beginning. Where it cannot take it: why.
pub fn set_cell(grid: Grid, at: At, typing: &Typing, text: &str) -> Result<(), &'static str> {
    if text == typing.before {
        return Ok(());
    }
    let block = [vec![text.to_owned()]];
    let mut problems = None;
    typing.begun.edit(grid.state(), None, &mut |workspace| {
        let pasted = plan_on(grid, workspace, at, &block, false)?;
        let problems = problems.get_or_insert(pasted.told.problems);
        let refused = problems.iter().any(|problem| !problem.kind.is_taken());
        pasted.edit.filter(|_| !refused)
    });
    let problems = problems.unwrap_or_default();
    if let Some(refused) = problems.iter().find(|problem| !problem.kind.is_taken()) {
        return Err(words::problem(refused.kind, refused.column));
    }
    if let Some(told) = problems.first() {
        grid.state().toast(words::problem(told.kind, told.column));
    }
    Ok(())
}

/// Pastes a block where the person is. One cell fills all that is chosen, a block that fits into it
/// several times is repeated.
pub fn paste_block(grid: Grid, block: &[Vec<String>], decimal_comma: bool) {
    let (first, last) = untrack(|| grid.chosen());
    let block = repeated(block, last.row - first.row + 1, last.column - first.column + 1);
    pasting::paste(grid, first, &block, decimal_comma);
}

/// Pastes a block at a place, at once.
pub fn paste_here(grid: Grid, at: At, block: &[Vec<String>], decimal_comma: bool) {
    let Some(pasted) = plan(grid, at, block, decimal_comma) else { return };
    if pasted.edit.as_ref().is_none_or(|edit| grid.state().edit(edit)) {
        tell_pasted(grid, at, block, pasted.told);
    }
}

/// Tells what pasting a block at a place did, and goes to its end.
pub fn tell_pasted(grid: Grid, at: At, block: &[Vec<String>], told: PasteTold) {
    let summary = words::pasted(told.cells, told.added, told.entries);
    if told.problems.is_empty() {
        grid.report.set(None);
        grid.state().toast(summary);
    } else {
        grid.report.set(Some(Report { summary, problems: told.problems }));
    }
    let width = block.iter().map(Vec::len).max().unwrap_or(1);
    grid.anchor.set(at);
    grid.go(at.row + block.len().max(1) - 1, at.column + width.max(1) - 1, true);
}

/// The block, repeated to fill `rows` × `columns` where it fits there a whole number of times.
fn repeated(block: &[Vec<String>], rows: usize, columns: usize) -> Vec<Vec<String>> {
    let height = block.len();
    let width = block.iter().map(Vec::len).max().unwrap_or(0);
    let fits = |all: usize, one: usize| one > 0 && all > one && all.is_multiple_of(one);
    let down = if fits(rows, height) { rows } else { height };
    let across = if fits(columns, width) { columns } else { width };
    let text = |row: usize, column: usize| {
        block
            .get(row % height.max(1))
            .and_then(|cells| cells.get(column % width.max(1)))
            .cloned()
            .unwrap_or_default()
    };
    (0..down).map(|row| (0..across).map(|column| text(row, column)).collect()).collect()
}

/// Empties what is chosen.
pub fn clear(grid: Grid) {
    let (first, last) = untrack(|| grid.chosen());
    let count = grid.count();
    if first.row >= count {
        return;
    }
    let rows = last.row.min(count - 1) - first.row + 1;
    let block = vec![vec![String::new(); last.column - first.column + 1]; rows];
    if let Some(edit) = plan(grid, first, &block, false).and_then(|pasted| pasted.edit) {
        grid.state().edit(&edit);
    }
}

/// The text of a cell as it can be typed back.
pub fn text_at(grid: Grid, at: At) -> String {
    let row = grid.rows.with_untracked(|rows| rows.list.get(at.row).copied());
    let text = || {
        let (touchpoint, phase) = row?;
        let workspace = grid.state().workspace_untracked()?;
        let (_, journey) = grid.state().journey_untracked()?;
        let evaluation = untrack(|| grid.state().evaluation())?;
        let phase = journey.phases.get(&phase)?;
        Some(cell(&workspace, &journey, &evaluation.flow, phase, touchpoint, grid.column(at.column)?))
    };
    text().unwrap_or_default()
}

/// Adds a touchpoint below the row where the person is, in its phase, and goes there.
pub fn insert(grid: Grid) {
    let at = grid.at.get_untracked();
    let place = grid.rows.with_untracked(|rows| rows.list.get(at.row).copied());
    let Some((above, phase)) = place else { return append(grid) };
    let Some((_, journey)) = grid.state().journey_untracked() else { return };
    let position = journey.place_of(above).map(|(_, position)| position + 1);
    let touchpoint = Box::new(Touchpoint::default());
    let edit = JourneyEdit::AddTouchpoint { id: new_id(), touchpoint, phase, to: position };
    if grid.state().edit_journey(edit) {
        grid.go(at.row + 1, 0, false);
    }
}

/// Goes to where the next touchpoint is typed.
pub fn append(grid: Grid) {
    grid.go(grid.count(), 0, false);
}

/// The touchpoints of the chosen rows, with the first row.
fn chosen_rows(grid: Grid) -> (usize, Vec<Id>) {
    let (first, last) = untrack(|| grid.chosen());
    let ids = (first.row..=last.row).filter_map(|row| grid.touchpoint(row)).collect();
    (first.row, ids)
}

/// Deletes the chosen rows.
pub fn delete(grid: Grid) {
    let (first, ids) = chosen_rows(grid);
    let Some(journey) = grid.state().journey_id_untracked() else { return };
    let edits: Vec<Edit> =
        ids.iter().map(|id| Edit::InJourney(journey, JourneyEdit::RemoveTouchpoint(*id))).collect();
    if !edits.is_empty() && grid.state().edit(&Edit::Batch(edits)) {
        grid.state().toast(words::deleted(ids.len()));
        let column = grid.at.get_untracked().column;
        grid.go(first, column, false);
    }
}

/// Moves the chosen rows one place up or down, into the next phase at its edge.
pub fn move_rows(grid: Grid, up: bool) {
    let (_, ids) = chosen_rows(grid);
    let Some((journey_id, journey)) = grid.state().journey_untracked() else { return };
    let edge = if up { ids.first() } else { ids.last() };
    let Some((phase, position)) = edge.and_then(|id| journey.place_of(*id)) else { return };
    let at = journey.phase_order.iter().position(|other| *other == phase).unwrap_or_default();
    let length = |phase: Id| journey.phases.get(&phase).map_or(0, |phase| phase.touchpoints.len());
    let inside = if up { position > 0 } else { position + 1 < length(phase) };
    let beside = if up { at.checked_sub(1) } else { Some(at + 1) };
    let target = match (inside, beside.and_then(|beside| journey.phase_order.get(beside).copied())) {
        // Positions count among the others: the rows that move are taken out first.
        (true, _) if up => Some((phase, position - 1)),
        (true, _) => Some((phase, position + 2 - moved_in(&ids, &journey, phase))),
        (false, Some(beside)) => Some((beside, if up { length(beside) } else { 0 })),
        (false, None) => None,
    };
    let Some((phase, start)) = target else { return grid.state().toast(words::CANNOT_MOVE) };
    let edits = moves(journey_id, &ids, phase, start, &journey);
    if grid.state().edit(&Edit::Batch(edits)) {
        follow(grid, &ids);
    }
}

/// How many of the rows stand in a phase.
fn moved_in(ids: &[Id], journey: &crosslane_core::model::Journey, phase: Id) -> usize {
    ids.iter().filter(|id| journey.place_of(**id).is_some_and(|(own, _)| own == phase)).count()
}

/// The edits that put rows one after another into a phase, from `start` among the rows that stay.
fn moves(
    journey_id: Id,
    ids: &[Id],
    phase: Id,
    start: usize,
    journey: &crosslane_core::model::Journey,
) -> Vec<Edit> {
    let put = |id: Id, to: usize| Edit::InJourney(journey_id, JourneyEdit::MoveTouchpoint { id, phase, to });
    // First behind everything, in order; then each to its place: no row on the way counts twice.
    let end = journey.phases.get(&phase).map_or(0, |phase| phase.touchpoints.len()) + ids.len();
    let away = ids.iter().map(|id| put(*id, end));
    let into = ids.iter().enumerate().map(|(at, id)| put(*id, start + at));
    away.chain(into).collect()
}

/// Keeps the moved rows chosen.
fn follow(grid: Grid, ids: &[Id]) {
    let place = |id: Option<&Id>| {
        let id = *id?;
        grid.rows.with_untracked(|rows| rows.list.iter().position(|(other, _)| *other == id))
    };
    if let (Some(first), Some(last)) = (place(ids.first()), place(ids.last())) {
        let (at, anchor) = (grid.at.get_untracked(), grid.anchor.get_untracked());
        let down = at.row >= anchor.row;
        grid.anchor.set(At { row: if down { first } else { last }, column: anchor.column });
        grid.go(if down { last } else { first }, at.column, true);
    }
}
