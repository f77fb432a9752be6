//! The view of what is done about handoffs.

/// The heading of the view.
pub const TITLE: &str = "Act";
