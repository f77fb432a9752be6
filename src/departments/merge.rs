//! Making two entries one, after a look at what that changes.

use crosslane_core::edit::form::{Datum, Place, name_of};
use crosslane_core::edit::{Edit, Notice, apply, usage};
use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::route::{Route, Selection, View};
use crosslane_words::field::phrase;
use crosslane_words::ui::{departments as words, home as home_words, shell};

use crate::app::{State, use_state};
use crate::reactive::prelude::*;
use crate::ui::Modal;
use crate::ui::fields::{Chosen, Combo, combo};

fn name(workspace: &Workspace, kind: EntityKind, id: Id) -> String {
    shell::or_untitled(&name_of(workspace, kind, id)).to_owned()
}

/// What merging `from` into `into` changes, a sentence for each.
fn consequences(workspace: &Workspace, kind: EntityKind, from: Id, into: Id) -> Vec<String> {
    let uses = usage(workspace).get(&(kind, from)).copied().unwrap_or_default();
    let mut said = vec![words::merge_moves(&name(workspace, kind, from), &name(workspace, kind, into), uses)];
    let (mut takes, mut keeps) = (Vec::new(), Vec::new());
    // The first field is the name.
    for spec in Place::Entry(kind, from).specs().skip(1) {
        let read = |id| Place::Entry(kind, id).read(workspace, None, spec.name).unwrap_or_default();
        let (theirs, ours) = (read(from), read(into));
        match (theirs == ours, &theirs, &ours) {
            (true, ..) | (_, Datum::Absent, _) => {}
            (_, _, Datum::Absent) => takes.push(phrase(spec.entity, spec.name).to_owned()),
            // Lists are joined.
            (_, Datum::Many(_) | Datum::Texts(_) | Datum::Entries(_), _) => {
                takes.push(phrase(spec.entity, spec.name).to_owned());
            }
            _ => keeps.push(phrase(spec.entity, spec.name).to_owned()),
        }
    }
    if !takes.is_empty() {
        said.push(words::merge_takes(&takes));
    }
    if !keeps.is_empty() {
        said.push(words::merge_keeps(&keeps));
    }
    if let Ok(applied) = apply(workspace, &Edit::MergeEntries(kind, from, into)) {
        let unplaced = |notice: &&Notice| matches!(notice, Notice::CardUnplaced { .. });
        let cards = applied.notices.iter().filter(unplaced).count();
        if cards > 0 {
            said.push(words::merge_cards(cards));
        }
    }
    said
}

/// Asks which entry `from` becomes part of, unless that is known, and shows what it changes.
pub fn merge(kind: EntityKind, from: Id, into: Option<Id>) -> AnyView {
    let state = use_state();
    let Some(workspace) = state.workspace_untracked() else { return ().into_any() };
    let target = RwSignal::new(into);
    let into_name = into.map(|into| name(&workspace, kind, into));
    let title = words::merge_title(&name(&workspace, kind, from), into_name.as_deref());
    let preview = move || {
        let (workspace, into) = (state.workspace_untracked()?, target.get()?);
        let said = consequences(&workspace, kind, from, into);
        Some(said.into_iter().map(|sentence| view! { <p>{sentence}</p> }).collect_view())
    };
    view! {
        <Modal title=title>
            {into.is_none().then(|| choice(state, kind, from, target))}
            <div class="merge-preview" aria-live="polite">{preview}</div>
            <p class="quiet">{words::UNDO_BRINGS_BACK}</p>
            <div class="modal-foot">
                <button class="button" type="button" on:click=move |_| state.dialog.set(None)>{home_words::CANCEL}</button>
                <button
                    class="button button-main"
                    type="button"
                    disabled=move || target.get().is_none()
                    on:click=move |_| {
                        if let Some(into) = target.get_untracked() {
                            commit(state, kind, from, into);
                        }
                    }
                >
                    {words::MERGE_NOW}
                </button>
            </div>
        </Modal>
    }
    .into_any()
}

/// The field that asks for the entry that stays.
fn choice(state: State, kind: EntityKind, from: Id, target: RwSignal<Option<Id>>) -> AnyView {
    let shown = Memo::new(move |_| {
        let id = target.get();
        id.zip(state.workspace()).map(|(id, workspace)| name(&workspace, kind, id)).unwrap_or_default()
    });
    let choose = Callback::new(move |chosen| {
        target.set(match chosen {
            Chosen::Existing(id) if id != from => Some(id),
            _ => None,
        });
    });
    let settings = Combo { state, kind, name: shown.into(), choose, eager: false, inside: false };
    view! {
        <div class="field merge-target">
            <label class="label" for="merge-target">{words::MERGE_TARGET}</label>
            {combo(settings, "merge-target".to_owned(), None, words::NAME)}
        </div>
    }
    .into_any()
}

/// Merges, tells of it with a way back, and leads away from the page of what is gone.
fn commit(state: State, kind: EntityKind, from: Id, into: Id) {
    let Some(before) = state.workspace_untracked() else { return };
    let told = words::merged(&name(&before, kind, from), &name(&before, kind, into));
    state.dialog.set(None);
    if !state.edit(&Edit::MergeEntries(kind, from, into)) {
        return;
    }
    state.toast_with_undo(told);
    if untrack(|| state.selection()) == Selection::Entry(kind, from)
        && let Route::Workspace { workspace, journey, .. } = state.route.get_untracked()
    {
        let (view, selection) = (View::of_entries(kind), Selection::Entry(kind, into));
        state.go(Route::Workspace { workspace, view, journey, selection });
    }
}
