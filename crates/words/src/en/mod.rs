//! The English tables.

pub mod blanks;
pub mod changes;
pub mod command;
pub mod diagrams;
pub mod edits;
pub mod fields;
pub mod graphs;
#[cfg(not(target_arch = "wasm32"))]
pub mod guide;
pub mod issues;
pub mod labels;
pub mod names;
pub mod pages;
pub mod problems;
pub mod rules;
pub mod tables;
pub mod values;
