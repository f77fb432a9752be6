//! A field that adds entries to a register, one after the other.

use crosslane_core::edit::Edit;
use crosslane_core::edit::form::{creatable, find_named, named_entry};
use crosslane_core::model::{EntityKind, Id};
use crosslane_words::ui::departments as words;
use leptos::ev;

use super::registers::address_of_entry;
use crate::app::{State, new_id};
use crate::reactive::prelude::*;

/// The field.
pub fn add(state: State, kind: EntityKind) -> AnyView {
    if !creatable(kind) {
        return ().into_any();
    }
    let typed = RwSignal::new(String::new());
    let there = RwSignal::new(None::<(Id, String)>);
    let commit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let name = typed.get_untracked().trim().to_owned();
        let Some(workspace) = state.workspace_untracked().filter(|_| !name.is_empty()) else { return };
        if let Some(id) = find_named(&workspace, None, kind, &name) {
            there.set(Some((id, name)));
            return;
        }
        if let Some(entry) = named_entry(kind, &name)
            && state.edit(&Edit::PutEntry(new_id(), Box::new(entry)))
        {
            typed.set(String::new());
            there.set(None);
        }
    };
    let told = move || {
        there.get().map(|(id, name)| {
            view! {
                {words::there_already(&name)}
                " "
                <a href=move || address_of_entry(state, kind, id)>{words::LOOK}</a>
            }
        })
    };
    let field = move || {
        view! {
            <form class="register-add" on:submit=commit>
                <input
                    class="input"
                    id="register-add"
                    dir="auto"
                    autocomplete="off"
                    aria-label=words::add(kind)
                    aria-describedby="register-there"
                    placeholder=words::add(kind)
                    prop:value=move || typed.get()
                    on:input:target=move |event| {
                        typed.set(event.target().value());
                        there.set(None);
                    }
                />
                <p id="register-there" class="register-there" role="status">{told}</p>
            </form>
        }
    };
    view! { <Show when=move || state.read_only.with(Option::is_none)>{field()}</Show> }.into_any()
}
