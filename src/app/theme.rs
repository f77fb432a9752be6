//! Light or dark: the system's choice, or one's own for this browser.

use gloo_storage::{LocalStorage, Storage};

use super::State;
use crate::reactive::prelude::*;

const KEY: &str = "crosslane-theme";
const THEMES: [&str; 3] = ["system", "light", "dark"];

/// Whether this browser lets the page store anything; gloo-storage must not be touched where it does not.
pub fn can_store() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}

/// Takes up the choice made before.
pub fn start() {
    if can_store() {
        let stored: String = LocalStorage::get(KEY).unwrap_or_default();
        show(THEMES.into_iter().find(|theme| *theme == stored).unwrap_or(THEMES[0]));
    }
}

/// Goes on to the next theme: as the system has it, light, dark.
pub fn next(state: State) {
    let root = document().document_element();
    let present = root.and_then(|root| root.get_attribute("data-theme")).unwrap_or_default();
    let at = THEMES.iter().position(|theme| *theme == present).unwrap_or(0);
    let theme = THEMES[(at + 1) % THEMES.len()];
    show(theme);
    state.toast(crosslane_words::ui::shell::theme(theme));
    if can_store() {
        // A choice that cannot be kept still holds until the page is closed.
        drop(LocalStorage::set(KEY, theme));
    }
}

fn show(theme: &str) {
    if let Some(root) = document().document_element() {
        // Setting an attribute of this name cannot fail.
        drop(root.set_attribute("data-theme", theme));
    }
}
