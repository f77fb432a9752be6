//! The texts of identifiers, each kept once.

use std::borrow::Borrow;
use std::collections::HashSet;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::{LazyLock, Mutex, PoisonError};

use super::hasher::{IdHasher, stable_text_hash};
use super::id::MAX_ID_LENGTH;

/// The text of an identifier, the only one that holds it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Text {
    // Padded with zeros, which sort before every allowed character: the derived order is that of the text.
    bytes: [u8; MAX_ID_LENGTH],
    length: u8,
    hash: u64,
}

impl Text {
    /// A number for the text, see [`stable_text_hash`].
    pub fn hash(&self) -> u64 {
        self.hash
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

/// A text among those known, found by what it says.
#[derive(PartialEq, Eq)]
struct Known(&'static Text);

impl Borrow<str> for Known {
    fn borrow(&self) -> &str {
        self.0.as_str()
    }
}

impl Hash for Known {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.as_str().hash(state);
    }
}

/// Every text an identifier had since the program began. They are never given back: a page holds a few
/// workspaces with some ten thousand identifiers of at most 36 bytes.
static TEXTS: LazyLock<Mutex<HashSet<Known, BuildHasherDefault<IdHasher>>>> = LazyLock::new(Mutex::default);

/// The one place that holds this text, no longer than an identifier may be.
pub fn kept(text: &str) -> &'static Text {
    // Whoever panicked meanwhile left the set whole: a text is in it or not.
    let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = texts.get(text) {
        return known.0;
    }
    let mut bytes = [0; MAX_ID_LENGTH];
    let mut length = 0;
    for (to, from) in bytes.iter_mut().zip(text.bytes()) {
        *to = from;
        length += 1;
    }
    let text: &'static Text = Box::leak(Box::new(Text { bytes, length, hash: stable_text_hash(0, text) }));
    texts.insert(Known(text));
    text
}
