//! Identifiers: short, stable text that never carries meaning.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;

use super::hasher::TextHash;
use super::texts::{self, Text};

/// Longest identifier in characters: the length of a hyphenated UUID.
pub const MAX_ID_LENGTH: usize = 36;

/// Where the two halves of derived identifiers begin: drawn once for Crosslane, never to change.
const NAMESPACE: [u64; 2] = [0x6f1d_9a52_83c7_4b0e, 0xa4d6_1c92_75e3_08bf];

/// What every identifier matches, as a regular expression.
pub(super) const ID_PATTERN: &str = "^[A-Za-z0-9_-]{1,36}$";

/// The identity of an entity: 1 to 36 characters of `A-Z a-z 0-9 _ -`.
///
/// `Copy` and small, for views and indexes pass identifiers around all the time: the text is kept once for
/// all identifiers that are equal, so that these are equal where they point to the same text.
#[derive(Clone, Copy)]
pub struct Id {
    // The first eight bytes of the text, which tell most identifiers apart without looking at it. Padded with
    // zeros, which sort before every allowed character: the order is that of the text.
    start: u64,
    text: &'static Text,
}

impl Id {
    /// The identifier written as `text`, or `None` where it is empty, too long or holds another character.
    pub fn new(text: &str) -> Option<Self> {
        let source = text.as_bytes();
        let allowed = |b: &u8| b.is_ascii_alphanumeric() || *b == b'-' || *b == b'_';
        if source.is_empty() || source.len() > MAX_ID_LENGTH || !source.iter().all(allowed) {
            return None;
        }
        Some(Self::of(text))
    }

    /// The identifier written as a text known to be one.
    fn of(text: &str) -> Self {
        let mut start = [0; 8];
        for (to, from) in start.iter_mut().zip(text.bytes()) {
            *to = from;
        }
        Self { start: u64::from_be_bytes(start), text: texts::kept(text) }
    }

    /// The identifier that is the hyphenated form of a UUID.
    pub fn from_uuid(uuid: uuid::Uuid) -> Self {
        Self::of(uuid.hyphenated().encode_lower(&mut [0; MAX_ID_LENGTH]))
    }

    /// The same identifier for the same parts, always: a UUID of version 8 (RFC 9562) made of them, as files bring
    /// in thousands at a time.
    pub fn derived(parts: &[&str]) -> Self {
        parts.iter().fold(Derivation::default(), |made, part| made.and(part)).id()
    }

    /// The identifier that what this one names has in a future journey started from its own.
    #[must_use]
    pub fn in_future(self, journey: Id) -> Self {
        Self::derived(&["future", journey.as_str(), self.as_str()])
    }

    /// The text of the identifier.
    pub fn as_str(&self) -> &'static str {
        self.text.as_str()
    }

    /// A number for the text, the same on every machine and in every version.
    pub fn stable_hash(&self) -> u64 {
        self.text.hash()
    }
}

/// The beginning of the parts of identifiers, see [`Id::derived`]: what many have in common is looked at once.
#[derive(Clone, Copy, Debug)]
pub struct Derivation([TextHash; 2]);

impl Default for Derivation {
    fn default() -> Self {
        Self(NAMESPACE.map(TextHash::new))
    }
}

impl Derivation {
    /// With one more part.
    #[must_use]
    pub fn and(mut self, part: &str) -> Self {
        let length = part.len().to_string();
        for hash in &mut self.0 {
            // A separator no part can fake: each part is preceded by its length.
            for piece in [&length, ":", part] {
                hash.push(piece);
            }
        }
        self
    }

    /// The identifier of the parts.
    pub fn id(self) -> Id {
        let [high, low] = self.0.map(|hash| u128::from(hash.finish()));
        Id::from_uuid(uuid::Uuid::new_v8((high << 64 | low).to_be_bytes()))
    }
}

impl PartialEq for Id {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.text, other.text)
    }
}

impl Eq for Id {}

impl Hash for Id {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::ptr::hash(self.text, state);
    }
}

