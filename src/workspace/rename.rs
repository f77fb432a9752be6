//! Naming the workspace.

use crosslane_core::edit::Edit;
use crosslane_words::ui::home as words;
use leptos::ev;

use crate::app::use_state;
use crate::reactive::prelude::*;
use crate::storage::Begun;
use crate::ui::Modal;

/// The name of the workspace, as a dialog.
pub fn rename() -> AnyView {
    let state = use_state();
    let present = state.workspace_untracked().map(|workspace| workspace.title.clone()).unwrap_or_default();
    let (title, begun) = (RwSignal::new(present), StoredValue::new(Begun::now(state)));
    let submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let title = title.get_untracked().trim().to_owned();
        begun.get_value().edit(state, None, &mut |workspace| {
            (workspace.title != title).then(|| Edit::SetTitle(title.clone()))
        });
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
