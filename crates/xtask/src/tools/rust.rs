//! Parts of the Rust toolchain: a target and the checkers.

use std::path::Path;

use super::Host;
use crate::error::XtaskError;
use crate::process;

/// Makes sure that the standard library for `target` is there.
///
/// # Errors
/// When it is missing and rustup cannot add it.
pub fn ensure_target(host: &Host, target: &str) -> Result<(), XtaskError> {
    let library = host
        .ask("rustc", &["--print", "sysroot"])
        .map(|sysroot| Path::new(sysroot.trim()).join("lib/rustlib").join(target).join("lib"));
    if library.is_some_and(|library| library.is_dir()) {
        return Ok(());
    }
    rustup(host, &["target", "add", target], &format!("the Rust target {target}"))
}

/// Makes sure of `cargo fmt` and `cargo clippy`.
///
/// # Errors
/// When one is missing and rustup cannot add it.
pub fn ensure_components(host: &Host) -> Result<(), XtaskError> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if host.ask("cargo", &[subcommand, "--version"]).is_none() {
            rustup(host, &["component", "add", component], component)?;
        }
    }
    Ok(())
}

fn rustup(host: &Host, words: &[&str], what: &str) -> Result<(), XtaskError> {
    let missing = || XtaskError::ToolMissing {
        tool: what.to_owned(),
        mend: format!("install Rust with rustup and run `rustup {}`", words.join(" ")),
    };
    let rustup = host.find("rustup").ok_or_else(missing)?;
    println!("Installing {what}");
    process::run(host.command(&rustup).args(words)).map_err(|_| missing())
}