impl Ord for Id {
    fn cmp(&self, other: &Self) -> Ordering {
        self.start
            .cmp(&other.start)
            .then_with(|| if self == other { Ordering::Equal } else { self.text.cmp(other.text) })
    }
}

impl PartialOrd for Id {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Id({self})")
    }
}

/// The kinds of entity that others refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// An organisational unit.
    Department,
    /// A kind of customer.
    Persona,
    /// A way in which customer and organisation meet.
    Channel,
    /// A system people work with.
    System,
    /// A piece of information.
    Item,
    /// What promises and standards are about.
    Subject,
    /// An agreed value for a subject.
    Standard,
    /// A concept and its names.
    Term,
    /// What a department is steered by.
    Measure,
    /// A shared customer outcome.
    Goal,
    /// A journey.
    Journey,
    /// A phase of a journey.
    Phase,
    /// A touchpoint of any journey.
    Touchpoint,
    /// A decision of the steering committee.
    Decision,
    /// An initiative.
    Initiative,
    /// A story.
    Story,
    /// A co-creation session.
    Session,
}

impl EntityKind {
    /// Every kind, in the order of the declaration.
    pub const ALL: [Self; 17] = [
        Self::Department,
        Self::Persona,
        Self::Channel,
        Self::System,
        Self::Item,
        Self::Subject,
        Self::Standard,
        Self::Term,
        Self::Measure,
        Self::Goal,
        Self::Journey,
        Self::Phase,
        Self::Touchpoint,
        Self::Decision,
        Self::Initiative,
        Self::Story,
        Self::Session,
    ];

    /// The word it has in addresses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Persona => "persona",
            Self::Channel => "channel",
            Self::System => "system",
            Self::Item => "item",
            Self::Subject => "subject",
            Self::Standard => "standard",
            Self::Term => "term",
            Self::Measure => "measure",
            Self::Goal => "goal",
            Self::Journey => "journey",
            Self::Phase => "phase",
            Self::Touchpoint => "touchpoint",
            Self::Decision => "decision",
            Self::Initiative => "initiative",
            Self::Story => "story",
            Self::Session => "session",
        }
    }
}

/// Marks a type whose entities can be referred to.
pub trait Referable: 'static {
    /// Which kind of entity the type is.
    const KIND: EntityKind;
}

/// A reference to the entity of type `T` with this identifier.
pub struct Ref<T> {
    id: Id,
    target: PhantomData<fn() -> T>,
}

impl<T> Ref<T> {
    /// The identifier referred to.
    pub fn id(self) -> Id {
        self.id
    }
}

impl<T> From<Id> for Ref<T> {
    fn from(id: Id) -> Self {
        Self { id, target: PhantomData }
    }
}

impl<T> From<Ref<T>> for Id {
    fn from(reference: Ref<T>) -> Self {
        reference.id
    }
}

impl<T> Deref for Ref<T> {
    type Target = Id;
    fn deref(&self) -> &Id {
        &self.id
    }
}

impl<T> Clone for Ref<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Ref<T> {}

impl<T> PartialEq for Ref<T> {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl<T> Eq for Ref<T> {}

impl<T> PartialOrd for Ref<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Ref<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.id.cmp(&other.id)
    }
}

impl<T> fmt::Debug for Ref<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.id, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accepts_only_the_documented_characters_and_lengths() {
        assert_eq!(Id::new("a-B_9").map(|id| id.to_string()).as_deref(), Some("a-B_9"));
        assert!(Id::new(&"x".repeat(36)).is_some());
        for bad in ["", "a b", "é", "a/b", "x\0", &"x".repeat(37)] {
            assert!(Id::new(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn sorts_as_text() {
        let mut ids: Vec<Id> = ["b", "a-", "a", "aa", "B"].iter().filter_map(|t| Id::new(t)).collect();
        ids.sort();
        let texts: Vec<&str> = ids.iter().map(Id::as_str).collect();
        assert_eq!(texts, ["B", "a", "a-", "aa", "b"]);
    }
}
