//! A cell of the map by aspect: read, and typed into in place.

use crosslane_core::edit::form::Place;
use crosslane_core::model::{Id, StepKey};
use crosslane_core::route::Selection;
use crosslane_words::ui::map as words;
use leptos::ev;
use wasm_bindgen::JsCast;

use super::rows::{Kind, NAMES, ROWS, name};
use super::text;
use crate::app::State;
use crate::map::card::{self, OwnerMark};
use crate::map::overlay::{self, Choice};
use crate::map::scene::{Scene, TouchpointMemo};
use crate::map::session::Editing;
use crate::map::{dom, drag, face, owner};
use crate::reactive::prelude::*;
use crate::ui::fields::field;

/// What a cell belongs to in the document; `None` where it has no field of its own.
pub fn place(scene: Scene, id: Id, row: usize) -> Option<(Place, &'static str)> {
    match ROWS.get(row)?.kind {
        Kind::Field(field) => Some((Place::Touchpoint(id), field)),
        Kind::Wait => Some((Place::Step(step_on(scene, id)?), "wait")),
        Kind::Curve | Kind::Marks => None,
    }
}

/// The first step that leads on from a touchpoint. Reactive.
fn step_on(scene: Scene, id: Id) -> Option<StepKey> {
    scene.flow.with(|flow| {
        let flow = flow.as_ref()?;
        let step = flow.steps_from(flow.node_of(id)?).first()?;
        Some(flow.key(step.from, step.to))
    })
}

/// Whether this is the cell that the keyboard is in. Reactive.
fn is_chosen(state: State, scene: Scene, id: Id, row: usize) -> bool {
    state.map().row.get() == row && scene.selection.get() == Selection::Touchpoint(id)
}

/// A cell below the header.
pub fn cell(state: State, scene: Scene, id: Id, touchpoint: TouchpointMemo, row: usize) -> AnyView {
    let kind = ROWS.get(row).map_or(Kind::Marks, |row| row.kind);
    let text = Memo::new(move |_| read(scene, id, touchpoint, row));
    let chosen = Memo::new(move |_| is_chosen(state, scene, id, row));
    let editing = Memo::new(move |_| state.map().editing.get() == Some(Editing::Cell { id, row }));
    let at = Memo::new(move |_| scene.aspects.with(|layout| layout.row(row)).unwrap_or_default());
    let body = move || match kind {
        Kind::Marks => {
            let mark = Memo::new(move |_| scene.card_mark(id));
            card::badges(state, id, touchpoint, mark)
        }
        Kind::Curve => feeling(touchpoint),
        _ if editing.get() => editor(state, scene, id, row),
        _ => plain(scene, kind, touchpoint, text),
    };
    let said = move || {
        format!(
            "{}: {}",
            name(row),
            text.with(|text| if text.is_empty() { words::UNKNOWN.to_owned() } else { text.clone() })
        )
    };
    view! {
        <div
            id=dom::cell_id(row, id)
            class="map-cell"
            class:chosen=move || chosen.get()
            class:map-cell-open=move || editing.get()
            data-kind=match kind {
                Kind::Curve => "curve",
                Kind::Marks => "marks",
                _ => "text",
            }
            role="group"
            aria-label=said
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            style:top=move || format!("{:.1}px", at.get().0)
            style:height=move || format!("{:.1}px", at.get().1)
            on:click=move |event| clicked(state, scene, &event, id, row, chosen.get_untracked())
            on:dblclick=move |_| edit(state, scene, id, row)
        >
            {body}
        </div>
    }
    .into_any()
}

fn read(scene: Scene, id: Id, touchpoint: TouchpointMemo, row: usize) -> String {
    let (Some(touchpoint), Some(workspace)) = (touchpoint.get(), scene.registers.get()) else {
        return String::new();
    };
    match ROWS.get(row).map(|row| row.kind) {
        Some(Kind::Wait) => {
            let key = step_on(scene, id);
            let wait = |key| scene.journey.with(|journey| Some(text::wait(&journey.as_ref()?.1, key)));
            key.and_then(wait).unwrap_or_default()
        }
        Some(Kind::Curve) => {
            touchpoint.satisfaction.map(|rating| words::feeling(rating.value())).unwrap_or_default()
        }
        _ => text::text(&workspace, id, &touchpoint, row),
    }
}

fn plain(scene: Scene, kind: Kind, touchpoint: TouchpointMemo, text: Memo<String>) -> AnyView {
    let mark = (kind == Kind::Field("owner")).then(|| owner_mark(scene, touchpoint));
    view! {
        {mark}
        <p class="map-cell-text" dir="auto">{move || text.get()}</p>
    }
    .into_any()
}

fn owner_mark(scene: Scene, touchpoint: TouchpointMemo) -> AnyView {
    let owner = Memo::new(move |_| OwnerMark::of(scene, touchpoint));
    (move || {
        let owner = owner.get()?;
        let Some(mark) = owner.mark else {
            let word = owner.word();
            return Some(
                view! { <span class="map-cell-no-owner" data-owner=word>{owner.name}</span> }.into_any(),
            );
        };
        Some(
            view! {
                <span
                    class="department map-cell-mark"
                    class:department-own=mark.own.is_some()
                    style:--hue=mark.hue_text()
                    style:--own=mark.own.clone().unwrap_or_default()
                >
                    <span class="department-mark" aria-hidden="true"></span>
                </span>
            }
            .into_any(),
        )
    })
    .into_any()
}

