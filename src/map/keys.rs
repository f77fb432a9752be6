//! What can be done on the map, by name and key.

use crosslane_core::layout::{Move, Side};
use crosslane_core::model::Id;
use crosslane_core::route::{Route, Selection, View};
use crosslane_words::ui::map as words;
use crosslane_words::ui::shell::group;

use super::session::Laning;
use super::{edits, link, owner, toolbar, viewport, walk};
use crate::app::{Command, Shortcut, State};
use crate::reactive::prelude::*;
use crate::ui::Icon;

/// Where the keys of the map work.
const WITHIN: &str = "#map-canvas";

const fn key(key: &'static str) -> Shortcut {
    Shortcut::key(key).within(WITHIN)
}

const fn alt(key: &'static str) -> Shortcut {
    Shortcut::alt(key).within(WITHIN)
}

const fn command(
    id: &'static str,
    name: &'static str,
    icon: Icon,
    keys: Shortcut,
    applies: fn(State) -> bool,
    run: fn(State),
) -> Command {
    Command { id, name, group: group::MAP, icon, shortcut: Some(keys), applies, run }
}

/// Whether the map of a journey is shown.
fn on_map(state: State) -> bool {
    matches!(state.route.get_untracked(), Route::Workspace { view: View::Map, .. })
        && state.map().scene().is_some()
}

/// What is chosen on the map.
pub fn chosen(state: State) -> Selection {
    if on_map(state) { untrack(|| state.selection()) } else { Selection::None }
}

fn chosen_touchpoint(state: State) -> Option<Id> {
    on_map(state).then(|| state.map().scene()?.chosen_touchpoint()).flatten()
}

fn on_touchpoint(state: State) -> bool {
    chosen_touchpoint(state).is_some()
}

fn on_touchpoint_by_department(state: State) -> bool {
    on_touchpoint(state) && state.map().laning.get_untracked() == Laning::Department
}

fn on_anything(state: State) -> bool {
    chosen(state) != Selection::None
}

fn on_card_or_phase(state: State) -> bool {
    matches!(chosen(state), Selection::Touchpoint(_) | Selection::Phase(_))
}

/// Does something with the touchpoint chosen.
pub fn with_touchpoint(state: State, work: impl FnOnce(Id)) {
    if let Some(id) = chosen_touchpoint(state) {
        work(id);
    }
}

/// The commands of the map.
pub const COMMANDS: &[Command] = &[
    command("map-left", words::GO_LEFT, Icon::Left, key("arrowleft"), on_map, |state| {
        walk::go(state, Side::Left);
    }),
    command("map-right", words::GO_RIGHT, Icon::Right, key("arrowright"), on_map, |state| {
        walk::go(state, Side::Right);
    }),
    command("map-up", words::GO_UP, Icon::Up, key("arrowup"), on_map, |state| walk::climb(state, Move::Up)),
    command("map-down", words::GO_DOWN, Icon::Down, key("arrowdown"), on_map, |state| {
        walk::climb(state, Move::Down);
    }),
    command("map-first", words::GO_FIRST, Icon::Left, key("home"), on_map, |state| {
        walk::go_to_end(state, Side::Left);
    }),
    command("map-last", words::GO_LAST, Icon::Right, key("end"), on_map, |state| {
        walk::go_to_end(state, Side::Right);
    }),
    command("map-step", words::GO_STEP, Icon::Handoffs, key("s"), on_touchpoint_by_department, walk::to_step),
    command("map-leave", words::LEAVE, Icon::Close, key("escape"), on_anything, walk::leave),
    command("map-edit", words::EDIT, Icon::Keyboard, key("enter"), on_anything, walk::edit),
    command("map-add", words::ADD_AFTER, Icon::Add, key("n"), on_card_or_phase, walk::add),
    command("map-add-phase", words::ADD_PHASE_AFTER, Icon::Add, key("p"), on_map, walk::add_phase),
    command("map-owner", words::CHOOSE_OWNER, Icon::Map, key("o"), on_touchpoint, |state| {
        with_touchpoint(state, |id| owner::open(state, id));
    }),
    command("map-move-left", words::MOVE_LEFT, Icon::Left, alt("arrowleft"), on_card_or_phase, |state| {
        walk::move_chosen(state, Side::Left);
    }),
    command("map-move-right", words::MOVE_RIGHT, Icon::Right, alt("arrowright"), on_card_or_phase, |state| {
        walk::move_chosen(state, Side::Right);
    }),
    command("map-lane-up", words::LANE_UP, Icon::Up, alt("arrowup"), on_touchpoint_by_department, |state| {
        with_touchpoint(state, |id| edits::change_lane(state, id, Move::Up));
    }),
    command(
        "map-lane-down",
        words::LANE_DOWN,
        Icon::Down,
        alt("arrowdown"),
        on_touchpoint_by_department,
        |state| {
            with_touchpoint(state, |id| edits::change_lane(state, id, Move::Down));
        },
    ),
    command("map-rate-1", words::RATE[0], Icon::Progress, key("1"), on_touchpoint, |state| {
        walk::rate(state, 1.0);
    }),
    command("map-rate-2", words::RATE[1], Icon::Progress, key("2"), on_touchpoint, |state| {
        walk::rate(state, 2.0);
    }),
    command("map-rate-3", words::RATE[2], Icon::Progress, key("3"), on_touchpoint, |state| {
        walk::rate(state, 3.0);
    }),
    command("map-rate-4", words::RATE[3], Icon::Progress, key("4"), on_touchpoint, |state| {
        walk::rate(state, 4.0);
    }),
    command("map-rate-5", words::RATE[4], Icon::Progress, key("5"), on_touchpoint, |state| {
        walk::rate(state, 5.0);
    }),
    command("map-link", words::LINK_TO, Icon::Link, key("l"), on_touchpoint, |state| {
        with_touchpoint(state, |id| link::open(state, id));
    }),
    command("map-duplicate", words::DUPLICATE, Icon::Duplicate, key("d"), on_card_or_phase, walk::duplicate),
    command("map-delete", words::DELETE, Icon::Delete, key("delete"), on_anything, walk::delete),
    command("map-laning", words::CHANGE_LANING, Icon::Map, key("v"), on_map, |state| {
        let other = match state.map().laning.get_untracked() {
            Laning::Department => Laning::Aspect,
            Laning::Aspect => Laning::Department,
        };
        toolbar::set_laning(state, other);
        super::focus(state, chosen(state));
    }),
    command("map-panel", words::PANEL, Icon::Info, key("i"), on_map, toolbar::toggle_panel),
    command("map-zoom-in", words::ZOOM_IN, Icon::Add, key("+"), on_map, |state| {
        viewport::zoom_step(state, true);
    }),
    command("map-zoom-out", words::ZOOM_OUT, Icon::Minus, key("-"), on_map, |state| {
        viewport::zoom_step(state, false);
    }),
    command("map-zoom-reset", words::ZOOM_RESET, Icon::Search, key("0"), on_map, |state| {
        viewport::zoom_to(state, 1.0, None);
    }),
    command("map-fit", words::FIT, Icon::Fit, key("f"), on_map, |state| viewport::fit(state, false)),
    command(
        "map-fit-width",
        words::FIT_WIDTH,
        Icon::Fit,
        Shortcut::shift("f").within(WITHIN),
        on_map,
        |state| viewport::fit(state, true),
    ),
];
