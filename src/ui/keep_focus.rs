//! The focus stays near where it was when what had it goes from the page: a list loses a line, a dialog is done with.

use std::cell::{Cell, RefCell};

use leptos::ev;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement, Node};

use super::page::focus_is_lost;
use crate::reactive::prelude::*;

/// How many frames after something was pressed the page may still change because of it.
const FRAMES: u32 = 30;
/// How many frames the focus is left to whoever takes it on purpose.
const PATIENCE: u32 = 2;
/// What takes the focus: nothing in which one types, for which a telephone would show its keys.
const TAKES: &str = "button:not(:disabled), a[href], summary, [tabindex='0']";

/// How many places before and after are remembered: more than a line of a list, or a panel, has.
const BESIDE: usize = 24;

thread_local! {
    /// What has, or last had, the focus, and what would take it then, the nearest first; for a dialog also where the focus
    /// was before.
    static TRAIL: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
    /// How many frames are still looked at.
    static LEFT: Cell<u32> = const { Cell::new(0) };
    /// For how many frames nothing has had the focus.
    static LOST: Cell<u32> = const { Cell::new(0) };
}

/// Begins to follow the focus, for as long as the page is open.
pub fn start() {
    listen_always(ev::focusin, |event| {
        if let Some(element) = event.target().and_then(|target| target.dyn_into().ok()) {
            TRAIL.with_borrow_mut(|trail| *trail = trail_of(&element, trail));
        }
    });
    listen_always(ev::click, |_| watch());
    listen_always(ev::keydown, |_| watch());
    listen_always(ev::popstate, |_| watch());
}

fn trail_of(element: &Element, before: &[Element]) -> Vec<Element> {
    let mut trail = vec![element.clone()];
    let Ok(Some(around)) = element.closest("dialog, #content") else { return trail };
    if let Ok(list) = around.query_selector_all(TAKES) {
        let all: Vec<Element> = (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect();
        let comes_before = |other: &&Element| {
            element.compare_document_position(other) & Node::DOCUMENT_POSITION_PRECEDING != 0
        };
        let (earlier, later): (Vec<&Element>, Vec<&Element>) = all.iter().partition(comes_before);
        let later = later.into_iter().filter(|other| *other != element).take(BESIDE);
        trail.extend(later.chain(earlier.into_iter().rev().take(BESIDE)).cloned());
    }
    if around.tag_name() == "DIALOG" {
        trail.extend(before.iter().filter(|other| !around.contains(Some(other))).cloned());
    }
    trail
}

/// Looks at the focus for some frames.
fn watch() {
    if LEFT.replace(FRAMES) == 0 {
        LOST.set(0);
        at_frame_always(look);
    }
}

fn look() {
    let gone = || TRAIL.with_borrow(|trail| trail.first().is_some_and(|last| !last.is_connected()));
    LOST.set(if focus_is_lost() && gone() { LOST.get() + 1 } else { 0 });
    if LOST.get() > PATIENCE {
        // Giving the focus writes the trail anew.
        let trail = TRAIL.take();
        give_back(&trail);
    }
    LEFT.set(LEFT.get().saturating_sub(1));
    if LEFT.get() > 0 {
        at_frame_always(look);
    }
}

/// Gives the focus to what is left nearest to where it was.
fn give_back(trail: &[Element]) {
    let left = trail.iter().find(|element| element.is_connected()).cloned();
    let left = left.or_else(|| document().get_element_by_id("content"));
    if let Some(element) = left.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Focus that cannot be given leaves the person where they are.
        drop(element.focus_with_options(&options));
    }
}
