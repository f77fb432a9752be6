//! For tests and benchmarks: small journeys written as text with the answers of the rules as text, and
//! workspaces made up from a seed, which other packages may use too.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

#[cfg(test)]
mod answers;
mod everything;
mod history;
#[cfg(test)]
mod journey;
mod large;
mod random;
#[cfg(test)]
mod registers;

#[cfg(test)]
pub(crate) use answers::{all_answers, answers, blank_text, evaluation};
pub use everything::{anything, everything};
pub use history::{history, past};
#[cfg(test)]
pub(crate) use journey::{id, journey_id, workspace};
pub use large::{large, large_of};
pub use random::Random;
