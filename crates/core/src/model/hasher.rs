//! A fast hash of texts: for maps by identifier that are made anew with every evaluation, and for what files
//! name by a number.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::id::Id;

/// A map by identifier.
pub type IdMap<V> = HashMap<Id, V, BuildHasherDefault<IdHasher>>;

/// Mixes eight bytes at a time with a multiplication of twice the width. It has no secret: a file made to
/// collide makes its own page slow.
#[derive(Clone, Copy, Debug, Default)]
pub struct IdHasher(u64);

impl IdHasher {
    fn mix(&mut self, word: u64) {
        // Digits of the golden ratio.
        let product = u128::from(self.0 ^ word ^ 0x9e37_79b9_7f4a_7c15) * 0xf39c_c060_5ced_c835_u128;
        // Both halves count.
        #[allow(clippy::cast_possible_truncation)]
        let folded = product as u64 ^ (product >> 64) as u64;
        self.0 = folded;
    }
}

impl Hasher for IdHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.mix(u64::from_le_bytes(last));
    }

    // What ends a text: texts are told apart by their bytes.
    fn write_u8(&mut self, _: u8) {}

    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

/// A number for a list of words, the same on every machine and in every version: files hold what is made of it.
pub fn stable_hash(words: impl IntoIterator<Item = u64>) -> u64 {
    let mut hasher = IdHasher::default();
    words.into_iter().for_each(|word| hasher.mix(word));
    hasher.0
}

/// A number for a text, the same on every machine and in every version: files hold what is made of it.
/// Another for another beginning.
pub fn stable_text_hash(beginning: u64, text: &str) -> u64 {
    let mut hash = TextHash::new(beginning);
    hash.push(text);
    hash.finish()
}

/// The number of [`stable_text_hash`] for a text that comes in pieces. A copy goes on from where it was made, so that
/// a long beginning of many texts is looked at once.
#[derive(Clone, Copy, Debug)]
pub struct TextHash {
    hasher: IdHasher,
    /// What does not fill a word yet, with zeros behind it.
    rest: [u8; 8],
    length: usize,
}

impl TextHash {
    /// Nothing yet.
    pub fn new(beginning: u64) -> Self {
        Self { hasher: IdHasher(beginning), rest: [0; 8], length: 0 }
    }

    /// The next piece of the text.
    pub fn push(&mut self, text: &str) {
        let mut bytes = text.as_bytes();
        let held = self.length % 8;
        self.length += bytes.len();
        if held > 0 {
            let (now, later) = bytes.split_at(bytes.len().min(8 - held));
            self.rest[held..held + now.len()].copy_from_slice(now);
            if held + now.len() < 8 {
                return;
            }
            self.hasher.mix(u64::from_le_bytes(self.rest));
            bytes = later;
        }
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.hasher.mix(u64::from_le_bytes(*word));
        }
        self.rest = [0; 8];
        self.rest[..rest.len()].copy_from_slice(rest);
    }

    /// The number of the text so far.
    pub fn finish(mut self) -> u64 {
        self.hasher.mix(u64::from_le_bytes(self.rest));
        // Apart from texts that end in zeros.
        self.hasher.mix(self.length as u64);
        self.hasher.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_pieces_has_the_number_of_the_whole() {
        let text: String = ('a'..='z').collect();
        for first in 0..text.len() {
            for second in first..text.len() {
                let mut hash = TextHash::new(7);
                for piece in [&text[..first], &text[first..second], &text[second..]] {
                    hash.push(piece);
                }
                assert_eq!(hash.finish(), stable_text_hash(7, &text), "{first} {second}");
            }
        }
    }

    #[test]
    fn files_hold_what_is_made_of_it() {
        assert_eq!(stable_text_hash(0, "a-touchpoint"), 0xb4fe_b310_fd5c_9c33);
        assert_eq!(stable_hash([1, 2]), 0xbce9_574b_b636_9f19);
        assert_ne!(stable_text_hash(0, "a"), stable_text_hash(0, "a\0"));
        assert_ne!(stable_hash([1, 2]), stable_hash([2, 1]));
    }
}
