//! Looking around: scrolling, zooming, fitting.

use crosslane_core::layout::{CARD_HEIGHT, Point};

use super::dom;
use super::scene::Scene;
use super::session::Laning;
use crate::app::State;
use crate::reactive::prelude::*;

/// The height of the phases' header, in pixels at any zoom.
pub const HEAD: f64 = 60.0;
/// The height of the satisfaction band above the lanes, in map units.
pub const BAND: f64 = 84.0;
/// The room right of the last phase, in pixels: the next phase is added there.
pub const AFTER: f64 = 168.0;
/// The room below the last lane, in pixels.
pub const BELOW: f64 = 48.0;
/// The smallest and largest zoom.
const ZOOMS: (f64, f64) = (0.2, 2.0);
/// How much one press zooms.
const ZOOM_STEP: f64 = 1.25;
/// Below this width the names of lanes shrink to marks.
const NARROW: f64 = 640.0;
/// The room kept around what is brought into sight, in pixels.
const MARGIN: f64 = 28.0;

/// Whether the page is as narrow as a phone: there the panel covers half of it and is opened by hand.
pub fn on_a_phone() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width <= 700.0)
}

/// Whether the canvas is narrow. Reactive.
pub fn is_narrow(state: State) -> bool {
    let width = state.map().size.get().x;
    width > 0.0 && width < NARROW
}

/// The width of the strip of lane names, in pixels. Reactive.
pub fn strip(state: State) -> f64 {
    match state.map().laning.get() {
        _ if !is_narrow(state) => 148.0,
        Laning::Department => 40.0,
        // Rows are too low for names that stand upright.
        Laning::Aspect => 92.0,
    }
}

/// The height of the header in the present laning, in pixels. Reactive.
pub fn head(state: State) -> f64 {
    match state.map().laning.get() {
        Laning::Department => HEAD,
        Laning::Aspect => super::aspects::head_height(),
    }
}

/// The height of the band above the lanes, in map units. Reactive.
pub fn band(state: State) -> f64 {
    match state.map().laning.get() {
        Laning::Department => BAND,
        Laning::Aspect => 0.0,
    }
}

/// Width and height of what the lanes show, in map units. Reactive.
pub fn extent(state: State, scene: Scene) -> Point {
    match state.map().laning.get() {
        Laning::Department => {
            scene.lanes.with(|layout| Point::new(layout.columns.width, layout.height + BAND))
        }
        Laning::Aspect => scene.aspects.with(|layout| Point::new(layout.columns.width, layout.height)),
    }
}

/// Scrolls the canvas, once what was just decided is in the page.
pub fn scroll_to(state: State, to: Point) {
    let to = Point::new(to.x.max(0.0), to.y.max(0.0));
    state.map().scroll.set(to);
    at_frame_always(move || {
        if let Some(canvas) = dom::canvas() {
            canvas.set_scroll_left(whole(to.x));
            canvas.set_scroll_top(whole(to.y));
            follow(state);
        }
    });
}

/// Takes over where the canvas is scrolled to.
pub fn follow(state: State) {
    if let Some(canvas) = dom::canvas() {
        let now = Point::new(f64::from(canvas.scroll_left()), f64::from(canvas.scroll_top()));
        if state.map().scroll.get_untracked() != now {
            state.map().scroll.set(now);
        }
    }
}

/// Takes over how large the canvas is.
pub fn measure(state: State) {
    if let Some(canvas) = dom::canvas() {
        let now = Point::new(f64::from(canvas.client_width()), f64::from(canvas.client_height()));
        if state.map().size.get_untracked() != now {
            state.map().size.set(now);
        }
    }
}

/// Sets the zoom; what is at `around`, a point of the canvas in pixels, stays there.
pub fn zoom_to(state: State, zoom: f64, around: Option<Point>) {
    untrack(|| {
        let map = state.map();
        let (before, zoom) = (map.zoom.get(), zoom.clamp(ZOOMS.0, ZOOMS.1));
        let size = map.size.get();
        let around = around.unwrap_or(Point::new(f64::midpoint(strip(state), size.x), size.y / 2.0));
        let (x, y) = ((around.x - strip(state)).max(0.0), (around.y - head(state)).max(0.0));
        let scroll = map.scroll.get();
        let factor = zoom / before;
        map.zoom.set(zoom);
        scroll_to(state, Point::new((scroll.x + x) * factor - x, (scroll.y + y) * factor - y));
    });
}

