//! What this browser remembers between visits, beside the work itself: small texts by key.

use gloo_storage::{LocalStorage, Storage};

use crate::app::can_store;

/// The text kept under `key`; empty where there is none.
pub fn recall(key: &str) -> String {
    if can_store() { LocalStorage::get(key).unwrap_or_default() } else { String::new() }
}

/// Keeps a text under `key`. Where that cannot be done it is forgotten when the page is closed.
pub fn keep(key: &str, text: &str) {
    if can_store() {
        drop(LocalStorage::set(key, text));
    }
}
