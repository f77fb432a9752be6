//! What became of something between two versions.

/// Only the later version has it.
pub const NEW: &str = "new";
/// Only the earlier version has it.
pub const GONE: &str = "not in the file";
/// Both have it, with other values.
pub const CHANGED: &str = "changed";
