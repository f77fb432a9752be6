//! Small things of the page that the browser's interface makes long.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

use crate::reactive::prelude::*;

/// Scrolls what holds `element` as little as it takes to show it.
pub fn show_in_scroller(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// How many frames an element is waited for.
const MOST_FRAMES: u32 = 30;

/// Gives the focus to the element with this identifier once the page has been drawn, and shows it.
pub fn focus_soon(id: String) {
    focus_when_shown(id, || {});
}

/// Gives the focus to the element with this identifier as soon as it is on the page, and shows it; what
/// leads there may take some frames. Then, or when it did not come, calls `then`.
pub fn focus_when_shown(id: String, then: impl FnOnce() + 'static) {
    wait(id, MOST_FRAMES, Box::new(then));
}

/// Gives the focus to the content of the page where nothing has it.
pub fn focus_if_lost() {
    if focus_is_lost() {
        focus_first("#content");
    }
}

/// Whether nothing on the page has the focus.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Gives the focus to the first element that fits `selector`, or else to the content of the page.
pub fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    let element = found.or_else(|| document().get_element_by_id("content"));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focus that cannot be set leaves the person where they are.
        drop(element.focus());
    }
}

fn wait(id: String, frames: u32, then: Box<dyn FnOnce()>) {
    at_frame_always(move || match document().get_element_by_id(&id) {
        Some(element) => {
            show_in_scroller(&element);
            if let Some(element) = element.dyn_ref::<HtmlElement>() {
                // Focus that cannot be set leaves the person where they are.
                drop(element.focus());
            }
            then();
        }
        None if frames > 0 => wait(id, frames - 1, then),
        None => then(),
    });
}
