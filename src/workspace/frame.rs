//! What stands around a view of a workspace: rail, header, banner.

use crosslane_core::route::View;
use crosslane_words::ui::shell;

use super::{header, later};
use crate::app::use_state;
use crate::reactive::prelude::*;
use crate::ui::page::{focus_if_lost, show_in_scroller};
use crate::ui::{Icon, IconView};

/// A view with everything around it.
pub fn frame(view: View) -> AnyView {
    let state = use_state();
    // The view before is gone, and the focus with it.
    at_frame_always(|| {
        focus_if_lost();
        // On a small screen the rail is wider than the page.
        if let Ok(Some(link)) = document().query_selector(".rail [aria-current]") {
            show_in_scroller(&link);
        }
    });
    let has_document = Memo::new(move |_| state.document.with(Option::is_some));
    view! {
        <div class="frame" data-view=view.word()>
            <Rail view=view />
            <div class="frame-main">
                <div>
                    <header::Header />
                    <crate::storage::Banner />
                    <crate::offline::Notice />
                    {crate::incoming::bar()}
                </div>
                <main id="content" class="content" tabindex="-1">
                    {move || if has_document.get() { room(view) } else { view! { <crate::storage::Missing /> }.into_any() }}
                </main>
            </div>
        </div>
    }
    .into_any()
}

/// The view itself.
fn room(view: View) -> AnyView {
    later::view(view).unwrap_or_else(|| crate::map::map().into_any())
}

#[component]
fn Rail(view: View) -> impl IntoView {
    let state = use_state();
    let href = move |to: View| state.route.get().to(to, state.selection().within_journey()).hash();
    let entries = View::ALL
        .into_iter()
        .map(|to| {
            let expect = move || later::expect(to);
            view! {
                <li on:pointerenter=move |_| expect() on:focusin=move |_| expect()>
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
