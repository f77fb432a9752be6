//! Commands of the table.

use crosslane_core::route::{Route, View};
use crosslane_words::ui::shell::group;
use crosslane_words::ui::table as words;

use super::session::shown;
use super::{clipboard, edits};
use crate::app::{Command, Shortcut, State};
use crate::reactive::prelude::*;
use crate::ui::Icon;
use crate::workspace::later::{self, PartName};

fn in_table(state: State) -> bool {
    matches!(state.route.get_untracked(), Route::Workspace { view: View::Table, .. }) && shown().is_some()
}

fn can_change(state: State) -> bool {
    in_table(state) && state.read_only.with_untracked(Option::is_none)
}

const ADD: &str = "table-add";
const INSERT: &str = "table-insert";
const DELETE: &str = "table-delete";
const UP: &str = "table-up";
const DOWN: &str = "table-down";
const COPY: &str = "table-copy";
const DETAILS: &str = "table-details";

/// A command that changes the table.
const fn change(
    id: &'static str,
    name: &'static str,
    icon: Icon,
    shortcut: Option<Shortcut>,
    run: fn(State),
) -> Command {
    Command { id, name, group: group::EDIT, icon, shortcut, applies: can_change, run }
}

fn in_part(state: State, command: &'static str) {
    later::run(state, PartName::Table, command);
}

/// The commands of this room: what they do stands in [`run`].
pub const COMMANDS: &[Command] = &[
    change(ADD, words::ADD, Icon::Add, None, |state| in_part(state, ADD)),
    change(INSERT, words::INSERT, Icon::Add, Some(Shortcut::command("enter")), |state| {
        in_part(state, INSERT);
    }),
    change(DELETE, words::DELETE, Icon::Delete, Some(Shortcut::command("delete")), |state| {
        in_part(state, DELETE);
    }),
    change(UP, words::MOVE_UP, Icon::Up, None, |state| in_part(state, UP)),
    change(DOWN, words::MOVE_DOWN, Icon::Down, None, |state| in_part(state, DOWN)),
    Command {
        id: COPY,
        name: words::COPY_ALL,
        group: group::FILE,
        icon: Icon::Duplicate,
        shortcut: None,
        applies: in_table,
        run: |state| in_part(state, COPY),
    },
    Command {
        id: DETAILS,
        name: words::DETAILS,
        group: group::LOOK,
        icon: Icon::Info,
        shortcut: Some(Shortcut::command("i")),
        applies: in_table,
        run: |state| in_part(state, DETAILS),
    },
];

/// Runs a command of this room in the table shown.
pub fn run(command: &str) {
    let Some(grid) = shown() else { return };
    match command {
        ADD => edits::append(grid),
        INSERT => edits::insert(grid),
        DELETE => edits::delete(grid),
        UP => edits::move_rows(grid, true),
        DOWN => edits::move_rows(grid, false),
        COPY => clipboard::copy_all(grid.state()),
        DETAILS => super::details(grid),
        _ => {}
    }
}
