//! The commands that drive the built app in a browser: the programs themselves are in `tests/`.

use std::process::Command;

use crate::build;
use crate::error::XtaskError;
use crate::process;
use crate::project::Project;
use crate::tools::{self, BrowserTools};

/// The package that holds the browser tests, the pictures and the benchmark in the browser.
pub const PACKAGE: &str = "crosslane-browser-tests";

/// Writes a PNG of every scene, or of those whose name holds one of `words`, into `target/screenshots/`.
///
/// # Errors
/// When the app cannot be built or driven.
pub fn screenshots(project: &Project, words: &[String]) -> Result<(), XtaskError> {
    build::build(project)?;
    process::run(program(project, "screenshots")?.args(words))
}

/// Runs the benchmarks: `core` natively, `browser` in Chromium, both without a word.
///
/// # Errors
/// When one of them fails, or for any other word.
pub fn bench(project: &Project, words: &[String]) -> Result<(), XtaskError> {
    let part = words.first().map(String::as_str);
    if !matches!(part, None | Some("core" | "browser")) || words.len() > 1 {
        return Err(XtaskError::Usage("bench takes `core`, `browser` or nothing".into()));
    }
    if part != Some("browser") {
        process::run(Command::new("cargo").current_dir(project.root()).args([
            "bench",
            "--package",
            "crosslane-core",
        ]))?;
    }
    if part != Some("core") {
        build::build(project)?;
        process::run(program(project, "bench")?.env("CROSSLANE_MERMAID", tools::mermaid()?))?;
    }
    Ok(())
}

/// A program of the browser tests' package, told where everything is.
fn program(project: &Project, name: &str) -> Result<Command, XtaskError> {
    let mut command = Command::new("cargo");
    command.current_dir(project.root()).args(["run", "--quiet", "--package", PACKAGE, "--bin", name, "--"]);
    BrowserTools::ensure()?.tell(&mut command, &project.dist());
    Ok(command)
}
