//! What is found in texts and among names, and what must not be.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod near;
mod proposals;
mod scan;
