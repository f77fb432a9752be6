//! The words of Crosslane: facts from the core turned into sentences, for the app and the command line.
//!
//! The rooms below turn facts into words; what they say stands in [`en`], one table per room, so that
//! another language is another folder of the same tables. Nothing here decides anything.

mod en;
mod place;
mod template;

pub mod blank;
pub mod change;
mod change_value;
pub mod command;
pub mod datum;
pub mod diagram;
pub mod edit;
pub mod export;
pub mod field;
pub mod flag;
pub mod graph;
#[cfg(not(target_arch = "wasm32"))]
pub mod guide;
pub mod issues;
pub mod labels;
pub mod lost;
pub mod name;
pub mod open_error;
pub mod page;
pub mod picture;
pub mod problem;
pub mod table;
pub mod ui;
pub mod values;