/// One step in (`true`) or out.
pub fn zoom_step(state: State, closer: bool) {
    let zoom = state.map().zoom.get_untracked();
    zoom_to(state, if closer { zoom * ZOOM_STEP } else { zoom / ZOOM_STEP }, None);
}

/// Zooms so that the whole journey is in sight, or with `width_only` all of its phases.
pub fn fit(state: State, width_only: bool) {
    let Some(scene) = state.map().scene() else { return };
    measure(state);
    untrack(|| {
        let extent = extent(state, scene);
        let size = state.map().size.get();
        let wide = (size.x - strip(state) - 8.0) / extent.x.max(1.0);
        let high = (size.y - head(state) - 8.0) / extent.y.max(1.0);
        let zoom = if width_only { wide } else { wide.min(high) };
        state.map().zoom.set(zoom.clamp(ZOOMS.0, 1.25));
        scroll_to(state, Point::default());
    });
}

/// Brings a column into sight, and its card or, by aspect, the row the keyboard is in.
pub fn reveal(state: State, column: usize) {
    untrack(|| {
        let Some((at, size)) = place_of(state, column) else { return };
        let (seen, scroll) = (seen(state), state.map().scroll.get());
        let to = Point::new(
            into_sight(scroll.x, seen.x, at.x, size.x),
            into_sight(scroll.y, seen.y, at.y, size.y),
        );
        if to != scroll {
            scroll_to(state, to);
        }
    });
}

/// Brings a column into sight where nothing of it is: a card that is seen in part stays where it was pressed.
pub fn reveal_hidden(state: State, column: usize) {
    let hidden = untrack(|| {
        let (at, size) = place_of(state, column)?;
        let (seen, scroll) = (seen(state), state.map().scroll.get());
        let beside = |at: f64, size: f64, scroll: f64, seen: f64| at + size <= scroll || at >= scroll + seen;
        Some(beside(at.x, size.x, scroll.x, seen.x) || beside(at.y, size.y, scroll.y, seen.y))
    });
    if hidden == Some(true) {
        reveal(state, column);
    }
}

/// Where a column has its card or the row the keyboard is in, and how large that is, in pixels. Reactive.
fn place_of(state: State, column: usize) -> Option<(Point, Point)> {
    let scene = state.map().scene()?;
    let zoom = state.map().zoom.get();
    let x = scene.with_columns(|columns| columns.columns.get(column).map(|column| column.x))?;
    let width = scene.with_columns(|columns| columns.sizes().card);
    let (y, height) = match state.map().laning.get() {
        Laning::Department => (scene.lanes.with(|layout| layout.card(column).y) + BAND, CARD_HEIGHT),
        Laning::Aspect => super::aspects::row_place(state, scene),
    };
    Some((Point::new(x * zoom, y * zoom), Point::new(width * zoom, height * zoom)))
}

/// How much of the map is seen, in pixels. Reactive.
fn seen(state: State) -> Point {
    let size = state.map().size.get();
    Point::new(size.x - strip(state), size.y - head(state))
}

/// Brings a stretch of the columns from `x` into sight, in map units.
pub fn reveal_x(state: State, x: f64, width: f64) {
    untrack(|| {
        let (zoom, size, scroll) = (state.map().zoom.get(), state.map().size.get(), state.map().scroll.get());
        let to = into_sight(scroll.x, size.x - strip(state), x * zoom, width * zoom);
        scroll_to(state, Point::new(to, scroll.y));
    });
}

/// Where to scroll so that a stretch from `at` of this `length` is seen, moving as little as possible.
fn into_sight(scroll: f64, seen: f64, at: f64, length: f64) -> f64 {
    let (start, end) = (at - MARGIN, at + length + MARGIN);
    if start < scroll || end - start > seen {
        start.max(0.0)
    } else if end > scroll + seen {
        end - seen
    } else {
        scroll
    }
}

/// Lengths of the page are far below 2^31.
#[allow(clippy::cast_possible_truncation)]
fn whole(length: f64) -> i32 {
    length.round() as i32
}
