//! Programs that cargo installs, each of one exact version.

use std::path::{Path, PathBuf};

use super::{Host, versions};
use crate::error::XtaskError;
use crate::process;

/// A program from crates.io.
pub struct CargoTool {
    program: &'static str,
    package: &'static str,
    version: String,
    /// Whether to build it with the versions of its own lock file.
    locked: bool,
}

impl CargoTool {
    /// The builder of the page.
    pub fn trunk() -> Self {
        Self { program: "trunk", package: "trunk", version: versions::TRUNK.to_owned(), locked: true }
    }

    /// The program that writes the bindings, of the version that the app is locked to.
    ///
    /// # Errors
    /// When the lock file names no version.
    pub fn wasm_bindgen(lock: &str) -> Result<Self, XtaskError> {
        let version = versions::wasm_bindgen(lock)?.to_owned();
        // Its lock file names a version of a crate that was taken back.
        Ok(Self { program: "wasm-bindgen", package: "wasm-bindgen-cli", version, locked: false })
    }

    /// The program that drives Firefox: few systems have a package of it.
    pub fn geckodriver() -> Self {
        let version = versions::GECKODRIVER.to_owned();
        Self { program: "geckodriver", package: "geckodriver", version, locked: true }
    }

    /// Where the program is, after installing it where no one of this version was found.
    ///
    /// # Errors
    /// When it is missing and cargo cannot install it.
    pub fn ensure(&self, host: &Host) -> Result<PathBuf, XtaskError> {
        if let Some(path) = self.find(host) {
            return Ok(path);
        }
        println!("Installing {} {} (takes some minutes, once)", self.package, self.version);
        self.install(host).map_err(|_| self.missing())?;
        self.find(host).ok_or_else(|| self.missing())
    }

    /// The first program of exactly this version.
    fn find(&self, host: &Host) -> Option<PathBuf> {
        host.find_all(self.program).into_iter().find(|path| self.is_right(host, path))
    }

    fn is_right(&self, host: &Host, path: &Path) -> bool {
        let printed = process::output(host.command(path).arg("--version"));
        printed.as_deref().and_then(version_of) == Some(&self.version)
    }

    fn install(&self, host: &Host) -> Result<(), XtaskError> {
        let cargo = host.find("cargo").ok_or_else(|| self.missing())?;
        let mut command = host.command(&cargo);
        command.args(["install", self.package, "--version", &self.version, "--root"]).arg(&host.tools);
        if self.locked {
            command.arg("--locked");
        }
        process::run(&mut command)
    }

    fn missing(&self) -> XtaskError {
        let locked = if self.locked { " --locked" } else { "" };
        XtaskError::ToolMissing {
            tool: format!("{} {}", self.program, self.version),
            mend: format!(
                "install it with `cargo install {} --version {}{locked}`",
                self.package, self.version
            ),
        }
    }
}

/// The version in what a program prints for `--version`: `trunk 0.21.14`.
fn version_of(printed: &str) -> Option<&str> {
    printed.split_whitespace().nth(1)
}

#[cfg(all(test, unix))]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::super::host::fake::FakeHost;
    use super::{CargoTool, version_of};

    #[test]
    fn reads_the_version_that_a_program_prints() {
        assert_eq!(version_of("trunk 0.21.14\n"), Some("0.21.14"));
        assert_eq!(version_of("wasm-bindgen 0.2.130 (abc123)"), Some("0.2.130"));
        assert_eq!(version_of("geckodriver 0.37.1\n\nThe source code of this program"), Some("0.37.1"));
        assert_eq!(version_of(""), None);
    }

    #[test]
    fn a_program_of_the_right_version_is_used_as_it_is() {
        let fake = FakeHost::new("right");
        fake.program("bin", "trunk", "echo trunk 0.21.14");
        fake.program("bin", "cargo", "exit 1");
        assert_eq!(CargoTool::trunk().ensure(&fake.host).unwrap(), fake.folder("bin").join("trunk"));
    }

    #[test]
    fn a_program_of_another_version_stays_and_ours_is_installed_beside_it_once() {
        let fake = FakeHost::new("other");
        fake.program("bin", "trunk", "echo trunk 0.22.1");
        let ours = fake.folder("tools/bin").join("trunk");
        let write = format!("printf '#!/bin/sh\\necho trunk 0.21.14\\n' > {0}; chmod +x {0}", ours.display());
        fake.program("bin", "cargo", &format!("echo \"$@\" >> {}; {write}", fake.log().display()));
        for _ in 0..2 {
            assert_eq!(CargoTool::trunk().ensure(&fake.host).unwrap(), ours);
        }
        let tools = fake.folder("tools");
        let wanted = format!("install trunk --version 0.21.14 --root {} --locked\n", tools.display());
        assert_eq!(fake.logged(), wanted);
    }

    #[test]
    fn what_cannot_be_installed_is_told_in_one_sentence() {
        let fake = FakeHost::new("none");
        fake.program("bin", "cargo", "exit 101");
        let lock = "name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        let message = CargoTool::wasm_bindgen(lock).unwrap().ensure(&fake.host).unwrap_err().to_string();
        assert_eq!(
            message,
            "wasm-bindgen 0.2.130 is missing: install it with \
             `cargo install wasm-bindgen-cli --version 0.2.130`, then run this again"
        );
    }
}
