//! Crosslane JSON, file format version 1.

mod descent;
mod json;
mod pieces;
mod read;
mod revision;
mod schema;

pub use descent::{descended_from, descent};
pub(crate) use descent::{joined_descent, with_descent_of, without_descent};
pub(crate) use json::parse;
pub use json::{JsonError, JsonFault, MAX_DEPTH};
pub use pieces::{Joining, pieces};
pub use read::{OpenError, Opened, Repaired, open};
pub use revision::{made_of, revision_of, stamped};
pub use schema::json_schema;

use crate::model::{Workspace, Writer};

/// The word in the field `format` of every file.
pub const FORMAT: &str = "crosslane";
/// The file format version this program writes and fully understands.
pub const VERSION: u64 = 1;
/// The names of the fields around the workspace, in the order of the file.
pub const ENVELOPE: [&str; 2] = ["format", "version"];

/// A value as JSON text, with numbers as exact as in a file; `None` where it is none.
pub(crate) fn value_of(text: &str) -> Option<serde_json::Value> {
    json::parse(text).ok().map(|(value, _)| value)
}

/// The canonical text of a workspace: declared order, two spaces, one final newline.
pub fn write(workspace: &Workspace) -> String {
    write_with(workspace, Writer::default())
}

/// The text of a workspace as this writer writes.
pub(crate) fn write_with(workspace: &Workspace, mut writer: Writer<'_>) -> String {
    writer.object(|writer| {
        writer.key(ENVELOPE[0]);
        writer.text(FORMAT);
        writer.key(ENVELOPE[1]);
        writer.plain(VERSION);
        writer.fields(workspace);
    });
    writer.finish()
}
