//! A chunk: one canonical JSON text, deflated and encoded.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::encode::{decode, encode};
use super::key::{Name, Part};
use super::key_value::{StoreError, units};
use super::shelf::Shelf;

/// The most that the chunks of one workspace may hold together when inflated, in bytes. More is not saved,
/// and what claims to be more was made to exhaust memory: a small chunk can inflate to a thousand times it.
pub const MAX_INFLATED: u64 = 128 * 1024 * 1024;

/// Deflate's usual balance of time and size.
const LEVEL: u8 = 6;

/// What a manifest says of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChunkRef {
    /// The name of the inflated text.
    pub name: Name,
    /// Length of the inflated text in bytes.
    pub bytes: u64,
    /// Length of the stored text in UTF-16 units.
    pub units: u64,
}

/// What is wrong with a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ChunkProblem {
    /// It is not there.
    #[error("missing")]
    Missing,
    /// It does not hold what its name says.
    #[error("garbled")]
    Garbled,
}

/// Deflates and encodes a text for the store.
pub fn pack(name: Name, text: &str) -> (ChunkRef, String) {
    let stored = encode(&compress_to_vec(text.as_bytes(), LEVEL));
    // No text that fits in memory is longer than a u64 can say.
    let [bytes, units] = [text.len(), units(&stored)].map(|size| u64::try_from(size).unwrap_or(u64::MAX));
    (ChunkRef { name, bytes, units }, stored)
}

/// The text in a stored chunk; `None` where that is not the one its name says, or a longer one than `bytes`.
pub fn unpack(stored: &str, name: Name, bytes: u64) -> Option<String> {
    inflate(stored, bytes).filter(|text| Name::of(text) == name)
}

/// The text in a stored chunk, whatever it is, of at most `limit` bytes.
pub fn inflate(stored: &str, limit: u64) -> Option<String> {
    let limit = usize::try_from(limit.min(MAX_INFLATED)).ok()?;
    let bytes = decompress_to_vec_with_limit(&decode(stored)?, limit).ok()?;
    String::from_utf8(bytes).ok()
}

/// Reads a chunk from the store.
///
/// # Errors
/// Where the store cannot be used; a chunk that is not right is the inner error.
pub fn read(shelf: &Shelf<'_>, chunk: &ChunkRef) -> Result<Result<String, ChunkProblem>, StoreError> {
    let stored = shelf.get(Part::Chunk(chunk.name))?;
    Ok(stored
        .ok_or(ChunkProblem::Missing)
        .and_then(|stored| unpack(&stored, chunk.name, chunk.bytes).ok_or(ChunkProblem::Garbled)))
}
