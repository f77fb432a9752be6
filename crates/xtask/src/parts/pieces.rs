//! Which modules travel together.
//!
//! The cut gives a module for each set of parts that share something: dozens, most of them small. A file each would be
//! asked for one by one and compress badly, so the small ones travel in one file, from which the loader takes its pieces.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::error::XtaskError;

/// The part that every later one comes after.
const SECOND: &str = "workspace";
/// The file of the small modules that several later parts share.
const COMMON: &str = "common";
/// Modules of fewer bytes travel with others.
const SMALL: usize = 40_000;

/// How the script says at its end which files a part needs.
const PART: &str = "// part ";

/// How the loader asks for a module.
const ASKED: (&str, &str) = ("fetch(new URL(\"./", ".wasm\", import.meta.url))");
/// How it makes one from what arrives: only where a host says the right type of a file.
const STREAMED: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// The same for any host and for pieces of files, with the refusal of what did not arrive.
const MADE: &str = "make(src, imports)";
const FETCHING: &str = r#"
const files = new Map();
async function file(name) {
    const response = await fetch(new URL(`./${name}.wasm`, import.meta.url));
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response;
}
// A file that several parts take pieces of arrives once; what did not arrive is asked for again.
function piece(name, from, to) {
    if (!files.has(name)) {
        const bytes = file(name).then((response) => response.arrayBuffer());
        files.set(name, bytes);
        bytes.catch(() => files.delete(name));
    }
    return files.get(name).then((bytes) => new Uint8Array(bytes, from, to - from));
}
async function make(source, imports) {
    const found = await source;
    if (!(found instanceof Response)) return WebAssembly.instantiate(found, imports);
    // A browser compiles while it loads, and keeps what it compiled, only where the host says the right type.
    const type = found.headers.get("content-type") ?? "";
    return type.startsWith("application/wasm")
        ? WebAssembly.instantiateStreaming(found, imports)
        : WebAssembly.instantiate(await found.arrayBuffer(), imports);
}
"#;

/// The modules of the later parts in their files, and the script that loads them.
#[derive(Debug)]
pub struct Files {
    /// The files by their names without the ending.
    pub modules: BTreeMap<String, Vec<u8>>,
    /// The script.
    pub loader: String,
}

/// Puts modules into files. `needs` says which modules a part needs, by the name of the part; `loader` is the script that
/// asks for each module in a file of its own.
///
/// # Errors
/// When the script does not ask for its modules as expected.
pub fn into_files(
    modules: BTreeMap<String, Vec<u8>>,
    needs: &HashMap<String, Vec<String>>,
    loader: &str,
) -> Result<Files, XtaskError> {
    if !loader.contains(STREAMED) {
        return Err(XtaskError::Split(format!(
            "the loader does not make its modules as expected: `{STREAMED}` is missing"
        )));
    }
    let mut loader = loader.replace(STREAMED, MADE) + FETCHING;
    let mut together: BTreeMap<String, Vec<u8>> = BTreeMap::new();
    let mut files: HashMap<String, String> = HashMap::new();
    for (name, bytes) in modules {
        let file = file_of(&name, bytes.len(), needs);
        files.insert(name.clone(), file.clone());
        let held = together.entry(file.clone()).or_default();
        let (from, to) = (held.len(), held.len() + bytes.len());
        held.extend(bytes);
        let (before, after) = ASKED;
        let ask = [before, &name, after].concat();
        if !loader.contains(&ask) {
            return Err(XtaskError::Split(format!(
                "the loader does not ask for {name} as expected: `{ask}`"
            )));
        }
        let asks = if file == name {
            format!("file(\"{name}\")")
        } else {
            format!("piece(\"{file}\", {from}, {to})")
        };
        loader = loader.replace(&ask, &asks);
    }
    let mut parts: Vec<_> = needs.iter().collect();
    parts.sort();
    for (part, modules) in parts {
        let files: BTreeSet<&str> =
            modules.iter().filter_map(|module| Some(files.get(module)?.as_str())).collect();
        let files: Vec<&str> = files.into_iter().collect();
        loader.push_str(&[PART, part, ": ", &files.join(" "), "\n"].concat());
    }
    Ok(Files { modules: together, loader })
}

/// The files each part needs, by its name, as the script says at its end.
pub fn parts_of(loader: &str) -> BTreeMap<&str, Vec<&str>> {
    let said = loader.lines().filter_map(|line| line.strip_prefix(PART)?.split_once(": "));
    said.map(|(part, files)| (part, files.split(' ').collect())).collect()
}

/// The file a module travels in.
fn file_of(module: &str, length: usize, needs: &HashMap<String, Vec<String>>) -> String {
    let parts: BTreeSet<&str> = needs
        .iter()
        .filter(|(_, modules)| modules.iter().any(|needed| needed == module))
        .map(|(part, _)| part.as_str())
        .collect();
    if parts.contains(SECOND) {
        format!("part_{SECOND}")
    } else if parts.len() > 1 && length < SMALL {
        COMMON.to_owned()
    } else {
        module.to_owned()
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::*;

    const MAKES: &str = "async (imports) => (WebAssembly.instantiateStreaming(src, imports))";

    fn asks(name: &str) -> String {
        format!("const {name} = () => fetch(new URL(\"./{name}.wasm\", import.meta.url));\n")
    }

    fn put(modules: &[(&str, usize)], needs: &[(&str, &[&str])]) -> Result<Files, XtaskError> {
        let script: String = modules.iter().map(|(name, _)| asks(name)).collect();
        let modules =
            modules.iter().zip(1..).map(|((name, length), fill)| ((*name).to_owned(), vec![fill; *length]));
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let needs = needs.iter().map(|(part, names)| ((*part).to_owned(), owned(names))).collect();
        into_files(modules.collect(), &needs, &(script + MAKES))
    }

    #[test]
    fn what_the_second_part_needs_travels_together_and_so_does_what_is_small_and_shared() {
        let files = put(
            &[("chunk_1", 50_000), ("chunk_2", 10), ("chunk_3", 20), ("chunk_4", 40_000), ("split_act", 30)],
            &[
                ("workspace", &["chunk_1"]),
                ("act", &["chunk_1", "chunk_2", "chunk_3", "chunk_4", "split_act"]),
                ("table", &["chunk_1", "chunk_2", "chunk_3", "chunk_4"]),
            ],
        )
        .unwrap();
        let lengths: Vec<_> =
            files.modules.iter().map(|(name, bytes)| (name.as_str(), bytes.len())).collect();
        assert_eq!(
            lengths,
            [("chunk_4", 40_000), ("common", 30), ("part_workspace", 50_000), ("split_act", 30)]
        );
        assert_eq!(files.modules["common"][10..], [3; 20]);
        assert!(
            files.loader.contains("const chunk_3 = () => piece(\"common\", 10, 30);"),
            "{}",
            files.loader
        );
        assert!(files.loader.contains("const chunk_4 = () => file(\"chunk_4\");"));
        assert!(files.loader.contains("(make(src, imports))"));
        let parts = parts_of(&files.loader);
        assert_eq!(parts["act"], ["chunk_4", "common", "part_workspace", "split_act"]);
        assert_eq!(parts["workspace"], ["part_workspace"]);
    }

    #[test]
    fn a_loader_of_another_kind_is_refused_when_building() {
        let needs = HashMap::from([("act".to_owned(), vec!["split_act".to_owned()])]);
        let modules = BTreeMap::from([("split_act".to_owned(), vec![1])]);
        for script in [asks("split_act"), MAKES.to_owned()] {
            assert!(into_files(modules.clone(), &needs, &script).is_err(), "{script}");
        }
    }
}
