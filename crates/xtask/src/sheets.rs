//! The module that reads and writes workbooks: a WebAssembly file beside the app, loaded where somebody asks for it.

use std::path::PathBuf;
use std::process::Command;

use crate::error::XtaskError;
use crate::parts;
use crate::process;
use crate::project::Project;
use crate::size;
use crate::tools::{BuildTools, versions};

const PACKAGE: &str = "crosslane-sheets-web";
/// The module's name in its files.
const NAME: &str = "sheets";
/// Where the page says what it loads.
const PARTS: &str = "<template ";

/// Puts the module into `dist/`, in a folder named by its content, and returns the page that knows where it is.
///
/// # Errors
/// When it does not compile or cannot be bound.
pub fn add(project: &Project, tools: &BuildTools, html: &str) -> Result<String, XtaskError> {
    process::run(Command::new("cargo").current_dir(project.root()).args([
        "build",
        "--release",
        "--target",
        versions::WASM_TARGET,
        "--package",
        PACKAGE,
    ]))?;
    let program = project.target().join("wasm32-unknown-unknown/release/crosslane_sheets_web.wasm");
    let bound: PathBuf = project.target().join("sheets");
    process::run(
        tools
            .wasm_bindgen()
            .args(["--target", "web", "--no-typescript"])
            .args(["--remove-name-section", "--remove-producers-section", "--out-name", NAME, "--out-dir"])
            .arg(&bound)
            .arg(program),
    )?;
    let mut files = Vec::new();
    for path in size::files(&bound)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let bytes = std::fs::read(&path).map_err(XtaskError::file(&path))?;
        let is_program = path.extension().is_some_and(|ending| ending == "wasm");
        files.push((name, if is_program { parts::without_custom_sections(&bytes) } else { bytes }));
    }
    files.sort();
    let named = parts::named_by(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    let folder = format!("{NAME}-{named:016x}");
    let there = project.dist().join(&folder);
    std::fs::create_dir_all(&there).map_err(XtaskError::file(&there))?;
    for (name, bytes) in &files {
        let path = there.join(name);
        std::fs::write(&path, bytes).map_err(XtaskError::file(&path))?;
    }
    Ok(html.replacen(PARTS, &format!("{PARTS}data-sheets=./{folder}/{NAME}.js "), 1))
}
