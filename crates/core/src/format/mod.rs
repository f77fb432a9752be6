//! File formats: one folder each, and what they share.

mod bounded;
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
mod short;
pub mod table;

pub use bounded::{Bounded, MAX_LISTED};
pub use lost::{Lost, lost};
pub use recognise::{FileKind, recognise};
pub use short::with_short_names;
