//! Naming the workspace.

use crosslane_core::edit::Edit;
use crosslane_words::ui::home as words;
use leptos::ev;
use leptos::prelude::*;

use crate::app::use_state;
use crate::ui::Modal;

/// The name of the workspace, as a dialog.
pub fn rename() -> AnyView {
    let state = use_state();
    let present = state.workspace_untracked().map(|workspace| workspace.title.clone()).unwrap_or_default();
    let title = RwSignal::new(present);
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        state.edit(&Edit::SetTitle(title.get_untracked().trim().to_owned()));
        state.dialog.set(None);
    };
    view! {
        <Modal title=words::RENAME>
            <form class="field" on:submit=submit>
                <label class="label" for="workspace-title">{words::WORKSPACE_TITLE}</label>
                <input
                    id="workspace-title"
                    class="input"
                    autofocus
                    dir="auto"
                    prop:value=move || title.get()
                    on:input:target=move |event| title.set(event.target().value())
                />
                <div class="modal-foot">
                    <button class="button" type="button" on:click=move |_| state.dialog.set(None)>{words::CANCEL}</button>
                    <button class="button button-main" type="submit">{words::SAVE}</button>
                </div>
            </form>
        </Modal>
    }
    .into_any()
}
