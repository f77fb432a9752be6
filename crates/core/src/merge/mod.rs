//! Joining versions of a workspace that were changed apart.
//!
//! [`merge`] joins two versions that started from a common one; [`merge_without_base`] those that did not. What both
//! sides changed differently is a [`Conflict`]; [`Choices`] say whose value counts at each, ours unless theirs was
//! chosen, and [`Merged::outcome`] makes what comes out of them.

mod at;
mod cards;
mod choices;
mod conflict;
mod deletions;
mod entity;
mod fields;
mod first;
mod flows;
mod found;
mod join;
mod joined;
mod list;
#[allow(clippy::module_inception, reason = "what the room is for")]
mod merge;
mod merger;
mod nowhere;
mod outcome;
mod put_back;
mod sharing;
mod text;
mod without;

pub use at::value_at;
pub use choices::Choices;
pub use conflict::{Conflict, ConflictKind, Side};
pub use merge::{merge, merge_without_base};
pub use merger::Merger;
pub use outcome::Merged;
pub use sharing::sharing;

use crate::model::Workspace;

/// [`merge`], for those who are handed it: the common version, ours, theirs. A page loads it where it is wanted.
pub type Merge = fn(&Workspace, &Workspace, &Workspace) -> Merged;
