//! Which version of the program saved something.

use serde::{Deserialize, Serialize};

/// A version of the program: major, minor, patch. That of a save made before versions were noted is all zeros.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Program(pub [u64; 3]);

impl Program {
    /// The version this is.
    pub fn this() -> Self {
        let parts = [
            env!("CARGO_PKG_VERSION_MAJOR"),
            env!("CARGO_PKG_VERSION_MINOR"),
            env!("CARGO_PKG_VERSION_PATCH"),
        ];
        // Cargo takes nothing but numbers here.
        Self(parts.map(|part| part.parse().unwrap_or_default()))
    }
}
