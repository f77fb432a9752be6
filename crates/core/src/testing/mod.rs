//! Small journeys written as text, and the answers of the rules as text, for tests.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod answers;
mod journey;

pub(crate) use answers::{all_answers, answers, evaluation};
pub(crate) use journey::{id, journey_id, workspace};
