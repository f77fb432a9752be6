//! The step table.
