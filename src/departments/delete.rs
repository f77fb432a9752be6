//! Deleting an entry, after a look at what goes with it.

use crosslane_core::compare::Change;
use crosslane_core::edit::form::name_of;
use crosslane_core::edit::{Edit, Loss, is_use, uses};
use crosslane_core::model::{EntityKind, Id};
use crosslane_core::sort::Sort;
use crosslane_words::ui::{departments as words, home as home_words, shell};

use super::registers;
use crate::app::use_state;
use crate::reactive::prelude::*;
use crate::ui::Modal;

/// How many places are listed.
const LISTED: usize = 6;

/// Asks before an entry is deleted.
pub fn delete(kind: EntityKind, id: Id) -> AnyView {
    let state = use_state();
    let Some(workspace) = state.workspace_untracked() else { return ().into_any() };
    let name = shell::or_untitled(&name_of(&workspace, kind, id)).to_owned();
    let changes = uses(&workspace, kind, id).unwrap_or_default();
    let mut named: Vec<&Change> = changes.iter().filter(|change| is_use(change)).collect();
    // What the journeys lose comes first; stable, so that the rest stays in the order of the file.
    named.arrange_by_key(|change| change.path.key_after("journeys").is_none());
    let places: Vec<String> =
        named.into_iter().map(|change| words::place(&workspace, change, false)).collect();
    let hidden = places.len().saturating_sub(LISTED);
    let told = words::deleted(&name);
    let confirm = move |_| {
        state.dialog.set(None);
        if state.edit(&Edit::RemoveEntry(kind, id)) {
            state.toast_with_undo(told.clone());
            registers::go_to(state, kind);
        }
    };
    view! {
        <Modal title=words::delete_title(&name)>
            <p>{words::loss(Loss::of(&changes))}</p>
            <ul class="touched">
                {places.into_iter().take(LISTED).map(|place| view! { <li dir="auto">{place}</li> }).collect_view()}
                {(hidden > 0).then(|| view! { <li class="quiet">{words::more(hidden)}</li> })}
            </ul>
            <p class="quiet">{words::UNDO_BRINGS_BACK}</p>
            <div class="modal-foot">
                <button class="button" type="button" on:click=move |_| state.dialog.set(None)>{home_words::CANCEL}</button>
                <button class="button button-danger" type="button" on:click=confirm>{words::DELETE}</button>
            </div>
        </Modal>
    }
    .into_any()
}
