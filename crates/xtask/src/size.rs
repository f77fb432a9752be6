//! What the app weighs on the wire: every file of `dist/`, compressed as a static host would.

use std::path::{Path, PathBuf};

use crate::error::XtaskError;
use crate::parts;

/// The most that the first load may weigh, in bytes after `brotli -q 11` (docs/benchmarks.md names what others weigh).
pub const BUDGET: u64 = 300_000;

/// The most that everything together may weigh, in the same bytes: what a person has loaded who opens a workspace.
pub const WHOLE: u64 = 1_430_000;

/// The window that the `brotli` program and web servers use: 2²² bytes.
const WINDOW: i32 = 22;

/// One file of the first load.
#[derive(Debug)]
struct Weight {
    name: String,
    raw: u64,
    brotli: u64,
    when: When,
}

/// When a file is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// To show the home page.
    First,
    /// When a workspace is opened.
    Later,
    /// Where somebody asks for it.
    OnDemand,
}

impl When {
    fn of(path: &Path) -> Self {
        if parts::is_on_demand(path) {
            Self::OnDemand
        } else if parts::is_later(path) {
            Self::Later
        } else {
            Self::First
        }
    }
}

/// The sums of the files of `dist`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// What a browser asks for to show the home page.
    pub first: u64,
    /// With the parts that a workspace needs.
    pub whole: u64,
}

impl Sums {
    /// Whether both are within their budgets.
    pub fn fit(self) -> bool {
        self.first <= BUDGET && self.whole <= WHOLE
    }
}

/// Prints each file and the sums.
///
/// # Errors
/// When `dist` cannot be read.
pub fn print(dist: &Path) -> Result<Sums, XtaskError> {
    let weights = weigh(dist)?;
    println!("{:>10} {:>10}  file", "raw", "brotli");
    let list = |when: When| {
        for weight in weights.iter().filter(|weight| weight.when == when) {
            println!("{:>10} {:>10}  {}", weight.raw, weight.brotli, weight.name);
        }
    };
    let sums = sums(&weights);
    list(When::First);
    println!("{:>10} {:>10}  first load, of {BUDGET} allowed\n", "", sums.first);
    list(When::Later);
    println!("{:>10} {:>10}  with a workspace open, of {WHOLE} allowed\n", "", sums.whole);
    list(When::OnDemand);
    println!("{:>10} {:>10}  where somebody asks for them", "", "");
    if sums.first > BUDGET {
        println!("\nThe first load is {} bytes over its budget.", sums.first - BUDGET);
    }
    if sums.whole > WHOLE {
        println!("\nEverything together is {} bytes over its budget.", sums.whole - WHOLE);
    }
    Ok(sums)
}

fn sums(weights: &[Weight]) -> Sums {
    let sum = |wanted: When| -> u64 {
        weights.iter().filter(|weight| weight.when == wanted).map(|weight| weight.brotli).sum()
    };
    let first = sum(When::First);
    Sums { first, whole: first + sum(When::Later) }
}

/// Every file of `dist`, heaviest first.
fn weigh(dist: &Path) -> Result<Vec<Weight>, XtaskError> {
    let mut weights = Vec::new();
    for path in files(dist)? {
        let bytes = std::fs::read(&path).map_err(XtaskError::file(&path))?;
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        let when = When::of(&path);
        weights.push(Weight { name, raw: bytes.len() as u64, brotli: brotli(&bytes), when });
    }
    weights.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
    Ok(weights)
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
    use super::{BUDGET, Sums, WHOLE, brotli, print, weigh};

    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("crosslane-size-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("parts")).unwrap();
        folder
    }

    #[test]
    fn counts_what_is_written_not_what_is_read() {
        assert!(brotli(&[b'a'; 10_000]) < 40);
        assert!(brotli(b"") <= 2);
    }

    #[test]
    fn files_in_folders_count_and_the_heaviest_comes_first() {
        let dist = folder("order");
        std::fs::write(dist.join("index.html"), "<p>").unwrap();
        std::fs::write(dist.join("parts/app.js"), noise(2_000)).unwrap();
        let names: Vec<_> = weigh(&dist).unwrap().into_iter().map(|weight| weight.name).collect();
        assert_eq!(names, ["parts/app.js", "index.html"]);
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_byte_that_does_not_compress_breaks_the_budget() {
        let dist = folder("budget");
        std::fs::write(
            dist.join("parts/crosslane-web_bg.wasm"),
            noise(usize::try_from(BUDGET).unwrap() - 500),
        )
        .unwrap();
        assert!(print(&dist).unwrap().fit());
        std::fs::write(dist.join("parts/parts.js"), noise(1_000)).unwrap();
        assert!(!print(&dist).unwrap().fit());
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn what_comes_with_a_workspace_is_no_first_load_but_counts() {
        let dist = folder("later");
        std::fs::write(dist.join("parts/split_workspace.wasm"), noise(usize::try_from(BUDGET).unwrap()))
            .unwrap();
        std::fs::write(dist.join("parts/chunk_1.wasm"), noise(1_000)).unwrap();
        std::fs::write(dist.join("parts/sheets_bg.wasm"), noise(50_000)).unwrap();
        let sums = print(&dist).unwrap();
        assert_eq!(sums.first, 0);
        assert!(sums.whole > BUDGET && sums.whole < BUDGET + 5_000 && sums.fit(), "{sums:?}");
        assert!(!Sums { first: 0, whole: WHOLE + 1 }.fit());
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
