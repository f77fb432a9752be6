//! A manifest: what one generation of a workspace consists of, with a checksum.
//!
//! Its text is the SHA-1 of the second line on the first, and JSON on the second.

use std::collections::BTreeSet;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::chunk::{ChunkRef, MAX_INFLATED};
use super::key::Name;
use super::program::Program;
use crate::model::{Id, MAX_WHOLE};
use crate::sort::Gather;

/// What one generation consists of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Which save it was, from 1.
    pub generation: u64,
    /// When it was saved, as the caller said.
    pub saved_at: String,
    /// The version of the program that saved it.
    #[serde(default)]
    pub program: Program,
    /// Generations whose changes are in this one, the oldest first: the names of their manifests' texts.
    #[serde(default)]
    pub ancestors: Vec<Name>,
    /// The title of the workspace.
    pub title: String,
    /// How many touchpoints all journeys have together.
    pub touchpoints: u64,
    /// What the journeys share: the file without its journeys.
    pub shared: ChunkRef,
    /// The journeys.
    pub journeys: Vec<JourneyRef>,
}

/// Where a journey is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct JourneyRef {
    /// The journey.
    #[serde(serialize_with = "write_id", deserialize_with = "read_id")]
    pub id: Id,
    /// Its title, to name it by where its chunk is damaged.
    pub title: String,
    /// Its chunk.
    pub chunk: ChunkRef,
}

impl Manifest {
    /// The text to store.
    pub fn write(&self) -> String {
        // A struct of texts, numbers and lists always has a JSON form.
        let json = serde_json::to_string(self).unwrap_or_default();
        format!("{}\n{json}", Name::of(&json))
    }

    /// The manifest in a stored text; `None` where it is damaged.
    pub fn parse(text: &str) -> Option<Self> {
        let (checksum, json) = text.split_once('\n')?;
        if Name::parse(checksum)? != Name::of(json) {
            return None;
        }
        let manifest: Self = serde_json::from_str(json).ok()?;
        (manifest.generation < MAX_WHOLE && manifest.inflated() <= MAX_INFLATED).then_some(manifest)
    }

    /// All chunks, that of what the journeys share first.
    pub fn chunks(&self) -> impl Iterator<Item = &ChunkRef> {
        std::iter::once(&self.shared).chain(self.journeys.iter().map(|journey| &journey.chunk))
    }

    /// The names of all chunks.
    pub fn names(&self) -> BTreeSet<Name> {
        self.chunks().map(|chunk| chunk.name).gather()
    }

    /// Bytes of all chunks when inflated.
    pub fn inflated(&self) -> u64 {
        self.chunks().fold(0, |sum, chunk| sum.saturating_add(chunk.bytes))
    }
}

fn write_id<S: Serializer>(id: &Id, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(id.as_str())
}

fn read_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Id, D::Error> {
    let text = String::deserialize(deserializer)?;
    Id::new(&text).ok_or_else(|| de::Error::custom("not an identifier"))
}
