//! Bringing journeys of a file into a workspace: first shown, then taken over.
//!
//! A format makes [`DraftJourney`]s of its file, with register entries from [`Entries`]; [`join`] puts
//! them into the workspace; and an [`ImportPlan`] says what that would change. To take it over, apply
//! [`Edit::Replace`](crate::edit::Edit::Replace) with [`ImportPlan::workspace`]: one edit, undone as
//! one, in which handoff cards move along.

mod draft;
mod entries;
mod join;
mod matching;
mod parts;
mod preview;
mod summary;

pub use draft::{DraftJourney, DraftPhase, DraftTouchpoint};
pub use entries::Entries;
pub use join::{JoinedJourney, Missing, join, overlay};
pub use preview::{ImportPlan, PlannedEntry, PlannedJourney, PlannedPhase, PlannedTouchpoint, State};
pub use summary::{MAX_NAMES, Names, Summary};
