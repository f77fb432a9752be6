//! What holds for every rule.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod cases;
mod filling;
mod fixtures;
mod full;
mod incremental;
mod stability;
mod thresholds;
mod unrelated;
mod waived;
mod waivers;
