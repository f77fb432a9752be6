//! What the app weighs on the wire: every file of `dist/`, compressed as a static host would.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::error::XtaskError;
use crate::parts::{self, pieces};

/// What the home page may weigh, all of it, in bytes after `brotli -q 11` (docs/benchmarks.md names what others weigh).
const HOME: Limit = Limit { most: 173_500, budget: 150_000 };
/// What is loaded until a workspace stands open on the map, the home page included.
const OPEN: Limit = Limit { most: 806_000, budget: 650_000 };
/// What each later part adds to that.
const LATER: Limit = Limit { most: 360_000, budget: 120_000 };
/// Everything but workbooks.
const ALL: Limit = Limit { most: 1_540_000, budget: 1_150_000 };

/// The part that is loaded with a workspace.
const SECOND: &str = "workspace";
/// The window that the `brotli` program and web servers use: 2²² bytes.
const WINDOW: i32 = 22;
/// What a gzip file holds beside what is compressed: its head, a checksum and the length.
const GZIP_FRAME: u64 = 18;

/// How much something may weigh.
#[derive(Clone, Copy, Debug)]
struct Limit {
    /// What is refused when it weighs more. Lowered with what it weighs, until it is the budget; never raised.
    most: u64,
    /// What it is to come down to.
    budget: u64,
}

/// A weight in bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Weight {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl std::iter::Sum for Weight {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::default(), |sum, weight| Self {
            raw: sum.raw + weight.raw,
            gzip: sum.gzip + weight.gzip,
            brotli: sum.brotli + weight.brotli,
        })
    }
}

/// One file.
#[derive(Debug)]
struct File {
    name: String,
    weight: Weight,
    /// The part or sample it belongs to, by the name of its file; `None` for what the home page loads.
    of_part: Option<String>,
    is_on_demand: bool,
}

/// Files that are loaded together, and what they may weigh.
struct Line {
    name: String,
    weight: Weight,
    limit: Limit,
}

impl Line {
    fn fits(&self) -> bool {
        self.weight.brotli <= self.limit.most
    }
}

/// Prints each file and what is loaded together; whether all of that is within its limits.
///
/// # Errors
/// When `dist` cannot be read.
pub fn print(dist: &Path) -> Result<bool, XtaskError> {
    let files = weigh(dist)?;
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli");
    for File { name, weight: Weight { raw, gzip, brotli }, .. } in &files {
        println!("{raw:>10} {gzip:>10} {brotli:>10}  {name}");
    }
    let lines = lines(&files, &needs(dist)?);
    println!("\n{:>10} {:>10} {:>10} {:>10}  loaded together", "gzip", "brotli", "at most", "budget");
    for Line { name, weight, limit: Limit { most, budget } } in &lines {
        println!("{:>10} {:>10} {most:>10} {budget:>10}  {name}", weight.gzip, weight.brotli);
    }
    for line in lines.iter().filter(|line| !line.fits()) {
        println!("\n{}: {} bytes too many.", line.name, line.weight.brotli - line.limit.most);
    }
    Ok(lines.iter().all(Line::fits))
}

/// What is loaded together.
fn lines(files: &[File], needs: &BTreeMap<String, BTreeSet<String>>) -> Vec<Line> {
    let of = |wanted: &dyn Fn(&File) -> bool| -> Weight {
        files.iter().filter(|file| !file.is_on_demand && wanted(file)).map(|file| file.weight).sum()
    };
    let line = |name: &str, weight: Weight, limit: Limit| Line { name: name.to_owned(), weight, limit };
    let second = needs.get(SECOND).cloned().unwrap_or_default();
    let is_open = |file: &File| file.of_part.as_ref().is_none_or(|part| second.contains(part));
    let mut lines = vec![
        line("the home page", of(&|file| file.of_part.is_none()), HOME),
        line("a workspace open on the map", of(&is_open), OPEN),
    ];
    for (part, needed) in needs.iter().filter(|(part, _)| *part != SECOND) {
        let adds =
            |file: &File| !is_open(file) && file.of_part.as_ref().is_some_and(|of| needed.contains(of));
        lines.push(line(&format!("later: {part}"), of(&adds), LATER));
    }
    lines.push(line("everything but workbooks", of(&|_| true), ALL));
    lines
}

/// The files each part needs, by its name.
fn needs(dist: &Path) -> Result<BTreeMap<String, BTreeSet<String>>, XtaskError> {
    let mut needs = BTreeMap::new();
    for path in files(dist)?.into_iter().filter(|path| path.ends_with(parts::LOADER)) {
        let loader = std::fs::read_to_string(&path).map_err(XtaskError::file(&path))?;
        for (part, files) in pieces::parts_of(&loader) {
            needs.insert(part.to_owned(), files.into_iter().map(str::to_owned).collect());
        }
    }
    Ok(needs)
}

