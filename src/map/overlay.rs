//! What lies over the map for a moment: a choice to be made, a menu. One at a time, beside what it is about.

use crosslane_core::layout::Point;
use crosslane_core::model::Id;
use leptos::ev;
use wasm_bindgen::JsCast;

use super::scene::Scene;
use super::{dom, feeling, link, menus, owner};
use crate::app::State;
use crate::reactive::prelude::*;

/// What a choice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Who owns a touchpoint; `flow` where the next touchpoint follows at once.
    Owner {
        /// The touchpoint.
        id: Id,
        /// The next touchpoint follows at once.
        flow: bool,
    },
    /// How customers feel at a touchpoint.
    Feeling(Id),
    /// Where a touchpoint leads to.
    Link(Id),
    /// What can be done with a touchpoint.
    Touchpoint(Id),
    /// What can be done with a phase.
    Phase(Id),
    /// Which rows by aspect are shown.
    Rows,
}

/// A choice, beside what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Overlay {
    /// What it is about.
    pub choice: Choice,
    /// Upper left corner of what it stands beside, in pixels of the page's view.
    pub at: Point,
    /// Its size.
    pub size: Point,
    /// The element that gets the focus back.
    pub back_to: String,
}

/// The largest width of an overlay, in pixels: it is kept inside of the page's view.
const WIDEST: f64 = 300.0;
/// The height an overlay may need, in pixels.
const HIGHEST: f64 = 320.0;

/// Opens a choice beside the element of this name, or else the one that gets the focus back.
pub fn open(state: State, choice: Choice, beside: &str, back_to: String) {
    let Some(element) = dom::element(beside).or_else(|| dom::element(&back_to)) else { return };
    let (at, size) = dom::rect(&element);
    state.map().overlay.set(Some(Overlay { choice, at, size, back_to }));
}

/// Closes it; the focus goes back to where it came from.
pub fn close(state: State) {
    let Some(overlay) = state.map().overlay.get_untracked() else { return };
    state.map().overlay.set(None);
    dom::focus_later(overlay.back_to);
}

/// The overlay of the session.
pub fn overlay(state: State, scene: Scene) -> AnyView {
    // A press beside it closes it, and does what it does there.
    listen(ev::pointerdown, move |event| {
        let inside = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
            .is_some_and(|element| matches!(element.closest(".map-overlay"), Ok(Some(_))));
        if !inside && state.map().overlay.with_untracked(Option::is_some) {
            state.map().overlay.set(None);
        }
    });
    (move || {
        state.map().overlay.get().map(|overlay| {
            let room = Room::beside(&overlay);
            let body = match overlay.choice {
                Choice::Owner { id, flow } => owner::owner(state, scene, id, flow),
                Choice::Feeling(id) => feeling::feeling(state, scene, id),
                Choice::Link(id) => link::link(state, scene, id),
                Choice::Touchpoint(id) => menus::touchpoint(state, scene, id),
                Choice::Phase(id) => menus::phase(state, scene, id),
                Choice::Rows => menus::rows(state),
            };
            let on_key = move |event: ev::KeyboardEvent| {
                if matches!(event.key().as_str(), "Escape" | "Tab") {
                    event.prevent_default();
                    event.stop_propagation();
                    close(state);
                }
            };
            view! {
                <div
                    class="map-overlay"
                    style:left=px(room.left)
                    style:top=room.top.map_or_else(auto, px)
                    style:bottom=room.bottom.map_or_else(auto, px)
                    style:max-height=px(room.height)
                    style:min-width=px(overlay.size.x.min(WIDEST))
                    on:keydown=on_key
                >
                    {body}
                </div>
            }
        })
    })
    .into_any()
}

/// Where an overlay has room, in pixels of the page's view.
struct Room {
    left: f64,
    top: Option<f64>,
    bottom: Option<f64>,
    height: f64,
}

impl Room {
    /// Below what it is about where there is enough room or more than above; never out of the view.
    fn beside(overlay: &Overlay) -> Self {
        let length = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
        let width = length(window().inner_width()).unwrap_or(WIDEST);
        let height = length(window().inner_height()).unwrap_or(HIGHEST);
        let left = overlay.at.x.min(width - WIDEST - 8.0).max(8.0);
        let end = (overlay.at.y + overlay.size.y + 4.0).clamp(0.0, height - 80.0);
        let (below, above) = (height - end - 8.0, overlay.at.y - 12.0);
        if below >= HIGHEST || below >= above {
            Self { left, top: Some(end), bottom: None, height: below }
        } else {
            Self { left, top: None, bottom: Some(height - overlay.at.y + 4.0), height: above }
        }
    }
}

fn px(length: f64) -> String {
    format!("{length:.0}px")
}

fn auto() -> String {
    "auto".to_owned()
}
