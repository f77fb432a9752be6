//! One kept version in the list.

use crosslane_core::model::Id;
use crosslane_core::store::KeptVersion;
use crosslane_words::ui::{home, shell, versions as words};
use leptos::ev;
use leptos::prelude::*;

use crate::app::State;
use crate::storage::{self, versions};

/// What is about to be done with one of the versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Acting {
    /// Nothing.
    None,
    /// It gets a name.
    Naming(Id),
    /// It is to be deleted: asked once more.
    Deleting(Id),
}

/// A version with what can be done with it.
pub fn row(
    state: State,
    (id, title): (Id, &str),
    version: &KeptVersion,
    acting: RwSignal<Acting>,
) -> AnyView {
    let this = version.id;
    let called =
        version.kind.map_or_else(|| words::DAMAGED.to_owned(), |kind| words::called(kind, &version.name));
    let facts = facts(version, title);
    let readable = version.kind.is_some();
    let name = version.name.clone();
    let act = move || match acting.get() {
        Acting::Naming(chosen) if chosen == this => naming(state, (id, this), name.clone(), acting),
        now => buttons(state, (id, this), readable, now == Acting::Deleting(this), acting),
    };
    view! {
        <li class="version" data-kind=version.kind.map(|kind| format!("{kind:?}"))>
            <div class="version-what">
                <b dir="auto">{called}</b>
                <span class="quiet">{facts}</span>
            </div>
            {act}
        </li>
    }
    .into_any()
}

/// When it was kept, what it holds and takes, and its title where that was another one than `title`.
fn facts(version: &KeptVersion, title: &str) -> String {
    let size = words::frees(&home::size(version.units));
    let Some(kind) = version.kind else { return size };
    let mut facts = vec![versions::local_time(version.kept_at)];
    if !version.name.is_empty() {
        facts.push(words::kind(kind).to_owned());
    }
    if version.title != title {
        facts.push(shell::or_untitled(&version.title).to_owned());
    }
    facts.push(home::counts(version.journeys, version.touchpoints));
    facts.push(size);
    facts.join(" \u{b7} ")
}

fn buttons(
    state: State,
    (id, this): (Id, Id),
    readable: bool,
    sure: bool,
    acting: RwSignal<Acting>,
) -> AnyView {
    let look = move |_| {
        state.dialog.set(None);
        storage::open(state, this);
    };
    let restore = move |_| {
        state.dialog.set(None);
        versions::restore(state, id, this);
    };
    let delete = move |_| {
        if sure {
            acting.set(Acting::None);
            versions::delete(state, id, this);
        } else {
            acting.set(Acting::Deleting(this));
        }
    };
    let on_readable = readable.then(|| {
        view! {
            <button class="button" type="button" on:click=look>{words::LOOK}</button>
            <button class="button" type="button" on:click=restore>{words::RESTORE}</button>
            <button class="button" type="button" on:click=move |_| acting.set(Acting::Naming(this))>
                {words::RENAME}
            </button>
        }
    });
    // The button that asks once more is another one: the focus goes along.
    view! {
        <div class="version-actions">
            {on_readable}
            <button class="button" class:button-danger=sure type="button" autofocus=sure on:click=delete>
                {if sure { words::DELETE_SURE } else { words::DELETE }}
            </button>
        </div>
    }
    .into_any()
}

fn naming(state: State, (id, this): (Id, Id), before: String, acting: RwSignal<Acting>) -> AnyView {
    let name = RwSignal::new(before);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = name.get_untracked().trim().to_owned();
        acting.set(Acting::None);
        if !text.is_empty() {
            versions::rename(state, id, this, &text);
        }
    };
    let stop = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            // Ends the naming, not the dialog.
            event.prevent_default();
            acting.set(Acting::None);
        }
    };
    view! {
        <form class="version-actions" on:submit=submit on:keydown=stop>
            <input
                class="input"
                dir="auto"
                maxlength="120"
                required
                autofocus
                aria-label=words::NAME
                prop:value=move || name.get()
                on:input:target=move |event| name.set(event.target().value())
            />
            <button class="button button-main" type="submit">{home::SAVE}</button>
        </form>
    }
    .into_any()
}
