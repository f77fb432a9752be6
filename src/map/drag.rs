//! What the pointer holds: a card on its way to another place, a link on its way to a card, or the map itself.
//!
//! A finger holds a card after a moment without moving; before that it scrolls.

use std::time::Duration;

use crosslane_core::layout::{LaneKind, Point, Slot};
use crosslane_core::model::{Id, StepKey};
use leptos::ev;
use wasm_bindgen::JsCast;

use super::scene::Scene;
use super::session::Laning;
use super::viewport::{self, BAND};
use super::{dom, edits};
use crate::app::State;
use crate::reactive::prelude::*;

/// How far a pressed pointer moves before it drags, in pixels.
const SLACK: f64 = 5.0;
/// How long a finger rests before it holds.
const REST: Duration = Duration::from_millis(350);
/// How close to the edge of the canvas a drag scrolls, in pixels.
const EDGE: f64 = 48.0;
/// The most it scrolls in one frame, in pixels.
const PACE: f64 = 18.0;

/// What is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dragged {
    /// A touchpoint, to another place.
    Touchpoint(Id),
    /// A link out of a touchpoint.
    Link(Id),
    /// The map, under the pointer.
    Map,
}

/// A drag under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drag {
    /// What is dragged.
    pub what: Dragged,
    /// Where the pointer is, in pixels of the page's view.
    pub at: Point,
    /// Where a dragged touchpoint would stand.
    pub slot: Option<Slot>,
    /// The lane it would stand in.
    pub lane: Option<LaneKind>,
    /// The touchpoint a dragged link would lead to.
    pub over: Option<Id>,
}

/// A press that may become a drag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    what: Dragged,
    from: Point,
    last: Point,
    dragging: bool,
    finger: bool,
}

/// Whether this touchpoint is being dragged. Reactive.
pub fn takes(state: State, id: Id) -> bool {
    state.map().drag.with(|drag| drag.as_ref().is_some_and(|drag| drag.what == Dragged::Touchpoint(id)))
}

/// Whether a link is being dragged onto this touchpoint. Reactive.
pub fn targets(state: State, id: Id) -> bool {
    state.map().drag.with(|drag| drag.as_ref().is_some_and(|drag| drag.over == Some(id)))
}

/// Whether a touchpoint is being dragged into this lane. Reactive.
pub fn targets_lane(state: State, _: Scene, kind: LaneKind) -> bool {
    state.map().drag.with(|drag| drag.as_ref().is_some_and(|drag| drag.lane == Some(kind)))
}

fn point(event: &ev::PointerEvent) -> Point {
    Point::new(f64::from(event.client_x()), f64::from(event.client_y()))
}

/// The pointer went down on something that can be dragged.
pub fn press(state: State, scene: Scene, event: &ev::PointerEvent, what: Dragged) {
    let finger = event.pointer_type() == "touch";
    if event.button() != 0 || (finger && what == Dragged::Map) {
        return;
    }
    event.stop_propagation();
    let at = point(event);
    let press = Press { what, from: at, last: at, dragging: false, finger };
    state.map().press.set_value(Some(press));
    listen(state, scene);
    if finger {
        let begin = move || {
            if state.map().press.get_value().is_some_and(|now| now.from == press.from && !now.dragging) {
                start(state, scene, press.from);
            }
        };
        after_always(REST, begin);
    }
}

fn listen(state: State, scene: Scene) {
    release(state);
    let moved = listen_always(ev::pointermove, move |event| moved(state, scene, &event));
    let up = listen_always(ev::pointerup, move |event| {
        moved_to(state, scene, point(&event));
        end(state, true);
    });
    let cancelled = listen_always(ev::pointercancel, move |_| end(state, false));
    let escaped = listen_always(ev::keydown, move |event| {
        if event.key() == "Escape" {
            event.prevent_default();
            end(state, false);
        }
    });
    state.map().listeners.update_value(|listeners| listeners.extend([moved, up, cancelled, escaped]));
}

