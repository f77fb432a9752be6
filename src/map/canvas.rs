//! The canvas: what scrolls and zooms. Only what is in sight is in the page.

use crosslane_core::layout::{LaneKind, Point};
use crosslane_core::model::Id;
use crosslane_words::ui::map as words;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::scene::Scene;
use super::session::Laning;
use super::viewport::{self, AFTER, BAND, BELOW};
use super::{arrows, aspects, card, curve, dom, drag, edits, header, lanes};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView};

/// How far from a slot's middle the pointer finds it, in map units.
const REACH: f64 = 12.0;

/// The canvas with everything on it.
pub fn canvas(state: State, scene: Scene) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    keep_measured(state, node);
    let pending = StoredValue::new(false);
    let on_scroll = move |_| {
        if !pending.get_value() {
            pending.set_value(true);
            at_frame_always(move || {
                pending.set_value(false);
                viewport::follow(state);
            });
        }
    };
    let width = move || {
        let width = viewport::extent(state, scene).x * state.map().zoom.get();
        format!("{:.0}px", width + viewport::strip(state) + AFTER)
    };
    let height = move || {
        let height = viewport::extent(state, scene).y * state.map().zoom.get();
        format!("{:.0}px", height + viewport::head(state) + BELOW)
    };
    let detail = move || if state.map().zoom.get() < 0.55 { "low" } else { "full" };
    view! {
        <div
            node_ref=node
            id=dom::CANVAS
            class="map-canvas"
            tabindex="0"
            role="region"
            aria-label=words::CANVAS
            data-detail=detail
            class:map-narrow=move || viewport::is_narrow(state)
            class:map-dragging=move || state.map().drag.with(Option::is_some)
            on:scroll=on_scroll
            on:wheel=move |event| zoom_by_wheel(state, &event)
            on:pointerdown=move |event| {
                if !drag::on_control(&event) {
                    drag::press(state, scene, &event, drag::Dragged::Map);
                }
            }
            on:pointermove=move |event| hover(state, scene, &event)
            on:pointerleave=move |_| unhover(state)
            on:touchmove=move |event| {
                if state.map().drag.with_untracked(Option::is_some) {
                    event.prevent_default();
                }
            }
        >
            <div
                class="map-sheet"
                dir="ltr"
                style:width=width
                style:height=height
                style:--strip=move || format!("{:.0}px", viewport::strip(state))
                style:--head=move || format!("{:.0}px", viewport::head(state))
            >
                <div class="map-corner">{move || (state.map().laning.get() == Laning::Aspect).then(aspects::corner)}</div>
                {header::header(state, scene)}
                {move || match state.map().laning.get() {
                    Laning::Department => departments(state, scene),
                    Laning::Aspect => aspects::aspects(state, scene),
                }}
            </div>
        </div>
    }
    .into_any()
}

fn keep_measured(state: State, node: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let Some(canvas) = node.get() else { return };
        viewport::measure(state);
        let observe = Closure::<dyn Fn()>::new(move || viewport::measure(state));
        let Ok(observer) = web_sys::ResizeObserver::new(observe.as_ref().unchecked_ref()) else { return };
        observer.observe(&canvas);
        let kept = StoredValue::new_local(Some((observer, observe)));
        on_cleanup(move || {
            if let Some((observer, _)) = kept.try_update_value(Option::take).flatten() {
                observer.disconnect();
            }
        });
    });
}

fn zoom_by_wheel(state: State, event: &ev::WheelEvent) {
    if !(event.ctrl_key() || event.meta_key()) {
        return;
    }
    event.prevent_default();
    let Some(canvas) = dom::canvas() else { return };
    let (corner, _) = dom::rect(canvas.as_ref());
    let around = Point::new(f64::from(event.client_x()) - corner.x, f64::from(event.client_y()) - corner.y);
    // Lines and pixels alike: a notch of a wheel is about a hundred pixels, a pinch sends a few at a time.
    let turns = if event.delta_mode() == 0 { event.delta_y() } else { event.delta_y() * 30.0 };
    let factor = (-turns.clamp(-100.0, 100.0) * 0.0035).exp();
    viewport::zoom_to(state, state.map().zoom.get_untracked() * factor, Some(around));
}

