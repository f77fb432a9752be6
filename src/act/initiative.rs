//! An initiative: started from flags, opened, moved, done.

use crosslane_core::act;
use crosslane_core::edit::Entry;
use crosslane_core::edit::form::Place;
use crosslane_core::model::{EntityKind, Id, Initiative, InitiativeStatus, Ref};
use crosslane_words::labels::Label;
use crosslane_words::ui::act::initiatives as words;

use super::{addressed, board, parts};
use crate::app::{State, new_id, today};
use crate::reactive::prelude::*;
use crate::ui::fields;

/// Starts an initiative from flags, and opens it.
pub fn start(state: State, fingerprints: &[String]) {
    let Some(document) = state.document.get_untracked() else { return };
    let (workspace, evaluation) = (&*document.workspace, &*document.evaluation);
    let mut initiative = act::start(workspace, evaluation, fingerprints);
    let wanted: Vec<&str> = initiative.flags.iter().map(String::as_str).collect();
    let found = act::find(evaluation, &wanted);
    let in_order = wanted.iter().filter_map(|flag| found.get(*flag));
    // The first of those that are equally bad.
    if let Some(worst) = in_order.min_by_key(|it| std::cmp::Reverse(it.flag.severity)) {
        let departments = initiative.departments.as_deref().unwrap_or_default();
        let names: Vec<String> =
            departments.iter().map(|id| workspace.department_name(id.id()).to_owned()).collect();
        initiative.title = words::title(workspace, worst.flag, initiative.flags.len(), &names);
    }
    parts::add(state, Entry::Initiative(initiative));
}

/// Moves an initiative to another column. One that is done records its risk and keeps the scores of the day,
/// and the person is told what it changed.
pub fn move_to(state: State, id: Id, status: InitiativeStatus) {
    let Some(document) = state.document.get_untracked() else { return };
    let (workspace, evaluation) = (&*document.workspace, &*document.evaluation);
    let Some(of) = workspace.initiatives.get(&id) else { return };
    if status != InitiativeStatus::Done {
        if let Some(edit) = act::move_to(workspace, id, status) {
            state.edit(&edit);
        }
        return;
    }
    let note = Some(words::occasion(&of.title));
    let edit = act::finish(workspace, evaluation, id, new_id(), today(), note);
    if edit.is_some_and(|edit| state.edit(&edit)) {
        let after = state
            .workspace_untracked()
            .and_then(|workspace| workspace.initiatives.get(&id).and_then(|it| it.risk_after));
        let open = act::open_flags(workspace, evaluation).get(&id).copied().unwrap_or_default();
        state.toast_with_undo(words::done(of.risk_before, after, open, of.flags.len()));
    }
}

fn of(state: State, id: Id) -> Option<std::sync::Arc<Initiative>> {
    state.workspace().and_then(|workspace| workspace.initiatives.get(&id).cloned())
}

/// The page of an initiative.
pub fn one(state: State, id: Id) -> AnyView {
    let place = Place::Entry(EntityKind::Initiative, id);
    let names = ["departments", "owner", "due", "practice", "notes"];
    view! {
        {status(state, id)}
        {risk(state, id)}
        {addressed::of_initiative(state, id)}
        <div class="act-fields">{fields::fields(state, place, &names)}</div>
        {crate::inspector::comments_at(state, place)}
    }
    .into_any()
}

fn status(state: State, id: Id) -> AnyView {
    let now = Memo::new(move |_| of(state, id).map(|it| act::status_of(&it)));
    let button = |status: &InitiativeStatus| {
        let status = *status;
        let choose = move |_| {
            if now.get_untracked() != Some(status) {
                move_to(state, id, status);
            }
        };
        view! {
            <button
                class="segment"
                type="button"
                aria-pressed=move || (now.get() == Some(status)).to_string()
                on:click=choose
            >
                {status.label()}
            </button>
        }
    };
    view! {
        <div class="segments" role="group" aria-label=words::STATUS>
            {InitiativeStatus::ALL.iter().map(button).collect_view()}
        </div>
    }
    .into_any()
}

fn risk(state: State, id: Id) -> AnyView {
    let said = move || {
        let document = state.document.get()?;
        let of = document.workspace.initiatives.get(&id)?;
        let line = board::risk_line(&document.workspace, &document.evaluation, of);
        let no_lower = of.risk_before.zip(of.risk_after).is_some_and(|(before, after)| after >= before);
        Some(view! {
            {line.map(|line| view! { <p class="act-risk act-risk-large">{line}</p> })}
            {no_lower.then(|| view! { <p class="view-note">{words::NOTHING_CHANGED}</p> })}
        })
    };
    view! { <div>{said}</div> }.into_any()
}

/// Where an initiative stands, as a link with its status.
pub fn link_with_status(state: State, id: Ref<Initiative>) -> Option<AnyView> {
    let workspace = state.workspace()?;
    let status = act::status_of(workspace.initiatives.get(&id.id())?);
    let link = parts::entry_link(state, &workspace, EntityKind::Initiative, id.id());
    Some(view! { <p class="act-line">{link} " " <span class="quiet">{status.label()}</span></p> }.into_any())
}
