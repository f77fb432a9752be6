//! What goes out: files in many formats, pictures, a link; all of it, or less.

mod choices;
mod download;
mod export;
mod file;
mod link;
mod picture;

use crosslane_words::ui::sharing as words;
use crosslane_words::ui::shell::group;

use export::export;
use link::link;

use crate::app::{Command, Dialog, Shortcut, in_workspace};
use crate::ui::Icon;
use crate::workspace::later::{Asked, LaterPart};

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    dialog: |dialog| if dialog == Dialog::Export { export() } else { link() },
    answer: |state, asked| match asked {
        Asked::Command("download-table") => download::download_table(state),
        Asked::Command("download-diagram") => download::download_diagram(state),
        _ => {}
    },
    ..LaterPart::NONE
};

/// The commands of this room.
pub const COMMANDS: &[Command] = &[
    Command {
        id: "export",
        name: words::EXPORT,
        group: group::FILE,
        icon: Icon::Download,
        shortcut: Some(Shortcut::command_shift("e")),
        applies: in_workspace,
        run: |state| Dialog::Export.open(state),
    },
    Command {
        id: "share-link",
        name: words::LINK,
        group: group::FILE,
        icon: Icon::Link,
        shortcut: None,
        applies: in_workspace,
        run: |state| Dialog::ShareLink.open(state),
    },
];
