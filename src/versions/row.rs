//! One kept version in the list.

use crosslane_core::model::Id;
use crosslane_core::route::{Route, Selection, View};
use crosslane_core::store::KeptVersion;
use crosslane_words::ui::{home, shell, versions as words};
use leptos::{ev, html};
use wasm_bindgen::JsCast;

use crate::app::State;
use crate::reactive::prelude::*;
use crate::storage::{self, versions};

/// What is about to be done with one of the versions.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Acting {
    /// Nothing.
    #[default]
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
    let is_named = Memo::new(move |_| acting.get() == Acting::Naming(this));
    let act = move || {
        if is_named.get() {
            naming(state, (id, this), name.clone(), acting)
        } else {
            buttons(state, (id, this), readable, acting)
        }
    };
    view! {
        <li class="version" data-version=this.to_string() data-kind=version.kind.map(|kind| format!("{kind:?}"))>
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

fn buttons(state: State, (id, this): (Id, Id), readable: bool, acting: RwSignal<Acting>) -> AnyView {
    let sure = Memo::new(move |_| acting.get() == Acting::Deleting(this));
    let look = move |_| {
        state.dialog.set(None);
        storage::open(state, this);
    };
    let restore = move |_| {
        state.dialog.set(None);
        versions::restore(state, id, this);
    };
    let compare = move |_| {
        state.dialog.set(None);
        if let Route::Workspace { journey, .. } = state.route.get_untracked() {
            let selection = Selection::Version(this);
            state.go(Route::Workspace { workspace: id, view: View::Compare, journey, selection });
        }
    };
    let delete = move |_| {
        if sure.get_untracked() {
            acting.set(Acting::None);
            versions::delete(state, id, this);
            focus_on(this);
        } else {
            acting.set(Acting::Deleting(this));
        }
    };
    let on_readable = readable.then(|| {
        view! {
            <button class="button" type="button" on:click=look>{words::LOOK}</button>
            <button class="button" type="button" on:click=compare>{words::COMPARE}</button>
            <button class="button" type="button" on:click=restore>{words::RESTORE}</button>
            <button class="button" type="button" on:click=move |_| acting.set(Acting::Naming(this))>
                {words::RENAME}
            </button>
        }
    });
    view! {
        <div class="version-actions">
            {on_readable}
            <button class="button" class:button-danger=move || sure.get() type="button" on:click=delete>
                {move || if sure.get() { words::DELETE_SURE } else { words::DELETE }}
            </button>
        </div>
    }
    .into_any()
}

fn naming(state: State, (id, this): (Id, Id), before: String, acting: RwSignal<Acting>) -> AnyView {
    let name = RwSignal::new(before);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A browser that refuses the focus leaves it where it is.
            drop(field.focus());
            field.select();
        }
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let text = name.get_untracked().trim().to_owned();
        acting.set(Acting::None);
        if !text.is_empty() {
            versions::rename(state, id, this, &text);
        }
        focus_on(this);
    };
    let stop = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" {
            // Ends the naming, not the dialog.
            event.prevent_default();
            acting.set(Acting::None);
            focus_on(this);
        }
    };
    view! {
        <form class="version-actions" on:submit=submit on:keydown=stop>
            <input
                node_ref=field
                class="input"
                dir="auto"
                maxlength="120"
                required
                aria-label=words::NAME
                prop:value=move || name.get()
                on:input:target=move |event| name.set(event.target().value())
            />
            <button class="button button-main" type="submit">{home::SAVE}</button>
        </form>
    }
    .into_any()
}

/// Puts the focus on what can be done with a version, as soon as the list is drawn anew; on the name field above where the
/// version has gone.
fn focus_on(version: Id) {
    at_frame_always(move || {
        let row = format!("[data-version=\"{version}\"] button");
        let found = [row.as_str(), ".versions-keep input", ".versions .modal-close button"]
            .into_iter()
            .find_map(|selector| document().query_selector(selector).ok().flatten());
        if let Some(element) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A browser that refuses the focus leaves it where it is.
            drop(element.focus());
        }
    });
}
