//! Two journeys side by side: a current one and its future, or two versions of one.
//!
//! The later of the two is written in the identifiers of the earlier ([`Names`]); from there on both are two versions of
//! one journey, and what differs is found as between any two versions ([`compare`](crate::compare)).

mod aligned;
mod both;
mod effect;
mod future;
mod names;
#[cfg(test)]
mod tests;

pub use aligned::{Aligned, align};
pub use both::{Both, StepFate};
pub use effect::{Effect, FlagEffect, HandoffEffect, Standing};
pub use future::start_future;
pub use names::Names;
