//! The home page: the workspaces of this browser, samples, and what comes in.

mod commands;
mod delete;
mod incoming;
mod journeys;
mod page;
mod rename;

pub use commands::{COMMANDS, download_kept};
pub use delete::delete;
pub use incoming::{Incoming, incoming, preview};
pub use journeys::journeys;
pub use page::home;
pub use rename::rename;
