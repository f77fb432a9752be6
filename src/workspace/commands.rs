//! The commands on a workspace.

use crosslane_core::route::View;
use crosslane_words::ui::home as files_words;
use crosslane_words::ui::shell::{self, group};
use crosslane_words::ui::storage as storage_words;

use super::later::{self, PartName};
use super::{download, header};
use crate::app::{Command, Dialog, Shortcut, State, in_workspace};
use crate::files::handle;
use crate::reactive::prelude::*;
use crate::ui::Icon;

const fn go(view: View, key: &'static str, icon: Icon, run: fn(State)) -> Command {
    Command {
        id: view.word(),
        name: shell::view(view),
        group: group::GO,
        icon,
        shortcut: Some(Shortcut::key(key)),
        applies: in_workspace,
        run,
    }
}

/// The commands of this room.
pub const COMMANDS: &[Command] = &[
    go(View::Map, "1", Icon::Map, |state| state.go_to_view(View::Map)),
    go(View::Table, "2", Icon::Table, |state| state.go_to_view(View::Table)),
    go(View::Handoffs, "3", Icon::Handoffs, |state| state.go_to_view(View::Handoffs)),
    go(View::Flags, "4", Icon::Flag, |state| state.go_to_view(View::Flags)),
    go(View::Departments, "5", Icon::Departments, |state| state.go_to_view(View::Departments)),
    go(View::Act, "6", Icon::Act, |state| state.go_to_view(View::Act)),
    go(View::Compare, "7", Icon::Compare, |state| state.go_to_view(View::Compare)),
    go(View::Snapshots, "8", Icon::Progress, |state| state.go_to_view(View::Snapshots)),
    go(View::Report, "9", Icon::Print, |state| state.go_to_view(View::Report)),
    Command {
        id: "switch-journey",
        name: shell::SWITCH_JOURNEY,
        group: group::GO,
        icon: Icon::Down,
        shortcut: Some(Shortcut::key("j")),
        applies: in_workspace,
        run: |state| state.dialog.set(Some(Dialog::Journeys)),
    },
    Command {
        id: "add-journey",
        name: shell::ADD_JOURNEY,
        group: group::EDIT,
        icon: Icon::Add,
        shortcut: None,
        applies: in_workspace,
        run: header::add_journey,
    },
    Command {
        id: "undo",
        name: shell::UNDO,
        group: group::EDIT,
        icon: Icon::Undo,
        shortcut: Some(Shortcut::command("z")),
        applies: in_workspace,
        run: State::undo,
    },
    Command {
        id: "redo",
        name: shell::REDO,
        group: group::EDIT,
        icon: Icon::Redo,
        shortcut: Some(Shortcut::command_shift("z")),
        applies: in_workspace,
        run: State::redo,
    },
    Command {
        id: "download",
        name: files_words::DOWNLOAD_FILE,
        group: group::FILE,
        icon: Icon::Download,
        shortcut: Some(Shortcut::command("s")),
        applies: in_workspace,
        run: download::save_open,
    },
    Command {
        id: "save-to-file",
        name: storage_words::SAVE_TO_FILE,
        group: group::FILE,
        icon: Icon::Download,
        shortcut: Some(Shortcut::command_shift("s")),
        applies: |state| in_workspace(state) && handle::can_hold(),
        run: download::save_to_file,
    },
    Command {
        id: "download-table",
        name: files_words::DOWNLOAD_TABLE,
        group: group::FILE,
        icon: Icon::Download,
        shortcut: None,
        applies: in_workspace,
        run: |state| later::run(state, PartName::Sharing, "download-table"),
    },
    Command {
        id: "download-diagram",
        name: files_words::DOWNLOAD_DIAGRAM,
        group: group::FILE,
        icon: Icon::Download,
        shortcut: None,
        applies: in_workspace,
        run: |state| later::run(state, PartName::Sharing, "download-diagram"),
    },
    Command {
        id: "rename",
        name: files_words::RENAME,
        group: group::FILE,
        icon: Icon::More,
        shortcut: None,
        applies: in_workspace,
        run: |state| state.dialog.set(Some(Dialog::RenameWorkspace)),
    },
];
