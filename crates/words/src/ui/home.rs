//! The home page, what comes in, and the switcher between journeys.

/// The list of workspaces.
pub const WORKSPACES: &str = "In this browser";
/// No workspace yet.
pub const NO_WORKSPACES: &str = "Nothing here yet. Begin with an empty journey, open a file, or look at a sample to see what Crosslane finds.";
/// Begins an empty workspace.
pub const NEW: &str = "New journey";
/// Opens a file.
pub const OPEN: &str = "Open a file";
/// Opens what is in the clipboard.
pub const PASTE: &str = "Paste";
/// Other ways in.
pub const OTHER_WAYS: &str = "Crosslane files, CSV tables and Mermaid journeys. Or drop a file anywhere on this page, or paste cells copied from Excel.";
/// The clipboard could not be read.
pub const NO_CLIPBOARD: &str = "The browser does not let the page read the clipboard. Press Ctrl+V instead.";
/// The clipboard is empty.
pub const EMPTY_CLIPBOARD: &str = "There is no text in the clipboard. Copy cells or a diagram first.";
/// The samples.
pub const SAMPLES: &str = "Samples to learn from";
/// What samples are.
pub const SAMPLES_HINT: &str = "Each opens as a copy of your own: change what you like.";
/// The file of a sample was not loaded.
pub const SAMPLE_MISSING: &str = "The sample did not arrive. Check your connection, then try again.";
/// What a sample is called, and what it tells in a sentence; empty for a name that is none.
pub fn sample(name: &str) -> (&'static str, &'static str) {
    match name {
        "insurance-claim" => (
            "An insurance claim",
            "A storm opens a roof, six departments each do their part, and Ines Calder falls between them.",
        ),
        "b2b-onboarding" => {
            ("A B2B onboarding", "Everybody loves the demo; then the first bill comes before anything works.")
        }
        "restaurant-permits" => (
            "Permits for a restaurant",
            "Fifteen permits, twelve public offices, 73 touchpoints: Nadia Osei carries the papers from one to the next.",
        ),
        _ => ("", ""),
    }
}

/// Where the work is.
pub const PRIVACY: &str =
    "Your work stays in this browser. Nothing is sent anywhere. To share it, download the file and mail it.";
/// Downloads a workspace.
pub const DOWNLOAD: &str = "Download";
/// Deletes a workspace.
pub const DELETE: &str = "Delete";
/// Downloads the open workspace.
pub const DOWNLOAD_FILE: &str = "Download as Crosslane file";
/// Downloads the journey shown as a table.
pub const DOWNLOAD_TABLE: &str = "Download as CSV table";
/// Downloads the journey shown as a diagram.
pub const DOWNLOAD_DIAGRAM: &str = "Download journey as Mermaid";
/// Renames the workspace.
pub const RENAME: &str = "Rename workspace";
/// The field for its name.
pub const WORKSPACE_TITLE: &str = "Name of the workspace";
/// A workspace that cannot be read.
pub const UNREADABLE: &str = "Cannot be read";
/// A file that could not be read.
pub const UNREADABLE_FILE: &str =
    "The file could not be read. If it is open elsewhere, close it there and try again.";
/// Several files came at once.
pub fn one_file(name: &str) -> String {
    format!("One file at a time: this is “{name}”. Drop the others one after the other.")
}
/// The download failed.
pub const NO_DOWNLOAD: &str =
    "The browser did not let the page save a file. Allow downloads for it, then try again.";
/// Stops.
pub const CANCEL: &str = "Cancel";
/// Saves a field.
pub const SAVE: &str = "Save";
/// The title of a workspace that comes from a table or diagram.
pub const NEW_WORKSPACE: &str = "New workspace";

/// Counts: "3 journeys, 24 touchpoints".
pub fn counts(journeys: usize, touchpoints: u64) -> String {
    let journeys = plural(journeys as u64, "journey", "journeys");
    let touchpoints = plural(touchpoints, "touchpoint", "touchpoints");
    format!("{journeys}, {touchpoints}")
}

