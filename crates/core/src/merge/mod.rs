//! Joining versions of a workspace that were changed apart.
//!
//! [`merge`] joins two versions that started from a common one; [`merge_without_base`] those that did not. What both
//! sides changed differently is a [`Conflict`]: the outcome holds ours, the conflict both, and [`resolve`] settles it.

mod assemble;
mod at;
mod conflict;
mod draft;
mod join;
mod list;
mod merger;
mod resolve;
mod sharing;
mod text;
mod without;

pub use assemble::{Merged, merge, merge_without_base};
pub use at::value_at;
pub use conflict::{Conflict, ConflictKind, Side, Write};
pub use merger::Merger;
pub use resolve::{ResolveError, resolve};
