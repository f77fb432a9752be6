//! The commands of this room.

use crosslane_core::beside;
use crosslane_core::route::{Selection, View};
use crosslane_words::ui::compare as words;
use crosslane_words::ui::shell::{self, group};

use crate::app::{Command, State, in_workspace, new_id, today};
use crate::ui::Icon;
use crate::workspace::later::{self, PartName};

/// The command that starts a future journey.
pub const START: &str = "start-future";

/// The commands of this room.
pub const COMMANDS: &[Command] = &[Command {
    id: START,
    name: words::START_FUTURE,
    group: group::EDIT,
    icon: Icon::Compare,
    shortcut: None,
    applies: in_workspace,
    run: |state| later::run(state, PartName::Compare, START),
}];

/// Starts a future journey from the one shown, and shows it.
pub fn start_future(state: State) {
    let (Some(present), Some((current, journey))) = (state.workspace_untracked(), state.journey_untracked())
    else {
        return;
    };
    let id = new_id();
    let title = words::future_title(shell::or_untitled(&journey.title));
    if let Some(edit) = beside::start_future(&present, current, id, title, today())
        && state.edit(&edit)
    {
        state.jump(View::Map, id, Selection::None);
        state.toast_with_undo(words::STARTED);
    }
}
