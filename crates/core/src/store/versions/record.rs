//! What is stored of a kept version: its manifest, and why and when it was kept.

use serde::{Deserialize, Serialize};

use crate::model::MAX_WHOLE;
use crate::store::chunk::{MAX_INFLATED, pack, unpack};
use crate::store::key::Name;
use crate::store::manifest::Manifest;

/// The most a record may hold when inflated, in bytes: that of a workspace of 10,000 journeys is a third of it.
const MAX_RECORD: u64 = 8 * 1024 * 1024;

/// Why a version was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VersionKind {
    /// By hand, with a name.
    Named,
    /// By itself, before another version was merged in.
    BeforeMerge,
    /// By itself, before a file was taken in.
    BeforeImport,
    /// By itself, before another version was put in its place.
    BeforeReplace,
    /// By itself, before much was changed at once.
    BeforeBulkChange,
    /// By itself, when the scores of a day were kept.
    Scores,
    /// It was given to somebody as a file.
    Exported,
    /// It came from somebody as a file.
    Opened,
}

impl VersionKind {
    /// Whether copies of it are elsewhere: the common version when one of them comes back changed.
    pub fn is_base(self) -> bool {
        matches!(self, Self::Exported | Self::Opened)
    }

    /// Whether it was kept by itself, and is thinned out with age.
    pub fn is_automatic(self) -> bool {
        !self.is_base() && self != Self::Named
    }
}

/// A kept version as it is stored. Its text is the SHA-1 of what is stored, and that, deflated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Why it was kept.
    pub kind: VersionKind,
    /// What the person called it; empty where nobody did.
    pub name: String,
    /// When it was kept, in seconds since 1970 (UTC).
    pub kept_at: u64,
    /// The revision of what it holds.
    pub revision: Name,
    /// The chunks it consists of.
    pub content: Manifest,
}

impl Record {
    /// The text to store.
    pub fn write(&self) -> String {
        // A struct of texts, numbers and lists always has a JSON form.
        let json = serde_json::to_string(self).unwrap_or_default();
        let name = Name::of(&json);
        format!("{name}\n{}", pack(name, &json).1)
    }

    /// The record in a stored text; `None` where it is damaged, or of a program that knows more kinds.
    pub fn parse(text: &str) -> Option<Self> {
        let (name, stored) = text.split_once('\n')?;
        let json = unpack(stored, Name::parse(name)?, MAX_RECORD)?;
        let record: Self = serde_json::from_str(&json).ok()?;
        let content = &record.content;
        let fits = content.generation < MAX_WHOLE && content.inflated() <= MAX_INFLATED;
        (fits && record.kept_at < MAX_WHOLE).then_some(record)
    }
}
