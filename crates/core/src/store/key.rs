//! The keys under which a workspace is stored.

use std::fmt;
use std::str::FromStr as _;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha1_smol::{Digest, Sha1};

use crate::model::Id;

/// What every key of this layout begins with; the number is the version of the layout.
pub const PREFIX: &str = "crosslane/1/";

const SET_ASIDE: &str = "aside-";
const VERSION: &str = "version-";
const HEAD: &str = "head-";
const DELETED: &str = "deleted";
const NEWEST: &str = "newest";

/// The name of a text: the SHA-1 of its bytes, written as 40 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Digest);

impl Name {
    /// The name of this text.
    pub fn of(text: &str) -> Self {
        Self(Sha1::from(text).digest())
    }

    /// The name written as `text`, if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        text.bytes().all(digits).then(|| Digest::from_str(text).ok().map(Self)).flatten()
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Name({self})")
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| de::Error::custom("not a name"))
    }
}

/// The place of a manifest. There are two, written in turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Slot {
    /// The first.
    A,
    /// The second.
    B,
}

impl Slot {
    /// Both places.
    pub const ALL: [Self; 2] = [Self::A, Self::B];

    /// The other place.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// What is stored under one key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The manifest of a generation.
    Manifest(Slot),
    /// A second copy of a manifest that was written while other tabs may have been saving, by the name of its text.
    Head(Name),
    /// The manifest of a kept version, by the identifier it was given.
    Version(Id),
    /// A chunk, by the name of its inflated text.
    Chunk(Name),
    /// A manifest set aside because its generation could not be read, by the name of its text.
    SetAside(Name),
    /// The number of the newest generation whose manifest stood.
    Newest,
    /// The mark of a deletion that was begun.
    Deleted,
}

impl Part {
    /// The name of the chunk, if it is one.
    pub fn chunk(self) -> Option<Name> {
        match self {
            Self::Chunk(name) => Some(name),
            Self::Manifest(_)
            | Self::Head(_)
            | Self::Version(_)
            | Self::SetAside(_)
            | Self::Newest
            | Self::Deleted => None,
        }
    }
}

/// A key of the layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The identifier the workspace is stored under.
    pub id: Id,
    /// Which part of it.
    pub part: Part,
}

impl Key {
    /// The key written as `text`; `None` where another program, or another version, wrote it.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, part) = text.strip_prefix(PREFIX)?.split_once('/')?;
        let part = match part {
            "a" => Part::Manifest(Slot::A),
            "b" => Part::Manifest(Slot::B),
            DELETED => Part::Deleted,
            NEWEST => Part::Newest,
            _ => {
                if let Some(name) = part.strip_prefix(SET_ASIDE) {
                    Part::SetAside(Name::parse(name)?)
                } else if let Some(id) = part.strip_prefix(VERSION) {
                    Part::Version(Id::new(id)?)
                } else if let Some(name) = part.strip_prefix(HEAD) {
                    Part::Head(Name::parse(name)?)
                } else {
                    Part::Chunk(Name::parse(part)?)
                }
            }
        };
        Some(Self { id: Id::new(id)?, part })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{PREFIX}{}/", self.id)?;
        match self.part {
            Part::Manifest(Slot::A) => f.write_str("a"),
            Part::Manifest(Slot::B) => f.write_str("b"),
            Part::Head(name) => write!(f, "{HEAD}{name}"),
            Part::Version(id) => write!(f, "{VERSION}{id}"),
            Part::Chunk(name) => write!(f, "{name}"),
            Part::SetAside(name) => write!(f, "{SET_ASIDE}{name}"),
            Part::Newest => f.write_str(NEWEST),
            Part::Deleted => f.write_str(DELETED),
        }
    }
}
