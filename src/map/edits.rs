//! What people do on the map, as edits: each is one step of undo.

use crosslane_core::edit::form::{Datum, Place, creatable, find_named, named_entry};
use crosslane_core::edit::{Edit, JourneyEdit};
use crosslane_core::layout::{
    LaneKind, Move, Side, Slot, dropped, into_lane, moved_beside, new_in_lane, phase_moved_beside,
};
use crosslane_core::model::{EntityKind, Id, Journey, Phase, Rating, StepKey, Touchpoint};
use crosslane_core::route::Selection;
use crosslane_words::ui::map as words;

use super::session::{Editing, Laning};
use super::{aspects, dom, viewport};
use crate::app::{State, new_id};
use crate::reactive::prelude::*;
use crate::storage::Begun;

/// Chooses a touchpoint, brings it into sight and gives it the focus.
pub fn go_to(state: State, id: Id) {
    state.select(Selection::Touchpoint(id));
    reveal(state, id);
    focus(state, id);
}

/// The element that has the focus for a touchpoint.
pub fn focus_id(state: State, id: Id) -> String {
    match state.map().laning.get_untracked() {
        Laning::Department => dom::card_id(id),
        Laning::Aspect => aspects::focus_id(state, id),
    }
}

/// Gives the focus to a touchpoint, once what was just decided is in the page.
pub fn focus(state: State, id: Id) {
    dom::focus_later(focus_id(state, id));
}

/// Brings a touchpoint into sight.
pub fn reveal(state: State, id: Id) {
    let column = state.map().scene().and_then(|scene| untrack(|| scene.column_of(id)));
    if let Some(column) = column {
        viewport::reveal(state, column);
    }
}

/// Chooses a phase and gives it the focus.
pub fn go_to_phase(state: State, id: Id) {
    state.select(Selection::Phase(id));
    dom::focus_later(dom::phase_id(id));
}

/// Starts typing the name of a touchpoint.
pub fn name(state: State, id: Id, fresh: bool) {
    state.select(Selection::Touchpoint(id));
    if state.map().zoom.get_untracked() < 0.7 {
        viewport::zoom_to(state, 1.0, None);
    }
    state.map().row.set(aspects::NAMES);
    reveal(state, id);
    state.map().editing.set(Some(Editing::Touchpoint { id, fresh }));
}

/// Adds a touchpoint and starts typing its name.
pub fn add_touchpoint(state: State, phase: Id, to: Option<usize>, lane: LaneKind) {
    let id = new_id();
    let touchpoint = Box::new(new_in_lane(lane));
    let edit = JourneyEdit::AddTouchpoint { id, touchpoint, phase, to };
    if state.edit_journey_as(edit, Some(&burst(id))) {
        state.map().remember_fresh(state);
        name(state, id, true);
    }
}

/// The burst in which a touchpoint is made and named.
fn burst(id: Id) -> String {
    ["fresh-", id.as_str()].concat()
}

/// Adds a touchpoint in a slot.
pub fn add_in_slot(state: State, slot: Slot, lane: LaneKind) {
    let Some((_, journey)) = state.journey_untracked() else { return };
    if let Some(phase) = journey.phase_order.get(slot.phase) {
        add_touchpoint(state, *phase, Some(slot.position), lane);
    }
}

/// Adds a touchpoint right after another one, with the same owner where `same_owner`.
pub fn add_after(state: State, id: Id, same_owner: bool) {
    let Some((_, journey)) = state.journey_untracked() else { return };
    let Some((phase, position)) = journey.place_of(id) else { return };
    let owner = journey.touchpoints.get(&id).and_then(|touchpoint| touchpoint.owner).filter(|_| same_owner);
    let lane = owner.map_or(LaneKind::Open, |owner| LaneKind::Department(owner.id()));
    add_touchpoint(state, phase, Some(position + 1), lane);
}

/// Adds a phase after another one, or at the end, and starts typing its name.
pub fn add_phase(state: State, after: Option<Id>, name: &str) -> Option<Id> {
    let (_, journey) = state.journey_untracked()?;
    let at = after.and_then(|after| journey.phase_order.iter().position(|id| *id == after));
    let id = new_id();
    let phase = Box::new(Phase { name: name.to_owned(), ..Phase::default() });
    let edit = JourneyEdit::AddPhase { id, phase, to: at.map(|at| at + 1) };
    if !state.edit_journey(edit) {
        return None;
    }
    state.select(Selection::Phase(id));
    reveal_phase(state, id);
    Some(id)
}

