//! Where things are in this checkout.

use std::path::{Path, PathBuf};

use crate::error::XtaskError;

/// The checkout this program works on.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// The checkout that holds this package: the one cargo runs it from, else the one it was built in.
    pub fn here() -> Self {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let root = package.ancestors().nth(2).map_or_else(|| package.clone(), Path::to_path_buf);
        Self { root }
    }

    /// The folder of the root `Cargo.toml`.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where the built app is.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where cargo puts what it builds.
    pub fn target(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("target"), |path| self.root.join(path))
    }

    /// The text of `Cargo.lock`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lock(&self) -> Result<String, XtaskError> {
        let path = self.root.join("Cargo.lock");
        std::fs::read_to_string(&path).map_err(XtaskError::file(path))
    }
}
