//! File formats: one folder each, and what they share.

pub mod crosslane;
pub mod duration;
pub mod fold;
pub mod number;
pub mod table;