/// Brings a phase into sight.
pub fn reveal_phase(state: State, id: Id) {
    let Some(scene) = state.map().scene() else { return };
    let x = untrack(|| {
        scene.with_columns(|columns| columns.phases.iter().find(|phase| phase.id == id).map(|phase| phase.x))
    });
    if let Some(x) = x {
        viewport::reveal_x(state, x, 160.0);
    }
}

/// Names a touchpoint, by what was typed over the name it had at the beginning.
pub fn rename(state: State, begun: &Begun, id: Id, name: &str, fresh: bool) {
    let Some(journey) = state.journey_id_untracked() else { return };
    let burst = fresh.then(|| burst(id));
    begun.edit(state, burst.as_deref(), &mut |workspace| {
        let touchpoint = workspace.journeys.get(&journey)?.touchpoints.get(&id)?;
        let named = Touchpoint { name: name.to_owned(), ..touchpoint.as_ref().clone() };
        let put = JourneyEdit::PutTouchpoint(id, Box::new(named));
        (touchpoint.name != name).then_some(Edit::InJourney(journey, put))
    });
}

/// Sets the name or goal of a phase, by what was typed over the one it had at the beginning.
pub fn write_phase(state: State, begun: &Begun, id: Id, field: &str, text: &str) {
    let journey = state.journey_id_untracked();
    begun.edit(state, None, &mut |workspace| {
        let place = Place::Phase(id);
        let datum = if text.is_empty() { Datum::Absent } else { Datum::Text(text.to_owned()) };
        let present = place.read(workspace, journey, field)?;
        if present == datum { None } else { place.write(workspace, journey, field, datum) }
    });
}

fn put(state: State, id: Id, change: impl FnOnce(&Touchpoint) -> Option<Touchpoint>) -> bool {
    let Some((_, journey)) = state.journey_untracked() else { return false };
    let changed = journey.touchpoints.get(&id).and_then(|touchpoint| change(touchpoint));
    changed.is_some_and(|changed| state.edit_journey(JourneyEdit::PutTouchpoint(id, Box::new(changed))))
}

/// Puts a touchpoint into a lane: gives it that owner.
pub fn set_lane(state: State, id: Id, lane: LaneKind) -> bool {
    put(state, id, |touchpoint| into_lane(touchpoint, lane))
}

/// Gives a touchpoint to the department of this name, which is made where there is none.
pub fn give_to(state: State, id: Id, name: &str) {
    let (Some(workspace), Some((journey_id, journey))) =
        (state.workspace_untracked(), state.journey_untracked())
    else {
        return;
    };
    if let Some(known) = find_named(&workspace, Some(journey_id), EntityKind::Department, name) {
        set_lane(state, id, LaneKind::Department(known));
        return;
    }
    let Some(touchpoint) = journey.touchpoints.get(&id) else { return };
    let department = new_id();
    let Some(changed) = into_lane(touchpoint, LaneKind::Department(department)) else { return };
    if let Some(entry) =
        named_entry(EntityKind::Department, name).filter(|_| creatable(EntityKind::Department))
    {
        let put = JourneyEdit::PutTouchpoint(id, Box::new(changed));
        state.edit(&Edit::Batch(vec![
            Edit::PutEntry(department, Box::new(entry)),
            Edit::InJourney(journey_id, put),
        ]));
    }
}

/// Sets how customers feel; the same value again takes it back.
pub fn feel(state: State, id: Id, value: f64) {
    put(state, id, |touchpoint| {
        let rating = Rating::new(value);
        let satisfaction = rating.filter(|_| touchpoint.satisfaction != rating);
        Some(Touchpoint { satisfaction, ..touchpoint.clone() })
    });
}

/// Moves a touchpoint one place to a side.
pub fn step_aside(state: State, id: Id, side: Side) {
    let Some((_, journey)) = state.journey_untracked() else { return };
    if let Some(edit) = moved_beside(&journey, id, side)
        && state.edit_journey(edit)
    {
        go_to(state, id);
    }
}

/// Gives a touchpoint to the lane above or below.
pub fn change_lane(state: State, id: Id, to: Move) {
    let Some(scene) = state.map().scene() else { return };
    let target = untrack(|| {
        let column = scene.column_of(id)?;
        scene.lanes.with(|layout| {
            let lane = *layout.lane_of.get(column)?;
            let next = match to {
                Move::Up => lane.checked_sub(1)?,
                Move::Down => lane + 1,
            };
            layout.lanes.get(next).map(|lane| lane.kind)
        })
    });
    if let Some(lane) = target
        && set_lane(state, id, lane)
    {
        go_to(state, id);
    }
}

