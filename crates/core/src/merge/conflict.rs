//! What both sides changed differently.

use serde_json::{Map as JsonMap, Value};

use crate::compare::{PLACE, Path, PathPart};

/// One of the two versions that are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// The one whose values are kept at a conflict.
    Ours,
    /// The one that comes in.
    Theirs,
}

impl Side {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ours => Self::Theirs,
            Self::Theirs => Self::Ours,
        }
    }

    /// Its position where something is kept of both.
    pub(super) fn position(self) -> usize {
        match self {
            Self::Ours => 0,
            Self::Theirs => 1,
        }
    }
}

/// What a conflict is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKind {
    /// Both changed a value, or one removed what the other changed.
    Value,
    /// Both gave a touchpoint another owner.
    Owner,
    /// Both noted what one side of a handoff says about its card.
    Agreement,
    /// Both moved it, to different places; the path ends in [`PLACE`]. Values are [`Place`](crate::compare::Place)s, and
    /// for a card of a handoff that both put on another one by hand, those handoffs, such as `"a/b"`.
    Place,
    /// One deleted an entity that the other changed, moved or refers to.
    Deleted,
}

impl ConflictKind {
    /// The word it has in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::Owner => "owner",
            Self::Agreement => "agreement",
            Self::Place => "place",
            Self::Deleted => "deleted",
        }
    }

    /// The kind of a conflict between two values at this place.
    pub(super) fn at(path: &Path) -> Self {
        let inside = |field: &str| matches!(path.0.get(2), Some(PathPart::Field(name)) if *name == field);
        match path.0.as_slice() {
            [.., PathPart::Field(PLACE)] => Self::Place,
            [.., PathPart::Field("owner")] if inside("touchpoints") => Self::Owner,
            [.., PathPart::Field("from_side" | "to_side")] => Self::Agreement,
            _ => Self::Value,
        }
    }
}

/// A place both sides changed differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Where; for a deletion, the entity.
    pub path: Path,
    /// What it is about.
    pub kind: ConflictKind,
    /// The common value as JSON, where there was one.
    pub base: Option<String>,
    /// Our value as JSON; `None` where we have none or deleted it.
    pub ours: Option<String>,
    /// Their value as JSON; `None` where they have none or deleted it.
    pub theirs: Option<String>,
    /// For a deletion, the other places that are settled with it: what stood in the entity, what referred to it, and what
    /// the other side did with either.
    pub with: Vec<Path>,
}

impl Conflict {
    /// The value of a side as JSON.
    pub fn value(&self, side: Side) -> Option<&str> {
        match side {
            Side::Ours => self.ours.as_deref(),
            Side::Theirs => self.theirs.as_deref(),
        }
    }

    pub(super) fn value_mut(&mut self, side: Side) -> &mut Option<String> {
        match side {
            Side::Ours => &mut self.ours,
            Side::Theirs => &mut self.theirs,
        }
    }

    /// The same conflict as the other side sees it.
    #[must_use]
    pub(super) fn turned(self) -> Self {
        Self { ours: self.theirs, theirs: self.ours, ..self }
    }

    /// The conflict as JSON: `{path, kind, base, ours, theirs}`.
    pub fn json(&self) -> Value {
        let mut fields = JsonMap::new();
        fields.insert("path".into(), self.path.to_string().into());
        fields.insert("kind".into(), self.kind.word().into());
        for (name, value) in [("base", &self.base), ("ours", &self.ours), ("theirs", &self.theirs)] {
            let value = value.as_deref().and_then(|json| serde_json::from_str(json).ok());
            fields.extend(value.map(|value| (name.to_owned(), value)));
        }
        Value::Object(fields)
    }
}
