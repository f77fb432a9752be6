//! The commands that lead to the registers.

use crosslane_core::model::EntityKind;
use crosslane_words::ui::departments as words;

use super::registers::go_to;
use crate::app::{Command, State};
use crate::ui::Icon;

const fn to(id: &'static str, kind: EntityKind, run: fn(State)) -> Command {
    Command::leading(id, words::register(kind), Icon::Departments, run)
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
