//! Opening a file: refused as a whole with every problem named, or taken whole.

use serde_json::{Map as JsonMap, Value};
use thiserror::Error;

use super::json::{JsonError, parse};
use super::{ENVELOPE, FORMAT, VERSION};
use crate::model::{Expected, Field, Problem, ProblemKind, Reader, Workspace, mend_structure, read_fields};

/// A file that could be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What the file holds.
    pub workspace: Workspace,
    /// The file's version where it is newer than [`VERSION`]: show it, but do not change it.
    pub newer_version: Option<u64>,
}

/// What can be saved of a file that was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Repaired {
    /// The workspace with everything blanked that was wrong.
    pub workspace: Workspace,
    /// What was wrong, and so was blanked, in the order it was met.
    pub problems: Vec<Problem>,
    /// How many more problems there are that are not listed.
    pub unlisted: usize,
}

/// Why a file was refused.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum OpenError {
    /// The text is not JSON.
    #[error("not JSON: {0}")]
    NotJson(#[from] JsonError),
    /// JSON, but not a Crosslane file.
    #[error("not a Crosslane file")]
    NotCrosslane,
    /// A Crosslane file with problems; the repaired copy lists them.
    #[error("{} problems", .0.problems.len() + .0.unlisted)]
    Problems(Box<Repaired>),
}

/// Opens the text of a Crosslane file.
///
/// # Errors
/// Where the text is not JSON, not a Crosslane file, or anything in it is wrong.
pub fn open(text: &str) -> Result<Opened, OpenError> {
    let (value, twice) = parse(text.strip_prefix('\u{feff}').unwrap_or(text))?;
    let Value::Object(mut object) = value else { return Err(OpenError::NotCrosslane) };
    if object.get(ENVELOPE[0]).and_then(Value::as_str) != Some(FORMAT) {
        return Err(OpenError::NotCrosslane);
    }
    let mut reader = Reader::default();
    for (path, key) in twice.keys {
        reader.report_at(path, ProblemKind::DuplicateKey(key));
    }
    reader.count_unlisted(twice.unlisted);
    let version = read_version(&object, &mut reader);
    for name in ENVELOPE {
        object.remove(name);
    }
    let mut workspace = Workspace::default();
    read_fields(&mut workspace, &object, &mut reader);
    mend_structure(&mut workspace, &mut reader);
    let whole = workspace.clone();
    workspace.prune(&whole.known(), &mut reader);
    if reader.is_clean() {
        return Ok(Opened { workspace, newer_version: Some(version).filter(|version| *version > VERSION) });
    }
    let (problems, unlisted) = reader.finish();
    Err(OpenError::Problems(Box::new(Repaired { workspace, problems, unlisted })))
}

fn read_version(object: &JsonMap<String, Value>, reader: &mut Reader) -> u64 {
    reader.at_field(ENVELOPE[1], |reader| match object.get(ENVELOPE[1]) {
        None => {
            reader.report(ProblemKind::Missing);
            VERSION
        }
        Some(value) => match value.as_u64() {
            Some(version) if version >= 1 => version,
            _ => {
                reader.report_type(Expected::WholeNumber, value);
                VERSION
            }
        },
    })
}
