//! Before the page is loaded again on purpose.

use super::autosave;
use super::keeper::with_sessions;
use super::session::Session;
use crate::app::State;
use crate::ui::leaving::leave_field;

/// Saves everything; `false` where something would be lost all the same.
pub fn is_safe_to_leave(state: State) -> bool {
    leave_field(state);
    autosave::flush();
    !with_sessions(|sessions| sessions.values().any(Session::is_at_risk))
}
