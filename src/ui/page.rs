//! Small things of the page that the browser's interface makes long.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Scrolls what holds `element` as little as it takes to show it.
pub fn show_in_scroller(element: &Element) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    options.set_inline(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Gives the focus to the element with this identifier once the page has been drawn, and shows it.
pub fn focus_soon(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            show_in_scroller(&element);
            if let Some(element) = element.dyn_ref::<HtmlElement>() {
                // Focus that cannot be set leaves the person where they are.
                drop(element.focus());
            }
        }
    });
}
