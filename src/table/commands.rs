//! Commands of the table.

use crosslane_core::route::{Route, View};
use crosslane_words::ui::shell::group;
use crosslane_words::ui::table as words;

use super::session::{Grid, shown};
use super::{clipboard, edits};
use crate::app::{Command, Shortcut, State};
use crate::reactive::prelude::*;
use crate::ui::Icon;

fn in_table(state: State) -> bool {
    matches!(state.route.get_untracked(), Route::Workspace { view: View::Table, .. }) && shown().is_some()
}

fn can_change(state: State) -> bool {
    in_table(state) && state.read_only.with_untracked(Option::is_none)
}

fn with_grid(run: impl FnOnce(Grid)) {
    if let Some(grid) = shown() {
        run(grid);
    }
}

const fn command(
    id: &'static str,
    name: &'static str,
    icon: Icon,
    shortcut: Option<Shortcut>,
    run: fn(State),
) -> Command {
    Command { id, name, group: group::EDIT, icon, shortcut, applies: can_change, run }
}

/// The commands of this room.
pub const COMMANDS: &[Command] = &[
    command("table-add", words::ADD, Icon::Add, None, |_| with_grid(edits::append)),
    command("table-insert", words::INSERT, Icon::Add, Some(Shortcut::command("enter")), |_| {
        with_grid(edits::insert);
    }),
    command("table-delete", words::DELETE, Icon::Delete, Some(Shortcut::command("delete")), |_| {
        with_grid(edits::delete);
    }),
    command("table-up", words::MOVE_UP, Icon::Up, None, |_| with_grid(|grid| edits::move_rows(grid, true))),
    command("table-down", words::MOVE_DOWN, Icon::Down, None, |_| {
        with_grid(|grid| edits::move_rows(grid, false));
    }),
    Command {
        id: "table-copy",
        name: words::COPY_ALL,
        group: group::FILE,
        icon: Icon::Duplicate,
        shortcut: None,
        applies: in_table,
        run: clipboard::copy_all,
    },
    Command {
        id: "table-details",
        name: words::DETAILS,
        group: group::LOOK,
        icon: Icon::Info,
        shortcut: Some(Shortcut::command("i")),
        applies: in_table,
        run: |_| with_grid(super::details),
    },
];
