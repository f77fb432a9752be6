//! The commands that lead to what stands beside the flags.

use crosslane_core::route::{Selection, View};
use crosslane_words::ui::flags as words;
use crosslane_words::ui::shell::group;
use leptos::prelude::*;

use crate::app::{Command, State, in_workspace};
use crate::ui::Icon;

const fn to(id: &'static str, name: &'static str, run: fn(State)) -> Command {
    Command { id, name, group: group::GO, icon: Icon::Flag, shortcut: None, applies: in_workspace, run }
}

fn go_to(state: State, selection: Selection) {
    state.go(state.route.get_untracked().to(View::Flags, selection));
}

/// The commands of this room; the flags themselves are a view.
pub const COMMANDS: &[Command] = &[
    to("questions", words::QUESTIONS, |state| go_to(state, Selection::Questions)),
    to("thresholds", words::THRESHOLDS, |state| go_to(state, Selection::Thresholds)),
];
