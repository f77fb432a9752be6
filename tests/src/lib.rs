//! Drives the built app in a real browser: for the tests in `browser/`, the pictures and the benchmark.
//!
//! Everything here is called by tests, so it panics with a sentence where a person at the screen would be stuck.
//! `cargo xtask test browser` builds the app, sees to the tools and runs the tests; after it has done so once,
//! `cargo test -p crosslane-browser-tests NAME` runs single ones on what was built last.

// A panic here is a failed test; there is no one to hand an error to.
#![allow(clippy::expect_used, clippy::missing_panics_doc, clippy::unwrap_used)]

mod app;
mod axe;
pub mod bench;
mod browser;
mod driver;
mod files;
mod find;
pub mod hand;
mod hands;
mod newer;
mod pdf;
mod place;
mod run;
pub mod scenes;
mod server;
mod store;
mod trace;
mod wait;
mod watch;

pub use app::{App, Scheme, Settings, Size};
pub use driver::Browser;
pub use newer::copy_folder;
pub use pdf::Pdf;
pub use place::{dist, input, kept};
pub use run::in_browser;
pub use server::Fault;
pub use thirtyfour::WindowHandle;
pub use trace::Trace;
pub use watch::Reports;
