//! What differs between two versions of a workspace, field by field as declared, moves as moves.

mod differ;
mod entity;
mod facts;
pub(crate) mod order;
mod path;
mod touched;

pub(crate) use differ::json_text;
pub use differ::{Change, ChangeKind, Differ, changes};
pub use entity::{Difference, DifferenceKind, EntityDifference, difference};
pub(crate) use entity::{entity_at, path_of};
pub(crate) use facts::{facts_and_references, stripped};
pub use order::{PLACE, Place};
pub use path::{Path, PathPart};
pub use touched::touched;
