//! Files in and out: chosen, dropped or pasted, and downloaded.

mod download;
mod fetch;
pub mod handle;
mod receive;

pub use download::{download, download_bytes};
pub use fetch::fetched;
pub use receive::{choose, listen, pass_on};
