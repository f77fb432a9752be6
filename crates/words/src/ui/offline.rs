//! Working without a connection, and newer versions of the app.

/// A newer version is kept and waits.
pub const READY: &str = "A new version is ready.";
/// Another tab took it.
pub const TAKEN: &str = "A new version is ready: another tab already uses it.";
/// Takes it.
pub const TAKE: &str = "Save and use it now";
/// Leaves it for another time.
pub const LATER: &str = "Later";
/// Something could not be saved.
pub const NOT_SAFE: &str = "The new version waits: not everything is saved yet. Download the file first, or mend what keeps it from being saved.";
/// The page cannot be opened without a connection.
pub const NOT_HERE: &str = "At this address Crosslane opens only with a connection: working without one needs https. To have your work with you offline, download it as a web page.";
