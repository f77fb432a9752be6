//! Keeping workspaces in this browser: loading, saving by itself, any number of tabs on one workspace.
//!
//! The save protocol is the core's (`crosslane_core::store`). Here are the browser's storage, the timers,
//! the tabs, and what the person is told. Nothing in this room waits for a keystroke, and no keystroke waits
//! for it.

mod autosave;
mod banner;
mod begun;
pub mod beside;
mod browser;
mod clash;
mod keeper;
mod kept;
mod lasting;
mod leaving;
mod listed;
mod listen;
mod locks;
mod look;
pub mod merging;
mod place;
mod reminder;
mod room;
mod session;
mod turns;
mod typing;
mod unreadable;
pub mod versions;

pub use banner::{Banner, Missing, SaveState};
pub use begun::Begun;
pub use kept::{delete, download_raw, open, show_newer, stored, take_in, workspaces};
pub use leaving::is_safe_to_leave;
pub use listed::{Kept, listed};
pub use listen::start;
pub use merging::{Merging, PART as MERGING};
pub use place::is_memory;
pub use reminder::note as note_download;
pub use room::{COMMANDS, dialog as room_dialog};
