//! What the person must know about saving.

use crosslane_core::store::{ChunkProblem, Damage};

use crate::open_error;

/// The state in the header: everything is in this browser.
pub const SAVED: &str = "Saved";
/// A change waits to be saved.
pub const SAVING: &str = "Saving …";
/// The last save failed.
pub const NOT_SAVED: &str = "Not saved";
/// Nothing is kept when the page is closed.
pub const IN_MEMORY: &str = "Only in this tab";
/// Nothing can be changed here.
pub const READ_ONLY: &str = "Read-only";
/// What the state in the header is about.
pub const STATE: &str = "Saving in this browser";

/// The region of the banners.
pub const NOTICES: &str = "About saving";
/// Gives the person the workspace as a file.
pub const DOWNLOAD: &str = "Download the file";
/// Leads to where workspaces can be deleted.
pub const FREE_SPACE: &str = "Free space";
/// Tries to save again.
pub const TRY_AGAIN: &str = "Try again";
/// Gives the person what cannot be read, as it is stored.
pub const DOWNLOAD_RAW: &str = "Download what is stored";
/// Opens what can be read.
pub const OPEN_READABLE: &str = "Open what can be read";
/// Begins anew under the same address.
pub const START_EMPTY: &str = "Start empty";
/// Deletes what could not be read.
pub const DISCARD: &str = "Delete the damaged save";
/// Makes this tab the one that edits.
pub const EDIT_HERE: &str = "Edit here instead";
/// Stores one's own version beside the other.
pub const KEEP_COPY: &str = "Keep mine as a copy";
/// Takes over what the other tab saved.
pub const SHOW_OTHER: &str = "Show the other version";

/// The browser keeps nothing for this page.
pub const BLOCKED: &str = "This browser does not let the page keep anything: cookies and site data are blocked for it. Your work is only in this tab, and is gone when you close it. Download the file before you leave.";
/// The storage is full.
pub const FULL: &str = "Not saved: the storage of this browser is full. What you saved before is untouched. Download the file now, or free space by deleting a workspace you no longer need.";
/// The workspace is too large to be kept here.
pub const TOO_LARGE: &str =
    "Not saved: the workspace is too large for this browser. Download the file, and split it into several.";
/// The storage was there and is no longer.
pub const LOST_STORAGE: &str = "Not saved: this browser no longer lets the page keep anything. Download the file, then allow site data for this page.";
/// The save failed for another reason.
pub const FAILED: &str =
    "Not saved. Crosslane tries again every few seconds; download the file to be on the safe side.";
/// Another tab deleted it.
pub const DELETED_ELSEWHERE: &str = "This workspace was deleted in another tab. It is only in this tab now. Change anything to keep it again.";
/// Another tab edits.
pub const ELSEWHERE: &str =
    "You are editing this workspace in another tab. Here it is read-only and follows what you do there.";
/// Another tab edits, and something was changed here before that was known.
pub const ELSEWHERE_CHANGED: &str =
    "Not saved: this workspace is being edited in another tab, and you changed it here as well.";
/// A newer file version.
pub const NEWER: &str = "This workspace was saved by a newer Crosslane. Here it is read-only. Reload the page to get the newest version.";
/// The person tried to edit where another tab does.
pub const ELSEWHERE_SHORT: &str = "Read-only: it is being edited in another tab.";
/// The person tried to edit what a newer version saved.
pub const NEWER_SHORT: &str = "Read-only: it was saved by a newer Crosslane.";
/// This tab may edit now.
pub const YOUR_TURN: &str = "You can edit here now.";
/// A save that could not be read is kept.
pub const ASIDE: &str =
    "An earlier save of this workspace could not be read. It is kept until you delete it.";
/// The title where a workspace cannot be read.
pub const UNREADABLE: &str = "This workspace cannot be read";
/// Nothing could be put together.
pub const NOTHING_READABLE: &str = "No part of it can be read. Download what is stored, and keep that file.";
/// Under which name a copy is kept.
pub fn copy_title(title: &str) -> String {
    format!("{} (copy)", super::shell::or_untitled(title))
}

/// Another tab saved meanwhile.
pub fn changed_elsewhere(saved_at: &str) -> String {
    let at = super::home::saved(saved_at);
    format!(
        "Not saved: another tab saved this workspace at {at}, and you changed it here as well. Keep yours as a copy, or show the other."
    )
}

/// The newest save could not be read, an older one is shown.
pub fn older(saved_at: &str, damage: &Damage) -> String {
    let at = super::home::saved(saved_at);
    format!(
        "The last save cannot be read: {}. This is the one before, of {at}. The damaged one is kept until you delete it.",
        damage_text(damage)
    )
}

/// Nothing that was saved can be read whole.
pub fn unreadable(damage: &Damage) -> String {
    format!("What is wrong: {}. Nothing of it is overwritten, whatever you do here.", damage_text(damage))
}

/// What is wrong with a save.
fn damage_text(damage: &Damage) -> String {
    match damage {
        Damage::Manifest => "its table of contents is damaged".to_owned(),
        Damage::NoManifest => "its table of contents is missing".to_owned(),
        Damage::Chunk { journey, problem } => {
            let part = journey.as_ref().map_or_else(
                || "the part with the departments and registers".to_owned(),
                |title| format!("the journey “{}”", super::shell::or_untitled(title)),
            );
            let what = match problem {
                ChunkProblem::Missing => "missing",
                ChunkProblem::Garbled => "damaged",
            };
            format!("{part} is {what}")
        }
        Damage::Invalid(error) => {
            let sentence = open_error::sentence(error);
            sentence.trim_end_matches('.').to_owned()
        }
    }
}

/// What is missing in what could be read.
pub fn salvaged(lost: &[String], older: &[String], shared_lost: bool) -> String {
    let names = |titles: &[String]| {
        let titles: Vec<String> =
            titles.iter().map(|title| format!("“{}”", super::shell::or_untitled(title))).collect();
        titles.join(", ")
    };
    let mut sentences = Vec::new();
    if !lost.is_empty() {
        sentences.push(format!("Lost: {}.", names(lost)));
    }
    if !older.is_empty() {
        sentences.push(format!("From the save before: {}.", names(older)));
    }
    if shared_lost {
        sentences.push("Lost: departments and all other registers.".to_owned());
    }
    if sentences.is_empty() {
        sentences.push("Everything that could be read is here.".to_owned());
    }
    sentences.join(" ")
}
