//! Merging a file into the workspace that is here.

/// What to do with the file.
pub const WAYS: &str = "What to do with the file";
/// Joins both.
pub const MERGE: &str = "Merge";
/// A workspace of its own.
pub const KEEP_BOTH: &str = "Keep both";
/// Puts it in the place of what is here.
pub const REPLACE: &str = "Replace";
/// There is a common version.
pub const WITH_BASE: &str =
    "The version both were made from is kept here, so Crosslane knows who changed what since.";
/// There is none.
pub const WITHOUT_BASE: &str = "The version both were made from is not kept here, so Crosslane cannot tell who changed what. What only one of you has is kept; wherever you both have something else, you choose.";
/// What the other way does.
pub const KEEP_BOTH_HINT: &str =
    "The file becomes a workspace of its own beside yours. They do not know of each other from then on.";
/// What the other way does.
pub const REPLACE_HINT: &str =
    "The file takes the place of what you have here. Yours is kept under Versions, and Undo brings it back.";
/// What both changed differently.
pub const CONFLICTS: &str = "You both changed";
/// How they are settled by key.
pub const KEYS_HINT: &str = "1 keeps yours, 2 takes the file's, and both go on to the next; ↑ and ↓ move.";
/// Our side of a conflict.
pub const YOURS: &str = "Yours";
/// Their side of a conflict.
pub const THEIRS: &str = "From the file";
/// Settles every conflict as ours.
pub const ALL_YOURS: &str = "All yours";
/// Settles every conflict as theirs.
pub const ALL_THEIRS: &str = "All from the file";
/// Shows the place of a conflict or change.
pub const SHOW: &str = "Show";
/// What comes in without a conflict.
pub const BRINGS: &str = "What else comes in";
/// What comes in where there is no conflict at all.
pub const BRINGS_ALL: &str = "What comes in";
/// Nothing does.
pub const BRINGS_NOTHING: &str = "Nothing else in the file is new to you.";
/// The file is an older version of what is here.
pub const NOTHING_NEW: &str = "The file holds nothing that is new to you: yours was made from it.";
/// Lists more of them.
pub const MORE: &str = "Show more";
/// The workspace was changed while its merge was looked at.
pub const CHANGED_MEANWHILE: &str = "The workspace was changed meanwhile. Look once more, then merge.";
/// Goes back to the screen.
pub const BACK: &str = "Back to merging";
/// Gives the merge up.
pub const STOP: &str = "Stop merging";
/// Takes the marks away.
pub const UNMARK: &str = "Remove the marks";

/// How many conflicts are settled.
pub fn settled(done: usize, all: usize) -> String {
    match all - done {
        0 => format!("All {all} settled."),
        _ if done == 0 => format!("{all} to settle. Whatever you leave stays yours."),
        _ => format!("{done} of {all} settled. What you leave stays yours."),
    }
}

/// The name of a choice for those who do not see it: the place of the conflict, and which it is.
pub fn numbered(number: usize, place: &str) -> String {
    format!("{number}. {place}")
}

/// The merge is made.
pub fn merged(changes: usize, conflicts: usize) -> String {
    let changes = super::home::plural(changes as u64, "change came in", "changes came in");
    match conflicts {
        0 => format!("Merged: {changes}."),
        _ => format!(
            "Merged: {changes}, {} settled. What you had is kept under Versions.",
            super::home::plural(conflicts as u64, "conflict", "conflicts")
        ),
    }
}

/// The screen is left for a look at the map; so many touchpoints are marked there.
pub fn waiting(marked: usize) -> String {
    format!("A file waits to be merged. {} marked on the map.", marks(marked))
}

/// The merge is made; so many touchpoints are marked on the map.
pub fn marked(marked: usize) -> String {
    format!("{} marked on the map: what merging changed.", marks(marked))
}

fn marks(count: usize) -> String {
    super::home::plural(count as u64, "touchpoint is", "touchpoints are")
}
