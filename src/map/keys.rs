//! What can be done on the map, by name and key.

use crosslane_core::layout::{Move, Side};
use crosslane_core::model::{Id, StepKey};
use crosslane_core::route::{Route, Selection, View};
use crosslane_words::ui::map as words;
use crosslane_words::ui::shell::group;
use leptos::prelude::*;

use super::session::{Editing, Laning};
use super::{aspects, dom, edits, header, link, owner, toolbar, viewport};
use crate::app::{Command, Shortcut, State};
use crate::ui::Icon;

/// Where the keys of the map work.
const WITHIN: &str = "#map-canvas";

const fn key(key: &'static str) -> Option<Shortcut> {
    Some(Shortcut::key(key).within(WITHIN))
}

const fn alt(key: &'static str) -> Option<Shortcut> {
    Some(Shortcut::alt(key).within(WITHIN))
}

const fn command(
    id: &'static str,
    name: &'static str,
    icon: Icon,
    shortcut: Option<Shortcut>,
    applies: fn(State) -> bool,
    run: fn(State),
) -> Command {
    Command { id, name, group: group::MAP, icon, shortcut, applies, run }
}

/// Whether the map of a journey is shown.
fn on_map(state: State) -> bool {
    matches!(state.route.get_untracked(), Route::Workspace { view: View::Map, .. })
        && state.map.scene().is_some()
}

fn chosen(state: State) -> Selection {
    if on_map(state) { untrack(|| state.selection()) } else { Selection::None }
}

fn chosen_touchpoint(state: State) -> Option<Id> {
    on_map(state).then(|| state.map.scene()?.chosen_touchpoint()).flatten()
}

fn on_touchpoint(state: State) -> bool {
    chosen_touchpoint(state).is_some()
}

fn on_touchpoint_by_department(state: State) -> bool {
    on_touchpoint(state) && state.map.laning.get_untracked() == Laning::Department
}

fn on_anything(state: State) -> bool {
    chosen(state) != Selection::None
}

fn on_card_or_phase(state: State) -> bool {
    matches!(chosen(state), Selection::Touchpoint(_) | Selection::Phase(_))
}

fn with_touchpoint(state: State, work: impl FnOnce(Id)) {
    if let Some(id) = chosen_touchpoint(state) {
        work(id);
    }
}

