//! The versions of the tools, in one place. What is not named here may be of any version.

use crate::error::XtaskError;

/// The target that the web app compiles to.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Builds and serves the page.
pub const TRUNK: &str = "0.21.14";

/// Drives Firefox.
pub const GECKODRIVER: &str = "0.37.1";

/// Looks for barriers to people in the page.
pub const AXE_CORE: &str = "4.14.1";

/// The peer that the benchmark in the browser measures.
pub const MERMAID: &str = "11.17.2";

/// The package of `Cargo.lock` whose version the `wasm-bindgen` program must have.
const WASM_BINDGEN: &str = "wasm-bindgen";

/// The version of `wasm-bindgen` that the app is locked to.
///
/// # Errors
/// When the lock file names none.
pub fn wasm_bindgen(lock: &str) -> Result<&str, XtaskError> {
    let mut lines = lock.lines();
    lines.find(|line| quoted(line, "name") == Some(WASM_BINDGEN));
    lines.next().and_then(|line| quoted(line, "version")).ok_or(XtaskError::NotInLock(WASM_BINDGEN))
}

/// The text of a line `key = "text"`.
fn quoted<'a>(line: &'a str, key: &str) -> Option<&'a str> {
    line.strip_prefix(key)?.strip_prefix(" = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::{TRUNK, quoted, wasm_bindgen};

    #[test]
    fn reads_the_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
            [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"registry\"\n";
        assert_eq!(wasm_bindgen(lock).unwrap(), "0.2.130");
        let message = wasm_bindgen("[[package]]\nname = \"web-sys\"\n").unwrap_err().to_string();
        assert_eq!(message, "Cargo.lock names no version of `wasm-bindgen`");
    }

    /// Trunk refuses to run where its own file names other versions.
    #[test]
    fn trunks_file_names_the_same_versions() {
        let config = include_str!("../../../../Trunk.toml");
        let named = |key| config.lines().find_map(|line| quoted(line, key));
        assert_eq!(named("trunk-version"), Some(TRUNK));
        assert_eq!(
            named("wasm_bindgen"),
            Some(wasm_bindgen(include_str!("../../../../Cargo.lock")).unwrap())
        );
    }
}
