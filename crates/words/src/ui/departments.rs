//! The departments view: the registers, the page of a department, the page of two departments.

/// The heading of the view.
pub const TITLE: &str = "Departments";
