//! Without a connection: whether the app is kept for it, and a newer version that waits until the person takes it.
//!
//! The worker itself is `start/worker.js`; `start/start.js` asks the browser for it.

mod notice;
mod watch;
mod workers;

pub use notice::Notice;
pub use watch::start;
