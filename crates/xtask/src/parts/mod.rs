//! Splitting the built program into the part that shows the home page, the part that is loaded with a workspace, and the
//! later ones that are loaded where somebody goes there.
//!
//! Trunk builds the page with the program whole. Here the compiled program is cut where `wasm_split` marks it
//! (`src/app/parts.rs`, `src/workspace/later/fetch.rs`), bound to JavaScript again, and put into the page in place of
//! Trunk's: into a folder named by its content, so that the parts find one another and a browser never mixes those of two
//! versions.

pub mod pieces;

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hasher;
use std::path::{Path, PathBuf};

use crate::error::XtaskError;
use crate::process;
use crate::project::Project;
use crate::tools::BuildTools;

/// The program's name in its files.
const NAME: &str = "crosslane-web";
/// The script that loads the later parts.
pub const LOADER: &str = "parts.js";

/// Puts the program in parts in place of the whole one that Trunk built, and returns the page that loads them.
///
/// # Errors
/// When the program cannot be cut or bound, or the page does not name it as Trunk does.
pub fn split(project: &Project, tools: &BuildTools, html: &str) -> Result<String, XtaskError> {
    let work = project.target().join("parts");
    if work.exists() {
        std::fs::remove_dir_all(&work).map_err(XtaskError::file(&work))?;
    }
    let bound = work.join("bound");
    let program = project.target().join(format!("wasm32-unknown-unknown/release/{NAME}.wasm"));
    let needs = cut(&program, &work)?;
    process::run(
        tools
            .wasm_bindgen()
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
            .args(["--remove-name-section", "--remove-producers-section", "--out-name", NAME, "--out-dir"])
            .arg(&bound)
            .arg(work.join("main.wasm")),
    )?;
    let parts = parts(&work, &bound, &needs)?;
    let folder =
        format!("app-{:016x}", named_by(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))));
    let there = project.dist().join(&folder);
    std::fs::create_dir_all(&there).map_err(XtaskError::file(&there))?;
    for (name, bytes) in &parts {
        let path = there.join(name);
        std::fs::write(&path, bytes).map_err(XtaskError::file(&path))?;
    }
    let (page, whole) = with_parts(html, &folder)?;
    for name in whole {
        let path = project.dist().join(name);
        std::fs::remove_file(&path).map_err(XtaskError::file(&path))?;
    }
    Ok(page)
}

/// Whether a file of `dist/` is loaded only where somebody asks for it: the app is installed, a workbook is read.
pub fn is_on_demand(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("icon-") || name.starts_with("sheets")
}

/// Cuts the compiled program into `main.wasm`, the modules of the other parts and the script that loads them. Says which
/// modules a part needs, by its name.
fn cut(program: &Path, work: &Path) -> Result<HashMap<String, Vec<String>>, XtaskError> {
    let bytes = std::fs::read(program).map_err(XtaskError::file(program))?;
    let main = work.join("main.wasm");
    let script = format!("./{NAME}.js");
    let loader = format!("./{LOADER}");
    let mut options = wasm_split_cli_support::Options::new(&bytes);
    options.output_dir = work;
    options.main_out_path = &main;
    options.main_module = &script;
    options.link_name = &loader;
    let cut = wasm_split_cli_support::transform(options);
    Ok(cut.map_err(|report| XtaskError::Split(format!("{report:#}")))?.prefetch_map)
}

