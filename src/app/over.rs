//! What lies over a view and is closed by Back rather than the view beneath it being left: a dialog, and the panel on a
//! phone.
//!
//! While something lies over a view the history of the browser has an entry for it, behind that of the view and with its
//! address: Back leads from the one to the other. Closed in another way, that entry is left as by Back; gone forward to,
//! it is passed over. So that entries are told apart, each has a number of its view and how many things lie over it.

use std::cell::{Cell, RefCell};
use std::time::Duration;

use crosslane_core::route::{LINK, Route};
use leptos::ev;
use wasm_bindgen::{JsCast, JsValue};

use super::{State, frame};
use crate::reactive::prelude::*;

/// What can lie over a view.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// A dialog.
    Dialog,
    /// The panel on a phone.
    Panel,
}

/// More than ever lies over a view.
const LEVELS: f64 = 8.0;
/// How long the browser may take to go back: one that does not stops nobody.
const PATIENCE: Duration = Duration::from_millis(500);

thread_local! {
    /// What lies over the view, from below, each with what closes it.
    static LAID: RefCell<Vec<(Over, Callback<()>)>> = const { RefCell::new(Vec::new()) };
    /// The number of the view's entry.
    static VIEW: Cell<f64> = const { Cell::new(0.0) };
    /// The browser was asked to go back, and has not yet.
    static RETURNS: Cell<bool> = const { Cell::new(false) };
    /// Where to go when it has.
    static NEXT: Cell<Option<Route>> = const { Cell::new(None) };
    /// A person did something since the address changed.
    static BY_HAND: Cell<bool> = const { Cell::new(false) };
}

/// Begins to follow the history, for as long as the page is open.
pub fn start(state: State) {
    arrive(state);
    listen_always(ev::popstate, move |_| arrive(state));
    listen_always(ev::pointerdown, |_| BY_HAND.set(true));
    // A link that the browser follows by itself would leave the entry of what lies over the view behind.
    listen_always(ev::click, move |event| {
        let held = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if event.default_prevented() || event.button() != 0 || held || (entry().1 == 0 && !RETURNS.get()) {
            return;
        }
        let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let link = element.and_then(|element| element.closest("a[href^='#/']").ok().flatten());
        if let Some(hash) = link.and_then(|link| link.get_attribute("href")) {
            event.prevent_default();
            state.go(Route::parse(&hash));
        }
    });
    let is_open = Memo::new(move |_| state.dialog.with(Option::is_some));
    follow(state, Over::Dialog, is_open, Callback::new(move |()| state.dialog.set(None)));
}

/// Follows whether something lies over the view.
pub fn follow(state: State, over: Over, is_open: Memo<bool>, close: Callback<()>) {
    Effect::new(move |_| match (is_open.get(), over) {
        // What comes with an address goes with it.
        (true, Over::Panel) if !BY_HAND.get() => {}
        (true, Over::Dialog) if window().location().hash().is_ok_and(|hash| hash.starts_with(LINK)) => {}
        (true, _) => lay(state, over, close),
        (false, _) => lift(state, over),
    });
    on_cleanup(move || lift(state, over));
}

fn lay(state: State, over: Over, close: Callback<()>) {
    LAID.with_borrow_mut(|laid| {
        laid.retain(|(other, _)| *other != over);
        laid.push((over, close));
    });
    agree_soon(state);
}

fn lift(state: State, over: Over) {
    LAID.with_borrow_mut(|laid| laid.retain(|(other, _)| *other != over));
    agree_soon(state);
}

/// Goes to an address in place of what lies over the view; `false` where nothing does.
pub fn go(state: State, route: Route) -> bool {
    let lies = RETURNS.get() || entry().1 > 0;
    if RETURNS.get() {
        NEXT.set(Some(route));
    } else if lies {
        begin_view();
        frame::replace(state, route);
    }
    lies
}

/// What the present entry of the history says of itself, to be kept when its address changes.
pub fn mark() -> JsValue {
    history().and_then(|history| history.state().ok()).unwrap_or_default()
}

/// The number of the view and the level of the present entry.
fn entry() -> (f64, usize) {
    let mark = mark().as_f64().unwrap_or_default();
    // Whole, and below `LEVELS`.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    ((mark / LEVELS).floor(), (mark % LEVELS) as usize)
}

/// Begins an entry for a view at an address.
///
/// Changing the address in its stead would tell the program at once that it changed, in the midst of what it does.
pub fn enter(route: &Route) {
    let mark = next_view();
    // Where the browser refuses, Back leads further.
    drop(history().map(|history| history.push_state_with_url(&mark.into(), "", Some(&route.hash()))));
}

/// The present entry becomes that of a view of its own.
fn begin_view() {
    put(Some(next_view()), None);
}

/// The mark of the entry of another view.
fn next_view() -> f64 {
    BY_HAND.set(false);
    VIEW.set(js_sys::Date::now().max(VIEW.get() + 1.0));
    VIEW.get() * LEVELS
}

/// Waits until all that opens and closes at once has done so.
fn agree_soon(state: State) {
    queue_microtask(move || agree(state));
}

/// Gives the history an entry for each that lies over the view, and takes those away that nothing stands for.
fn agree(state: State) {
    let (laid, level) = (LAID.with_borrow(Vec::len), entry().1);
    if RETURNS.get() {
        return;
    }
    if level > laid {
        return back(state, level - laid);
    }
    for _ in level..laid {
        let mark = mark().as_f64().unwrap_or_default() + 1.0;
        // Where the browser refuses, Back leaves the view.
        drop(history().map(|history| history.push_state_with_url(&mark.into(), "", None)));
    }
}

fn back(state: State, by: usize) {
    RETURNS.set(true);
    let by = i32::try_from(by).unwrap_or_default();
    drop(history().map(|history| history.go_with_delta(-by)));
    after_always(PATIENCE, move || returned(state));
}

/// The browser went back, or did not in time.
fn returned(state: State) {
    if RETURNS.replace(false) {
        stay(state);
        if let Some(next) = NEXT.take() {
            state.go(next);
        }
        agree(state);
    }
}

/// The view stays as it is, whatever the address was before something lay over it.
fn stay(state: State) {
    let route = state.route.get_untracked();
    let hash = window().location().hash().unwrap_or_default();
    if Route::parse(&hash) != route && !hash.starts_with(LINK) {
        put(None, Some(&route.hash()));
    }
}

/// The browser came to an entry of the history.
fn arrive(state: State) {
    if mark().is_null() {
        return begin_view();
    }
    let (view, level) = entry();
    #[allow(clippy::float_cmp)] // whole numbers
    let is_same = VIEW.replace(view) == view;
    if RETURNS.get() {
        return returned(state);
    }
    BY_HAND.set(BY_HAND.get() && is_same);
    let closed = LAID.with_borrow_mut(|laid| laid.split_off(if is_same { level.min(laid.len()) } else { 0 }));
    if is_same && !closed.is_empty() {
        stay(state);
    }
    for (_, close) in closed.into_iter().rev() {
        close.run(());
    }
    agree_soon(state);
}

fn history() -> Option<web_sys::History> {
    window().history().ok()
}

/// Writes the mark or the address of the present entry.
fn put(mark_of: Option<f64>, hash: Option<&str>) {
    let mark = mark_of.map_or_else(mark, JsValue::from);
    // Where the browser refuses, Back leaves the view.
    drop(history().map(|history| history.replace_state_with_url(&mark, "", hash)));
}