/// A count with its noun.
pub fn plural(count: u64, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A size in storage, from UTF-16 units: "24 KB".
pub fn size(units: usize) -> String {
    let kilobytes = units.div_ceil(512);
    if kilobytes < 1024 {
        format!("{kilobytes} KB")
    } else {
        format!("{}.{} MB", kilobytes / 1024, kilobytes % 1024 * 10 / 1024)
    }
}

/// When a workspace was saved, from ISO 8601 text.
pub fn saved(at: &str) -> String {
    let date = at.get(..10).unwrap_or(at);
    let time = at.get(11..16).unwrap_or_default();
    format!("{date} {time}").trim_end().to_owned()
}

/// Asks before a workspace is deleted.
pub fn delete_title(title: &str) -> String {
    format!("Delete \u{201c}{}\u{201d}?", super::shell::or_untitled(title))
}
/// What deleting means.
pub const DELETE_HINT: &str =
    "It is removed from this browser for good. Download it first if you, or a colleague, may need it again.";

/// What comes in.
pub mod incoming {
    /// The preview's name.
    pub const TITLE: &str = "Open";
    /// Bytes that are no text.
    pub const NOT_TEXT: &str =
        "This is not a text file. Export it as Crosslane file, CSV or Mermaid and open that.";
    /// While a file is read.
    pub const READING: &str = "Reading the file\u{2026}";
    /// What read the file stopped.
    pub const STOPPED: &str = "This file could not be read: something in it is broken. Nothing here was changed. Save it anew, or as CSV, and open that.";
    /// The name of what was pasted.
    pub const PASTED: &str = "Pasted text";
    /// A Crosslane file that can be opened.
    pub const READY: &str = "It is complete and fits.";
    /// A file of a newer version.
    pub const NEWER: &str =
        "It was saved by a newer Crosslane. It opens read-only: reload this page to get the newest version.";
    /// Opens it.
    pub const OPEN: &str = "Open";
    /// What differs of the workspace itself.
    pub const WORKSPACE: &str = "Workspace";
    /// A workspace of this identity is here.
    pub const ALREADY_HERE: &str = "This workspace is already in this browser.";
    /// And it is the same.
    pub const SAME: &str = "The file holds exactly what you have here.";
    /// Opens the one that is here.
    pub const OPEN_HERE: &str = "Open the one that is here";
    /// What the file would change.
    pub const DIFFERENCES: &str = "What the file has that differs";
    /// The file was refused.
    pub const REFUSED: &str = "The file has mistakes and was not opened. What you have here is untouched.";
    /// Opens a copy without the mistakes.
    pub const OPEN_REPAIRED: &str = "Open a repaired copy";
    /// What the repaired copy leaves out.
    pub const REPAIRED_HINT: &str = "The repaired copy leaves these blank:";
    /// Into a new workspace.
    pub const INTO_NEW: &str = "Into a new workspace";
    /// Into the open workspace.
    pub const INTO_OPEN: &str = "Into the open workspace";
    /// Takes it in.
    pub const TAKE_IN: &str = "Bring it in";
    /// Nothing would change.
    pub const NOTHING_NEW: &str = "Everything in it is here already. Nothing would change.";
    /// The people of a diagram.
    pub const PEOPLE: &str = "Who are they?";
    /// What the choice does.
    pub const PEOPLE_HINT: &str =
        "The first department of a task owns it. Say who is the customer and what is only a system.";
    /// A person who is the customer.
    pub const CUSTOMER: &str = "Customer";
    /// A person who is a department.
    pub const DEPARTMENT: &str = "Department";
    /// A person who is a system.
    pub const SYSTEM: &str = "System";
    /// The journeys that come in.
    pub const JOURNEYS: &str = "Journeys";
    /// The departments that come in.
    pub const DEPARTMENTS: &str = "Departments";
    /// What was changed or left out.
    pub const CHANGED: &str = "Changed or left out on the way in";
    /// More entries than are listed.
    pub fn more(count: usize) -> String {
        format!("… and {count} more")
    }
    /// What is new.
    pub const NEW: &str = "New";
    /// What changes.
    pub const CHANGES: &str = "Changed";
    /// What is here and not in the file.
    pub const MISSING: &str = "Here, but not in the file (kept)";
}

/// The switcher between journeys.
pub mod journeys {
    /// Its name.
    pub const TITLE: &str = "Journeys";
    /// Its search field.
    pub const SEARCH: &str = "Find a journey";
    /// Nothing fits.
    pub const NONE: &str = "No journey has these words in its title.";
    /// The column of connectedness.
    pub const CONNECTEDNESS: &str = "Connectedness";
    /// The column of the worst handoff.
    pub const WORST: &str = "Worst handoff";
    /// No value.
    pub const NO_VALUE: &str = "–";
    /// Why there is no value.
    pub const NO_VALUE_WHY: &str =
        "No value yet: a handoff is undecided, none exists, or under half of the checks are answered.";
    /// No handoff with a risk.
    pub const NO_WORST: &str = "none flagged";
    /// Connectedness as a range.
    pub fn range(at_worst: f64, known: f64) -> String {
        let (low, high) = (at_worst.round(), known.round());
        if (low - high).abs() < f64::EPSILON { format!("{high}") } else { format!("{low} to {high}") }
    }
}
