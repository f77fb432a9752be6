//! The frame: rail, header and the present view; addresses in the hash of the page's address.

use crosslane_core::route::{Route, View};
use crosslane_words::ui::shell;
use leptos::ev;
use leptos::prelude::*;

use super::{State, switcher, use_state};
use crate::ui::{Icon, IconView};

/// Goes to an address, as a new entry of the browser's history.
pub fn go(state: State, route: Route) {
    // The browser answers with a `hashchange`, which sets the route.
    if window().location().set_hash(&route.hash()).is_err() {
        state.route.set(route);
    }
}

/// Goes to an address in place of the present entry of the browser's history.
pub fn replace(state: State, route: Route) {
    let replaced = window().history().and_then(|history| {
        history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&route.hash()))
    });
    // Where the browser refuses, the view still follows.
    drop(replaced);
    state.route.set(route);
}

fn follow_address(state: State) {
    let read = move || Route::parse(&window().location().hash().unwrap_or_default());
    state.route.set(read());
    window_event_listener(ev::hashchange, move |_| state.route.set(read()));
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
            None => crate::home::home().into_any(),
            Some(view) => view! { <WorkspaceFrame view=view /> }.into_any(),
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

#[component]
fn WorkspaceFrame(view: View) -> impl IntoView {
    let state = use_state();
    let has_document = Memo::new(move |_| state.document.with(Option::is_some));
    view! {
        <div class="frame" data-view=view.word()>
            <Rail view=view />
            <div class="frame-main">
                <div>
                    <switcher::Header />
                    <crate::storage::Banner />
                </div>
                <main id="content" class="content" tabindex="-1">
                    {move || if has_document.get() { room(view) } else { view! { <crate::storage::Missing /> }.into_any() }}
                </main>
            </div>
        </div>
    }
}

/// The view itself.
fn room(view: View) -> AnyView {
    match view {
        View::Map => crate::map::map().into_any(),
        View::Table => crate::table::table().into_any(),
        View::Handoffs => crate::handoffs::handoffs().into_any(),
        View::Flags => crate::flags::flags().into_any(),
        View::Snapshots => crate::snapshots::snapshots().into_any(),
        View::Print => crate::print::print().into_any(),
    }
}

#[component]
fn Rail(view: View) -> impl IntoView {
    let state = use_state();
    let href = move |to: View| match state.route.get() {
        Route::Workspace { workspace, journey, selection, .. } => {
            Route::Workspace { workspace, view: to, journey, selection }.hash()
        }
        Route::Home => Route::Home.hash(),
    };
    let entries = View::ALL
        .into_iter()
        .map(|to| {
            view! {
                <li>
                    <a class="rail-link" href=move || href(to) aria-current=(to == view).then_some("page")>
                        <IconView icon=Icon::of_view(to) />
                        <span>{shell::view(to)}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="rail" aria-label=shell::RAIL>
            <a class="rail-link rail-home" href="#/">
                <IconView icon=Icon::Logo />
                <span>{shell::HOME}</span>
            </a>
            <ul>{entries}</ul>
        </nav>
    }
}
