//! A decision becomes a standard in one step.

use crosslane_core::act::{About, become_standard as becoming};
use crosslane_core::model::{EntityKind, Id, Ref};
use crosslane_words::ui::act::committee as words;
use leptos::ev;

use super::parts;
use crate::app::{State, new_id};
use crate::reactive::prelude::*;
use crate::ui::fields::{Chosen, Combo, combo};

/// The standard a decision became, or the form that makes it one.
pub fn become_standard(state: State, decision: Id) -> AnyView {
    let standard = Memo::new(move |_| {
        let workspace = state.workspace()?;
        workspace.committee.as_ref()?.decisions.get(&decision)?.standard.map(Ref::id)
    });
    let shown = move || match standard.get() {
        Some(id) => became(state, id),
        None => form(state, decision),
    };
    view! { {shown} }.into_any()
}

fn became(state: State, id: Id) -> AnyView {
    let link = move || {
        let workspace = state.workspace()?;
        Some(parts::entry_link(state, &workspace, EntityKind::Standard, id))
    };
    parts::section(words::BECAME, view! { <p>{link}</p> }.into_any())
}

fn form(state: State, decision: Id) -> AnyView {
    let about = RwSignal::new(None::<About>);
    let name = RwSignal::new(String::new());
    let value = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let choose = Callback::new(move |chosen| {
        let (of, called) = match chosen {
            Chosen::Existing(id) => (Some(About::Known(id)), subject_name(state, id)),
            Chosen::New(name) => (Some(About::New(new_id(), name.trim().to_owned())), name),
            Chosen::Nothing => (None, String::new()),
        };
        name.set(called);
        about.set(of);
        missing.set(false);
    });
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let (Some(about), Some(workspace)) = (about.get_untracked(), state.workspace_untracked()) else {
            missing.set(true);
            return;
        };
        let value = Some(value.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
        if let Some(edit) = becoming(&workspace, decision, new_id(), about, value) {
            state.edit(&edit);
        }
    };
    let id = format!("about-{decision}");
    let value_id = format!("value-{decision}");
    let settings =
        Combo { state, kind: EntityKind::Subject, name: name.into(), choose, eager: true, inside: false };
    let content = view! {
        <p class="quiet view-note">{words::BECOME_HINT}</p>
        <form class="act-form" on:submit=submit>
            <div class="field">
                <label class="label" for=id.clone()>{words::ABOUT}</label>
                {combo(settings, id, None, words::ABOUT_EXAMPLE)}
                <p class="problem" role="alert">{move || missing.get().then_some(words::ABOUT_MISSING)}</p>
            </div>
            <div class="field">
                <label class="label" for=value_id.clone()>{words::VALUE}</label>
                <input
                    class="input"
                    id=value_id
                    dir="auto"
                    autocomplete="off"
                    prop:value=move || value.get()
                    on:input:target=move |event| value.set(event.target().value())
                />
            </div>
            <button class="button button-main" type="submit" disabled=move || state.read_only.get().is_some()>
                {words::BECOME}
            </button>
        </form>
    };
    parts::section(words::BECOME, content.into_any())
}

fn subject_name(state: State, id: Id) -> String {
    let workspace = state.workspace_untracked();
    workspace.map(|it| parts::called(&it, EntityKind::Subject, id)).unwrap_or_default()
}
