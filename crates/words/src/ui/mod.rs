//! The words of the app's screens, one room each.

pub mod shell;
