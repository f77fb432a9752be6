//! Words: where texts use the terms of the shared vocabulary, and which names of a register may mean the same.
//!
//! What is found in texts only proposes: no rule reads it, and nothing is merged or entered by itself.

mod letters;
mod near;
mod proposals;
mod scan;
mod spoken;
mod trie;

#[cfg(test)]
mod tests;

pub use near::{Reason, near};
pub use proposals::{Found, Proposal, TextField, proposals};
pub use scan::{Hit, LabelKind, Matcher};
pub use spoken::{Spoken, enter_label, spoken};
