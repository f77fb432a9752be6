//! The shared vocabulary: a page to read and to print, and the page of one term.

use crosslane_core::act::terms;
use crosslane_core::edit::form::Place;
use crosslane_core::model::{EntityKind, Id, Term, Workspace};
use crosslane_core::rules::Place as FlagPlace;
use crosslane_words::ui::act::{self as act_words, vocabulary as words};

use super::{found_labels, parts};
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::{Icon, IconView, department_chip, fields};

/// All terms.
pub fn all(state: State) -> AnyView {
    let table = move || {
        let document = state.document.get()?;
        let workspace = &*document.workspace;
        let rows = terms(workspace, &document.evaluation);
        if rows.is_empty() {
            return Some(parts::none(EntityKind::Term));
        }
        let speaking = speaking(workspace);
        let heads =
            speaking.iter().map(|id| view! { <th scope="col">{department_chip(workspace, *id)}</th> });
        let heads = heads.collect_view();
        let rows = rows
            .into_iter()
            .filter_map(|row| Some((row, workspace.terms.get(&row.id)?)))
            .map(|(row, term)| line(state, workspace, &speaking, row.id, row.disputed, term))
            .collect_view();
        Some(
            view! {
                <div class="table-frame" role="group" tabindex="0" aria-label=words::TABLE>
                    <table class="figures act-terms">
                        <thead>
                            <tr>
                                <th scope="col">{words::CONCEPT}</th>
                                <th scope="col">{words::MEANING}</th>
                                <th scope="col">{words::PREFERRED}</th>
                                {heads}
                            </tr>
                        </thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            }
            .into_any(),
        )
    };
    view! {
        <p class="act-print">
            <button class="button" type="button" on:click=|_| drop(window().print())>
                <IconView icon=Icon::Print />
                {act_words::PRINT}
            </button>
        </p>
        {table}
        {found_labels::found_labels(state)}
    }
    .into_any()
}

/// The departments that have a word for any of the terms, in the order of the lanes.
fn speaking(workspace: &Workspace) -> Vec<Id> {
    let speaks = |id: &Id| workspace.terms.values().any(|term| label(term, *id).is_some());
    workspace.ordered_departments().map(|(id, _)| id).filter(speaks).collect()
}

fn label(term: &Term, department: Id) -> Option<&str> {
    term.labels.get(&department)?.label.as_deref()
}

fn line(
    state: State,
    workspace: &Workspace,
    speaking: &[Id],
    id: Id,
    disputed: bool,
    term: &Term,
) -> AnyView {
    let cell = |department: &Id| {
        let said = label(term, *department).map(str::to_owned);
        match said {
            Some(said) => view! { <td dir="auto">{said}</td> }.into_any(),
            None => view! {
                <td class="quiet">
                    <span aria-hidden="true">{words::NOT_SAID}</span>
                    <span class="unseen">{words::NOT_SAID_ALOUD}</span>
                </td>
            }
            .into_any(),
        }
    };
    let cells = speaking.iter().map(cell).collect_view();
    view! {
        <tr>
            <th scope="row">
                {parts::entry_link(state, workspace, EntityKind::Term, id)}
                " "
                {disputed.then(|| view! {
                    <span class="badge" data-severity="warning">
                        <IconView icon=Icon::Warning />
                        {words::DISPUTED}
                    </span>
                })}
            </th>
            <td class="act-meaning" dir="auto">{term.meaning.clone()}</td>
            <td dir="auto"><strong>{term.preferred.clone()}</strong></td>
            {cells}
        </tr>
    }
    .into_any()
}

/// The page of a term.
pub fn one(state: State, id: Id) -> AnyView {
    let place = Place::Entry(EntityKind::Term, id);
    view! {
        {parts::flags_at(state, FlagPlace::Term(id))}
        <div class="act-fields">{fields::fields(state, place, &["meaning", "preferred", "variants", "labels"])}</div>
    }
    .into_any()
}
