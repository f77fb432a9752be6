//! A Crosslane file: opened, or compared with the workspace of the same identity that is here.

use std::sync::Arc;

use crosslane_core::compare::difference;
use crosslane_core::model::{Id, Workspace};
use crosslane_words::change;
use crosslane_words::ui::home as home_words;
use crosslane_words::ui::home::incoming as words;
use crosslane_words::ui::shell;
use leptos::prelude::*;

use super::done;
use crate::app::{State, new_id};
use crate::storage;

/// How many differences are listed.
const MOST_DIFFERENCES: usize = 200;

/// The preview of a Crosslane file.
pub fn preview(state: State, workspace: Arc<Workspace>, newer: Option<u64>) -> AnyView {
    let touchpoints: usize = workspace.journeys.values().map(|journey| journey.touchpoints.len()).sum();
    let facts = home_words::counts(workspace.journeys.len(), touchpoints as u64);
    let title = shell::or_untitled(&workspace.title).to_owned();
    let here = workspace.id.and_then(|id| storage::stored(id).map(|here| (id, here)));
    let choice = match here {
        Some((id, here)) => already_here(state, id, &here, workspace),
        None => fresh(state, workspace, newer),
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

fn fresh(state: State, workspace: Arc<Workspace>, newer: Option<u64>) -> AnyView {
    let open = move |_| {
        let id = workspace.id.unwrap_or_else(new_id);
        done(state);
        if newer.is_some() {
            storage::show_newer(state, id, workspace.as_ref().clone());
        } else {
            storage::take_in(state, id, Workspace { id: Some(id), ..workspace.as_ref().clone() });
        }
    };
    view! {
        <p class="quiet">{if newer.is_some() { words::NEWER } else { words::READY }}</p>
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| done(state)>{home_words::CANCEL}</button>
            <button class="button button-main" type="button" autofocus on:click=open>{words::OPEN}</button>
        </div>
    }
    .into_any()
}

fn already_here(state: State, id: Id, here: &Workspace, file: Arc<Workspace>) -> AnyView {
    let entities = difference(here, &file).entities;
    let open_here = move |_| {
        done(state);
        storage::open(state, id);
    };
    if entities.is_empty() {
        return view! {
            <p>{words::ALREADY_HERE}" "{words::SAME}</p>
            <div class="modal-foot">
                <button class="button" type="button" on:click=move |_| done(state)>{home_words::CANCEL}</button>
                <button class="button button-main" type="button" autofocus on:click=open_here>{words::OPEN_HERE}</button>
            </div>
        }
        .into_any();
    }
    let listed: Vec<_> = entities
        .iter()
        .take(MOST_DIFFERENCES)
        .map(|entity| {
            let words = change::entity(here, &file, entity);
            view! {
                <li dir="auto">
                    {if words.entity.is_empty() { words::WORKSPACE.to_owned() } else { words.entity }}
                    ": "
                    {words.lines.join("; ")}
                </li>
            }
        })
        .collect();
    let unlisted = entities.len().saturating_sub(MOST_DIFFERENCES);
    let both = file.clone();
    let keep_both = move |_| {
        let id = new_id();
        done(state);
        storage::take_in(state, id, Workspace { id: Some(id), ..both.as_ref().clone() });
    };
    let replace = move |_| {
        done(state);
        storage::replace(state, id, file.as_ref().clone());
    };
    view! {
        <p>{words::ALREADY_HERE}</p>
        <h3>{words::DIFFERENCES}</h3>
        <ul class="incoming-list">
            {listed}
            {(unlisted > 0).then(|| view! { <li class="quiet">{words::more(unlisted)}</li> })}
        </ul>
        <div class="modal-foot">
            <button class="button" type="button" on:click=open_here>{words::OPEN_HERE}</button>
            <button class="button button-danger" type="button" on:click=replace>{words::REPLACE}</button>
            <button class="button button-main" type="button" on:click=keep_both>{words::KEEP_BOTH}</button>
        </div>
    }
    .into_any()
}
