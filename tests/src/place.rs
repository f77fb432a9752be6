//! Where the built app and the tools are: as `cargo xtask` says, else where it puts them.

use std::path::{Path, PathBuf};

/// A folder or file named by an environment variable, else `usual`.
fn named(variable: &str, usual: impl FnOnce() -> PathBuf) -> PathBuf {
    std::env::var_os(variable).map_or_else(usual, PathBuf::from)
}

/// The checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ is in the checkout").to_path_buf()
}

/// The built app.
pub fn dist() -> PathBuf {
    let dist = named("CROSSLANE_DIST", || root().join("dist"));
    assert!(dist.join("index.html").is_file(), "there is no built app: run `cargo xtask build` first");
    dist
}

/// A folder for what runs leave behind to be looked at.
pub fn kept(name: &str) -> PathBuf {
    let folder = root().join("target").join(name);
    std::fs::create_dir_all(&folder).expect("target/ can be written");
    folder
}

/// Chromium, where it is not for its driver to find.
pub fn chromium() -> Option<PathBuf> {
    std::env::var_os("CROSSLANE_CHROMIUM").map(PathBuf::from)
}

/// Chromium's driver.
pub fn chromedriver() -> PathBuf {
    named("CROSSLANE_CHROMEDRIVER", || "chromedriver".into())
}

/// Firefox, where it is not for its driver to find.
pub fn firefox() -> Option<PathBuf> {
    std::env::var_os("CROSSLANE_FIREFOX").map(PathBuf::from)
}

/// Firefox's driver, where cargo put it.
pub fn geckodriver() -> PathBuf {
    named("CROSSLANE_GECKODRIVER", || tools().join("bin").join("geckodriver"))
}

/// The script of axe-core.
pub fn axe() -> PathBuf {
    named("CROSSLANE_AXE", || newest("axe-core-").join("package").join("axe.min.js"))
}

/// The folder of Mermaid's bundle, whether it is there or not: only the benchmark needs it.
pub fn mermaid() -> PathBuf {
    let bundle = named("CROSSLANE_MERMAID", PathBuf::new);
    bundle.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// The folder of the tools that `cargo xtask` installed.
fn tools() -> PathBuf {
    let cargo_home = || named("CARGO_HOME", || std::env::home_dir().unwrap_or_default().join(".cargo"));
    named("CROSSLANE_TOOLS", || cargo_home().join("crosslane-tools"))
}

/// The newest folder of an npm package among the tools that `cargo xtask` installed.
fn newest(prefix: &str) -> PathBuf {
    let packages = tools().join("npm");
    let folders = std::fs::read_dir(&packages).into_iter().flatten().flatten().map(|entry| entry.path());
    let named = folders
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix)));
    named.max().expect("axe-core is not installed: run `cargo xtask test browser` once")
}

/// A file of the real inputs, where the variable `CROSSLANE_INPUTS` names their folder; else says that it was
/// left out.
pub fn input(name: &str) -> Option<String> {
    let Some(folder) = std::env::var_os("CROSSLANE_INPUTS") else {
        println!("left out: {name}, because CROSSLANE_INPUTS is not set");
        return None;
    };
    Some(std::fs::read_to_string(PathBuf::from(folder).join(name)).expect("the inputs hold the file"))
}
