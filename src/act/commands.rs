//! The commands of this room.

use crosslane_core::act::story_at;
use crosslane_core::edit::Entry;
use crosslane_core::model::{EntityKind, Id, StepKey};
use crosslane_core::route::{Route, Selection, View};
use crosslane_words::ui::act::{stories as words, tab};
use crosslane_words::ui::shell::group;

use super::parts;
use crate::app::{Command, State, today};
use crate::reactive::prelude::*;
use crate::ui::Icon;
use crate::workspace::later::{self, PartName};

/// The command that tells a story of a handoff.
pub const TELL: &str = "tell-story";

const fn to(id: &'static str, kind: EntityKind, run: fn(State)) -> Command {
    Command::leading(id, tab(kind), Icon::Act, run)
}

fn go_to(state: State, kind: EntityKind) {
    state.go(state.route.get_untracked().to(View::Act, Selection::Register(kind)));
}

/// The commands; the initiatives are what the view begins with.
pub const COMMANDS: &[Command] = &[
    to("goals", EntityKind::Goal, |state| go_to(state, EntityKind::Goal)),
    to("standards", EntityKind::Standard, |state| go_to(state, EntityKind::Standard)),
    to("vocabulary", EntityKind::Term, |state| go_to(state, EntityKind::Term)),
    to("committee", EntityKind::Decision, |state| go_to(state, EntityKind::Decision)),
    to("sessions", EntityKind::Session, |state| go_to(state, EntityKind::Session)),
    to("stories", EntityKind::Story, |state| go_to(state, EntityKind::Story)),
    Command {
        id: TELL,
        name: words::TELL,
        group: group::EDIT,
        icon: Icon::Act,
        shortcut: None,
        applies: |state| chosen_handoff(state).is_some(),
        run: |state| later::run(state, PartName::Act, TELL),
    },
];

/// The handoff that is chosen.
fn chosen_handoff(state: State) -> Option<(Id, StepKey)> {
    let Route::Workspace { selection: Selection::Step(key), .. } = state.route.get_untracked() else {
        return None;
    };
    let journey = state.journey_id_untracked()?;
    let evaluation = untrack(|| state.evaluation())?;
    evaluation.flow.handoff(key).map(|_| (journey, key))
}

pub fn tell(state: State) {
    let (Some((journey, key)), Some(workspace)) = (chosen_handoff(state), state.workspace_untracked()) else {
        return;
    };
    let name = |id: Id| {
        let of = workspace.journeys.get(&journey).and_then(|journey| journey.touchpoints.get(&id));
        let owner = of.and_then(|touchpoint| touchpoint.owner);
        owner.map_or_else(String::new, |owner| parts::called(&workspace, EntityKind::Department, owner.id()))
    };
    let mut story = story_at(&workspace, journey, key, today());
    story.title = words::title(&name(key.from), &name(key.to));
    parts::add(state, Entry::Story(story));
}
