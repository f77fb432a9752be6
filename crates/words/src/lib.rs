//! The words of Crosslane: facts from the core turned into sentences.

pub mod ui;
