//! The lanes: their names at the side, which stay in sight, and their bands behind the cards.

use crosslane_core::layout::{Lane, LaneKind};
use crosslane_words::ui::map as words;

use super::drag;
use super::scene::Scene;
use super::viewport::{self, BAND};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::DepartmentMark;

/// A lane's name and colour.
struct LaneName {
    name: String,
    about: &'static str,
    word: &'static str,
    mark: Option<DepartmentMark>,
}

impl LaneName {
    /// The name of a lane. Reactive.
    fn of(scene: Scene, kind: LaneKind) -> Self {
        match kind {
            LaneKind::Customer => Self {
                name: words::CUSTOMER.to_owned(),
                about: words::CUSTOMER_ABOUT,
                word: "customer",
                mark: None,
            },
            LaneKind::Open => {
                Self { name: words::OPEN.to_owned(), about: words::OPEN_ABOUT, word: "open", mark: None }
            }
            LaneKind::Department(id) => {
                let workspace = scene.registers.get();
                let name = workspace.as_ref().map(|workspace| workspace.department_name(id).to_owned());
                Self {
                    name: name.unwrap_or_default(),
                    about: "",
                    word: "department",
                    mark: workspace.map(|workspace| DepartmentMark::of(&workspace, id)),
                }
            }
        }
    }
}

/// The names of the lanes, at the side.
pub fn strip(state: State, scene: Scene) -> AnyView {
    let kinds =
        move || scene.lanes.with(|layout| layout.lanes.iter().map(|lane| lane.kind).collect::<Vec<_>>());
    let band = move || format!("{:.1}px", viewport::band(state) * state.map().zoom.get());
    view! {
        <div class="map-strip">
            <div class="map-lane-name" data-owner="curve" style:height=band title=words::SATISFACTION>
                <span class="map-lane-text">{words::SATISFACTION}</span>
            </div>
            <For each=kinds key=|kind| *kind let:kind>
                {name(state, scene, kind)}
            </For>
        </div>
    }
    .into_any()
}

fn name(state: State, scene: Scene, kind: LaneKind) -> AnyView {
    let place = place_of(state, scene, kind);
    (move || {
        let LaneName { name, about, word, mark } = LaneName::of(scene, kind);
        let title = if about.is_empty() { name.clone() } else { format!("{name}: {about}") };
        let initials: String = name.chars().take(2).collect();
        view! {
            <div
                class="map-lane-name"
                class:department-own=mark.as_ref().is_some_and(|mark| mark.own.is_some())
                class:map-target=move || drag::targets_lane(state, scene, kind)
                data-owner=word
                style:--hue=mark.as_ref().map(DepartmentMark::hue_text).unwrap_or_default()
                style:--own=mark.as_ref().and_then(|mark| mark.own.clone()).unwrap_or_default()
                style:top=move || format!("{:.1}px", place.get().0)
                style:height=move || format!("{:.1}px", place.get().1)
                title=title
            >
                <span class="department-mark" aria-hidden="true"></span>
                <span class="map-lane-text" dir="auto">{name}</span>
                <span class="map-lane-initials" aria-hidden="true">{initials}</span>
            </div>
        }
    })
    .into_any()
}

/// Top and height of a lane, in pixels.
fn place_of(state: State, scene: Scene, kind: LaneKind) -> Memo<(f64, f64)> {
    Memo::new(move |_| {
        let zoom = state.map().zoom.get();
        scene.lanes.with(|layout| {
            let lane = layout.lanes.iter().find(|lane| lane.kind == kind);
            lane.map_or((0.0, 0.0), |lane: &Lane| ((lane.top + BAND) * zoom, lane.height * zoom))
        })
    })
}

/// The bands behind the cards.
pub fn bands(state: State, scene: Scene) -> AnyView {
    let kinds =
        move || scene.lanes.with(|layout| layout.lanes.iter().map(|lane| lane.kind).collect::<Vec<_>>());
    let curve = move || format!("{:.1}px", BAND * state.map().zoom.get());
    view! {
        <div class="map-bands" aria-hidden="true">
            <div class="map-band" data-owner="curve" style:height=curve></div>
            <For each=kinds key=|kind| *kind let:kind>
                {band(state, scene, kind)}
            </For>
        </div>
    }
    .into_any()
}

fn band(state: State, scene: Scene, kind: LaneKind) -> AnyView {
    let place = place_of(state, scene, kind);
    let word = match kind {
        LaneKind::Customer => "customer",
        LaneKind::Open => "open",
        LaneKind::Department(_) => "department",
    };
    view! {
        <div
            class="map-band"
            class:map-target=move || drag::targets_lane(state, scene, kind)
            data-owner=word
            style:top=move || format!("{:.1}px", place.get().0)
            style:height=move || format!("{:.1}px", place.get().1)
        ></div>
    }
    .into_any()
}
