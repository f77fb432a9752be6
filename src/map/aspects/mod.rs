//! The map by aspect: a column per touchpoint, a row per aspect, typed into in place.

mod cell;
mod rows;
mod text;

use crosslane_core::layout::{AspectLayout, Move};
use crosslane_core::model::{Id, Touchpoint};
use crosslane_words::ui::map as words;

use super::scene::Scene;
use super::{canvas, curve, dom, drag, edits, viewport, walk};
use crate::app::State;
use crate::reactive::prelude::*;

pub use cell::head;
pub use rows::{HIDDEN_AT_FIRST, NAMES};
use rows::{Kind, ROWS};

/// The names of all rows below the header, each with its number.
pub fn names() -> Vec<(usize, String)> {
    (NAMES + 1..ROWS.len()).map(|row| (row, rows::name(row))).collect()
}

/// The layout of the journey shown. Reactive.
pub fn layout(
    state: State,
    scene_journey: super::scene::JourneyMemo,
    before: Option<&AspectLayout>,
) -> AspectLayout {
    let shown = rows::shown(state.map().hidden_rows.get());
    let Some((_, journey)) = scene_journey.get() else { return AspectLayout::default() };
    let Some(workspace) = state.workspace_untracked() else { return AspectLayout::default() };
    let text = |id: Id, touchpoint: &Touchpoint, row: usize| text::text(&workspace, id, touchpoint, row);
    AspectLayout::of(&journey, &shown, &text, before)
}

/// The rows and columns in sight.
pub fn aspects(state: State, scene: Scene) -> AnyView {
    let ids = move || scene.columns_in_sight().into_iter().map(|(_, id)| id).collect::<Vec<_>>();
    let scale = move || format!("scale({})", state.map().zoom.get());
    let curve_row = ROWS.iter().position(|row| row.kind == Kind::Curve).unwrap_or_default();
    let curve_at = Memo::new(move |_| scene.aspects.with(|layout| layout.row(curve_row)));
    view! {
        {strip(state, scene)}
        <div class="map-ground">
            {canvas::phase_bands(state, scene)}
            <div class="map-stage" style:transform=scale>
                    <For each=ids key=|id| *id let:id>
                        {column(state, scene, id)}
                    </For>
                    {move || curve_at.get().map(|(top, height)| curve::curve(state, scene, top + 16.0, height - 32.0))}
                    {canvas::first_touchpoints(state, scene)}
                    {drag::marks(state, scene)}
            </div>
        </div>
    }
    .into_any()
}

/// The names of the rows, at the side.
fn strip(state: State, scene: Scene) -> AnyView {
    let shown =
        move || scene.aspects.with(|layout| layout.rows.iter().map(|row| row.aspect).collect::<Vec<_>>());
    view! {
        <div class="map-strip">
            <For each=shown key=|row| *row let:row>
                {row_name(state, scene, row)}
            </For>
        </div>
    }
    .into_any()
}

fn row_name(state: State, scene: Scene, row: usize) -> AnyView {
    let place = Memo::new(move |_| {
        let zoom = state.map().zoom.get();
        let (top, height) = scene.aspects.with(|layout| layout.row(row)).unwrap_or_default();
        (top * zoom, height * zoom)
    });
    view! {
        <div
            class="map-lane-name map-row-name"
            data-owner="row"
            style:top=move || format!("{:.1}px", place.get().0)
            style:height=move || format!("{:.1}px", place.get().1)
            title=rows::name(row)
        >
            <span class="map-lane-text">{rows::name(row)}</span>
        </div>
    }
    .into_any()
}

fn column(state: State, scene: Scene, id: Id) -> AnyView {
    let place = Memo::new(move |_| {
        let column = scene.column_of(id)?;
        scene.aspects.with(|layout| layout.columns.columns.get(column).map(|column| column.x))
    });
    let shown =
        move || scene.aspects.with(|layout| layout.rows.iter().map(|row| row.aspect).collect::<Vec<_>>());
    let touchpoint = Memo::new(move |_| scene.touchpoint(id));
    view! {
        <div
            class="map-column"
            class:map-taken=move || drag::takes(state, id)
            style:left=move || place.get().map(|x| format!("{x:.1}px")).unwrap_or_default()
        >
            <For each=shown key=|row| *row let:row>
                {cell::cell(state, scene, id, touchpoint, row)}
            </For>
        </div>
    }
    .into_any()
}

/// The next row above or below; above the names is the phase.
pub fn climb(state: State, scene: Scene, id: Id, to: Move) {
    let row = state.map().row.get_untracked();
    let mut shown = vec![NAMES];
    shown.extend(
        scene.aspects.with_untracked(|layout| layout.rows.iter().map(|row| row.aspect).collect::<Vec<_>>()),
    );
    let at = shown.iter().position(|other| *other == row).unwrap_or_default();
    let next = match to {
        Move::Up => at.checked_sub(1),
        Move::Down => Some((at + 1).min(shown.len() - 1)),
    };
    match next.and_then(|next| shown.get(next)) {
        Some(next) => {
            state.map().row.set(*next);
            edits::go_to(state, id);
        }
        None => walk::to_phase(state, id),
    }
}

/// Types into the cell that the keyboard is in.
pub fn edit(state: State, scene: Scene, id: Id) {
    cell::edit(state, scene, id, state.map().row.get_untracked());
}

/// Types into the row below the present one.
pub fn edit_below(state: State, scene: Scene, id: Id) {
    climb(state, scene, id, Move::Down);
    let row = state.map().row.get_untracked();
    if matches!(ROWS.get(row).map(|row| row.kind), Some(Kind::Marks | Kind::Curve)) {
        climb(state, scene, id, Move::Down);
    }
    edit(state, scene, id);
}

/// Where the row that the keyboard is in stands, for bringing it into sight.
pub fn row_place(state: State, scene: Scene) -> (f64, f64) {
    let row = state.map().row.get();
    scene.aspects.with(|layout| layout.row(row)).unwrap_or_default()
}

/// The corner above the names of the rows.
pub fn corner() -> AnyView {
    view! { <span class="map-corner-name">{words::TOUCHPOINTS}</span> }.into_any()
}

/// The element that has the focus for a touchpoint.
pub fn focus_id(state: State, id: Id) -> String {
    dom::cell_id(state.map().row.get_untracked(), id)
}

/// The height of the names in the header, in pixels.
pub const NAMES_HEIGHT: f64 = 58.0;

/// The height of the header in pixels.
pub fn head_height() -> f64 {
    viewport::HEAD + NAMES_HEIGHT
}
