//! Labels that departments write in their texts and have not entered yet.

use crosslane_core::model::{EntityKind, Id, Workspace};
use crosslane_core::vocabulary::{Proposal, enter_label, proposals};
use crosslane_words::ui::act::vocabulary as words;

use super::parts;
use crate::app::State;
use crate::reactive::prelude::*;
use crate::ui::department_chip;
use crate::ui::settled;

/// How many are listed; the others come up as these are entered.
const MOST: usize = 8;
/// How many of the places of one are listed.
const MOST_PLACES: usize = 3;

/// The labels that were found, each to be entered.
pub fn found_labels(state: State) -> AnyView {
    // All texts are looked through: once nobody types.
    let version = settled(state);
    let list = move || {
        let workspace = version.get()?;
        let mut found = proposals(&workspace);
        // A label that somebody entered is not replaced by what is read.
        found.retain(|one| {
            let labels = workspace.terms.get(&one.term).map(|term| &term.labels);
            labels.is_some_and(|labels| labels.get(&one.department).is_none_or(|entry| entry.label.is_none()))
        });
        if found.is_empty() {
            return None;
        }
        let rows = found.iter().take(MOST).map(|one| row(state, &workspace, one)).collect_view();
        Some(view! {
            <section class="act-section act-found">
                <h2>{words::FOUND}</h2>
                <p class="quiet view-note">{words::FOUND_HINT}</p>
                <ul class="act-parts">{rows}</ul>
            </section>
        })
    };
    view! { <div>{list}</div> }.into_any()
}

/// Enters a label that a department uses for a term.
pub fn enter(state: State, term: Id, department: Id, label: &str) {
    let workspace = state.workspace_untracked();
    if let Some(edit) = workspace.and_then(|workspace| enter_label(&workspace, term, department, label)) {
        state.edit(&edit);
    }
}

fn row(state: State, workspace: &Workspace, found: &Proposal) -> AnyView {
    let (term, department, label) = (found.term, found.department, found.label.clone());
    let text = words::writes(&label, &parts::called(workspace, EntityKind::Term, term));
    let spoken = words::enter(workspace.department_name(department), &label);
    let mut touchpoints = Vec::new();
    for place in &found.places {
        if !touchpoints.contains(&place.touchpoint) && touchpoints.len() < MOST_PLACES {
            touchpoints.push(place.touchpoint);
        }
    }
    let places =
        touchpoints.into_iter().map(|id| parts::touchpoint_link(state, workspace, id)).collect_view();
    let enter = move |_| enter(state, term, department, &label);
    view! {
        <li>
            {department_chip(workspace, department)}
            <span dir="auto">{text}</span>
            {places}
            <button
                class="button"
                type="button"
                aria-label=spoken
                disabled=move || state.read_only.get().is_some()
                on:click=enter
            >
                {words::ENTER}
            </button>
        </li>
    }
    .into_any()
}
