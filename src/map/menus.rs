//! The menus of touchpoints, phases and rows.

use crosslane_core::layout::Side;
use crosslane_core::model::Id;
use crosslane_words::ui::map as words;
use leptos::{ev, html};
use wasm_bindgen::JsCast;

use super::scene::Scene;
use super::session::Editing;
use super::{aspects, edits, header, link, overlay, owner};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView};

/// An entry of a menu.
struct Entry {
    icon: Icon,
    name: &'static str,
    run: Box<dyn Fn()>,
}

fn entry(icon: Icon, name: &'static str, run: impl Fn() + 'static) -> Entry {
    Entry { icon, name, run: Box::new(run) }
}

/// What can be done with a touchpoint.
pub fn touchpoint(state: State, scene: Scene, id: Id) -> AnyView {
    let slot = untrack(|| {
        let column = scene.column_of(id)?;
        scene.with_columns(|columns| columns.slot_of(column))
    });
    let before = move || {
        if let Some(slot) = slot {
            edits::add_in_slot(state, slot, crosslane_core::layout::LaneKind::Open);
        }
    };
    menu(
        state,
        vec![
            entry(Icon::Keyboard, words::RENAME, move || edits::name(state, id, false)),
            entry(Icon::Map, words::CHOOSE_OWNER, move || owner::open(state, id)),
            entry(Icon::Link, words::LINK_TO, move || link::open(state, id)),
            entry(Icon::Add, words::ADD_AFTER, move || edits::add_after(state, id, false)),
            entry(Icon::Add, words::ADD_BEFORE, before),
            entry(Icon::Left, words::MOVE_LEFT, move || edits::step_aside(state, id, Side::Left)),
            entry(Icon::Right, words::MOVE_RIGHT, move || edits::step_aside(state, id, Side::Right)),
            entry(Icon::Duplicate, words::DUPLICATE, move || edits::duplicate(state, id)),
            entry(Icon::Delete, words::DELETE, move || edits::delete(state, id)),
        ],
    )
}

/// What can be done with a phase.
pub fn phase(state: State, _: Scene, id: Id) -> AnyView {
    let editing = state.map().editing;
    menu(
        state,
        vec![
            entry(Icon::Keyboard, words::RENAME, move || editing.set(Some(Editing::Phase(id)))),
            entry(Icon::Flag, words::SET_GOAL, move || editing.set(Some(Editing::Goal(id)))),
            entry(Icon::Add, words::ADD_PHASE_AFTER, move || header::start_phase(state, Some(id))),
            entry(Icon::Left, words::MOVE_LEFT, move || edits::move_phase(state, id, Side::Left)),
            entry(Icon::Right, words::MOVE_RIGHT, move || edits::move_phase(state, id, Side::Right)),
            entry(Icon::Duplicate, words::DUPLICATE, move || edits::duplicate_phase(state, id)),
            entry(Icon::Delete, words::DELETE, move || edits::delete_phase(state, id)),
        ],
    )
}

fn menu(state: State, entries: Vec<Entry>) -> AnyView {
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if list.get().is_some() {
            at_frame(move || focus_beside(list, None, 1));
        }
    });
    let on_key = move |event: ev::KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowDown" => 1,
            "ArrowUp" => -1,
            "Tab" => {
                event.prevent_default();
                overlay::close(state);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        focus_beside(list, document().active_element().as_ref(), by);
    };
    let rows = entries
        .into_iter()
        .map(|Entry { icon, name, run }| {
            let choose = move |_| {
                overlay::close(state);
                run();
            };
            view! {
                <button class="map-menu-entry" type="button" role="menuitem" tabindex="-1" on:click=choose>
                    <IconView icon=icon />
                    <span>{name}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div node_ref=list class="map-menu" role="menu" aria-label=words::MORE on:keydown=on_key>
            {rows}
        </div>
    }
    .into_any()
}

/// Gives the focus to the entry after or before the present one, round and round.
fn focus_beside(list: NodeRef<html::Div>, present: Option<&web_sys::Element>, by: i32) {
    let Some(list) = list.get_untracked() else { return };
    let Ok(entries) = list.query_selector_all("button, input") else { return };
    let count = i32::try_from(entries.length()).unwrap_or_default();
    if count == 0 {
        return;
    }
    let node = |at: i32| u32::try_from(at).ok().and_then(|at| entries.item(at));
    let is_present = |at: &i32| {
        let present = present.map(AsRef::<web_sys::Node>::as_ref);
        node(*at).as_ref() == present
    };
    let at = (0..count).find(is_present).map_or(0, |at| (at + by + count) % count);
    if let Some(entry) = node(at).and_then(|entry| entry.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus that cannot be set leaves the person where they are.
        drop(entry.focus());
    }
}

/// Which rows by aspect are shown.
pub fn rows(state: State) -> AnyView {
    let list = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if list.get().is_some() {
            at_frame(move || focus_beside(list, None, 1));
        }
    });
    let hidden = state.map().hidden_rows;
    let rows = aspects::names()
        .into_iter()
        .map(|(at, name)| {
            view! {
                <label class="map-menu-entry">
                    <input
                        type="checkbox"
                        prop:checked=move || hidden.get() & (1 << at) == 0
                        on:change=move |_| hidden.update(|hidden| *hidden ^= 1 << at)
                    />
                    <span>{name}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <div node_ref=list class="map-menu" role="group" aria-label=words::ROWS>
            {rows}
        </div>
    }
    .into_any()
}
