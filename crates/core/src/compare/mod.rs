//! Comparing and joining versions of a workspace, field by field as declared.

mod differ;
mod list;
mod merger;
mod path;

pub use differ::{Change, ChangeKind, Differ, difference};
pub use merger::{Conflict, Merged, Merger, merge};
pub use path::{Path, PathPart};
