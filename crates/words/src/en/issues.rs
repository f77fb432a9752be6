//! English words of the list for trackers of issues.

/// The columns.
pub const COLUMNS: [&str; 10] = [
    "Title",
    "Description",
    "Type",
    "Priority",
    "Labels",
    "Assignee",
    "Department",
    "Due date",
    "Status",
    "Reference",
];
/// A row for a flag.
pub const FLAG: &str = "Flag";
/// A row for an initiative.
pub const INITIATIVE: &str = "Initiative";
/// Before the title of a journey.
pub const JOURNEY: &str = "Journey";
/// An error.
pub const HIGH: &str = "High";
/// A warning.
pub const MEDIUM: &str = "Medium";
/// Worth knowing.
pub const LOW: &str = "Low";
