//! Something that takes its time.

use crosslane_words::ui::home as home_words;
use crosslane_words::ui::home::incoming as words;

use super::{give_up, is_reading};
use crate::app::State;
use crate::reactive::prelude::*;

/// A file that is being read, until it is or the person wants it no more.
pub fn preview(state: State) -> AnyView {
    on_cleanup(|| {
        if is_reading() {
            give_up();
        }
    });
    waiting(state, words::READING)
}

/// What is being done, in a dialog that can be closed.
pub fn waiting(state: State, what: &'static str) -> AnyView {
    view! {
        {busy(what)}
        <div class="modal-foot">
            <button class="button" type="button" autofocus on:click=move |_| state.dialog.set(None)>
                {home_words::CANCEL}
            </button>
        </div>
    }
    .into_any()
}

/// What is being done.
pub fn busy(what: &'static str) -> AnyView {
    view! {
        <p role="status">{what}</p>
        <progress class="incoming-progress" aria-label=what></progress>
    }
    .into_any()
}
