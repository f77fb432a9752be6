//! What the person must know about saving.

use crosslane_core::store::{ChunkProblem, Damage};

use crate::field::capitalised;
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

/// The dialog about the room of the storage, and the command that shows it.
pub const ROOM: &str = "Storage of this browser";
/// What the bar shows.
pub const USED: &str = "Used";
/// Before anything was saved.
pub const LASTING_UNKNOWN: &str = "Once you have changed something, Crosslane asks this browser to keep it.";
/// The browser keeps it.
pub const LASTING_PROMISED: &str = "This browser has promised to keep your work until you delete it.";
/// The browser may delete it.
pub const LASTING_REFUSED: &str = "This browser has not promised to keep your work: it may delete it when the device runs out of room, or after weeks without a visit. Download what matters.";
/// Asks the browser once more.
pub const ASK_AGAIN: &str = "Ask the browser again";
/// Deletes the versions without a name.
pub const FREE_VERSIONS: &str = "Delete versions without a name";
/// Asked once more.
pub fn free_for_good(count: usize) -> String {
    match count {
        1 => "Delete 1 version for good".to_owned(),
        _ => format!("Delete {count} versions for good"),
    }
}
/// Much was changed since the last download.
pub const REMIND: &str = "You have changed a lot since you last downloaded this workspace. It is only in this browser: keep a file of it.";
/// Puts the reminder off.
pub const LATER: &str = "Later";
/// The file was written again.
pub fn written(name: &str) -> String {
    format!("Saved to {name}.")
}
/// How much of the room is used.
pub fn used(used: &str, room: &str) -> String {
    format!("{used} of {room} are used.")
}
/// What the versions of a workspace take.
pub fn versions_take(count: usize, unnamed: usize, size: &str) -> String {
    let versions = super::home::plural(count as u64, "version", "versions");
    format!("{versions} beside that ({unnamed} without a name): {size}")
}
/// A button for one workspace among many.
pub fn for_workspace(what: &str, title: &str) -> String {
    format!("{what}: {title}")
}
/// Chooses a file to save to, from then on with Ctrl+S.
pub const SAVE_TO_FILE: &str = "Save to a file";
/// The file could not be written.
pub const NOT_WRITTEN: &str =
    "The file could not be written: the browser no longer may, or it is open elsewhere. Choose it again.";

/// The file a workspace is saved to may not be looked at yet.
pub fn file_unseen(name: &str) -> String {
    format!(
        "This workspace is also saved to {name}. The browser asks you before that file may be read and written again."
    )
}
/// The file holds something else, and was changed later.
pub fn file_newer(name: &str, then: &str, here: &str) -> String {
    format!(
        "{name} is newer: it was changed on {then}, and what is in this browser was saved on {here}. Look at what the file has before you go on."
    )
}
/// The file holds something else, and was changed earlier.
pub fn file_older(name: &str, then: &str, here: &str) -> String {
    format!("{name} is older: it was changed on {then}, and what is in this browser was saved on {here}.")
}
/// Ctrl+S where the file is newer, or may not be looked at.
pub const FILE_NOT_WRITTEN: &str = "Nothing was written to the file. The notice above says why.";
/// Lets the file be read and written.
pub const FILE_GO_ON: &str = "Go on saving to it";
/// Does not save to it any more.
pub const FILE_LET_GO: &str = "Stop saving to it";
/// Shows how the file differs.
pub const FILE_SHOW: &str = "Look at the file";
/// Writes what is here into it.
pub const FILE_WRITE_OVER: &str = "Write over the file";

/// Loads the page again, with the newest program.
pub const RELOAD: &str = "Reload";
/// Goes on with the older program.
pub const EDIT_ANYWAY: &str = "Edit here anyway";
/// Takes what the other tab had.
pub const TAKE_OTHER: &str = "Take the other";
/// Leaves all as it is in this tab.
pub const KEEP_MINE: &str = "Keep what is here";

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
/// Another tab deleted it, or the data of the site was deleted.
pub const DELETED_ELSEWHERE: &str = "Not saved: this workspace was deleted in another tab, or with the data of this site. It is only in this tab. Change anything to keep it again.";
/// Another tab deleted what is chosen in this one.
pub const DELETED_UNDER: &str = "Another tab deleted what you have open here, and what you wrote there with it. Undo in that tab brings it back.";
/// In a browser that deletes what pages keep after some days.
pub const REMIND_SOON: &str = "This browser may delete what a page keeps after seven days without a visit. Keep a file of this workspace, or put Crosslane into the Dock or onto the Home Screen.";
/// A newer version of the program saved it.
pub const OVERTAKEN: &str = "A newer Crosslane saved this workspace. This tab runs the older one and saves nothing any more: reload it. What you changed here since “Not saved” appeared is only in this tab; download it before.";
/// Both tabs changed the same.
pub const CLASHES: &str =
    "You changed the same in another tab. Here stays what this tab has, and the other tab follows.";
/// What the other tab had cannot be taken any more.
pub const GONE_MEANWHILE: &str = "What this was about has been deleted meanwhile.";
/// A newer file version.
pub const NEWER: &str = "This workspace was saved by a newer Crosslane. Here it is read-only. Reload the page to get the newest version.";
/// The person tried to edit what a newer version saved.
pub const NEWER_SHORT: &str = "Read-only: it was saved by a newer Crosslane.";
/// A save that could not be read is kept.
pub const ASIDE: &str =
    "An earlier save of this workspace could not be read. It is kept until you delete it.";
/// The title where a workspace cannot be read.
pub const UNREADABLE: &str = "This workspace cannot be read";
/// Nothing could be put together.
pub const NOTHING_READABLE: &str = "No part of it can be read. Download what is stored, and keep that file.";
/// What both tabs changed: here, and in the other.
pub fn clash(place: &str, here: &str, there: &str) -> String {
    format!("{}. Here: {here}. Other tab: {there}.", capitalised(place))
}

/// How many more there are than are listed.
pub fn more_clashes(count: usize) -> String {
    format!("and {count} more")
}

/// The newest save could not be read, an older one is shown.
pub fn older(saved_at: &str, damage: &Damage) -> String {
    let at = super::home::saved(saved_at);
    if *damage == Damage::NoManifest {
        return format!("The last save is missing. This is the one before, of {at}.");
    }
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
