//! Why an edit is refused.

use thiserror::Error;

use crate::model::{EntityKind, Id, StepKey};

/// Why an edit is refused; the workspace stays as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EditError {
    /// It names something that is not there, perhaps because it was deleted meanwhile.
    #[error("{0} is not there")]
    NotThere(Id),
    /// It brings an identifier that is taken.
    #[error("{0} is taken")]
    Taken(Id),
    /// It refers to something that does not exist.
    #[error("there is no {0:?} {1}")]
    Dangling(EntityKind, Id),
    /// A step would lead from a touchpoint to itself.
    #[error("a step cannot lead from {0} to itself")]
    StepToItself(Id),
    /// An entry would be merged with itself.
    #[error("{0} cannot be merged with itself")]
    IntoItself(Id),
    /// A card would stand where there is no handoff.
    #[error("{0:?} is no handoff")]
    NoHandoff(StepKey),
    /// A card would cover another one.
    #[error("{0:?} has a card already")]
    HasCard(StepKey),
    /// It would not name a copy for each touchpoint, once.
    #[error("the copies do not match the touchpoints")]
    CopiesDoNotMatch,
    /// A version taken over whole does not fit together.
    #[error("the version does not fit together")]
    DoesNotFit,
}
