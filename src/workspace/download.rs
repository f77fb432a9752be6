//! Downloads: the workspace as its file, a table, a diagram.

use crosslane_core::format::crosslane;
use crosslane_core::model::{Id, Workspace};
use crosslane_words::page::{Page, markdown};
use crosslane_words::ui::home as words;
use crosslane_words::ui::shell;

use crate::app::State;
use crate::reactive::prelude::*;
use crate::storage::versions;
use crate::{files, storage};

/// The name of a file: the title without what file systems refuse.
fn file_name(title: &str, ending: &str) -> String {
    let safe: String = title
        .chars()
        .map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { '-' } else { c })
        .take(80)
        .collect();
    let safe = safe.trim().trim_matches('.');
    let name = if safe.is_empty() { shell::PRODUCT } else { safe };
    format!("{name}.{ending}")
}

/// Lets the person save a text under a title.
pub fn save_text(state: State, title: &str, ending: &str, mime: &str, text: &str) {
    save_bytes(state, title, ending, mime, text.as_bytes());
}

/// Lets the person save bytes under a title.
pub fn save_bytes(state: State, title: &str, ending: &str, mime: &str, bytes: &[u8]) {
    if files::download_bytes(&file_name(title, ending), mime, bytes).is_err() {
        state.toast(words::NO_DOWNLOAD);
    }
}

fn download_workspace(state: State, id: Id, workspace: &Workspace) {
    let text = crosslane::write(&versions::given(id, workspace));
    save_text(state, &workspace.title, "crosslane.json", "application/json", &text);
    storage::note_download(id);
}

/// Saves the open workspace: to the file chosen for it, else as a download.
pub fn save_open(state: State) {
    let Some(document) = state.document.get_untracked() else { return };
    if !storage::beside::save(state, document.id) {
        download_open(state);
    }
}

/// Lets the person choose the file the open workspace is saved to from now on, and saves it there.
pub fn save_to_file(state: State) {
    let Some(document) = state.document.get_untracked() else { return };
    storage::beside::choose(state, file_name(&document.workspace.title, "crosslane.json"));
}

/// Downloads a page as Markdown.
pub fn download_page(state: State, page: &Page) {
    if let Some(workspace) = state.workspace_untracked() {
        save_text(state, &page.title, "md", "text/markdown", &markdown(&workspace, page));
    }
}

/// Downloads the open workspace.
pub fn download_open(state: State) {
    if let Some(document) = state.document.get_untracked() {
        download_workspace(state, document.id, &document.workspace);
    }
}

/// Downloads a workspace that may not be open; one that cannot be read as the raw text of the storage.
pub fn download_kept(state: State, id: Id) {
    match storage::stored(id) {
        Some(workspace) => download_workspace(state, id, &workspace),
        None => storage::download_raw(state, id),
    }
}
