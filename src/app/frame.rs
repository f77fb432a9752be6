//! The frame: rail, header and the present view; addresses in the hash of the page's address.

use crosslane_core::route::{LINK, Route};
use crosslane_words::ui::shell;
use leptos::ev;

use super::{State, over, parts, use_state};
use crate::reactive::prelude::*;
use crate::ui::leaving::leave_field;

/// Goes to an address, as a new entry of the browser's history.
pub fn go(state: State, route: Route) {
    if over::go(state, route) {
        return;
    }
    if window().location().hash().unwrap_or_default() != route.hash() {
        over::enter(&route);
    }
    show(state, route);
}

/// Goes to an address in place of the present entry of the browser's history.
pub fn replace(state: State, route: Route) {
    let replaced = window()
        .history()
        .and_then(|history| history.replace_state_with_url(&over::mark(), "", Some(&route.hash())));
    // Where the browser refuses, the view still follows.
    drop(replaced);
    show(state, route);
}

/// What is being typed belongs to the place shown until then.
fn show(state: State, route: Route) {
    if state.route.get_untracked() != route {
        leave_field(state);
    }
    state.route.set(route);
}

/// Takes a link that was looked at out of the address: what it holds is not kept in the history of the browser.
pub fn leave_link(state: State) {
    if window().location().hash().is_ok_and(|hash| hash.starts_with(LINK)) {
        replace(state, Route::Home);
    }
}

fn follow_address(state: State) {
    let read = move || {
        let hash = window().location().hash().unwrap_or_default();
        match hash.strip_prefix(LINK) {
            // It stays in the address as long as it is looked at: loading the page again shows it again.
            Some(shared) => {
                let shared = shared.to_owned();
                show(state, Route::Home);
                parts::with(state, move |part| (part.link)(state, &shared));
            }
            None => show(state, Route::parse(&hash)),
        }
    };
    read();
    listen_always(ev::hashchange, move |_| read());
}

/// What stands around every view, and the view.
#[component]
pub fn Frame() -> impl IntoView {
    let state = use_state();
    follow_address(state);
    let view = Memo::new(move |_| match state.route.get() {
        Route::Home => None,
        Route::Workspace { view, .. } => Some(view),
    });
    view! {
        <a class="skip" href="#content" on:click=|event| focus_content(&event)>{shell::SKIP_TO_CONTENT}</a>
        {move || match view.get() {
            None => crate::home::home(),
            Some(view) => parts::show(state, move |part| (part.frame)(view)),
        }}
    }
}

fn focus_content(event: &ev::MouseEvent) {
    event.prevent_default();
    if let Some(content) = document().get_element_by_id("content") {
        use wasm_bindgen::JsCast;
        if let Some(content) = content.dyn_ref::<web_sys::HtmlElement>() {
            // Focus that cannot be set leaves the person where they are.
            drop(content.focus());
        }
    }
}
