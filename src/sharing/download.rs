//! The two files that commands save at once.

use crosslane_core::format::{mermaid, table};
use crosslane_words::ui::home::incoming;

use crate::app::State;
use crate::workspace::save_text;

/// Downloads the open workspace as a step table.
pub fn download_table(state: State) {
    if let Some(workspace) = state.workspace_untracked() {
        let rows = table::export(&workspace, &workspace.journey_order);
        // Excel takes a file without this mark for another encoding.
        let text = format!("\u{feff}{}", table::write_text(rows, table::Delimiter::Comma));
        save_text(state, &workspace.title, "csv", "text/csv", &text);
    }
}

/// Downloads the journey shown as a diagram.
pub fn download_diagram(state: State) {
    let (Some(workspace), Some((id, journey))) = (state.workspace_untracked(), state.journey_untracked())
    else {
        return;
    };
    if let Some(diagram) = mermaid::export(&workspace, id, incoming::CUSTOMER) {
        let text = mermaid::write(&diagram);
        save_text(state, &journey.title, "mmd", "text/plain", &text);
    }
}
