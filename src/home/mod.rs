//! The home page: the workspaces of this browser, samples, and the ways in.

mod page;

pub use page::home;
