//! The name under which this person comments and accepts, remembered in this browser.

use crate::ui::remember;

const KEY: &str = "crosslane-author";

/// The name given last; empty at first.
pub fn author() -> String {
    remember::recall(KEY)
}

/// Remembers the name for the next time.
pub fn remember_author(name: &str) {
    // A name that cannot be kept is only typed again.
    remember::keep(KEY, name);
}
