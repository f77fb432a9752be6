//! What the first load weighs on the wire: every file of `dist/`, compressed as a static host would.

use std::path::{Path, PathBuf};

use crate::error::XtaskError;

/// The most that the first load may weigh, in bytes after `brotli -q 11` (docs/benchmarks.md names what others weigh).
pub const BUDGET: u64 = 300_000;

/// What the first load weighed when the budget was last looked at, rounded up: the budget is missed until this is below
/// it, and meanwhile the load may only become lighter.
pub const REACHED: u64 = 900_000;

/// The window that the `brotli` program and web servers use: 2²² bytes.
const WINDOW: i32 = 22;

/// One file of the first load.
#[derive(Debug)]
struct Weight {
    name: String,
    raw: u64,
    brotli: u64,
}

/// Prints each file and the sum; `false` where the sum is over the budget.
///
/// # Errors
/// When `dist` cannot be read.
pub fn print(dist: &Path) -> Result<bool, XtaskError> {
    let weights = weigh(dist)?;
    let sum: u64 = weights.iter().map(|weight| weight.brotli).sum();
    println!("{:>10} {:>10}  file", "raw", "brotli");
    for weight in &weights {
        println!("{:>10} {:>10}  {}", weight.raw, weight.brotli, weight.name);
    }
    println!("{:>10} {sum:>10}  first load, of {BUDGET} allowed", "");
    if sum > BUDGET {
        println!("\nThe first load is {} bytes over its budget.", sum - BUDGET);
    }
    Ok(sum <= BUDGET)
}

/// Every file of `dist`, heaviest first. All are counted: what is not loaded at the start does not belong there.
fn weigh(dist: &Path) -> Result<Vec<Weight>, XtaskError> {
    let mut weights = Vec::new();
    for path in files(dist)? {
        let bytes = std::fs::read(&path).map_err(XtaskError::file(&path))?;
        let name = path.strip_prefix(dist).unwrap_or(&path).display().to_string();
        weights.push(Weight { name, raw: bytes.len() as u64, brotli: brotli(&bytes) });
    }
    weights.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.name.cmp(&b.name)));
    Ok(weights)
}

/// How the first load stands to its budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Within the budget.
    Met,
    /// Over the budget, but no heavier than it was: to be mended.
    Missed,
    /// Over the budget, and heavier than it was.
    Grown,
}

/// Prints each file and the sum, and says how the sum stands to the budget.
///
/// # Errors
/// When `dist` cannot be read.
pub fn standing(dist: &Path) -> Result<Standing, XtaskError> {
    if print(dist)? {
        return Ok(Standing::Met);
    }
    let sum: u64 = weigh(dist)?.iter().map(|weight| weight.brotli).sum();
    println!("It must not grow beyond {REACHED} bytes meanwhile.");
    Ok(if sum <= REACHED { Standing::Missed } else { Standing::Grown })
}

/// The files under a folder, those of its folders included.
fn files(folder: &Path) -> Result<Vec<PathBuf>, XtaskError> {
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
    use super::{BUDGET, REACHED, Standing, brotli, print, standing, weigh};

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
        assert!(print(&dist).unwrap());
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_byte_that_does_not_compress_breaks_the_budget() {
        let dist = folder("budget");
        std::fs::write(dist.join("parts/app.wasm"), noise(usize::try_from(BUDGET).unwrap())).unwrap();
        assert!(!print(&dist).unwrap());
        std::fs::remove_dir_all(dist).unwrap();
    }

    #[test]
    fn a_missed_budget_may_not_get_worse() {
        let dist = folder("standing");
        let weigh_in = |bytes: u64| {
            std::fs::write(dist.join("app.wasm"), noise(usize::try_from(bytes).unwrap())).unwrap();
            standing(&dist).unwrap()
        };
        assert_eq!(weigh_in(1_000), Standing::Met);
        assert_eq!(weigh_in(BUDGET), Standing::Missed);
        assert_eq!(weigh_in(REACHED), Standing::Grown);
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
