//! Something that takes its time.

use crosslane_words::ui::home as home_words;

use crate::app::State;
use crate::reactive::prelude::*;

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
