//! A page as it goes onto paper: its tools, its heading, its blocks.

use crosslane_words::page::Page;
use crosslane_words::ui::report as words;

use super::blocks::{DrawMap, blocks};
use super::{Icon, IconView};
use crate::app::State;
use crate::reactive::prelude::*;

/// A page with what prints and downloads it; what it says follows every edit.
pub fn paper(state: State, page: Signal<Option<Page>>, map: DrawMap) -> AnyView {
    let download = move |_| {
        if let Some(page) = page.get_untracked() {
            crate::workspace::download_page(state, &page);
        }
    };
    let shown = move || match page.get() {
        Some(page) => view! {
            <article class="paper" tabindex="0" aria-label=words::PAGES>
                <h2 class="paper-title" dir="auto">{page.title.clone()}</h2>
                {blocks(state, &page, map)}
            </article>
        }
        .into_any(),
        None => view! { <p class="quiet view-note">{words::GONE}</p> }.into_any(),
    };
    view! {
        <div class="paper-tools print-hidden">
            <button class="button button-main" type="button" on:click=|_| drop(window().print())>
                <IconView icon=Icon::Print />
                {words::PRINT}
            </button>
            <button class="button" type="button" on:click=download>
                <IconView icon=Icon::Download />
                {words::MARKDOWN}
            </button>
            <span class="quiet">{words::HINT}</span>
        </div>
        {shown}
    }
    .into_any()
}
