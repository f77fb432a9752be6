//! The bar above the canvas: the lanes, what can be added, and how close one looks.

use crosslane_words::ui::map as words;

use super::overlay::{self, Choice};
use super::session::Laning;
use super::{header, viewport};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconButton, IconView};

/// The button that opens and closes the panel.
pub const PANEL: &str = "map-panel";

/// The bar.
pub fn toolbar(state: State) -> AnyView {
    let map = state.map();
    let percent = move || words::zoom(map.zoom.get() * 100.0);
    let rows = move || {
        (map.laning.get() == Laning::Aspect).then(|| {
            view! {
                <button
                    id="map-rows"
                    class="button"
                    type="button"
                    aria-haspopup="true"
                    on:click=move |_| overlay::open(state, Choice::Rows, "map-rows", "map-rows".to_owned())
                >
                    {words::ROWS}
                    <IconView icon=Icon::Down />
                </button>
            }
        })
    };
    view! {
        <div class="map-bar" role="toolbar" aria-label=words::TOOLS>
            {laning(state)}
            {rows}
            <button class="button map-bar-add" type="button" on:click=move |_| header::start_phase(state, None)>
                <IconView icon=Icon::Add />
                <span>{words::ADD_PHASE}</span>
            </button>
            <span class="map-bar-space"></span>
            <IconButton icon=Icon::Minus label=words::ZOOM_OUT on_click=move || viewport::zoom_step(state, false) />
            <button
                class="map-zoom"
                type="button"
                title=words::ZOOM_RESET
                aria-label=move || format!("{}, {}", percent(), words::ZOOM_RESET)
                on:click=move |_| viewport::zoom_to(state, 1.0, None)
            >
                {percent}
            </button>
            <IconButton icon=Icon::Add label=words::ZOOM_IN on_click=move || viewport::zoom_step(state, true) />
            <IconButton icon=Icon::Fit label=words::FIT on_click=move || viewport::fit(state, false) />
            <button
                id=PANEL
                class="icon-button map-panel-toggle"
                type="button"
                title=words::PANEL
                aria-label=words::PANEL
                aria-pressed=move || map.present_panel().get().to_string()
                on:click=move |_| toggle_panel(state)
            >
                <IconView icon=Icon::Info />
            </button>
        </div>
    }
    .into_any()
}

/// Opens or closes the panel beside the map.
pub fn toggle_panel(state: State) {
    let panel = untrack(|| state.map().present_panel());
    panel.update(|open| *open = !*open);
    crate::inspector::remember_folded(!panel.get_untracked());
}

/// The two ways to see the lanes.
fn laning(state: State) -> AnyView {
    let choices = [(Laning::Department, words::BY_DEPARTMENT), (Laning::Aspect, words::BY_ASPECT)];
    let buttons = choices
        .map(|(laning, name)| {
            view! {
                <button
                    class="segment"
                    type="button"
                    aria-pressed=move || (state.map().laning.get() == laning).to_string()
                    on:click=move |_| set_laning(state, laning)
                >
                    {name}
                </button>
            }
        })
        .into_iter()
        .collect_view();
    view! { <div class="segments" role="group" aria-label=words::LANING>{buttons}</div> }.into_any()
}

/// Shows the lanes in this way; what is chosen stays in sight.
pub fn set_laning(state: State, laning: Laning) {
    if state.map().laning.get_untracked() == laning {
        return;
    }
    let Some(scene) = state.map().scene() else { return };
    let chosen = scene.chosen_touchpoint();
    state.map().hover.set(None);
    state.map().laning.set(laning);
    match chosen.and_then(|id| untrack(|| scene.column_of(id))) {
        Some(column) => viewport::reveal(state, column),
        None => viewport::scroll_to(state, crosslane_core::layout::Point::default()),
    }
}
