//! The keyboard in the grid, as spreadsheets have it.

use crosslane_core::keys::Typed;
use leptos::ev;

use super::session::{At, Grid, Typing};
use super::{details, edits};
use crate::app::press;
use crate::reactive::prelude::*;
use crate::storage::Begun;

/// What a key does where nothing is being typed.
pub fn on_key(grid: Grid, event: &ev::KeyboardEvent) {
    if grid.typing.with_untracked(Option::is_some) {
        return;
    }
    let press = press(event);
    if let Some(typed) = press.typed() {
        begin(
            grid,
            match typed {
                Typed::Letter(" ") => None,
                Typed::Letter(letter) => Some(letter.to_owned()),
                Typed::Begun => Some(String::new()),
            },
        );
        // What only begins a letter goes on in the field, which has the focus by now.
        if typed != Typed::Begun {
            event.prevent_default();
        }
        event.stop_propagation();
        return;
    }
    let done = if press.alt {
        with_alt(grid, &press.key)
    } else if press.command {
        with_command(grid, &press.name(), press.shift)
    } else {
        plain(grid, &press.key, press.shift)
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
        "home" => grid.go(0, 0, shift),
        "end" => grid.go(last_row, last_column, shift),
        "arrowup" => grid.go(0, column, shift),
        "arrowdown" => grid.go(last_row, column, shift),
        "arrowleft" => grid.go(row, 0, shift),
        "arrowright" => grid.go(row, last_column, shift),
        "a" => {
            grid.anchor.set(At::default());
            grid.go(last_row, last_column, true);
        }
        "enter" => edits::insert(grid),
        "delete" | "backspace" => edits::delete(grid),
        "i" => details(grid),
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
