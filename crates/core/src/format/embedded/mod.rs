//! A workspace inside of a picture or page that was made of it, so that dropping that on Crosslane opens it again.
//!
//! In SVG and HTML it stands in an element of the namespace [`NAMESPACE`], as `1.` and base64url; in PNG in a chunk of its
//! own. Packed as in a [link](super::link), with all identifiers as they are.

mod png;

#[cfg(test)]
mod tests;

use thiserror::Error;

use super::crosslane::{OpenError, Opened, open, write_with};
use super::link::{PACKED, PREFIX};
use super::pack::{self, PackError};
use crate::model::{Workspace, Writer};

pub use png::{PngError, SIGNATURE, into_png};

/// The XML namespace of the element that holds the workspace.
pub const NAMESPACE: &str = "urn:crosslane";

/// The most that is inflated, in bytes: four times what 10,000 touchpoints with every field filled take.
pub const MAX_INFLATED: usize = 32 * 1024 * 1024;

/// How many places of a file are looked at that could hold a workspace. This program writes one.
const MOST_PLACES: usize = 64;

/// Why no workspace was found in a file.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum EmbeddedError {
    /// It holds none.
    #[error("holds no workspace")]
    None,
    /// A part of it is missing or was changed.
    #[error("damaged")]
    Damaged,
    /// It inflates to more than [`MAX_INFLATED`] bytes.
    #[error("inflates to more than {MAX_INFLATED} bytes")]
    TooLarge,
    /// What it holds is refused as a file would be.
    #[error("refused: {0}")]
    Refused(#[from] OpenError),
}

/// The element that holds a workspace, for the `metadata` of an SVG or the `template` of a page.
pub fn element(workspace: &Workspace) -> String {
    let payload = pack::encode(&packed(workspace));
    format!("<workspace xmlns=\"{NAMESPACE}\">{PREFIX}{payload}</workspace>")
}

/// The workspace in the bytes of an SVG, an HTML page or a PNG.
///
/// # Errors
/// Where there is none, or what is there is damaged, too large or refused.
pub fn read(bytes: &[u8]) -> Result<Opened, EmbeddedError> {
    if bytes.starts_with(&SIGNATURE) {
        return unpacked(png::out_of_png(bytes)?);
    }
    let mut found = Err(EmbeddedError::None);
    for payload in payloads(bytes).take(MOST_PLACES) {
        found = std::str::from_utf8(payload)
            .ok()
            .and_then(pack::decode)
            .ok_or(EmbeddedError::Damaged)
            .and_then(|packed| unpacked(&packed));
        // Text that people typed may look like the beginning of a payload.
        if matches!(found, Ok(_) | Err(EmbeddedError::Refused(_))) {
            break;
        }
    }
    found
}

/// What stands after the tag of each element that names the namespace, where it begins as a payload does.
fn payloads(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let at = places_of(bytes, NAMESPACE.as_bytes());
    at.filter_map(|at| {
        let rest = &bytes[at..];
        let text = &rest[rest.iter().position(|byte| *byte == b'>')? + 1..];
        let text = text.trim_ascii_start().strip_prefix(PREFIX.as_bytes())?;
        let is_payload = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        Some(&text[..text.iter().position(|byte| !is_payload(byte)).unwrap_or(text.len())])
    })
}

/// Where `wanted` begins in `bytes`.
fn places_of<'a>(bytes: &'a [u8], wanted: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let windows = bytes.windows(wanted.len()).enumerate();
    windows.filter(move |(_, window)| *window == wanted).map(|(at, _)| at)
}

/// A workspace packed for a file.
fn packed(workspace: &Workspace) -> Vec<u8> {
    PACKED.deflate(write_with(workspace, Writer::default().compact()).trim_end())
}

fn unpacked(packed: &[u8]) -> Result<Opened, EmbeddedError> {
    let text = PACKED.inflate(packed, MAX_INFLATED).map_err(|error| match error {
        PackError::TooLarge => EmbeddedError::TooLarge,
        PackError::Damaged => EmbeddedError::Damaged,
    })?;
    Ok(open(&text)?)
}