fn feeling(touchpoint: TouchpointMemo) -> AnyView {
    let value = Memo::new(move |_| touchpoint.get()?.satisfaction.map(crosslane_core::model::Rating::value));
    (move || face::face(value.get())).into_any()
}

/// The first click chooses, a second one types.
fn clicked(state: State, scene: Scene, event: &ev::MouseEvent, id: Id, row: usize, chosen: bool) {
    if dom::closest(event, "button, input, textarea, select, label, a").is_some() {
        return;
    }
    if chosen {
        edit(state, scene, id, row);
    } else {
        state.map().row.set(row);
        state.select(Selection::Touchpoint(id));
        dom::focus_now(&dom::cell_id(row, id));
    }
}

/// Types into a cell: into its name in the header, or into its field; how customers feel is chosen.
pub fn edit(state: State, scene: Scene, id: Id, row: usize) {
    let map = state.map();
    map.row.set(row);
    state.select(Selection::Touchpoint(id));
    match ROWS.get(row).map(|row| row.kind) {
        Some(Kind::Curve) => {
            let cell = dom::cell_id(row, id);
            overlay::open(state, Choice::Feeling(id), &cell, cell.clone());
        }
        Some(Kind::Field("owner")) => owner::open(state, id),
        Some(Kind::Marks) | None => {}
        Some(_) if row == NAMES => map.editing.set(Some(Editing::Touchpoint { id, fresh: false })),
        Some(_) if untrack(|| place(scene, id, row)).is_some() => {
            // Its field in the panel would be the same one twice.
            map.aspect_panel.set(false);
            map.editing.set(Some(Editing::Cell { id, row }));
        }
        Some(_) => {}
    }
}

/// The field of a cell; its label is that of the row.
fn editor(state: State, scene: Scene, id: Id, row: usize) -> AnyView {
    let Some((place, name)) = untrack(|| place(scene, id, row)) else { return ().into_any() };
    let cell = dom::cell_id(row, id);
    at_frame_always(move || focus_inside(&cell));
    let close = move || {
        if state.map().editing.get_untracked() == Some(Editing::Cell { id, row }) {
            state.map().editing.set(None);
        }
    };
    let left = move |event: ev::FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Element>().ok());
        let stays = to.is_some_and(|to| matches!(to.closest(".map-cell-editor"), Ok(Some(_))));
        // A window that loses the focus keeps what is open.
        if !stays && document().has_focus().unwrap_or(true) {
            close();
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let command = event.ctrl_key() || event.meta_key();
        let key = event.key();
        if key != "Escape" && !(key == "Enter" && command) {
            return;
        }
        // A field has to lose the focus while it is still there, to take over what was typed.
        dom::focus_now(&dom::cell_id(row, id));
        close();
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="map-cell-editor" on:focusout=left on:keydown=on_key>
            {field(state, place, name)}
        </div>
    }
    .into_any()
}

fn focus_inside(cell: &str) {
    let Some(cell) = dom::element(cell) else { return };
    let found =
        cell.query_selector("input:not([type=checkbox]):not([type=radio]), textarea, select, button, input");
    if let Ok(Some(control)) = found
        && let Some(control) = control.dyn_ref::<web_sys::HtmlElement>()
    {
        // Focus that cannot be set leaves the person where they are.
        drop(control.focus());
    }
}

/// The name of a touchpoint, in the header.
pub fn head(state: State, scene: Scene, id: Id) -> AnyView {
    let chosen = Memo::new(move |_| is_chosen(state, scene, id, NAMES));
    let place = Memo::new(move |_| {
        let zoom = state.map().zoom.get();
        let column = scene.column_of(id)?;
        scene.aspects.with(|layout| {
            let x = layout.columns.columns.get(column)?.x;
            Some((x * zoom, layout.columns.sizes().card * zoom))
        })
    });
    let touchpoint = Memo::new(move |_| scene.touchpoint(id));
    let owner = Memo::new(move |_| OwnerMark::of(scene, touchpoint));
    let mark = move || owner.get().and_then(|owner| owner.mark);
    view! {
        <div
            id=dom::cell_id(NAMES, id)
            class="map-name"
            class:chosen=move || chosen.get()
            class:map-taken=move || drag::takes(state, id)
            class:department-own=move || mark().is_some_and(|mark| mark.own.is_some())
            data-owner=move || owner.with(|owner| owner.as_ref().map(OwnerMark::word))
            style:--hue=move || mark().map(|mark| mark.hue_text()).unwrap_or_default()
            style:--own=move || mark().and_then(|mark| mark.own).unwrap_or_default()
            style:left=move || place.get().map(|(x, _)| format!("{x:.1}px")).unwrap_or_default()
            style:width=move || place.get().map(|(_, width)| format!("{width:.1}px")).unwrap_or_default()
            role="group"
            aria-label=move || touchpoint.get().map(|found| words::touchpoint(&found.name).to_owned())
            tabindex=move || if chosen.get() { "0" } else { "-1" }
            on:click=move |event| clicked(state, scene, &event, id, NAMES, chosen.get_untracked())
            on:dblclick=move |_| edit(state, scene, id, NAMES)
            on:pointerdown=move |event| {
                if dom::closest(&event, "button, textarea").is_none() {
                    drag::press(state, scene, &event, drag::Dragged::Touchpoint(id));
                }
            }
        >
            {card::title(state, id, touchpoint)}
            {card::more(state, scene, id)}
        </div>
    }
    .into_any()
}
