//! Lists of entries with fields of their own: promises, contributions of departments, cycles of a session.

use crosslane_core::edit::form::{Datum, EntryKind, name_of};
use crosslane_core::model::{EntityKind, Id};
use crosslane_words::ui::{fields as words, shell};

use super::{Bound, Chosen, Combo, combo};
use crate::app::new_id;
use crate::reactive::prelude::*;
use crate::ui::page::focus_soon;
use crate::ui::{DepartmentChip, DepartmentMark, Icon, IconButton, IconView};

/// The control of a list of entries.
pub fn entries(bound: Bound, kind: EntryKind) -> AnyView {
    let ids = Memo::new(move |_| bound.value.with(ids_of));
    view! {
        <ul class="entries" id=bound.id() tabindex="-1">
            <For each=move || ids.get() key=|id| *id let:id>
                {entry(bound, kind, id)}
            </For>
        </ul>
        <Show when=move || !bound.locked()>
            {match kind.keyed_by() {
                Some(of) => add_named(bound, kind, of),
                None => add_new(bound, kind),
            }}
        </Show>
    }
    .into_any()
}

/// Begins an entry of its own.
fn add_new(bound: Bound, kind: EntryKind) -> AnyView {
    let begin = move |_| {
        let id = new_id();
        bound.set(with(bound, id));
        focus_entry(bound, kind, id);
    };
    view! {
        <button class="button entries-add" type="button" on:click=begin>
            <IconView icon=Icon::Add />
            {words::add_entry(kind)}
        </button>
    }
    .into_any()
}

/// Adds an entry for something of a register, such as a department.
fn add_named(bound: Bound, kind: EntryKind, of: EntityKind) -> AnyView {
    let choose = Callback::new(move |chosen| match chosen {
        Chosen::Existing(id) => {
            bound.set(with(bound, id));
            focus_entry(bound, kind, id);
        }
        Chosen::New(name) => bound.set_new(of, &name, |id| with(bound, id)),
        Chosen::Nothing => {}
    });
    let settings = Combo {
        state: bound.state,
        kind: of,
        name: Signal::stored(String::new()),
        choose,
        eager: false,
        inside: false,
    };
    combo(settings, bound.id() + "-add", Some(words::add_entry(kind).to_owned()), words::add_entry(kind))
}

fn entry(bound: Bound, kind: EntryKind, id: Id) -> AnyView {
    let Some(place) = bound.place.of_entry(kind, id) else { return ().into_any() };
    let remove = move || {
        let mut ids = bound.value.with_untracked(ids_of);
        ids.retain(|other| *other != id);
        // Without its last entry a list is unknown again: nobody said that there is none.
        bound.set(if ids.is_empty() { Datum::Absent } else { Datum::Entries(ids) });
    };
    let fields = place.specs().map(|spec| super::field(bound.state, place, spec.name)).collect_view();
    let named = kind.keyed_by().map(|of| head(bound, of, id));
    view! {
        <li class="entry">
            {named}
            {fields}
            <Show when=move || !bound.locked()>
                <IconButton icon=Icon::Delete label=words::remove(words::ENTRY) on_click=remove />
            </Show>
        </li>
    }
    .into_any()
}

/// What the entry is for.
fn head(bound: Bound, of: EntityKind, id: Id) -> AnyView {
    let shown = move || {
        let workspace = bound.state.workspace()?;
        let name = shell::or_untitled(&name_of(&workspace, of, id)).to_owned();
        Some(if of == EntityKind::Department {
            view! { <DepartmentChip mark=DepartmentMark::of(&workspace, id) name=name /> }.into_any()
        } else {
            view! { <span dir="auto">{name}</span> }.into_any()
        })
    };
    view! { <p class="entry-head">{shown}</p> }.into_any()
}

fn focus_entry(bound: Bound, kind: EntryKind, id: Id) {
    let first = bound.place.of_entry(kind, id).and_then(|place| Some(place.key(place.specs().next()?.name)));
    if let Some(first) = first {
        focus_soon(first);
    }
}

fn with(bound: Bound, id: Id) -> Datum {
    let mut ids = bound.value.with_untracked(ids_of);
    if !ids.contains(&id) {
        ids.push(id);
    }
    Datum::Entries(ids)
}

fn ids_of(datum: &Datum) -> Vec<Id> {
    match datum {
        Datum::Entries(ids) => ids.clone(),
        _ => Vec::new(),
    }
}
