//! A large block on its way in: worked out apart from the page, which says so and can let it be.

use std::cell::RefCell;

use crosslane_core::edit::Edit;
use crosslane_core::merge::sharing;
use crosslane_core::model::Workspace;
use crosslane_words::ui::table as words;
use wasm_bindgen_futures::spawn_local;

use super::edits::{paste_here, tell_pasted};
use super::session::{At, Grid};
use crate::apart::{Answer, Apart, Block};
use crate::app::{Dialog, Shared, State, use_state};
use crate::incoming::waiting;
use crate::reactive::Rest;
use crate::reactive::prelude::*;
use crate::storage::Begun;
use crate::ui::Modal;

/// Blocks of more cells are worked out apart from the page: pasting fewer is not noticed.
const MOST_HERE: usize = 1_000;

thread_local! {
    /// What is on its way.
    static PASTING: RefCell<Option<Apart>> = const { RefCell::new(None) };
}

/// Pastes a block at a place: at once where it is small, else when it is worked out.
pub fn paste(grid: Grid, at: At, block: &[Vec<String>], decimal_comma: bool) {
    if block.iter().map(Vec::len).sum::<usize>() <= MOST_HERE || !paste_apart(grid, at, block, decimal_comma)
    {
        paste_here(grid, at, block, decimal_comma);
    }
}

/// Has it worked out; `false` where the browser runs nothing apart.
fn paste_apart(grid: Grid, at: At, cells: &[Vec<String>], decimal_comma: bool) -> bool {
    let state = grid.state();
    let (Some(before), Some(journey)) = (state.workspace_untracked(), state.journey_id_untracked()) else {
        return false;
    };
    let block = Block {
        journey: journey.to_string(),
        columns: grid.columns.get_untracked(),
        row: at.row,
        column: at.column,
        decimal_comma,
        cells: cells.to_vec(),
    };
    let (open, kept) = (before.clone(), cells.to_vec());
    let then = move |answer, workspace| {
        let pasted = match answer {
            Answer::Pasted(pasted) => pasted,
            answer => {
                end(state);
                return match answer {
                    Answer::Missing => paste_here(grid, at, &kept, decimal_comma),
                    _ => state.toast(words::PASTE_STOPPED),
                };
            }
        };
        spawn_local(async move {
            let mut rest = Rest::default();
            let after = sharing(&before, &workspace);
            rest.now_and_then().await;
            // Given up at the last moment.
            if PASTING.with_borrow(Option::is_some) {
                end(state);
                take_in(state, before, &after);
                tell_pasted(grid, at, &kept, pasted);
            }
        });
    };
    let Some(apart) = Apart::paste(open, block, Box::new(then)) else { return false };
    PASTING.set(Some(apart));
    state.dialog.set(Some(Dialog::Pasting));
    true
}

/// Takes over what the block makes of the version it was pasted into; what another tab changed meanwhile stays.
fn take_in(state: State, before: Shared<Workspace>, after: &Workspace) {
    if *after != *before {
        Begun::at(before).edit(state, None, &mut |_| Some(Edit::Replace(Box::new(after.clone()))));
    }
}

fn end(state: State) {
    PASTING.set(None);
    if state.dialog.get_untracked() == Some(Dialog::Pasting) {
        state.dialog.set(None);
    }
}

/// Says that a block is on its way. Closed, it is wanted no more.
pub fn pasting() -> AnyView {
    let state = use_state();
    on_cleanup(|| PASTING.set(None));
    view! {
        <Modal title=words::PASTING class="incoming">{waiting::waiting(state, words::PASTING_HINT)}</Modal>
    }
    .into_any()
}
