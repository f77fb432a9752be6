//! A workspace in a link: everything stands in the part of the address after `#`, which no server sees.
//!
//! The text is `1.` and base64url of a text deflated (RFC 1951) with [`DICTIONARY`] before it. That is a line with the seed of new identifiers, empty
//! where there are none, then a Crosslane file without spaces. UUIDs, which hardly deflate, are written as `-0`, `-1`, …;
//! whoever opens the link makes the same new ones of the seed, so that two copies of one link fit together. Other
//! identifiers stay as they are.

mod remake;

#[cfg(test)]
mod tests;

use std::cell::RefCell;
use std::collections::HashMap;

use thiserror::Error;

use super::crosslane::{OpenError, Opened, open, revision_of, write_with};
use super::pack::{self, PackError, Primed};
use crate::model::{Id, Workspace, Writer};

/// What a link of this version begins with.
pub const PREFIX: &str = "1.";

/// The names of the fields, so that no link has to carry them. Links of this version cannot be read without it: it never
/// changes.
pub const DICTIONARY: &str = include_str!("dictionary.txt");

pub(super) const PACKED: Primed = Primed(DICTIONARY);

/// The longest link that mail and chat programs are trusted with, in characters. Above, offer a file.
pub const MAX_LENGTH: usize = 8_000;

/// The longest link that is opened, in characters: more than anything written by this program within [`MAX_LENGTH`].
pub const MAX_OPENED: usize = 64 * 1024;

/// The most that a link may hold when inflated, in bytes. A link of [`MAX_LENGTH`] honest characters holds about 60,000;
/// one of zeros could claim 6 million.
pub const MAX_INFLATED: usize = 2 * 1024 * 1024;

/// How many digits of the revision the seed has.
const SEED: usize = 16;

/// Why a link cannot be opened.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum LinkError {
    /// It is longer than [`MAX_OPENED`] characters.
    #[error("longer than {MAX_OPENED} characters")]
    TooLong,
    /// It does not begin as a link of this version does.
    #[error("not a link of this version")]
    UnknownVersion,
    /// A part of it is missing or was changed on the way.
    #[error("damaged")]
    Damaged,
    /// It inflates to more than [`MAX_INFLATED`] bytes.
    #[error("inflates to more than {MAX_INFLATED} bytes")]
    TooLarge,
    /// What it holds is refused as a file would be.
    #[error("refused: {0}")]
    Refused(#[from] OpenError),
}

/// The workspace as the text of a link, to be looked at together with [`MAX_LENGTH`].
pub fn encode(workspace: &Workspace) -> String {
    let uuids = uuids(workspace);
    let text = if uuids.is_empty() {
        format!("\n{}", write_with(workspace, Writer::default().compact()))
    } else {
        let mut seed = revision_of(workspace);
        seed.truncate(SEED);
        let new = uuids.iter().map(|(old, number)| (old.clone(), remade(&seed, &short(*number)))).collect();
        let workspace = remake::remade(workspace, &new);
        let numbers: HashMap<&str, usize> =
            uuids.iter().filter_map(|(old, number)| Some((new.get(old)?.as_str(), *number))).collect();
        let renaming = |id: &str| numbers.get(id).map(|number| short(*number));
        format!("{seed}\n{}", write_with(&workspace, Writer::default().compact().renaming(&renaming)))
    };
    PREFIX.to_owned() + &pack::encode(&PACKED.deflate(text.trim_end()))
}

/// The workspace in the text of a link.
///
/// # Errors
/// Where it is not a link of this version, is damaged or holds too much, or what it holds is refused.
pub fn decode(link: &str) -> Result<Opened, LinkError> {
    if link.len() > MAX_OPENED {
        return Err(LinkError::TooLong);
    }
    let packed = link.strip_prefix(PREFIX).ok_or(LinkError::UnknownVersion)?;
    let bytes = pack::decode(packed).ok_or(LinkError::Damaged)?;
    let text = PACKED.inflate(&bytes, MAX_INFLATED).map_err(|error| match error {
        PackError::TooLarge => LinkError::TooLarge,
        PackError::Damaged => LinkError::Damaged,
    })?;
    let (seed, text) = text.split_once('\n').ok_or(LinkError::Damaged)?;
    if seed.len() > SEED {
        return Err(LinkError::Damaged);
    }
    let opened = open(text)?;
    if seed.is_empty() {
        return Ok(opened);
    }
    let renaming = |id: &str| is_short(id).then(|| remade(seed, id).to_string());
    let workspace = open(&write_with(&opened.workspace, Writer::default().compact().renaming(&renaming)))?;
    Ok(Opened { newer_version: opened.newer_version, ..workspace })
}

/// The UUIDs among the identifiers of a workspace, numbered in the order of the file.
fn uuids(workspace: &Workspace) -> HashMap<String, usize> {
    let met = RefCell::new(HashMap::new());
    let meet = |id: &str| {
        // Another identifier that looks like a number must not be taken for one.
        if is_uuid(id) || is_short(id) {
            let mut met = met.borrow_mut();
            let number = met.len();
            met.entry(id.to_owned()).or_insert(number);
        }
        None
    };
    write_with(workspace, Writer::default().renaming(&meet));
    met.into_inner()
}

/// Eight, four, four, four and twelve hexadecimal digits.
fn is_uuid(id: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| match at {
        8 | 13 | 18 | 23 => byte == b'-',
        _ => byte.is_ascii_hexdigit(),
    };
    id.len() == 36 && id.bytes().enumerate().all(fits)
}

fn is_short(id: &str) -> bool {
    id.starts_with('-')
}

fn short(number: usize) -> String {
    format!("-{number}")
}

/// The new identifier of a number.
fn remade(seed: &str, short: &str) -> Id {
    Id::derived(&["link", seed, short])
}
