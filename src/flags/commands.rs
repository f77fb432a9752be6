//! The commands that lead to what stands beside the flags.

use crosslane_core::route::{Selection, View};
use crosslane_words::ui::flags as words;

use crate::app::{Command, State};
use crate::reactive::prelude::*;
use crate::ui::Icon;

const fn to(id: &'static str, name: &'static str, run: fn(State)) -> Command {
    Command::leading(id, name, Icon::Flag, run)
}

fn go_to(state: State, selection: Selection) {
    state.go(state.route.get_untracked().to(View::Flags, selection));
}

/// The commands of this room; the flags themselves are a view.
pub const COMMANDS: &[Command] = &[
    to("questions", words::QUESTIONS, |state| go_to(state, Selection::Questions)),
    to("thresholds", words::THRESHOLDS, |state| go_to(state, Selection::Thresholds)),
];
