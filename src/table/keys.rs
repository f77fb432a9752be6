//! The keyboard in the grid, as spreadsheets have it.

use leptos::ev;

use super::session::{At, Grid, Typing};
use super::{details, edits};
use crate::reactive::prelude::*;
use crate::storage::Begun;

/// What a key does where nothing is being typed.
pub fn on_key(grid: Grid, event: &ev::KeyboardEvent) {
    if grid.typing.with_untracked(Option::is_some) {
        return;
    }
    let command = event.ctrl_key() || event.meta_key();
    let done = if event.alt_key() {
        with_alt(grid, &event.key())
    } else if command {
        with_command(grid, &event.key(), event.shift_key())
    } else {
        plain(grid, &event.key(), event.shift_key())
    };
    if done {
        event.prevent_default();
        event.stop_propagation();
    }
}

fn with_alt(grid: Grid, key: &str) -> bool {
    match key {
        "ArrowUp" => edits::move_rows(grid, true),
        "ArrowDown" => edits::move_rows(grid, false),
        _ => return false,
    }
    true
}

fn with_command(grid: Grid, key: &str, shift: bool) -> bool {
    let At { row, column } = grid.at.get_untracked();
    let last_column = grid.columns.with_untracked(Vec::len).saturating_sub(1);
    let last_row = grid.count().saturating_sub(1);
    match key {
        "Home" => grid.go(0, 0, shift),
        "End" => grid.go(last_row, last_column, shift),
        "ArrowUp" => grid.go(0, column, shift),
        "ArrowDown" => grid.go(last_row, column, shift),
        "ArrowLeft" => grid.go(row, 0, shift),
        "ArrowRight" => grid.go(row, last_column, shift),
        "a" | "A" => {
            grid.anchor.set(At::default());
            grid.go(last_row, last_column, true);
        }
        "Enter" => edits::insert(grid),
        "Delete" | "Backspace" => edits::delete(grid),
        "i" | "I" => details(grid),
        _ => return false,
    }
    true
}

fn plain(grid: Grid, key: &str, shift: bool) -> bool {
    let At { row, column } = grid.at.get_untracked();
    let last_column = grid.columns.with_untracked(Vec::len).saturating_sub(1);
    let page = grid.sight.get_untracked().1.saturating_sub(2).max(1);
    match key {
        "ArrowUp" => grid.go(row.saturating_sub(1), column, shift),
        "ArrowDown" => grid.go(row + 1, column, shift),
        "ArrowLeft" => grid.go(row, column.saturating_sub(1), shift),
        "ArrowRight" => grid.go(row, column + 1, shift),
        "Home" => grid.go(row, 0, shift),
        "End" => grid.go(row, last_column, shift),
        "PageUp" => grid.go(row.saturating_sub(page), column, shift),
        "PageDown" => grid.go(row + page, column, shift),
        // At the ends of a row the key leads on as it does elsewhere on the page.
        "Tab" if !shift && column < last_column => grid.go(row, column + 1, false),
        "Tab" if shift && column > 0 => grid.go(row, column - 1, false),
        "Enter" | "F2" => begin(grid, None),
        "Delete" | "Backspace" => edits::clear(grid),
        "Escape" => grid.go(row, column, false),
        // A key of a keyboard that composes letters: the field takes what comes next.
        "Process" | "Dead" => begin(grid, Some(String::new())),
        typed if typed.chars().count() == 1 && typed != " " => begin(grid, Some(typed.to_owned())),
        " " => begin(grid, None),
        _ => return false,
    }
    true
}

/// Begins to type into the cell: over what stands there, or going on from it.
pub fn begin(grid: Grid, over: Option<String>) {
    if let Some(reason) = grid.state().read_only.get_untracked() {
        grid.state().toast(reason);
        return;
    }
    let at = grid.at.get_untracked();
    grid.anchor.set(at);
    let before = edits::text_at(grid, at);
    let text = over.unwrap_or_else(|| before.clone());
    grid.typing.set(Some(Typing { text, before, begun: Begun::now(grid.state()) }));
}
