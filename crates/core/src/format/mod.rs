//! File formats: one folder each, and what they share.

pub mod crosslane;
pub mod duration;
pub mod embedded;
pub mod fold;
pub mod graph;
pub mod ids;
pub mod link;
mod lost;
pub mod mermaid;
pub mod number;
pub(crate) mod pack;
pub mod plan;
mod recognise;
pub mod table;

pub use lost::{Lost, lost};
pub use recognise::{FileKind, recognise};
