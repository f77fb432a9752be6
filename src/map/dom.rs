//! The few things the map asks of the page itself.

use crosslane_core::layout::Point;
use crosslane_core::model::{Id, StepKey};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::reactive::prelude::*;

/// The element that scrolls.
pub const CANVAS: &str = "map-canvas";

/// The element of this name.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The element that scrolls.
pub fn canvas() -> Option<HtmlElement> {
    element(CANVAS)
}

/// The name of a card's element.
pub fn card_id(touchpoint: Id) -> String {
    ["card-", touchpoint.as_str()].concat()
}

/// The name of a cell's element.
pub fn cell_id(row: usize, touchpoint: Id) -> String {
    format!("cell-{row}-{touchpoint}")
}

/// The name of a step's element.
pub fn step_id(key: StepKey) -> String {
    ["step-", key.from.as_str(), "-", key.to.as_str()].concat()
}

/// The name of a phase's element.
pub fn phase_id(phase: Id) -> String {
    ["phase-", phase.as_str()].concat()
}

/// Gives the focus to the element of this name, once what was just decided is in the page.
pub fn focus_later(id: String) {
    at_frame_always(move || focus_now(&id));
}

/// Gives the focus to the element of this name.
pub fn focus_now(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // Focus that cannot be set leaves the person where they are.
        drop(element.focus_with_options(&options));
    }
}

/// Upper left corner and size of an element, in pixels of the page's view.
pub fn rect(element: &Element) -> (Point, Point) {
    let rect = element.get_bounding_client_rect();
    (Point::new(rect.left(), rect.top()), Point::new(rect.width(), rect.height()))
}

/// The element an event is about, or the nearest one around it that fits `selector`.
pub fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    let element: Element = event.target()?.dyn_into().ok()?;
    element.closest(selector).ok()?
}
