//! The worker that keeps the built app for use without a connection: its own name and the list of its files.

use std::fmt::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::error::XtaskError;
use crate::parts;
use crate::size;

/// The worker in `dist/`.
const WORKER: &str = "worker.js";
/// The page: its address is that of its folder, which no host sends elsewhere.
const PAGE: &str = "index.html";
/// What stands in the worker for the name of the build.
const NO_VERSION: &str = "const VERSION = \"\";";
/// What stands in it for the files.
const NO_FILES: &str = "const FILES = [];";
/// Where the page says what it loads.
const PARTS: &str = "<template ";

/// The page that has itself kept by the worker. Without these words, as Trunk serves it, it keeps nothing.
///
/// # Errors
/// When the page does not say what it loads as `Trunk.toml` has it.
pub fn with_worker(html: &str) -> Result<String, XtaskError> {
    if html.matches(PARTS).count() != 1 {
        return Err(XtaskError::Worker(format!("{PAGE} does not hold one `{PARTS}…>`")));
    }
    Ok(html.replacen(PARTS, &format!("{PARTS}data-worker=./{WORKER} "), 1))
}

/// Tells the worker in `dist` which files to keep. Called last: every file is named by what it holds.
///
/// # Errors
/// When a file cannot be read or written, or the worker has no place for the list.
pub fn write_worker(dist: &Path) -> Result<(), XtaskError> {
    let mut kept = Vec::new();
    for path in size::files(dist)? {
        let name = path.strip_prefix(dist).unwrap_or(&path).components();
        let name = name.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
        if name != WORKER && !name.starts_with('.') {
            kept.push((name, std::fs::read(&path).map_err(XtaskError::file(&path))?));
        }
    }
    kept.sort();
    let path = dist.join(WORKER);
    let worker = std::fs::read_to_string(&path).map_err(XtaskError::file(&path))?;
    std::fs::write(&path, filled(&worker, &kept)?).map_err(XtaskError::file(&path))
}

/// The worker with the name of the build and its files, each with the digest of what it holds.
fn filled(worker: &str, kept: &[(String, Vec<u8>)]) -> Result<String, XtaskError> {
    if !worker.contains(NO_VERSION) || !worker.contains(NO_FILES) {
        return Err(XtaskError::Worker(format!("{WORKER} has no `{NO_VERSION}` or no `{NO_FILES}`")));
    }
    let version = parts::named_by(kept.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
    let mut files = String::from("const FILES = [\n");
    for (name, bytes) in kept {
        let digest = STANDARD.encode(Sha256::digest(bytes));
        let address = if name == PAGE { "" } else { name };
        // Writing to a text cannot fail.
        let _ = writeln!(files, "  [{address:?}, \"sha256-{digest}\"],");
    }
    files.push_str("];");
    Ok(worker
        .replacen(NO_VERSION, &format!("const VERSION = \"{version:016x}\";"), 1)
        .replacen(NO_FILES, &files, 1))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::{filled, with_worker, write_worker};

    const SOURCE: &str = include_str!("../../../start/worker.js");

    fn file(name: &str, text: &str) -> (String, Vec<u8>) {
        (name.to_owned(), text.as_bytes().to_vec())
    }

    #[test]
    fn the_worker_names_every_file_with_the_digest_of_what_it_holds() {
        let worker = filled(SOURCE, &[file("app/x.js", "abc"), file("index.html", "<p>")]).unwrap();
        // The digest that RFC 6234 gives for "abc".
        assert!(
            worker.contains("[\"app/x.js\", \"sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"],"),
            "{worker}"
        );
        assert!(worker.contains("[\"\", \"sha256-"), "the page is kept under its folder: {worker}");
        assert!(filled("no places", &[]).is_err());
    }

    #[test]
    fn what_a_file_holds_names_the_build() {
        let version = |text: &str| {
            let worker = filled(SOURCE, &[file("index.html", text)]).unwrap();
            worker.split("const VERSION = ").nth(1).unwrap().split(';').next().unwrap().to_owned()
        };
        assert_eq!(version("a"), version("a"));
        assert_ne!(version("a"), version("b"));
        assert_ne!(version("a"), "\"\"");
    }

    #[test]
    fn the_folder_is_kept_whole_but_for_the_worker_itself() {
        let dist = std::env::temp_dir().join(format!("crosslane-offline-{}", std::process::id()));
        std::fs::create_dir_all(dist.join("app")).unwrap();
        for (name, text) in [("index.html", "<p>"), ("app/a.wasm", "w"), ("worker.js", SOURCE)] {
            std::fs::write(dist.join(name), text).unwrap();
        }
        write_worker(&dist).unwrap();
        let worker = std::fs::read_to_string(dist.join("worker.js")).unwrap();
        assert!(worker.contains("[\"app/a.wasm\", "), "{worker}");
        assert!(!worker.contains("[\"worker.js\", "), "{worker}");
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn the_page_asks_for_the_worker_once() {
        let page = with_worker("<body><template data-script=./a.js id=app-parts></template>").unwrap();
        assert_eq!(
            page,
            "<body><template data-worker=./worker.js data-script=./a.js id=app-parts></template>"
        );
        assert!(with_worker("<body></body>").is_err());
    }
}