/// The commands of the map.
pub const COMMANDS: &[Command] = &[
    command("map-left", words::GO_LEFT, Icon::Left, key("arrowleft"), on_map, |state| go(state, Side::Left)),
    command("map-right", words::GO_RIGHT, Icon::Right, key("arrowright"), on_map, |state| {
        go(state, Side::Right)
    }),
    command("map-up", words::GO_UP, Icon::Up, key("arrowup"), on_map, |state| climb(state, Move::Up)),
    command("map-down", words::GO_DOWN, Icon::Down, key("arrowdown"), on_map, |state| {
        climb(state, Move::Down)
    }),
    command("map-first", words::GO_FIRST, Icon::Left, key("home"), on_map, |state| {
        go_to_end(state, Side::Left)
    }),
    command("map-last", words::GO_LAST, Icon::Right, key("end"), on_map, |state| {
        go_to_end(state, Side::Right)
    }),
    command("map-step", words::GO_STEP, Icon::Handoffs, key("s"), on_touchpoint_by_department, to_step),
    command("map-leave", words::LEAVE, Icon::Close, key("escape"), on_anything, leave),
    command("map-edit", words::EDIT, Icon::Keyboard, key("enter"), on_anything, edit),
    command("map-add", words::ADD_AFTER, Icon::Add, key("n"), on_card_or_phase, add),
    command("map-add-phase", words::ADD_PHASE_AFTER, Icon::Add, key("p"), on_map, add_phase),
    command("map-owner", words::CHOOSE_OWNER, Icon::Map, key("o"), on_touchpoint_by_department, |state| {
        with_touchpoint(state, |id| owner::open(state, id));
    }),
    command("map-move-left", words::MOVE_LEFT, Icon::Left, alt("arrowleft"), on_card_or_phase, |state| {
        move_chosen(state, Side::Left);
    }),
    command("map-move-right", words::MOVE_RIGHT, Icon::Right, alt("arrowright"), on_card_or_phase, |state| {
        move_chosen(state, Side::Right);
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
    command("map-rate-1", words::RATE[0], Icon::Progress, key("1"), on_touchpoint, |state| rate(state, 1.0)),
    command("map-rate-2", words::RATE[1], Icon::Progress, key("2"), on_touchpoint, |state| rate(state, 2.0)),
    command("map-rate-3", words::RATE[2], Icon::Progress, key("3"), on_touchpoint, |state| rate(state, 3.0)),
    command("map-rate-4", words::RATE[3], Icon::Progress, key("4"), on_touchpoint, |state| rate(state, 4.0)),
    command("map-rate-5", words::RATE[4], Icon::Progress, key("5"), on_touchpoint, |state| rate(state, 5.0)),
    command("map-link", words::LINK_TO, Icon::Link, key("l"), on_touchpoint_by_department, |state| {
        with_touchpoint(state, |id| link::open(state, id));
    }),
    command("map-duplicate", words::DUPLICATE, Icon::Duplicate, key("d"), on_card_or_phase, duplicate),
    command("map-delete", words::DELETE, Icon::Delete, key("delete"), on_anything, delete),
    command("map-laning", words::CHANGE_LANING, Icon::Map, key("v"), on_map, |state| {
        let other = match state.map.laning.get_untracked() {
            Laning::Department => Laning::Aspect,
            Laning::Aspect => Laning::Department,
        };
        toolbar::set_laning(state, other);
    }),
    command("map-panel", words::PANEL, Icon::Info, key("i"), on_map, |state| {
        state.map.panel.update(|open| *open = !*open);
    }),
    command("map-zoom-in", words::ZOOM_IN, Icon::Add, key("+"), on_map, |state| {
        viewport::zoom_step(state, true)
    }),
    command("map-zoom-out", words::ZOOM_OUT, Icon::Minus, key("-"), on_map, |state| {
        viewport::zoom_step(state, false)
    }),
    command("map-zoom-reset", words::ZOOM_RESET, Icon::Search, key("0"), on_map, |state| {
        viewport::zoom_to(state, 1.0, None);
    }),
    command("map-fit", words::FIT, Icon::Fit, key("f"), on_map, |state| viewport::fit(state, false)),
    command(
        "map-fit-width",
        words::FIT_WIDTH,
        Icon::Fit,
        Some(Shortcut::shift("f").within(WITHIN)),
        on_map,
        |state| viewport::fit(state, true),
    ),
];

/// To the neighbour on a side: of a touchpoint, of a phase, to an end of a step.
fn go(state: State, side: Side) {
    let Some(scene) = state.map.scene() else { return };
    let beside = |at: usize| match side {
        Side::Left => at.checked_sub(1),
        Side::Right => Some(at + 1),
    };
    match chosen(state) {
        Selection::Touchpoint(id) => {
            let next =
                untrack(|| scene.column_of(id).and_then(beside).and_then(|at| scene.touchpoint_at(at)));
            if let Some(next) = next {
                aspects::go_to(state, next);
            }
        }
        Selection::Phase(id) => {
            let phases = untrack(|| {
                scene.with_columns(|columns| columns.phases.iter().map(|phase| phase.id).collect::<Vec<_>>())
            });
            let at = phases.iter().position(|phase| *phase == id).and_then(beside);
            if let Some(next) = at.and_then(|at| phases.get(at)) {
                edits::reveal_phase(state, *next);
                edits::go_to_phase(state, *next);
            }
        }
        Selection::Step(key) => {
            edits::go_to(state, if side == Side::Left { key.from } else { key.to });
        }
        Selection::None => go_to_end(state, Side::Left),
    }
}

fn go_to_end(state: State, side: Side) {
    let Some(scene) = state.map.scene() else { return };
    let end = untrack(|| {
        scene.with_columns(|columns| match side {
            Side::Left => columns.columns.first().map(|column| column.touchpoint),
            Side::Right => columns.columns.last().map(|column| column.touchpoint),
        })
    });
    if let Some(end) = end {
        aspects::go_to(state, end);
    }
}

/// To the next lane; above the highest card is its phase. From a step to the others out of the same card.
fn climb(state: State, to: Move) {
    let Some(scene) = state.map.scene() else { return };
    match chosen(state) {
        Selection::Touchpoint(id) if state.map.laning.get_untracked() == Laning::Aspect => {
            aspects::climb(state, scene, id, to);
        }
        Selection::Touchpoint(id) => {
            let Some(column) = untrack(|| scene.column_of(id)) else { return };
            let next = scene.lanes.with_untracked(|layout| layout.neighbour(column, to));
            match next.and_then(|next| untrack(|| scene.touchpoint_at(next))) {
                Some(next) => edits::go_to(state, next),
                None if to == Move::Up => to_phase(state, id),
                None => {}
            }
        }
        Selection::Phase(id) if to == Move::Down => {
            let first = untrack(|| {
                scene
                    .journey
                    .with(|journey| journey.as_ref()?.1.phases.get(&id)?.touchpoints.first().copied())
            });
            if let Some(first) = first {
                aspects::go_to(state, first);
            }
        }
        Selection::Step(key) => to_sibling(state, key, to),
        Selection::Phase(_) => {}
        Selection::None => go_to_end(state, Side::Left),
    }
}

/// To the phase of a touchpoint.
pub fn to_phase(state: State, id: Id) {
    let place = state.journey_untracked().and_then(|(_, journey)| journey.place_of(id));
    if let Some((phase, _)) = place {
        edits::go_to_phase(state, phase);
    }
}

/// The steps out of a touchpoint, in the order of the flow.
fn steps_out(state: State, id: Id) -> Vec<StepKey> {
    let Some(scene) = state.map.scene() else { return Vec::new() };
    scene.evaluation.with_untracked(|evaluation| {
        let Some(flow) = evaluation.as_ref().map(|evaluation| &evaluation.flow) else { return Vec::new() };
        let Some(node) = flow.node_of(id) else { return Vec::new() };
        flow.steps_from(node).iter().map(|step| flow.key(step.from, step.to)).collect()
    })
}

fn to_step(state: State) {
    with_touchpoint(state, |id| {
        if let Some(key) = steps_out(state, id).first() {
            go_to_step(state, *key);
        }
    });
}

fn go_to_step(state: State, key: StepKey) {
    state.select(Selection::Step(key));
    dom::focus_later(dom::step_id(key));
}

fn to_sibling(state: State, key: StepKey, to: Move) {
    let steps = steps_out(state, key.from);
    let Some(at) = steps.iter().position(|step| *step == key) else { return };
    let next = match to {
        Move::Up => (at + steps.len() - 1) % steps.len(),
        Move::Down => (at + 1) % steps.len(),
    };
    go_to_step(state, steps[next]);
}

fn leave(state: State) {
    match chosen(state) {
        Selection::Step(key) => edits::go_to(state, key.from),
        _ => {
            state.select(Selection::None);
            dom::focus_later(dom::CANVAS.to_owned());
        }
    }
}

fn edit(state: State) {
    match chosen(state) {
        Selection::Touchpoint(id) => aspects::edit(state, id),
        Selection::Phase(id) => state.map.editing.set(Some(Editing::Phase(id))),
        Selection::Step(_) => state.map.panel.set(true),
        Selection::None => {}
    }
}

fn add(state: State) {
    match chosen(state) {
        Selection::Touchpoint(id) => edits::add_after(state, id, false),
        Selection::Phase(id) => {
            edits::add_touchpoint(state, id, None, crosslane_core::layout::LaneKind::Open);
        }
        _ => {}
    }
}

fn add_phase(state: State) {
    let after = match chosen(state) {
        Selection::Phase(id) => Some(id),
        Selection::Touchpoint(id) => {
            state.journey_untracked().and_then(|(_, journey)| journey.place_of(id)).map(|(phase, _)| phase)
        }
        _ => None,
    };
    header::start_phase(state, after);
}

fn move_chosen(state: State, side: Side) {
    match chosen(state) {
        Selection::Touchpoint(id) => edits::step_aside(state, id, side),
        Selection::Phase(id) => edits::move_phase(state, id, side),
        _ => {}
    }
}

fn rate(state: State, value: f64) {
    with_touchpoint(state, |id| edits::feel(state, id, value));
}

fn duplicate(state: State) {
    match chosen(state) {
        Selection::Touchpoint(id) => edits::duplicate(state, id),
        Selection::Phase(id) => edits::duplicate_phase(state, id),
        _ => {}
    }
}

fn delete(state: State) {
    match chosen(state) {
        Selection::Touchpoint(id) => edits::delete(state, id),
        Selection::Phase(id) => edits::delete_phase(state, id),
        Selection::Step(key) => edits::unlink(state, key),
        Selection::None => {}
    }
}