/// The map by department.
fn departments(state: State, scene: Scene) -> AnyView {
    let ids = move || scene.columns_in_sight().into_iter().map(|(_, id)| id).collect::<Vec<_>>();
    let scale = move || format!("scale({})", state.map().zoom.get());
    view! {
        {lanes::strip(state, scene)}
        <div class="map-ground">
            {lanes::bands(state, scene)}
            {phase_bands(state, scene)}
            <div class="map-stage" style:transform=scale>
                {curve::curve(state, scene, 14.0, BAND - 28.0)}
                {arrows::lines(state, scene)}
                <For each=ids key=|id| *id let:id>
                    {card::card(state, scene, id)}
                </For>
                {arrows::tags(state, scene)}
                {first_touchpoints(state, scene)}
                {add_here(state, scene)}
                {drag::marks(state, scene)}
            </div>
        </div>
    }
    .into_any()
}

/// The phases in sight, each with its edges, in pixels.
fn phases_in_sight(state: State, scene: Scene) -> Vec<(Id, usize, f64, f64)> {
    let sight = scene.sight.get();
    let zoom = state.map().zoom.get();
    scene.with_columns(|columns| {
        let seen = columns.phases.get(sight.first_phase..sight.end_phase.min(columns.phases.len()));
        let seen = seen.unwrap_or_default().iter();
        seen.map(|phase| (phase.id, phase.count, phase.x * zoom, phase.width * zoom)).collect()
    })
}

/// The edges of phases run through all lanes.
pub fn phase_bands(state: State, scene: Scene) -> AnyView {
    (move || {
        phases_in_sight(state, scene)
            .into_iter()
            .map(|(_, _, x, width)| {
                view! { <div class="map-phase-band" aria-hidden="true" style:left=format!("{x:.1}px") style:width=format!("{width:.1}px")></div> }
            })
            .collect_view()
    })
    .into_any()
}

/// Phases without touchpoints ask for their first one.
pub fn first_touchpoints(state: State, scene: Scene) -> AnyView {
    let empty = move || {
        scene.with_columns(|columns| {
            let empty = columns.phases.iter().filter(|phase| phase.count == 0);
            empty.map(|phase| (phase.id, phase.x, phase.width)).collect::<Vec<_>>()
        })
    };
    (move || {
        empty()
            .into_iter()
            .map(|(id, x, width)| {
                view! {
                    <button
                        class="map-first"
                        type="button"
                        style:transform=format!("translate({:.1}px, {:.1}px)", x + 8.0, viewport::band(state) + 12.0)
                        style:width=format!("{:.1}px", width - 16.0)
                        on:click=move |_| edits::add_touchpoint(state, id, None, LaneKind::Open)
                    >
                        <IconView icon=Icon::Add />
                        <span>{words::FIRST_TOUCHPOINT}</span>
                    </button>
                }
            })
            .collect_view()
    })
    .into_any()
}

/// Looks for a slot under a mouse.
fn hover(state: State, scene: Scene, event: &ev::PointerEvent) {
    if event.pointer_type() == "touch"
        || state.map().press.get_value().is_some()
        || state.map().laning.get_untracked() == Laning::Aspect
    {
        return;
    }
    let at = Point::new(f64::from(event.client_x()), f64::from(event.client_y()));
    let found =
        drag::on_map(state, at).filter(|_| dom::closest(event, ".map-ground").is_some()).and_then(|at| {
            scene.lanes.with_untracked(|layout| {
                let lane = layout.lanes.get(layout.lane_at(at.y)?)?;
                let inside = at.y >= lane.row && at.y <= lane.row + lane.row_height;
                let slot = layout.columns.slot_near(at.x, REACH)?;
                inside.then_some((slot, lane.kind))
            })
        });
    if state.map().hover.get_untracked() != found {
        state.map().hover.set(found);
    }
}

fn unhover(state: State) {
    if state.map().hover.with_untracked(Option::is_some) {
        state.map().hover.set(None);
    }
}

/// The button that adds a touchpoint under the pointer, in that lane.
fn add_here(state: State, scene: Scene) -> AnyView {
    let place = Memo::new(move |_| {
        let (slot, kind) = state.map().hover.get()?;
        scene.lanes.with(|layout| {
            let lane = layout.lanes.iter().find(|lane| lane.kind == kind)?;
            Some((layout.columns.slot_x(slot), lane.row + BAND, slot, kind))
        })
    });
    (move || {
        place.get().map(|(x, y, slot, kind)| {
            let add = move |_| {
                unhover(state);
                edits::add_in_slot(state, slot, kind);
            };
            view! {
                <button
                    class="map-add-here"
                    type="button"
                    tabindex="-1"
                    title=words::ADD_HERE
                    aria-label=words::ADD_HERE
                    style:transform=format!("translate({:.1}px, {y:.1}px)", x - 11.0)
                    on:click=add
                >
                    <IconView icon=Icon::Add />
                </button>
            }
        })
    })
    .into_any()
}
