//! Fields to type names into, in place.
//!
//! Made for a workshop: a new touchpoint's name and Enter, and the next one is there; Tab goes on to its
//! owner. One left without a name goes away again.

use crosslane_core::layout::{LaneKind, Side};
use crosslane_core::model::{Id, Journey};
use crosslane_core::route::Selection;
use crosslane_words::ui::map as words;
use leptos::{ev, html};

use super::overlay::{self, Choice};
use super::session::{Editing, Laning};
use super::{aspects, dom, edits};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::storage::Begun;
use crate::ui::leaving::leaving;

/// The field on the page: there is one at a time.
const FIELD: &str = "map-name-field";

/// What follows when a name has been typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Then {
    /// Nothing: the focus went elsewhere.
    Leave,
    /// The focus goes back to the card.
    Stay,
    /// The next touchpoint is made.
    Next {
        /// With the same owner.
        same_owner: bool,
    },
    /// The owner is chosen.
    Owner,
    /// The touchpoint before is renamed.
    Before,
}

/// The field for a touchpoint's name.
pub fn touchpoint(state: State, id: Id, fresh: bool, text: String) -> AnyView {
    let field = NodeRef::<html::Textarea>::new();
    select_when_shown(field);
    let (open, begun) = (StoredValue::new(true), StoredValue::new(Begun::now(state)));
    let finish = move |keep: bool, then: Then| {
        if !open.get_value() {
            return;
        }
        open.set_value(false);
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        leave(state, id);
        let nothing = typed.is_empty() && fresh;
        if nothing || (!keep && fresh) {
            discard(state, id, then);
            return;
        }
        if keep {
            edits::rename(state, &begun.get_value(), id, &typed, fresh);
        }
        follow(state, id, fresh, then);
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let modified = event.ctrl_key() || event.meta_key();
        let then = match event.key().as_str() {
            _ if event.is_composing() => return,
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                finish(false, Then::Stay);
                return;
            }
            "Enter" if fresh || modified || event.shift_key() => Then::Next { same_owner: modified },
            "Enter" => Then::Stay,
            "Tab" if event.shift_key() => Then::Before,
            "Tab" => Then::Owner,
            _ => return,
        };
        event.prevent_default();
        finish(true, then);
    };
    view! {
        <textarea
            node_ref=field
            class="map-name-field"
            rows="1"
            dir="auto"
            aria-label=words::NAME
            placeholder=words::NAME_PLACEHOLDER
            spellcheck="true"
            on:keydown=on_key
            id=FIELD
            on:blur=leaving(FIELD.to_owned(), move || finish(true, Then::Leave))
        >
            {text}
        </textarea>
    }
    .into_any()
}

/// Takes back a touchpoint that stayed without a name; the one before it is chosen again.
fn discard(state: State, id: Id, then: Then) {
    let before = beside(state, id, Side::Left);
    state.map().discard_fresh(state);
    match before {
        _ if then == Then::Leave => {}
        Some(before) => edits::go_to(state, before),
        None => {
            state.select(Selection::None);
            dom::focus_later(dom::CANVAS.to_owned());
        }
    }
}

/// Ends the editing of this touchpoint, unless another one is edited by now.
fn leave(state: State, id: Id) {
    let is_this = matches!(state.map().editing.get_untracked(), Some(Editing::Touchpoint { id: edited, .. }) if edited == id);
    if is_this {
        state.map().editing.set(None);
    }
}

fn follow(state: State, id: Id, fresh: bool, then: Then) {
    match then {
        Then::Leave => {}
        Then::Stay => edits::focus(state, id),
        Then::Next { same_owner } => edits::add_after(state, id, same_owner),
        Then::Owner if state.map().laning.get_untracked() == Laning::Aspect => {
            if let Some(scene) = state.map().scene() {
                aspects::edit_below(state, scene, id);
            }
        }
        Then::Owner => {
            let beside = ["owner-", id.as_str()].concat();
            overlay::open(state, Choice::Owner { id, flow: fresh }, &beside, dom::card_id(id));
        }
        Then::Before => match beside(state, id, Side::Left) {
            Some(before) => edits::name(state, before, false),
            None => edits::focus(state, id),
        },
    }
}

/// The touchpoint before or after.
pub fn beside(state: State, id: Id, side: Side) -> Option<Id> {
    let scene = state.map().scene()?;
    untrack(|| {
        let column = scene.column_of(id)?;
        scene.touchpoint_at(match side {
            Side::Left => column.checked_sub(1)?,
            Side::Right => column + 1,
        })
    })
}

fn select_when_shown(field: NodeRef<html::Textarea>) {
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            at_frame(move || {
                // A field that is gone by now needs no focus.
                drop(field.focus());
                field.select();
            });
        }
    });
}

/// The field for the name or goal of a phase.
pub fn phase(state: State, id: Id, goal: bool, text: String) -> AnyView {
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            at_frame(move || {
                // A field that is gone by now needs no focus.
                drop(field.focus());
                field.select();
            });
        }
    });
    let (open, begun) = (StoredValue::new(true), StoredValue::new(Begun::now(state)));
    let finish = move |keep: bool, then: Then| {
        if !open.get_value() {
            return;
        }
        open.set_value(false);
        let typed = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        if matches!(state.map().editing.get_untracked(), Some(Editing::Phase(other) | Editing::Goal(other)) if other == id)
        {
            state.map().editing.set(None);
        }
        if keep {
            let field = if goal { "goal" } else { "name" };
            edits::write_phase(state, &begun.get_value(), id, field, typed.trim());
        }
        if !keep && !goal && is_new(state, id) && state.map().discard_fresh(state) {
            state.select(Selection::None);
            dom::focus_later(dom::CANVAS.to_owned());
            return;
        }
        match then {
            Then::Leave => {}
            Then::Owner => state.map().editing.set(Some(Editing::Goal(id))),
            Then::Next { .. } => {
                edits::add_touchpoint(state, id, None, LaneKind::Open);
            }
            Then::Stay | Then::Before => dom::focus_later(dom::phase_id(id)),
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let then = match event.key().as_str() {
            _ if event.is_composing() => return,
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                finish(false, Then::Stay);
                return;
            }
            "Enter" if is_empty(state, id) => Then::Next { same_owner: false },
            "Tab" if !goal && !event.shift_key() => Then::Owner,
            "Enter" | "Tab" => Then::Stay,
            _ => return,
        };
        event.prevent_default();
        finish(true, then);
    };
    view! {
        <input
            node_ref=field
            class="map-name-field"
            type="text"
            dir="auto"
            aria-label=if goal { words::PHASE_GOAL } else { words::PHASE_NAME }
            placeholder=if goal { words::PHASE_GOAL } else { words::PHASE_NAME }
            prop:value=text
            autocomplete="off"
            on:keydown=on_key
            id=FIELD
            on:blur=leaving(FIELD.to_owned(), move || finish(true, Then::Leave))
        />
    }
    .into_any()
}

/// Whether a phase has neither a name nor a touchpoint: one just made goes away again if it stays so.
fn is_new(state: State, id: Id) -> bool {
    let journey = state.journey_untracked();
    let unnamed = |journey: &Journey| journey.phases.get(&id).is_some_and(|phase| phase.name.is_empty());
    journey.is_some_and(|(_, journey)| unnamed(&journey)) && is_empty(state, id)
}

/// Whether a phase has no touchpoint yet: naming it goes on to its first one.
fn is_empty(state: State, id: Id) -> bool {
    let journey = state.journey_untracked();
    journey
        .is_some_and(|(_, journey)| journey.phases.get(&id).is_some_and(|phase| phase.touchpoints.is_empty()))
}
