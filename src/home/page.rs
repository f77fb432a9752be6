//! The home page itself.

use crosslane_core::samples::SAMPLES;
use crosslane_words::ui::storage as storage_words;
use crosslane_words::ui::{home as words, offline, shell};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::app::parts::{self, Part};
use crate::app::{Dialog, State, use_state};
use crate::files;
use crate::reactive::prelude::*;
use crate::storage::{self, Kept};
use crate::ui::{Icon, IconButton, IconView};

/// The home page.
pub fn home() -> AnyView {
    let state = use_state();
    view! {
        <div class="home">
            <header class="home-head">
                <h1>
                    <IconView icon=Icon::Logo />
                    {shell::PRODUCT}
                </h1>
                <p>{shell::PROMISE}</p>
            </header>
            {move || part(state).map(|part| (part.banner)())}
            <main id="content" class="home-main" tabindex="-1">
                {ways_in(state)}
                {kept(state)}
                {samples(state)}
            </main>
            <footer class="home-foot quiet">
                <p>{words::PRIVACY}</p>
                {(!may_be_kept()).then(|| view! { <p data-offline="no">{offline::NOT_HERE}</p> })}
            </footer>
        </div>
    }
    .into_any()
}

/// Whether the browser would keep the app for use without a connection.
fn may_be_kept() -> bool {
    js_sys::Reflect::has(&window().navigator(), &"serviceWorker".into()).unwrap_or(false)
}

/// The second part of the program, once it is here. Reactive.
fn part(state: State) -> Option<&'static Part> {
    state.part.get().part()
}

fn ways_in(state: State) -> AnyView {
    view! {
        <div class="home-ways">
            <div class="home-buttons">
                <button class="button button-main" type="button" on:click=move |_| parts::with(state, move |part| (part.begin)(state))>
                    <IconView icon=Icon::Add />
                    {words::NEW}
                </button>
                <button class="button" type="button" on:click=move |_| files::choose(state)>
                    <IconView icon=Icon::Open />
                    {words::OPEN}
                </button>
                <button class="button" type="button" on:click=move |_| paste(state)>
                    <IconView icon=Icon::Duplicate />
                    {words::PASTE}
                </button>
            </div>
            <p class="quiet">{words::OTHER_WAYS}</p>
        </div>
    }
    .into_any()
}

fn paste(state: State) {
    let clipboard = window().navigator().clipboard();
    // Without a secure origin there is no clipboard to ask.
    if wasm_bindgen::JsValue::from(&clipboard).is_undefined() {
        state.toast(words::NO_CLIPBOARD);
        return;
    }
    spawn_local(async move {
        match JsFuture::from(clipboard.read_text()).await.ok().and_then(|text| text.as_string()) {
            Some(text) if !text.trim().is_empty() => files::pass_on(state, String::new(), text.into_bytes()),
            Some(_) => state.toast(words::EMPTY_CLIPBOARD),
            None => state.toast(words::NO_CLIPBOARD),
        }
    });
}

fn kept(state: State) -> AnyView {
    let list = Memo::new(move |_| part(state).map_or_else(storage::listed, |part| (part.workspaces)()));
    view! {
        <section class="home-section" aria-labelledby="home-kept">
            <h2 id="home-kept">{words::WORKSPACES}</h2>
            {move || {
                let list = list.get();
                if list.is_empty() {
                    view! { <p class="quiet">{words::NO_WORKSPACES}</p> }.into_any()
                } else {
                    view! { <ul class="home-list">{list.iter().map(|kept| entry(state, kept)).collect_view()}</ul> }
                        .into_any()
                }
            }}
            <button class="button" type="button" on:click=move |_| Dialog::Storage.open(state)>
                {storage_words::ROOM}
            </button>
        </section>
    }
    .into_any()
}

fn entry(state: State, kept: &Kept) -> AnyView {
    let id = kept.id;
    let readable = kept.title.is_some();
    let title = kept.title.as_deref().map_or(words::UNREADABLE, shell::or_untitled).to_owned();
    let facts = if readable { words::counts(kept.journeys, kept.touchpoints) } else { String::new() };
    view! {
        <li class="panel home-entry">
            <a class="home-entry-link" href=format!("#/w/{id}/map")>
                <span class="home-entry-title" dir="auto">{title.clone()}</span>
                <span class="quiet">{facts}</span>
            </a>
            <span class="quiet home-entry-size">{words::size(kept.units)}</span>
            <time class="quiet home-entry-date">{words::saved(&kept.saved_at)}</time>
            <span class="home-entry-tools">
                <IconButton
                    icon=Icon::Download
                    label=format!("{}: {title}", words::DOWNLOAD)
                    on_click=move || parts::with(state, move |part| (part.download)(state, id))
                />
                <IconButton
                    icon=Icon::Delete
                    label=format!("{}: {title}", words::DELETE)
                    on_click=move || Dialog::DeleteWorkspace(id).open(state)
                />
            </span>
        </li>
    }
    .into_any()
}

fn samples(state: State) -> AnyView {
    let cards = SAMPLES.iter().enumerate().map(|(at, name)| card(state, at, name)).collect_view();
    view! {
        <section class="home-section" aria-labelledby="home-samples">
            <h2 id="home-samples">{words::SAMPLES}</h2>
            <p class="quiet">{words::SAMPLES_HINT}</p>
            <ul class="home-samples">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(state: State, at: usize, name: &str) -> AnyView {
    let (title, about) = words::sample(name);
    view! {
        <li>
            <button class="panel home-sample" type="button" on:click=move |_| parts::with(state, move |part| (part.open_sample)(state, at))>
                <span class="home-entry-title">{title}</span>
                <span class="quiet">{about}</span>
            </button>
        </li>
    }
    .into_any()
}
