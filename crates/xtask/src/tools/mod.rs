//! The programs and files that building and testing need: found where they are, installed where they are missing.
//!
//! A tool of another version is left alone: the one we need is then installed beside it, in a folder of our own.

mod cargo;
mod host;
mod npm;
mod rust;
mod system;
pub mod versions;

use std::path::PathBuf;
use std::process::Command;

use crate::error::XtaskError;
use crate::project::Project;
use cargo::CargoTool;
pub use host::Host;
use system::SystemTool;

const WASM_OPT: SystemTool =
    SystemTool { name: "wasm-opt", programs: &["wasm-opt"], apt: &["binaryen"], brew: "binaryen" };
/// What `cargo xtask build` and `serve` need, ready to run.
pub struct BuildTools {
    host: Host,
    trunk: PathBuf,
}

impl BuildTools {
    /// Finds the build tools, and installs what is missing.
    ///
    /// # Errors
    /// When one is missing and cannot be installed; the message says what to do.
    pub fn ensure(project: &Project) -> Result<Self, XtaskError> {
        let mut host = Host::here();
        rust::ensure_target(&host, versions::WASM_TARGET)?;
        let trunk = CargoTool::trunk().ensure(&host)?;
        let bindgen = CargoTool::wasm_bindgen(&project.lock()?)?.ensure(&host)?;
        host.prefer(&bindgen);
        let wasm_opt = ensure_wasm_opt(&host)?;
        host.prefer_last(&wasm_opt);
        Ok(Self { host, trunk })
    }

    /// Trunk, set to find the other tools.
    pub fn trunk(&self) -> Command {
        let mut command = self.host.command(&self.trunk);
        // Trunk 0.21 reads any value but `true` and `false` here as a mistake.
        command.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
        command
    }
}

/// `wasm-opt` of any version: from the system, else from npm.
fn ensure_wasm_opt(host: &Host) -> Result<PathBuf, XtaskError> {
    match WASM_OPT.ensure(host) {
        Err(missing) if host.find("npm").is_some() => {
            npm::ensure(host, "binaryen", versions::BINARYEN, "bin/wasm-opt").map_err(|_| missing)
        }
        result => result,
    }
}

/// Makes sure of `rustfmt` and `clippy`.
///
/// # Errors
/// When they are missing and cannot be installed.
pub fn ensure_checkers() -> Result<(), XtaskError> {
    rust::ensure_components(&Host::here())
}

/// Makes sure of the target that the web app compiles to.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn ensure_wasm_target() -> Result<(), XtaskError> {
    rust::ensure_target(&Host::here(), versions::WASM_TARGET)
}
