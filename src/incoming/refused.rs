//! What could not be opened, and the repaired copy of what nearly could.

use std::sync::Arc;

use crosslane_core::model::Workspace;
use crosslane_words::ui::home as home_words;
use crosslane_words::ui::home::incoming as words;

use super::done;
use super::table::Told;
use crate::app::{State, new_id};
use crate::reactive::prelude::*;
use crate::storage;

/// Nothing that can be opened.
pub fn refused(state: State, why: String) -> AnyView {
    view! {
        <p role="alert">{why}</p>
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| done(state)>{home_words::CANCEL}</button>
        </div>
    }
    .into_any()
}

/// A file with mistakes: all of them, and a copy in which they are blank.
pub fn mistaken(state: State, repaired: Arc<Workspace>, Told { words: problems, unlisted }: Told) -> AnyView {
    let open = move |_| {
        // A repaired copy is another workspace than the file it comes from.
        let id = new_id();
        done(state);
        storage::take_in(state, id, Workspace { id: Some(id), ..repaired.as_ref().clone() });
    };
    view! {
        <p role="alert">{words::REFUSED}</p>
        <p class="quiet">{words::REPAIRED_HINT}</p>
        <ul class="incoming-list">
            {problems.into_iter().map(|problem| view! { <li dir="auto">{problem}</li> }).collect_view()}
            {(unlisted > 0).then(|| view! { <li class="quiet">{words::more(unlisted)}</li> })}
        </ul>
        <div class="modal-foot">
            <button class="button" type="button" on:click=move |_| done(state)>{home_words::CANCEL}</button>
            <button class="button button-main" type="button" autofocus on:click=open>{words::OPEN_REPAIRED}</button>
        </div>
    }
    .into_any()
}
