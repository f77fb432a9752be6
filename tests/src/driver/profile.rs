//! The folder that one browser lives in.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// The folder of one browser's own data; it goes when dropped.
pub struct Profile {
    folder: PathBuf,
}

impl Profile {
    /// An empty one.
    pub fn new() -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("crosslane-browser-{}-{number}", std::process::id()));
        let profile = Self { folder };
        std::fs::create_dir_all(profile.downloads()).expect("the temporary folder can be written");
        profile
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.folder
    }

    /// Where the browser puts what is downloaded.
    pub fn downloads(&self) -> PathBuf {
        self.folder("downloads")
    }

    /// A folder beside the browser's own data.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
