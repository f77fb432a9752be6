//! PNG (ISO/IEC 15948): a signature, then chunks of length, type, data and checksum.

use thiserror::Error;

use super::{EmbeddedError, packed};
use crate::model::Workspace;

/// What every PNG begins with.
pub const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];

/// The chunk that holds a workspace: ancillary, private, and safe to copy by programs that do not know it.
const CHUNK: [u8; 4] = *b"crLn";
const END: [u8; 4] = *b"IEND";
/// The version of what the chunk holds, its first byte.
const VERSION: u8 = 1;
/// Length, type and checksum.
const AROUND: usize = 12;
/// The longest data a chunk may have (ISO/IEC 15948, 5.3).
const LONGEST: usize = 0x7fff_ffff;

/// Why a workspace cannot be put into a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PngError {
    /// The bytes are no whole PNG.
    #[error("not a PNG, or cut off")]
    NotPng,
    /// The workspace is larger than a chunk can be.
    #[error("too large for a PNG")]
    TooLarge,
}

/// The picture with the workspace in it, before its end. A workspace that was in it is replaced.
///
/// # Errors
/// Where the bytes are no PNG, or the workspace is too large for one.
pub fn into_png(png: &[u8], workspace: &Workspace) -> Result<Vec<u8>, PngError> {
    let mut data = vec![VERSION];
    data.extend(packed(workspace));
    let length =
        u32::try_from(data.len()).ok().filter(|_| data.len() <= LONGEST).ok_or(PngError::TooLarge)?;
    let mut result = SIGNATURE.to_vec();
    for chunk in Chunks::of(png).ok_or(PngError::NotPng)? {
        if chunk.kind == CHUNK {
            continue;
        }
        if chunk.kind == END {
            result.extend(length.to_be_bytes());
            result.extend(CHUNK);
            result.extend(&data);
            result.extend(checksum(&[&CHUNK, &data]).to_be_bytes());
            result.extend(chunk.whole);
            return Ok(result);
        }
        result.extend(chunk.whole);
    }
    Err(PngError::NotPng)
}

/// What the chunk of a picture holds.
pub(super) fn out_of_png(png: &[u8]) -> Result<&[u8], EmbeddedError> {
    let mut chunks = Chunks::of(png).ok_or(EmbeddedError::None)?;
    let chunk = chunks.find(|chunk| chunk.kind == CHUNK).ok_or(EmbeddedError::None)?;
    if checksum(&[&CHUNK, chunk.data]) != chunk.checksum {
        return Err(EmbeddedError::Damaged);
    }
    match chunk.data {
        [VERSION, packed @ ..] => Ok(packed),
        _ => Err(EmbeddedError::Damaged),
    }
}

struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
    checksum: u32,
    whole: &'a [u8],
}

/// The chunks up to the first that is not whole.
struct Chunks<'a> {
    rest: &'a [u8],
}

impl<'a> Chunks<'a> {
    fn of(png: &'a [u8]) -> Option<Self> {
        png.strip_prefix(&SIGNATURE).map(|rest| Self { rest })
    }
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let length = usize::try_from(u32::from_be_bytes(*self.rest.first_chunk()?)).ok()?;
        let whole = self.rest.get(..length.checked_add(AROUND)?)?;
        self.rest = &self.rest[whole.len()..];
        let checksum = u32::from_be_bytes(*whole.last_chunk()?);
        Some(Chunk { kind: *whole[4..].first_chunk()?, data: &whole[8..length + 8], checksum, whole })
    }
}

/// The checksum of a chunk: CRC-32 of its type and data (ISO/IEC 15948, annex D).
fn checksum(parts: &[&[u8]]) -> u32 {
    let mut register = u32::MAX;
    for byte in parts.iter().flat_map(|part| part.iter()) {
        register ^= u32::from(*byte);
        for _ in 0..8 {
            register = if register & 1 == 1 { 0xedb8_8320 ^ register >> 1 } else { register >> 1 };
        }
    }
    !register
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(&[b"IEND"]), 0xae42_6082);
        assert_eq!(checksum(&[b"1234", b"56789"]), 0xcbf4_3926);
    }
}
