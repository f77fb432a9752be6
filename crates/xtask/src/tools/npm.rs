//! Files out of npm packages: only the package itself, without what it depends on and without running its scripts.

use std::fs;
use std::path::{Path, PathBuf};

use super::Host;
use crate::error::XtaskError;
use crate::process;

/// A file of an installed package.
pub fn find(host: &Host, package: &str, version: &str, file: &str) -> Option<PathBuf> {
    let path = folder(host, package, version).join("package").join(file);
    path.is_file().then_some(path)
}

/// A file of a package, after installing it where it was missing.
///
/// # Errors
/// When it is missing and npm cannot bring it.
pub fn ensure(host: &Host, package: &str, version: &str, file: &str) -> Result<PathBuf, XtaskError> {
    if let Some(path) = find(host, package, version, file) {
        return Ok(path);
    }
    let missing = || XtaskError::ToolMissing {
        tool: format!("{package} {version}"),
        mend: format!("see to it that `npm pack {package}@{version}` works"),
    };
    println!("Installing {package} {version}");
    let npm = host.find("npm").ok_or_else(missing)?;
    install(host, &npm, package, version).map_err(|_| missing())?;
    find(host, package, version, file).ok_or_else(missing)
}

/// Unpacks into a folder of its own first, so that a half unpacked package is never found.
fn install(host: &Host, npm: &Path, package: &str, version: &str) -> Result<(), XtaskError> {
    let folder = folder(host, package, version);
    let fresh = folder.with_extension(format!("part{}", std::process::id()));
    fs::create_dir_all(&fresh).map_err(XtaskError::file(&fresh))?;
    let archive = format!("{package}-{version}.tgz");
    let wanted = format!("{package}@{version}");
    process::run(host.command(npm).current_dir(&fresh).args(["pack", "--silent", &wanted]))?;
    process::run(host.command(Path::new("tar")).current_dir(&fresh).args(["-xzf", &archive]))?;
    // Another run may have been faster: its folder is as good as ours.
    if fs::rename(&fresh, &folder).is_err() && !folder.is_dir() {
        return Err(XtaskError::File {
            path: folder,
            source: std::io::Error::other("could not be put in place"),
        });
    }
    Ok(())
}

fn folder(host: &Host, package: &str, version: &str) -> PathBuf {
    host.tools.join("npm").join(format!("{package}-{version}"))
}
