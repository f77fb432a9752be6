//! A Crosslane file: opened, or merged with the workspace of the same identity that is here.

use std::sync::Arc;

use crosslane_core::compare::difference;
use crosslane_core::format::crosslane::stamped;
use crosslane_core::model::{Id, Workspace};
use crosslane_words::ui::home as home_words;
use crosslane_words::ui::home::incoming as words;
use crosslane_words::ui::shell;

use super::{done, merging};
use crate::app::{State, new_id};
use crate::reactive::prelude::*;
use crate::storage::{self, versions};

/// The preview of a Crosslane file, or of what was made of another: `told` is what was left out on the way, instead of that it
/// fits.
pub fn preview(
    state: State,
    workspace: Arc<Workspace>,
    newer: Option<u64>,
    told: Option<AnyView>,
) -> AnyView {
    preview_of(state, workspace, newer, told, words::OPEN)
}

/// The preview, with a word for taking it in.
pub fn preview_of(
    state: State,
    workspace: Arc<Workspace>,
    newer: Option<u64>,
    told: Option<AnyView>,
    take_in: &'static str,
) -> AnyView {
    let touchpoints: usize = workspace.journeys.values().map(|journey| journey.touchpoints.len()).sum();
    let facts = home_words::counts(workspace.journeys.len(), touchpoints as u64);
    let title = shell::or_untitled(&workspace.title).to_owned();
    let here = workspace.id.and_then(|id| storage::stored(id).map(|here| (id, here)));
    let choice = match here {
        Some((id, here)) => already_here(state, id, &here, &workspace),
        None => fresh(state, workspace, newer, told, take_in),
    };
    view! {
        <p>
            <b dir="auto">{title}</b>
            " · "
            {facts}
        </p>
        {choice}
    }
    .into_any()
}

fn fresh(
    state: State,
    workspace: Arc<Workspace>,
    newer: Option<u64>,
    told: Option<AnyView>,
    take_in: &'static str,
) -> AnyView {
    let fits = || {
        let text = if newer.is_some() { words::NEWER } else { words::READY };
        view! { <p class="quiet">{text}</p> }.into_any()
    };
    let told = told.unwrap_or_else(fits);
    let open = move |_| {
        let id = workspace.id.unwrap_or_else(new_id);
        done(state);
        if newer.is_some() {
            storage::show_newer(state, id, workspace.as_ref().clone());
        } else {
            // What is made of it says it was made from this, even where the file does not say what it is.
            let workspace = stamped(&Workspace { id: Some(id), ..workspace.as_ref().clone() });
            storage::take_in(state, id, workspace.clone());
            versions::opened(state, id, &workspace);
        }
    };
    view! {
        {told}
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| done(state)>{home_words::CANCEL}</button>
            <button class="button button-main" type="button" autofocus on:click=open>{take_in}</button>
        </div>
    }
    .into_any()
}

fn already_here(state: State, id: Id, here: &Workspace, file: &Arc<Workspace>) -> AnyView {
    if !difference(here, file).entities.is_empty() {
        return merging::screen(state, id, here, file);
    }
    let open_here = move |_| {
        done(state);
        storage::open(state, id);
    };
    view! {
        <p>{words::ALREADY_HERE}" "{words::SAME}</p>
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| done(state)>{home_words::CANCEL}</button>
            <button class="button button-main" type="button" autofocus on:click=open_here>{words::OPEN_HERE}</button>
        </div>
    }
    .into_any()
}