/// The files of the program, by name.
fn parts(
    work: &Path,
    bound: &Path,
    needs: &HashMap<String, Vec<String>>,
) -> Result<Vec<(String, Vec<u8>)>, XtaskError> {
    let mut parts = Vec::new();
    for path in files(bound)? {
        let bytes = std::fs::read(&path).map_err(XtaskError::file(&path))?;
        let is_module = path.extension().is_some_and(|ending| ending == "wasm");
        parts.push((name_of(&path), if is_module { without_custom_sections(&bytes) } else { bytes }));
    }
    let mut modules = BTreeMap::new();
    for path in files(work)? {
        if let Some(name) = name_of(&path).strip_suffix(".wasm").filter(|name| *name != "main") {
            let bytes = std::fs::read(&path).map_err(XtaskError::file(&path))?;
            modules.insert(name.to_owned(), without_custom_sections(&bytes));
        }
    }
    let script = work.join(LOADER);
    let loader = std::fs::read_to_string(&script).map_err(XtaskError::file(&script))?;
    let files = pieces::into_files(modules, needs, &loader)?;
    parts.push((LOADER.to_owned(), files.loader.into_bytes()));
    parts.extend(files.modules.into_iter().map(|(name, bytes)| (name + ".wasm", bytes)));
    parts.sort();
    Ok(parts)
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn files(folder: &Path) -> Result<Vec<PathBuf>, XtaskError> {
    let entries = std::fs::read_dir(folder).map_err(XtaskError::file(folder))?;
    let paths: Result<Vec<PathBuf>, _> = entries.map(|entry| entry.map(|entry| entry.path())).collect();
    Ok(paths.map_err(XtaskError::file(folder))?.into_iter().filter(|path| path.is_file()).collect())
}

/// A WebAssembly module without the sections that only tools read, such as the names of functions.
pub fn without_custom_sections(module: &[u8]) -> Vec<u8> {
    const HEADER: usize = 8;
    let mut kept: Vec<u8> = module.iter().take(HEADER).copied().collect();
    let mut at = HEADER;
    while let Some((&id, rest)) = module.get(at..).and_then(<[u8]>::split_first) {
        let (length, digits) = leb128(rest);
        let end = (at + 1 + digits).saturating_add(length).min(module.len());
        if id != 0 {
            kept.extend(module.iter().take(end).skip(at));
        }
        at = end;
    }
    kept
}

/// An unsigned number in LEB128, and how many bytes it takes.
fn leb128(bytes: &[u8]) -> (usize, usize) {
    let digits = bytes.iter().take_while(|byte| **byte & 0x80 != 0).count() + 1;
    let value = bytes.iter().take(digits).rev().fold(0, |value, byte| value << 7 | usize::from(byte & 0x7f));
    (value, digits)
}

/// A number that differs where the files do.
pub fn named_by<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> u64 {
    let mut hasher = DefaultHasher::new();
    for (name, bytes) in parts {
        hasher.write(name.as_bytes());
        hasher.write(bytes);
    }
    hasher.finish()
}

/// The page with the parts in `folder` in place of the whole program, and the files of the latter.
fn with_parts(html: &str, folder: &str) -> Result<(String, Vec<String>), XtaskError> {
    let start = html.find(&format!("./{NAME}-")).ok_or_else(|| {
        XtaskError::Split(format!(
            "dist/index.html names no ./{NAME}-….js: Trunk names its files in another way"
        ))
    })?;
    let rest = html.get(start + 2..).unwrap_or_default();
    let stem: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    let (script, wasm) = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
    let mut page = String::with_capacity(html.len());
    for piece in html.split_inclusive('>') {
        // The digests are those of the whole program.
        let is_link = piece.contains("<link") && piece.contains(&stem);
        page.push_str(&if is_link { without_integrity(piece) } else { piece.to_owned() });
    }
    let page = page
        .replace(&script, &format!("{folder}/{NAME}.js"))
        .replace(&wasm, &format!("{folder}/{NAME}_bg.wasm"));
    Ok((page, vec![script, wasm]))
}

/// A tag without its `integrity`.
fn without_integrity(tag: &str) -> String {
    let words = tag.split(' ').filter(|word| !word.starts_with("integrity="));
    let tag = words.collect::<Vec<_>>().join(" ");
    if tag.ends_with('>') { tag } else { tag + ">" }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::{with_parts, without_custom_sections};

    const PAGE: &str = "<!doctype html><link href=./style-12.css integrity=sha384-keep rel=stylesheet>\
        <template data-script=./crosslane-web-1a2b.js data-wasm=./crosslane-web-1a2b_bg.wasm id=app-parts></template>\
        <link crossorigin href=./crosslane-web-1a2b.js integrity=sha384-drop rel=modulepreload>\
        <link as=fetch href=./crosslane-web-1a2b_bg.wasm rel=preload integrity=sha384-drop></html>";

    #[test]
    fn the_page_loads_the_parts_in_place_of_the_whole() {
        let (page, whole) = with_parts(PAGE, "app-00ff").unwrap();
        assert_eq!(whole, ["crosslane-web-1a2b.js", "crosslane-web-1a2b_bg.wasm"]);
        assert_eq!(
            page,
            "<!doctype html><link href=./style-12.css integrity=sha384-keep rel=stylesheet>\
            <template data-script=./app-00ff/crosslane-web.js data-wasm=./app-00ff/crosslane-web_bg.wasm \
            id=app-parts></template>\
            <link crossorigin href=./app-00ff/crosslane-web.js rel=modulepreload>\
            <link as=fetch href=./app-00ff/crosslane-web_bg.wasm rel=preload></html>"
        );
        assert!(with_parts("<html></html>", "app").unwrap_err().to_string().contains("names no"));
    }

    #[test]
    fn what_only_tools_read_is_left_out() {
        let module = b"\0asm\x01\0\0\0\x00\x03abc\x01\x02xy\x00\x81\x00z\x0a\x01!";
        assert_eq!(without_custom_sections(module), b"\0asm\x01\0\0\0\x01\x02xy\x0a\x01!");
        let cut_off = b"\0asm\x01\0\0\0\x01\x7fxy";
        assert_eq!(without_custom_sections(cut_off), cut_off);
    }
}