/// Every file of `dist`, heaviest first.
fn weigh(dist: &Path) -> Result<Vec<File>, XtaskError> {
    let of_parts: BTreeSet<String> = needs(dist)?.into_values().flatten().collect();
    let mut weighed = Vec::new();
    for path in files(dist)? {
        let bytes = std::fs::read(&path).map_err(XtaskError::file(&path))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        weighed.push(File {
            name: path.strip_prefix(dist).unwrap_or(&path).display().to_string(),
            weight: Weight { raw: bytes.len() as u64, gzip: gzip(&bytes), brotli: brotli(&bytes) },
            of_part: (of_parts.contains(&stem) || is_sample(&path)).then_some(stem),
            is_on_demand: parts::is_on_demand(&path),
        });
    }
    weighed.sort_by(|a, b| b.weight.brotli.cmp(&a.weight.brotli).then_with(|| a.name.cmp(&b.name)));
    Ok(weighed)
}

/// Whether a file is fetched where somebody opens the sample it is.
fn is_sample(path: &Path) -> bool {
    path.parent().is_some_and(|folder| folder.ends_with("samples"))
}

/// The files under a folder, those of its folders included.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, XtaskError> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(XtaskError::file(folder))? {
        let path = entry.map_err(XtaskError::file(folder))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

/// The length of `bytes` after `gzip -9`.
fn gzip(bytes: &[u8]) -> u64 {
    const LEVEL: u8 = 9;
    miniz_oxide::deflate::compress_to_vec(bytes, LEVEL).len() as u64 + GZIP_FRAME
}

/// The length of `bytes` after `brotli -q 11`.
fn brotli(bytes: &[u8]) -> u64 {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: WINDOW, ..Default::default() };
    let mut counted = std::io::sink();
    // Reading a slice and writing to a sink cannot fail; a size that is too large fails the budget.
    brotli::BrotliCompress(&mut &bytes[..], &mut counted, &params).map_or(u64::MAX, |length| length as u64)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("crosslane-size-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("app")).unwrap();
        folder
    }

    fn length(limit: Limit) -> usize {
        usize::try_from(limit.most).unwrap()
    }

    #[test]
    fn counts_what_is_written_not_what_is_read() {
        assert!(brotli(&[b'a'; 10_000]) < 40 && gzip(&[b'a'; 10_000]) < 60);
        assert!(brotli(b"") <= 2);
    }

    #[test]
    fn files_in_folders_count_and_the_heaviest_comes_first() {
        let dist = folder("order");
        std::fs::write(dist.join("index.html"), "<p>").unwrap();
        std::fs::write(dist.join("app/app.js"), noise(2_000)).unwrap();
        let names: Vec<_> = weigh(&dist).unwrap().into_iter().map(|file| file.name).collect();
        assert_eq!(names, ["app/app.js", "index.html"]);
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_byte_that_does_not_compress_breaks_the_limit() {
        let dist = folder("limit");
        std::fs::write(dist.join("app/crosslane-web_bg.wasm"), noise(length(HOME) - 500)).unwrap();
        assert!(print(&dist).unwrap());
        std::fs::write(dist.join("app/more.js"), noise(1_000)).unwrap();
        assert!(!print(&dist).unwrap());
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_part_counts_where_it_is_loaded_and_what_it_shares_with_others_once_each() {
        let dist = folder("parts");
        let loader = "// part act: common part_workspace split_act\n// part table: common part_workspace\n\
            // part workspace: part_workspace\n";
        std::fs::write(dist.join("app/parts.js"), loader).unwrap();
        for (name, length) in
            [("part_workspace", 30_000), ("common", 20_000), ("split_act", 10_000), ("sheets_bg", 50_000)]
        {
            std::fs::write(dist.join(format!("app/{name}.wasm")), noise(length)).unwrap();
        }
        let lines = lines(&weigh(&dist).unwrap(), &needs(&dist).unwrap());
        let shown: Vec<_> =
            lines.iter().map(|line| (line.name.as_str(), line.weight.brotli / 1_000)).collect();
        let wanted = [
            ("the home page", 0),
            ("a workspace open on the map", 30),
            ("later: act", 30),
            ("later: table", 20),
            ("everything but workbooks", 60),
        ];
        assert_eq!(shown, wanted);
        std::fs::write(dist.join("app/split_act.wasm"), noise(length(LATER))).unwrap();
        assert!(!print(&dist).unwrap());
        std::fs::remove_dir_all(dist).unwrap();
    }

    /// Bytes that no compressor makes shorter (xorshift).
    fn noise(length: usize) -> Vec<u8> {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        std::iter::repeat_with(|| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state.to_le_bytes()[0]
        })
        .take(length)
        .collect()
    }
}