/// Stops listening to the pointer.
pub fn release(state: State) {
    let listeners = state.map().listeners.try_update_value(std::mem::take).unwrap_or_default();
    for listener in listeners {
        listener.stop();
    }
}

fn moved(state: State, scene: Scene, event: &ev::PointerEvent) {
    let Some(press) = state.map().press.get_value() else { return };
    let at = point(event);
    if !press.dragging {
        let far = (at.x - press.from.x).hypot(at.y - press.from.y);
        if far < SLACK {
            return;
        }
        if press.finger && !matches!(press.what, Dragged::Link(_)) {
            // The finger scrolls.
            end(state, false);
            return;
        }
        start(state, scene, at);
    }
    event.prevent_default();
    moved_to(state, scene, at);
}

fn start(state: State, scene: Scene, at: Point) {
    state.map().press.update_value(|press| {
        if let Some(press) = press {
            press.dragging = true;
        }
    });
    let Some(press) = state.map().press.get_value() else { return };
    if press.what != Dragged::Map {
        state.map().drag.set(Some(Drag { what: press.what, at, slot: None, lane: None, over: None }));
        scroll_at_edges(state, scene);
    }
}

/// Where a point of the page's view is on the map, in map units from the first lane.
pub fn on_map(state: State, at: Point) -> Option<Point> {
    let (corner, _) = dom::rect(dom::canvas()?.as_ref());
    untrack(|| {
        let (zoom, scroll) = (state.map().zoom.get(), state.map().scroll.get());
        let x = (at.x - corner.x - viewport::strip(state) + scroll.x) / zoom;
        let y = (at.y - corner.y - viewport::head(state) + scroll.y) / zoom - viewport::band(state);
        Some(Point::new(x, y))
    })
}

fn moved_to(state: State, scene: Scene, at: Point) {
    let Some(press) = state.map().press.get_value().filter(|press| press.dragging) else { return };
    let by = Point::new(at.x - press.last.x, at.y - press.last.y);
    state.map().press.set_value(Some(Press { last: at, ..press }));
    match press.what {
        Dragged::Map => {
            if let Some(canvas) = dom::canvas() {
                canvas.scroll_by_with_x_and_y(-by.x, -by.y);
            }
        }
        what => update(state, scene, what, at),
    }
}

fn update(state: State, scene: Scene, what: Dragged, at: Point) {
    let Some(place) = on_map(state, at) else { return };
    let mut drag = Drag { what, at, slot: None, lane: None, over: None };
    untrack(|| match what {
        Dragged::Touchpoint(_) => {
            drag.slot = scene.with_columns(|columns| columns.slot_at(place.x));
            if state.map().laning.get() == Laning::Department {
                drag.lane = scene.lanes.with(|layout| Some(layout.lanes[layout.lane_at(place.y)?].kind));
            }
        }
        Dragged::Link(from) => drag.over = card_at(at).filter(|over| *over != from),
        Dragged::Map => {}
    });
    if state.map().drag.get_untracked() != Some(drag) {
        state.map().drag.set(Some(drag));
    }
}

/// The touchpoint whose card is at a point of the page's view.
fn card_at(at: Point) -> Option<Id> {
    // Pixels of a view are far below 2^24.
    #[allow(clippy::cast_possible_truncation)]
    let element = document().element_from_point(at.x as f32, at.y as f32)?;
    let card = element.closest(".map-card").ok()??;
    Id::new(card.id().strip_prefix("card-")?)
}

fn end(state: State, keep: bool) {
    release(state);
    let press = state.map().press.try_update_value(Option::take).flatten();
    let drag = state.map().drag.get_untracked();
    if drag.is_some() {
        state.map().drag.set(None);
    }
    let (Some(drag), true) = (drag, keep && press.is_some_and(|press| press.dragging)) else { return };
    match (drag.what, drag.slot, drag.over) {
        (Dragged::Touchpoint(id), Some(slot), _) => edits::drop_into(state, id, slot, drag.lane),
        (Dragged::Link(from), _, Some(to)) => edits::link(state, StepKey::new(from, to)),
        _ => {}
    }
}

