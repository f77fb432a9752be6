//! The kept versions of a workspace.

use crosslane_core::store::VersionKind;

/// The title of the list, and the command that shows it.
pub const TITLE: &str = "Versions";
/// What they are.
pub const HINT: &str = "Crosslane keeps a version by itself before you merge, bring in a file or change much at once, and whatever you download or open. Older ones thin out with time; those you name stay.";
/// The field for the name of a version.
pub const NAME: &str = "Name of this version";
/// Keeps the present version.
pub const KEEP: &str = "Keep this version";
/// It was kept.
pub const KEPT: &str = "The version is kept.";
/// None is kept.
pub const NONE: &str = "No version is kept yet.";
/// The storage is full.
pub const NO_ROOM: &str = "The storage of this browser is full: the version was not kept.";
/// Another failure.
pub const NOT_KEPT: &str = "The browser did not let the page keep the version.";
/// It cannot be read.
pub const UNREADABLE: &str = "This version is damaged and cannot be read.";
/// The name of one that is damaged.
pub const DAMAGED: &str = "Damaged version";
/// Shows it.
pub const LOOK: &str = "Look";
/// Makes it the present one.
pub const RESTORE: &str = "Restore";
/// It is the present one now.
pub const RESTORED: &str = "Restored. What you had before is among the versions.";
/// Gives it another name.
pub const RENAME: &str = "Name";
/// Deletes it.
pub const DELETE: &str = "Delete";
/// Asks once more.
pub const DELETE_SURE: &str = "Delete for good";
/// Goes back to the present version.
pub const BACK: &str = "Back to the present";
/// Somebody tried to change a version they look at.
pub const LOOK_SHORT: &str = "This is a kept version: restore it to change it.";
/// Compares it with the present.
pub const COMPARE: &str = "Compare with now";
/// What deleting it frees, from a size such as `12 KB`.
pub fn frees(size: &str) -> String {
    format!("{size} of its own")
}

/// The storage was full, and saving took the room of versions that had a name.
pub fn given_up(count: usize) -> String {
    let versions = super::home::plural(count as u64, "version", "versions");
    format!(
        "The storage of this browser is full: {versions} with a name had to go so that your work could be saved."
    )
}

/// Why a version was kept.
pub fn kind(kind: VersionKind) -> &'static str {
    match kind {
        VersionKind::Named => "Kept by hand",
        VersionKind::BeforeMerge => "Before merging a file",
        VersionKind::BeforeImport => "Before bringing a file in",
        VersionKind::BeforeReplace => "Before it was replaced",
        VersionKind::BeforeBulkChange => "Before much was changed at once",
        VersionKind::Scores => "When scores were kept",
        VersionKind::Exported => "Downloaded",
        VersionKind::Opened => "Opened from a file",
    }
}

/// What a version is called: its name, or why it was kept.
pub fn called(why: VersionKind, name: &str) -> String {
    if name.is_empty() { kind(why).to_owned() } else { format!("\u{201c}{name}\u{201d}") }
}

/// A version is looked at, kept `when` such as `2026-03-31 14:05`.
pub fn looking(why: VersionKind, name: &str, when: &str) -> String {
    format!("You look at a version of {when}: {}. Nothing can be changed here.", called(why, name))
}
