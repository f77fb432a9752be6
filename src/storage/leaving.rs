//! Before the page is loaded again: on purpose, or because the program has stopped.

use crosslane_core::format::crosslane;

use super::autosave;
use super::keeper::{Keeper, try_with_sessions, with_sessions};
use super::session::Session;
use crate::app::{State, tell_page};
use crate::ui::leaving::leave_field;

/// What is being typed counts, and everything is saved.
pub fn save_all(state: State) {
    leave_field(state);
    autosave::flush();
}

/// Saves everything; `false` where something would be lost all the same.
pub fn is_safe_to_leave(state: State) -> bool {
    save_all(state);
    !with_sessions(|sessions| sessions.values().any(Session::is_at_risk))
}

/// The program has stopped in the midst of something: saves what is not saved, then what is being typed as well. Where
/// something cannot be saved, the page is given the workspace that is shown, as a file.
pub fn save_at_stop(keeper: Keeper) {
    save(keeper);
    leave_field(keeper.state);
    save(keeper);
    let at_risk = try_with_sessions(|sessions| sessions.values().any(Session::is_at_risk));
    if at_risk != Some(false)
        && let Some(workspace) = keeper.state.workspace_untracked()
    {
        tell_page("crosslane-unsaved", &crosslane::write(&workspace));
    }
}

/// Waits for nobody, and leaves alone what was being changed when the program stopped.
fn save(keeper: Keeper) {
    keeper.take_over();
    try_with_sessions(|sessions| {
        for session in sessions.values_mut().filter(|session| session.is_pending()) {
            session.sync(true);
        }
    });
}
