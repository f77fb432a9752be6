//! Reading files and standard input.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crosslane_core::format::crosslane::open;
use crosslane_core::model::Workspace;
use crosslane_words::command;

use crate::error::{Failure, Problem, is_standard};
use crate::visible;

/// The largest file read, in bytes: 100,000 touchpoints with every field filled are under a third of it.
const LARGEST: u64 = 256_000_000;

/// The bytes of a file, or of standard input for `-`.
///
/// # Errors
/// Where the file cannot be read or is larger than any workspace.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let read = if is_standard(path) {
        read_up_to_limit(io::stdin().lock())
    } else {
        File::open(path).map_err(Problem::Read).and_then(read_file)
    };
    read.map_err(|problem| problem.of(path))
}

/// What the system says of its length spares reading a file that is too long; a device has none.
fn read_file(file: File) -> Result<Vec<u8>, Problem> {
    let length = file.metadata().map_err(Problem::Read)?.len();
    if length > LARGEST { Err(Problem::TooLarge(LARGEST)) } else { read_up_to_limit(file) }
}

fn read_up_to_limit(source: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    source.take(LARGEST + 1).read_to_end(&mut bytes).map_err(Problem::Read)?;
    if bytes.len() as u64 > LARGEST { Err(Problem::TooLarge(LARGEST)) } else { Ok(bytes) }
}

/// The text of a file's bytes.
///
/// # Errors
/// Where they are not UTF-8.
pub fn decoded(path: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| Problem::NotText(error.utf8_error().valid_up_to() + 1).of(path))
}

/// The name of a file as it heads a report, on one line.
pub fn shown(file: &str) -> String {
    if is_standard(Path::new(file)) { command::STANDARD_INPUT.to_owned() } else { visible::line(file) }
}

/// The workspace in a file.
///
/// # Errors
/// Where the file cannot be read or is refused.
pub fn workspace(path: &Path) -> Result<Workspace, Failure> {
    opened(path, &decoded(path, bytes(path)?)?)
}

/// The workspace in the text of a file. Says on standard error where it is of a newer version.
///
/// # Errors
/// Where the text is refused.
pub fn opened(path: &Path, text: &str) -> Result<Workspace, Failure> {
    let opened = open(text).map_err(|error| {
        let other_format = path.extension().is_some_and(|extension| {
            ["csv", "tsv", "mmd", "mermaid"].iter().any(|known| extension.eq_ignore_ascii_case(known))
        });
        let hint = other_format.then(|| command::convert_first(&shown(&path.display().to_string())));
        Problem::Refused { error, hint }.of(path)
    })?;
    if let Some(version) = opened.newer_version {
        crate::warn(&shown(&path.display().to_string()), &command::newer(version));
    }
    Ok(opened.workspace)
}
