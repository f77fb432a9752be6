//! What can be deleted, and what others can refer to.

use crate::compare::{Path, entity_at, path_of};
use crate::model::{EntityKind, Id, Workspace};

/// An entity, wherever it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Entity {
    /// Its kind.
    pub kind: EntityKind,
    /// Its journey, for a phase or a touchpoint.
    pub journey: Option<Id>,
    /// Itself.
    pub id: Id,
}

impl Entity {
    /// An entity of a register, or a journey.
    pub fn entry(kind: EntityKind, id: Id) -> Self {
        Self { kind, journey: None, id }
    }

    /// A phase or a touchpoint.
    pub fn inside(kind: EntityKind, journey: Id, id: Id) -> Self {
        Self { kind, journey: Some(journey), id }
    }

    /// The entity this path leads to.
    pub fn at(path: &Path) -> Option<Self> {
        let (kind, id) = entity_at(path)?;
        Some(match kind {
            EntityKind::Phase | EntityKind::Touchpoint => {
                Self::inside(kind, path.key_after("journeys").and_then(Id::new)?, id)
            }
            _ => Self::entry(kind, id),
        })
    }

    /// Where it stands.
    pub fn path(self) -> Path {
        path_of(self.kind, self.journey, self.id).unwrap_or_default()
    }

    /// Whether a version has it.
    pub fn is_in(self, version: &Workspace) -> bool {
        match (self.kind, self.journey) {
            (EntityKind::Phase, Some(journey)) => {
                version.journeys.get(&journey).is_some_and(|journey| journey.phases.contains_key(&self.id))
            }
            (EntityKind::Touchpoint, Some(journey)) => version
                .journeys
                .get(&journey)
                .is_some_and(|journey| journey.touchpoints.contains_key(&self.id)),
            _ => version.contains(self.kind, self.id),
        }
    }
}
