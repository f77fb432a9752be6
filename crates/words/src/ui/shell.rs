//! What stands around every view: rail, header, commands, palette, toasts.

use crosslane_core::edit::{EditError, Notice};
use crosslane_core::route::View;

/// The product's name.
pub const PRODUCT: &str = "Crosslane";
/// Its promise, in a line.
pub const PROMISE: &str = "Map the customer’s journey. See where the lanes cross.";
/// Leads keyboard users past the rail.
pub const SKIP_TO_CONTENT: &str = "Skip to content";
/// The rail's name.
pub const RAIL: &str = "Views";
/// The way home.
pub const HOME: &str = "Home";
/// The button of the journey switcher.
pub const SWITCH_JOURNEY: &str = "Switch journey";
/// Placeholder of the palette's search field.
pub const PALETTE_SEARCH: &str = "Find something, or type a command";
/// The palette's name.
pub const PALETTE: &str = "Search and commands";
/// Nothing in the palette fits.
pub const PALETTE_EMPTY: &str = "Nothing fits. Try another word.";
/// The shortcut sheet's name.
pub const SHORTCUTS: &str = "Keyboard shortcuts";
/// Closes a dialog or panel.
pub const CLOSE: &str = "Close";
/// Undo.
pub const UNDO: &str = "Undo";
/// Redo.
pub const REDO: &str = "Redo";
/// Cycles between light, dark and the system's choice.
pub const THEME: &str = "Light or dark";
/// The views are on their way.
pub const OPENING: &str = "Opening …";
/// A part of the page was not loaded.
pub const PART_MISSING: &str = "A part of Crosslane did not arrive";
/// What to do then.
pub const PART_MISSING_MEND: &str = "Check your connection, then try again. If that does not help, reload this page: there may be a newer version. \
     What is saved in this browser is untouched.";
/// Loads it again.
pub const TRY_AGAIN: &str = "Try again";
/// The region of toasts.
pub const MESSAGES: &str = "Messages";
/// No workspace under this address.
pub const NO_WORKSPACE: &str = "This workspace is not in this browser";
/// What to do then.
pub const NO_WORKSPACE_MEND: &str =
    "It may be in another browser, or have been deleted. Ask for its file, or open one from home.";
/// No journey in the workspace yet.
pub const NO_JOURNEY: &str = "No journey yet";
/// Adds the first journey.
pub const ADD_JOURNEY: &str = "Add a journey";
/// The title of a new journey.
pub const NEW_JOURNEY: &str = "New journey";
/// An edit was tried where nothing can be changed.
pub const READ_ONLY: &str = "This copy is read-only";
/// What was typed into a field that has gone could not be taken.
pub fn not_taken(typed: &str) -> String {
    let begin: String = typed.chars().take(120).collect();
    let more = if begin.len() < typed.len() { "…" } else { "" };
    format!("Not taken over: “{begin}{more}”")
}

/// Nothing to undo.
pub const NOTHING_TO_UNDO: &str = "Nothing to undo";
/// Nothing to redo.
pub const NOTHING_TO_REDO: &str = "Nothing to redo";

/// The groups of commands in the palette and the shortcut sheet.
pub mod group {
    /// Going somewhere.
    pub const GO: &str = "Go to";
    /// Changing the document.
    pub const EDIT: &str = "Edit";
    /// Files and sharing.
    pub const FILE: &str = "File";
    /// How things look.
    pub const LOOK: &str = "View";
    /// Working on the map.
    pub const MAP: &str = "On the map";
}

/// What a key is called, from its `KeyboardEvent.key` in lower case.
pub fn key(key: &str) -> String {
    match key {
        "delete" => "Del",
        "enter" => "Enter",
        "escape" => "Esc",
        "home" => "Home",
        "end" => "End",
        "arrowleft" => "←",
        "arrowright" => "→",
        "arrowup" => "↑",
        "arrowdown" => "↓",
        "-" => "−",
        key => return key.to_uppercase(),
    }
    .to_owned()
}

/// The name of a view in the rail.
pub const fn view(view: View) -> &'static str {
    match view {
        View::Map => "Map",
        View::Table => "Table",
        View::Handoffs => "Handoffs",
        View::Flags => "Flags",
        View::Departments => "Departments",
        View::Act => "Act",
        View::Compare => "Compare",
        View::Snapshots => "Progress",
        View::Report => "Report",
    }
}

/// The name of an empty title.
pub fn or_untitled(title: &str) -> &str {
    if title.trim().is_empty() { "Untitled" } else { title }
}

/// Why a change was not made.
pub fn edit_error(error: &EditError) -> &'static str {
    match error {
        EditError::NotThere(_) | EditError::Dangling(..) => {
            "Not changed: what it refers to has been deleted. Undo may bring it back."
        }
        EditError::Taken(_) => "Not added: it is there already.",
        EditError::StepToItself(_) => "A touchpoint cannot lead to itself. Choose another one.",
        EditError::IntoItself(_) => "That is one entry already.",
        EditError::NoHandoff(_) => {
            "There is no handoff between these two. Give both an owner, and link them in the flow."
        }
        EditError::HasCard(_) => "This handoff has a card already. Empty it first.",
        EditError::CopiesDoNotMatch | EditError::DoesNotFit => {
            "Not changed: the parts do not fit together. Reload the page and try again."
        }
    }
}

/// What an edit did beside what was asked.
pub fn notice(notice: &Notice) -> &'static str {
    match notice {
        Notice::CardMoved { .. } => "The handoff card moved along to its new place.",
        Notice::CardUnplaced { .. } => {
            "A handoff card lost its handoff. It waits under Handoffs to be put back."
        }
    }
}

/// What the page looks like now.
pub fn theme(theme: &str) -> &'static str {
    match theme {
        "light" => "Light",
        "dark" => "Dark",
        _ => "Light or dark as your device says",
    }
}

/// The name of the page in the browser's tabs and history: what is open, and how it is looked at.
pub fn page(title: &str, of: View) -> String {
    format!("{}: {} – {PRODUCT}", or_untitled(title), view(of))
}

/// Something was removed; it can come back.
pub const UNDO_HINT: &str = "Removed. Undo brings it back.";
