//! The satisfaction band: what customers feel, from touchpoint to touchpoint.

use crosslane_core::layout::{Columns, CurvePoint, Point, bow};
use crosslane_core::route::Selection;

use super::face;
use super::scene::Scene;
use crate::app::State;
use crate::reactive::prelude::*;

/// A dot of the band: where it stands, how it feels, what it belongs to.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Dot {
    at: Point,
    level: u8,
    column: usize,
    joined: bool,
}

/// The dots in sight, and one more on each side.
fn dots(scene: Scene, top: f64, height: f64) -> Vec<Dot> {
    let sight = scene.sight.get();
    let (Some((_, journey)), Some(flow)) = (scene.journey.get(), scene.flow.get()) else { return Vec::new() };
    let points = CurvePoint::around(&journey, &flow, sight.first, sight.end);
    scene.with_columns(|columns: &Columns| {
        let dot = |point: CurvePoint| Dot {
            at: point.place(columns, top, height),
            level: face::level(point.satisfaction),
            column: point.column,
            joined: point.joined,
        };
        points.into_iter().map(dot).collect()
    })
}

/// The band from `top`, in map units: guides at 1, 3 and 5, the curve, and a dot for each touchpoint.
pub fn curve(state: State, scene: Scene, top: f64, height: f64) -> AnyView {
    let dots = Memo::new(move |_| dots(scene, top, height));
    let lines = move || {
        let pairs = dots.get();
        let mut path = String::new();
        for pair in pairs.windows(2).filter(|pair| pair[1].joined) {
            path.push_str(&bow(pair[0].at, pair[1].at));
        }
        path
    };
    let width = move || scene.with_columns(|columns| columns.width);
    let guides = [0.0, 0.5, 1.0].map(|part| {
        let y = top + height * part;
        view! { <line class="map-curve-guide" x1="0" x2=move || width().to_string() y1=y.to_string() y2=y.to_string() /> }
    });
    let choose = move |column: usize| {
        if let Some(id) = untrack(|| scene.touchpoint_at(column)) {
            state.select(Selection::Touchpoint(id));
        }
    };
    view! {
        <svg class="map-curve" aria-hidden="true">
            {guides.into_iter().collect_view()}
            <path class="map-curve-line" d=lines />
            {move || {
                dots.get()
                    .into_iter()
                    .map(|dot| {
                        view! {
                            <circle
                                class="map-curve-dot"
                                data-level=dot.level
                                cx=format!("{:.1}", dot.at.x)
                                cy=format!("{:.1}", dot.at.y)
                                r="5"
                                on:click=move |_| choose(dot.column)
                            />
                        }
                    })
                    .collect_view()
            }}
        </svg>
    }
    .into_any()
}