/// Drops a touchpoint into a slot and a lane.
pub fn drop_into(state: State, id: Id, slot: Slot, lane: Option<LaneKind>) {
    let Some((journey_id, journey)) = state.journey_untracked() else { return };
    let moved = dropped(&journey, id, slot);
    let given = lane.and_then(|lane| into_lane(journey.touchpoints.get(&id)?, lane));
    let given = given.map(|touchpoint| JourneyEdit::PutTouchpoint(id, Box::new(touchpoint)));
    let edits: Vec<Edit> =
        moved.into_iter().chain(given).map(|edit| Edit::InJourney(journey_id, edit)).collect();
    if !edits.is_empty() {
        state.edit(&Edit::Batch(edits));
    }
    go_to(state, id);
}

/// Copies a touchpoint.
pub fn duplicate(state: State, id: Id) {
    let copy = new_id();
    if state.edit_journey(JourneyEdit::DuplicateTouchpoint { id, copy }) {
        go_to(state, copy);
    }
}

/// Removes a touchpoint and chooses the one that follows it.
pub fn delete(state: State, id: Id) {
    let Some((_, journey)) = state.journey_untracked() else { return };
    let Some(touchpoint) = journey.touchpoints.get(&id) else { return };
    let text = words::deleted(&touchpoint.name);
    let next = beside(&journey, id);
    if state.edit_journey(JourneyEdit::RemoveTouchpoint(id)) {
        state.toast_with_undo(text);
        match next {
            Some(next) => go_to(state, next),
            None => state.select(Selection::None),
        }
    }
}

/// The touchpoint after, else the one before.
fn beside(journey: &Journey, id: Id) -> Option<Id> {
    let order: Vec<Id> = journey.ordered_touchpoints().map(|(id, _)| id).collect();
    let at = order.iter().position(|other| *other == id)?;
    order.get(at + 1).or_else(|| order.get(at.checked_sub(1)?)).copied()
}

/// Moves a phase one place to a side.
pub fn move_phase(state: State, id: Id, side: Side) {
    let Some((_, journey)) = state.journey_untracked() else { return };
    if let Some(edit) = phase_moved_beside(&journey, id, side)
        && state.edit_journey(edit)
    {
        reveal_phase(state, id);
        go_to_phase(state, id);
    }
}

/// Copies a phase with its touchpoints.
pub fn duplicate_phase(state: State, id: Id) {
    let Some((_, journey)) = state.journey_untracked() else { return };
    let Some(phase) = journey.phases.get(&id) else { return };
    let touchpoints = phase.touchpoints.iter().map(|touchpoint| (*touchpoint, new_id())).collect();
    let copy = new_id();
    if state.edit_journey(JourneyEdit::DuplicatePhase { id, copy, touchpoints }) {
        reveal_phase(state, copy);
        go_to_phase(state, copy);
    }
}

/// Removes a phase with its touchpoints.
pub fn delete_phase(state: State, id: Id) {
    let Some((_, journey)) = state.journey_untracked() else { return };
    let Some(phase) = journey.phases.get(&id) else { return };
    let text = words::deleted_phase(&phase.name, phase.touchpoints.len());
    if state.edit_journey(JourneyEdit::RemovePhase(id)) {
        state.toast_with_undo(text);
        state.select(Selection::None);
        dom::focus_later(dom::CANVAS.to_owned());
    }
}

/// Draws a link from one touchpoint to another and chooses it.
pub fn link(state: State, key: StepKey) {
    if state.edit_journey(JourneyEdit::PutLink { key, label: None, share: None }) {
        state.select(Selection::Step(key));
        dom::focus_later(dom::step_id(key));
    }
}

/// Removes a link that was drawn by hand.
pub fn unlink(state: State, key: StepKey) {
    let Some((_, journey)) = state.journey_untracked() else { return };
    let drawn = journey.steps.get(&key).is_some_and(|step| step.link.is_some());
    if !drawn {
        state.toast(words::NOT_DRAWN);
    } else if state.edit_journey(JourneyEdit::RemoveLink(key)) {
        state.toast_with_undo(words::LINK_REMOVED);
        go_to(state, key.from);
    }
}