/// Scrolls as long as a drag rests close to an edge.
fn scroll_at_edges(state: State, scene: Scene) {
    at_frame_always(move || {
        let Some(drag) = state.map().drag.get_untracked() else { return };
        if let Some(canvas) = dom::canvas() {
            let (corner, size) = dom::rect(canvas.as_ref());
            let start = Point::new(
                corner.x + untrack(|| viewport::strip(state)),
                corner.y + untrack(|| viewport::head(state)),
            );
            let x = pull(drag.at.x, start.x, corner.x + size.x);
            let y = pull(drag.at.y, start.y, corner.y + size.y);
            if x != 0.0 || y != 0.0 {
                canvas.scroll_by_with_x_and_y(x, y);
                viewport::follow(state);
                update(state, scene, drag.what, drag.at);
            }
        }
        scroll_at_edges(state, scene);
    });
}

/// How far to scroll in one frame, from how close a point is to the ends of a stretch.
fn pull(at: f64, start: f64, end: f64) -> f64 {
    if at < start + EDGE {
        -PACE * ((start + EDGE - at) / EDGE).min(1.0)
    } else if at > end - EDGE {
        PACE * ((at - end + EDGE) / EDGE).min(1.0)
    } else {
        0.0
    }
}

/// The place a dragged card would take, and the card under the pointer.
pub fn ghost(state: State, scene: Scene) -> AnyView {
    let name = Memo::new(move |_| match state.map().drag.get()?.what {
        Dragged::Touchpoint(id) => scene.touchpoint(id).map(|found| found.name.clone()),
        _ => None,
    });
    let at = move || state.map().drag.get().map(|drag| drag.at).unwrap_or_default();
    (move || {
        name.get().map(|name| {
            view! {
                <div
                    class="map-ghost"
                    aria-hidden="true"
                    dir="auto"
                    style:transform=move || format!("translate({:.0}px, {:.0}px)", at().x, at().y)
                >
                    {name}
                </div>
            }
        })
    })
    .into_any()
}

/// Inside the lanes: where a dragged card would stand, and the line of a dragged link.
pub fn marks(state: State, scene: Scene) -> AnyView {
    let slot = Memo::new(move |_| {
        let drag = state.map().drag.get()?;
        let slot = drag.slot?;
        let x = scene.with_columns(|columns| columns.slot_x(slot));
        let (top, height) = match drag.lane {
            Some(kind) => scene.lanes.with(|layout| {
                let lane = layout.lanes.iter().find(|lane| lane.kind == kind)?;
                Some((lane.row + BAND, lane.row_height))
            })?,
            None => (0.0, viewport::extent(state, scene).y),
        };
        Some((x, top, height))
    });
    let link = Memo::new(move |_| {
        let drag = state.map().drag.get()?;
        let Dragged::Link(id) = drag.what else { return None };
        let column = scene.column_of(id)?;
        let card = scene.lanes.with(|layout| layout.card(column));
        let to = on_map(state, drag.at)?;
        let (x, y) = (card.x + 152.0, card.y + BAND + 44.0);
        Some(format!("M{x:.1} {y:.1}L{:.1} {:.1}", to.x, to.y + viewport::band(state)))
    });
    view! {
        {move || {
            slot.get().map(|(x, top, height)| {
                view! {
                    <div
                        class="map-slot"
                        aria-hidden="true"
                        style:transform=format!("translate({:.1}px, {top:.1}px)", x - 2.0)
                        style:height=format!("{height:.1}px")
                    ></div>
                }
            })
        }}
        {move || link.get().map(|path| view! { <svg class="map-lines" aria-hidden="true"><path class="map-link-line" d=path /></svg> })}
    }
    .into_any()
}

/// Whether an event comes from a control that has a meaning of its own.
pub fn on_control(event: &web_sys::Event) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| {
        matches!(
            element
                .closest("button, input, textarea, .map-card, .map-phase, .map-line, .map-cell, .map-name"),
            Ok(Some(_))
        )
    })
}
