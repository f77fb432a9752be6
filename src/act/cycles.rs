//! The cycles of a session: run again, and from idea to initiative.

use crosslane_core::act::{another_cycle, become_initiative, ordered_cycles};
use crosslane_core::edit::form::Place;
use crosslane_core::edit::{Edit, Entry};
use crosslane_core::model::{EntityKind, Id};
use crosslane_words::ui::act::sessions as words;

use super::{initiative, parts};
use crate::app::{State, new_id, today};
use crate::reactive::prelude::*;
use crate::ui::page::focus_soon;
use crate::ui::{Icon, IconButton, IconView, fields};

/// The cycles, the first one first, and the button that begins another.
pub fn cycles(state: State, session: Id) -> AnyView {
    let ids = Memo::new(move |_| {
        let workspace = state.workspace();
        let of = workspace.as_ref().and_then(|workspace| workspace.sessions.get(&session));
        of.map_or_else(Vec::new, |of| ordered_cycles(of).into_iter().map(|(id, _)| id).collect::<Vec<Id>>())
    });
    let begin = move |_| {
        let Some(workspace) = state.workspace_untracked() else { return };
        let id = new_id();
        if another_cycle(&workspace, session, id, today()).is_some_and(|edit| state.edit(&edit)) {
            focus_soon(Place::Cycle(session, id).key("findings"));
        }
    };
    let label = move || if ids.with(Vec::is_empty) { words::BEGIN } else { words::AGAIN };
    view! {
        <ol class="act-cycles">
            <For each=move || ids.get().into_iter().enumerate() key=|(at, id)| (*at, *id) let((at, id))>
                {cycle(state, session, id, at + 1)}
            </For>
        </ol>
        <p class="act-again">
            <button class="button" type="button" disabled=move || state.read_only.get().is_some() on:click=begin>
                <IconView icon=Icon::Add />
                {label}
            </button>
            <span class="quiet">{move || (!ids.with(Vec::is_empty)).then_some(words::AGAIN_HINT)}</span>
        </p>
    }
    .into_any()
}

fn cycle(state: State, session: Id, id: Id, number: usize) -> AnyView {
    let place = Place::Cycle(session, id);
    view! {
        <li class="panel act-cycle">
            <div class="act-cycle-head">
                <h4>{words::cycle(number)}</h4>
                <Show when=move || state.read_only.get().is_none()>
                    <IconButton icon=Icon::Delete label=words::REMOVE_CYCLE on_click=move || remove(state, session, id) />
                </Show>
            </div>
            <div class="act-fields">{fields::fields(state, place, &["date", "findings", "ideas"])}</div>
            {ideas(state, session, id)}
            <div class="act-fields">{fields::fields(state, place, &["prototype", "test", "learning"])}</div>
        </li>
    }
    .into_any()
}

/// Each idea with the initiative it became, or the button that makes it one.
fn ideas(state: State, session: Id, cycle: Id) -> AnyView {
    let list = move || {
        let workspace = state.workspace()?;
        let of = workspace.sessions.get(&session)?.cycles.get(&cycle)?;
        let became = of.initiatives.as_deref().unwrap_or_default();
        let titled = |idea: &str| {
            let title = |id: &Id| workspace.initiatives.get(id).is_some_and(|it| it.title == idea);
            became.iter().any(|initiative| title(&initiative.id()))
        };
        let open: Vec<String> = of
            .ideas
            .iter()
            .flatten()
            .filter(|idea| !idea.trim().is_empty() && !titled(idea))
            .cloned()
            .collect();
        if open.is_empty() && became.is_empty() {
            return None;
        }
        let done = became.iter().filter_map(|id| initiative::link_with_status(state, *id)).collect_view();
        let open = open.into_iter().map(|idea| to_initiative(state, session, cycle, idea)).collect_view();
        Some(view! {
            <div class="act-ideas" role="group" aria-label=words::IDEAS>
                {done}
                {open}
            </div>
        })
    };
    view! { {list} }.into_any()
}

fn to_initiative(state: State, session: Id, cycle: Id, idea: String) -> AnyView {
    let label = words::become_of(&idea);
    let of = idea.clone();
    let become_one = move |_| {
        let Some(workspace) = state.workspace_untracked() else { return };
        let id = new_id();
        let edit = become_initiative(&workspace, session, cycle, &of, id);
        if edit.is_some_and(|edit| state.edit(&edit)) {
            parts::open(state, EntityKind::Initiative, id);
        }
    };
    view! {
        <p class="act-idea">
            <span dir="auto">{idea}</span>
            <button class="button" type="button" aria-label=label on:click=become_one>{words::BECOME}</button>
        </p>
    }
    .into_any()
}

fn remove(state: State, session: Id, cycle: Id) {
    let Some(workspace) = state.workspace_untracked() else { return };
    let Some(Entry::Session(mut of)) = Entry::of(&workspace, EntityKind::Session, session) else { return };
    of.cycles.remove(&cycle);
    state.edit(&Edit::PutEntry(session, Box::new(Entry::Session(of))));
}
