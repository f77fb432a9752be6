//! Files in and out: chosen, dropped or pasted, and downloaded.

mod download;
pub mod handle;
mod receive;

pub use download::{download, download_bytes};
pub use receive::{choose, listen, pass_on};
