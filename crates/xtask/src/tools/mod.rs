//! The programs and files that building and testing need: found where they are, installed where they are missing.
//!
//! A tool of another version is left alone: the one we need is then installed beside it, in a folder of our own.

mod cargo;
mod host;
mod npm;
mod rust;
mod system;
pub mod versions;

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::XtaskError;
use crate::project::Project;
use cargo::CargoTool;
pub use host::Host;
use system::SystemTool;

const NPM: SystemTool =
    SystemTool { name: "npm (Node.js)", programs: &["npm"], apt: &["nodejs", "npm"], brew: "node" };
const CHROMIUM: SystemTool = SystemTool {
    name: "Chromium",
    programs: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    // A page without a font has no words to see.
    apt: &["chromium", "chromium-driver", "fonts-dejavu-core"],
    brew: "--cask chromium",
};
const CHROMEDRIVER: SystemTool = SystemTool {
    name: "ChromeDriver",
    programs: &["chromedriver"],
    apt: &["chromium", "chromium-driver"],
    brew: "--cask chromedriver",
};
const FIREFOX: SystemTool = SystemTool {
    name: "Firefox",
    programs: &["firefox-esr", "firefox"],
    apt: &["firefox-esr", "fonts-dejavu-core"],
    brew: "--cask firefox",
};

/// What `cargo xtask build` and `serve` need, ready to run.
pub struct BuildTools {
    host: Host,
    trunk: PathBuf,
    bindgen: PathBuf,
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
        Ok(Self { host, trunk, bindgen })
    }

    /// Trunk, set to find the other tools.
    pub fn trunk(&self) -> Command {
        let mut command = self.host.command(&self.trunk);
        // Trunk 0.21 reads any value but `true` and `false` here as a mistake.
        command.env_remove("NO_COLOR").env("TRUNK_SKIP_VERSION_CHECK", "true");
        command
    }

    /// The program that binds WebAssembly to JavaScript.
    pub fn wasm_bindgen(&self) -> Command {
        self.host.command(&self.bindgen)
    }
}

/// What drives Chromium, and looks at what it shows, each by its path: for tests, pictures and benchmarks.
pub struct BrowserTools {
    chromium: PathBuf,
    chromedriver: PathBuf,
    axe: PathBuf,
}

impl BrowserTools {
    /// Finds the browser tools, and installs what is missing.
    ///
    /// # Errors
    /// When one is missing and cannot be installed; the message says what to do.
    pub fn ensure() -> Result<Self, XtaskError> {
        let host = Host::here();
        let chromium = CHROMIUM.ensure(&host)?;
        let chromedriver = CHROMEDRIVER.ensure(&host)?;
        let axe = from_npm(&host, "axe-core", versions::AXE_CORE, "axe.min.js")?;
        Ok(Self { chromium, chromedriver, axe })
    }

    /// Tells a program of `crosslane-browser-tests` where everything is.
    pub fn tell(&self, command: &mut Command, dist: &Path) {
        command
            .env("CROSSLANE_CHROMIUM", &self.chromium)
            .env("CROSSLANE_CHROMEDRIVER", &self.chromedriver)
            .env("CROSSLANE_AXE", &self.axe)
            .env("CROSSLANE_DIST", dist)
            // A failed test says what it waited for; where its own runtime was then helps nobody.
            .env("RUST_BACKTRACE", "0");
    }
}

/// What drives Firefox, each by its path: for tests.
pub struct FirefoxTools {
    firefox: PathBuf,
    geckodriver: PathBuf,
}

impl FirefoxTools {
    /// Finds Firefox and its driver, and installs what is missing.
    ///
    /// # Errors
    /// When one is missing and cannot be installed; the message says what to do.
    pub fn ensure() -> Result<Self, XtaskError> {
        let host = Host::here();
        let firefox = FIREFOX.ensure(&host)?;
        let geckodriver = CargoTool::geckodriver().ensure(&host)?;
        Ok(Self { firefox, geckodriver })
    }

    /// Tells a program of `crosslane-browser-tests` where they are.
    pub fn tell(&self, command: &mut Command) {
        command.env("CROSSLANE_FIREFOX", &self.firefox).env("CROSSLANE_GECKODRIVER", &self.geckodriver);
    }
}

/// Mermaid's bundle, which the benchmark in the browser measures beside Crosslane.
///
/// # Errors
/// When it is missing and cannot be installed.
pub fn mermaid() -> Result<PathBuf, XtaskError> {
    from_npm(&Host::here(), "mermaid", versions::MERMAID, "dist/mermaid.min.js")
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

/// A file of an npm package, with npm itself installed where needed.
fn from_npm(host: &Host, package: &str, version: &str, file: &str) -> Result<PathBuf, XtaskError> {
    if let Some(path) = npm::find(host, package, version, file) {
        return Ok(path);
    }
    NPM.ensure(host)?;
    npm::ensure(host, package, version, file)
}
