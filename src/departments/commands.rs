//! The commands that lead to the registers.

use crosslane_core::model::EntityKind;
use crosslane_words::ui::departments as words;
use crosslane_words::ui::shell::group;

use super::registers::go_to;
use crate::app::{Command, State, in_workspace};
use crate::ui::Icon;

const fn to(id: &'static str, kind: EntityKind, run: fn(State)) -> Command {
    Command {
        id,
        name: words::register(kind),
        group: group::GO,
        icon: Icon::Departments,
        shortcut: None,
        applies: in_workspace,
        run,
    }
}

/// The commands of this room; the departments themselves are a view.
pub const COMMANDS: &[Command] = &[
    to("systems", EntityKind::System, |state| go_to(state, EntityKind::System)),
    to("items", EntityKind::Item, |state| go_to(state, EntityKind::Item)),
    to("subjects", EntityKind::Subject, |state| go_to(state, EntityKind::Subject)),
    to("measures", EntityKind::Measure, |state| go_to(state, EntityKind::Measure)),
    to("personas", EntityKind::Persona, |state| go_to(state, EntityKind::Persona)),
    to("channels", EntityKind::Channel, |state| go_to(state, EntityKind::Channel)),
];
