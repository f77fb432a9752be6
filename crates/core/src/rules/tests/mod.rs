//! What holds for every rule.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod filling;
mod stability;
mod waivers;
