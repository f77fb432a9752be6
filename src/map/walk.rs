//! What the commands of the map do with what is chosen: walk on, type, move, copy, delete.

use crosslane_core::layout::{LaneKind, Move, Side};
use crosslane_core::model::{Id, StepKey};
use crosslane_core::route::Selection;

use super::keys::{chosen, with_touchpoint};
use super::session::{Editing, Laning};
use super::{aspects, dom, edits, header};
use crate::app::State;
use crate::reactive::prelude::*;

/// To the neighbour on a side: of a touchpoint, of a phase, to an end of a step.
pub fn go(state: State, side: Side) {
    let Some(scene) = state.map().scene() else { return };
    let beside = |at: usize| match side {
        Side::Left => at.checked_sub(1),
        Side::Right => Some(at + 1),
    };
    match chosen(state) {
        Selection::Touchpoint(id) => {
            let next =
                untrack(|| scene.column_of(id).and_then(beside).and_then(|at| scene.touchpoint_at(at)));
            if let Some(next) = next {
                edits::go_to(state, next);
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
        _ => go_to_end(state, Side::Left),
    }
}

pub fn go_to_end(state: State, side: Side) {
    let Some(scene) = state.map().scene() else { return };
    let end = untrack(|| {
        scene.with_columns(|columns| match side {
            Side::Left => columns.columns.first().map(|column| column.touchpoint),
            Side::Right => columns.columns.last().map(|column| column.touchpoint),
        })
    });
    if let Some(end) = end {
        edits::go_to(state, end);
    }
}

/// To the next lane; above the highest card is its phase. From a step to the others out of the same card.
pub fn climb(state: State, to: Move) {
    let Some(scene) = state.map().scene() else { return };
    match chosen(state) {
        Selection::Touchpoint(id) if state.map().laning.get_untracked() == Laning::Aspect => {
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
                edits::go_to(state, first);
            }
        }
        Selection::Step(key) => to_sibling(state, key, to),
        Selection::Phase(_) => {}
        _ => go_to_end(state, Side::Left),
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
    let Some(scene) = state.map().scene() else { return Vec::new() };
    scene.flow.with_untracked(|flow| {
        let Some(flow) = flow else { return Vec::new() };
        let Some(node) = flow.node_of(id) else { return Vec::new() };
        flow.steps_from(node).iter().map(|step| flow.key(step.from, step.to)).collect()
    })
}

pub fn to_step(state: State) {
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

pub fn leave(state: State) {
    if let Selection::Step(key) = chosen(state) {
        edits::go_to(state, key.from);
    } else {
        state.select(Selection::None);
        dom::focus_later(dom::CANVAS.to_owned());
    }
}

pub fn edit(state: State) {
    match chosen(state) {
        Selection::Touchpoint(id) => match (state.map().laning.get_untracked(), state.map().scene()) {
            (Laning::Aspect, Some(scene)) => aspects::edit(state, scene, id),
            _ => edits::name(state, id, false),
        },
        Selection::Phase(id) => state.map().editing.set(Some(Editing::Phase(id))),
        Selection::Step(_) => state.map().panel.set(true),
        _ => {}
    }
}

pub fn add(state: State) {
    match chosen(state) {
        Selection::Touchpoint(id) => edits::add_after(state, id, false),
        Selection::Phase(id) => {
            edits::add_touchpoint(state, id, None, LaneKind::Open);
        }
        _ => {}
    }
}

pub fn add_phase(state: State) {
    let after = match chosen(state) {
        Selection::Phase(id) => Some(id),
        Selection::Touchpoint(id) => {
            state.journey_untracked().and_then(|(_, journey)| journey.place_of(id)).map(|(phase, _)| phase)
        }
        _ => None,
    };
    header::start_phase(state, after);
}

pub fn move_chosen(state: State, side: Side) {
    match chosen(state) {
        Selection::Touchpoint(id) => edits::step_aside(state, id, side),
        Selection::Phase(id) => edits::move_phase(state, id, side),
        _ => {}
    }
}

pub fn rate(state: State, value: f64) {
    with_touchpoint(state, |id| edits::feel(state, id, value));
}

pub fn duplicate(state: State) {
    match chosen(state) {
        Selection::Touchpoint(id) => edits::duplicate(state, id),
        Selection::Phase(id) => edits::duplicate_phase(state, id),
        _ => {}
    }
}

pub fn delete(state: State) {
    match chosen(state) {
        Selection::Touchpoint(id) => edits::delete(state, id),
        Selection::Phase(id) => edits::delete_phase(state, id),
        Selection::Step(key) => edits::unlink(state, key),
        _ => {}
    }
}
