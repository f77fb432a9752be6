//! Deleting a workspace from this browser.

use crosslane_core::model::Id;
use crosslane_words::ui::home as words;

use super::download_kept;
use crate::app::use_state;
use crate::reactive::prelude::*;
use crate::storage;
use crate::ui::Modal;

/// Asks before a workspace is deleted, with a way to keep it as a file.
pub fn delete(id: Id) -> AnyView {
    let state = use_state();
    let title = storage::workspaces()
        .into_iter()
        .find(|kept| kept.id == id)
        .and_then(|kept| kept.title)
        .unwrap_or_default();
    let confirm = move |_| {
        storage::delete(state, id);
        state.dialog.set(None);
    };
    view! {
        <Modal title=words::delete_title(&title)>
            <p>{words::DELETE_HINT}</p>
            <div class="modal-foot">
                <button class="button" type="button" on:click=move |_| download_kept(state, id)>
                    {words::DOWNLOAD}
                </button>
                <button class="button" type="button" on:click=move |_| state.dialog.set(None)>{words::CANCEL}</button>
                <button class="button button-danger" type="button" on:click=confirm>{words::DELETE}</button>
            </div>
        </Modal>
    }
    .into_any()
}
