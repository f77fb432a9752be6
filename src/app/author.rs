//! The name under which this person comments and accepts, remembered in this browser.

use gloo_storage::{LocalStorage, Storage};

use super::theme::can_store;

const KEY: &str = "crosslane-author";

/// The name given last; empty at first.
pub fn author() -> String {
    if can_store() { LocalStorage::get(KEY).unwrap_or_default() } else { String::new() }
}

/// Remembers the name for the next time.
pub fn remember_author(name: &str) {
    if can_store() {
        // A name that cannot be kept is only typed again.
        drop(LocalStorage::set(KEY, name));
    }
}
