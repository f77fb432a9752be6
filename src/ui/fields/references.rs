//! References: one or several entities by name.

use crosslane_core::edit::form::{Datum, name_of};
use crosslane_core::model::{EntityKind, Id};
use crosslane_words::ui::{fields as words, shell};

use super::{Bound, Chosen, Combo, combo};
use crate::reactive::prelude::*;
use crate::ui::{DepartmentChip, DepartmentMark, Icon, IconButton};

/// The control of one reference.
pub fn one(bound: Bound, kind: EntityKind) -> AnyView {
    let id = Memo::new(move |_| match bound.value.get() {
        Datum::One(id) => Some(id),
        _ => None,
    });
    let name = Memo::new(move |_| {
        id.get().and_then(|id| Some(shown_name(&*bound.state.workspace()?, kind, id))).unwrap_or_default()
    });
    let mark = Memo::new(move |_| {
        let of = |id| Some(DepartmentMark::of(&*bound.state.workspace()?, id));
        id.get().filter(|_| kind == EntityKind::Department).and_then(of)
    });
    let choose = Callback::new(move |chosen| match chosen {
        Chosen::Existing(id) => bound.set(Datum::One(id)),
        Chosen::New(name) => bound.set_new(kind, &name, Datum::One),
        Chosen::Nothing => bound.set(Datum::Absent),
    });
    let scope = bound.place.in_journey();
    let settings = Combo { state: bound.state, kind, name: name.into(), choose, eager: false, inside: scope };
    view! {
        <div class="reference" data-marked=move || mark.with(Option::is_some)>
            {move || mark.get().map(|mark| view! { <DepartmentChip mark=mark name="" /> })}
            {combo(settings, bound.id(), None, words::UNKNOWN)}
        </div>
    }
    .into_any()
}

/// The control of several references: a chip each, and a field to add one.
pub fn many(bound: Bound, kind: EntityKind) -> AnyView {
    let chips = Memo::new(move |_| {
        let Datum::Many(ids) = bound.value.get() else { return Vec::new() };
        let Some(workspace) = bound.state.workspace() else { return Vec::new() };
        let chip = |id: Id| {
            let mark = (kind == EntityKind::Department).then(|| DepartmentMark::of(&workspace, id));
            (id, shown_name(&workspace, kind, id), mark)
        };
        ids.into_iter().map(chip).collect()
    });
    let choose = Callback::new(move |chosen| match chosen {
        Chosen::Existing(id) => bound.set(with(bound, id)),
        Chosen::New(name) => bound.set_new(kind, &name, |id| with(bound, id)),
        Chosen::Nothing => {}
    });
    let name = Signal::stored(String::new());
    let settings =
        Combo { state: bound.state, kind, name, choose, eager: false, inside: bound.place.in_journey() };
    let label = bound.label();
    view! {
        <ul class="chips">
            {move || chips.get().into_iter().map(|(id, name, mark)| chip(bound, id, name, mark)).collect_view()}
        </ul>
        {combo(settings, bound.id(), Some(words::add_to(&label)), words::ADD_BY_NAME)}
    }
    .into_any()
}

fn chip(bound: Bound, id: Id, name: String, mark: Option<DepartmentMark>) -> impl IntoView {
    let remove = words::remove(&name);
    let shown = match mark {
        Some(mark) => view! { <DepartmentChip mark=mark name=name /> }.into_any(),
        None => view! { <span dir="auto">{name}</span> }.into_any(),
    };
    view! {
        <li class="chip">
            {shown}
            {move || {
                let remove = remove.clone();
                (!bound.locked())
                    .then(|| view! { <IconButton icon=Icon::Close label=remove on_click=move || bound.set(without(bound, id)) /> })
            }}
        </li>
    }
}

fn shown_name(workspace: &crosslane_core::model::Workspace, kind: EntityKind, id: Id) -> String {
    shell::or_untitled(&name_of(workspace, kind, id)).to_owned()
}

fn ids(bound: Bound) -> Vec<Id> {
    match bound.value.get_untracked() {
        Datum::Many(ids) => ids,
        _ => Vec::new(),
    }
}

fn with(bound: Bound, id: Id) -> Datum {
    let mut ids = ids(bound);
    if !ids.contains(&id) {
        ids.push(id);
    }
    Datum::Many(ids)
}

/// Without its last entry a list is unknown again: nobody said that there is none.
fn without(bound: Bound, id: Id) -> Datum {
    let mut ids = ids(bound);
    ids.retain(|other| *other != id);
    if ids.is_empty() { Datum::Absent } else { Datum::Many(ids) }
}
