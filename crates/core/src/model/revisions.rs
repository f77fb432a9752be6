//! The revisions a file descends from.

use serde_json::{Value, json};

use super::field::{Field, Scalar};
use super::read::{Expected, ProblemKind, Reader};
use super::schema::Schema;
use super::write::Writer;

/// Revisions, the newest first, each once; at most [`MOST`](Self::MOST).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revisions(Vec<String>);

impl Revisions {
    /// How many are remembered.
    pub const MOST: usize = 16;

    /// The newest of these; what is no revision, or comes again, is left out.
    pub fn newest(revisions: impl IntoIterator<Item = String>) -> Self {
        let mut kept: Vec<String> = Vec::new();
        for revision in revisions {
            if kept.len() < Self::MOST && is_revision(&revision) && !kept.contains(&revision) {
                kept.push(revision);
            }
        }
        Self(kept)
    }

    /// They, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// Whether a text is the SHA-1 of something, as 40 hexadecimal digits.
fn is_revision(text: &str) -> bool {
    text.len() == 40 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

impl Scalar for Revisions {
    fn is_left_out(&self) -> bool {
        self.0.is_empty()
    }

    fn read(value: &Value, reader: &mut Reader) -> Option<Self> {
        let Value::Array(items) = value else {
            reader.report_type(Expected::List, value);
            return None;
        };
        if items.len() > Self::MOST {
            reader.report(ProblemKind::TooMany { found: items.len(), most: Self::MOST });
        }
        let mut kept: Vec<String> = Vec::new();
        for (index, item) in items.iter().take(Self::MOST).enumerate() {
            reader.at_index(index, |reader| {
                let Some(text) = <String as Field>::read(item, reader) else { return };
                if is_revision(&text) {
                    kept.push(text);
                } else {
                    reader.report(ProblemKind::BadRevision(text.chars().take(80).collect()));
                }
            });
        }
        Some(Self(kept))
    }

    fn write(&self, writer: &mut Writer) {
        self.0.write(writer);
    }

    fn schema(_: &mut Schema) -> Value {
        json!({
            "type": "array",
            "items": { "type": "string", "pattern": "^[0-9a-f]{40}$" },
            "maxItems": Self::MOST
        })
    }
}
