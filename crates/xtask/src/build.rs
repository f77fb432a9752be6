//! Building the app into `dist/`, and serving it while it is worked on.

use std::process::Command;

use crate::error::XtaskError;
use crate::offline;
use crate::parts;
use crate::policy;
use crate::process;
use crate::project::Project;
use crate::sheets;
use crate::styles;
use crate::tools::{BuildTools, versions};

/// Makes `dist/`: the whole app, for any path of any static host.
///
/// # Errors
/// When a tool is missing, the app does not compile or the page breaks its own policy.
pub fn build(project: &Project) -> Result<(), XtaskError> {
    let tools = BuildTools::ensure(project)?;
    fetch(project)?;
    process::run(tools.trunk().current_dir(project.root()).args([
        "build",
        "--release",
        "--features",
        "split",
    ]))?;
    let page = project.dist().join("index.html");
    let html = std::fs::read_to_string(&page).map_err(XtaskError::file(&page))?;
    let html = parts::split(project, &tools, &html)?;
    let html = styles::join(&project.dist(), &html)?;
    let html = sheets::add(project, &tools, &html)?;
    let html = offline::with_worker(&html)?;
    std::fs::write(&page, policy::with_policy(&html)?).map_err(XtaskError::file(&page))?;
    offline::write_worker(&project.dist())
}

/// Serves the app on 127.0.0.1:8080 and builds it again on every change; `words` go to Trunk.
///
/// # Errors
/// When a tool is missing or the server ends with a failure.
pub fn serve(project: &Project, words: &[String]) -> Result<(), XtaskError> {
    let tools = BuildTools::ensure(project)?;
    fetch(project)?;
    process::run(tools.trunk().current_dir(project.root()).arg("serve").args(words))
}

/// Brings the crates that the app is made of: Trunk itself is told to keep off the network.
fn fetch(project: &Project) -> Result<(), XtaskError> {
    process::run(Command::new("cargo").current_dir(project.root()).args([
        "fetch",
        "--quiet",
        "--target",
        versions::WASM_TARGET,
    ]))
}
