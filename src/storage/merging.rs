//! Merging, which is a later part: it is asked for soon after a workspace was opened, and waited for where another tab
//! changed something. What others saved is taken over only once it is here, so nothing is left to merge without it.

use std::time::Duration;

use crosslane_core::merge::{Merge, merge};
use crosslane_core::model::{Id, Workspace};
use crosslane_core::store::{Clash, carried};

use super::autosave;
use super::clash::{Told, told};
use super::keeper::keeper;
use super::session::Failure;
use crate::reactive::prelude::*;
use crate::workspace::later::{self, LaterPart, PartName};

/// How long after a workspace was opened it is asked for: what is shown comes first.
const SOON: Duration = Duration::from_secs(2);

/// What the rest of the program needs of merging.
pub struct Merging {
    /// Joins what two made of one version.
    pub merge: Merge,
    /// Puts what came in between two versions into another one.
    pub carried: fn(&Workspace, &Workspace, &Workspace) -> Workspace,
    /// The present version with what another tab had at a conflict.
    pub take_theirs: fn(&Clash, &Workspace, usize) -> Option<Workspace>,
    /// What there is to tell of what could not be joined.
    pub told: fn(Vec<Clash>) -> Vec<Told>,
}

/// What this room does for the rest of the program, once it is here.
pub static PART: LaterPart = LaterPart {
    merging: Some(&Merging { merge, carried, take_theirs: Clash::take_theirs, told }),
    ..LaterPart::NONE
};

/// Merging, if it is here.
pub fn here() -> Option<&'static Merging> {
    later::here(PartName::Merging)?.merging
}

/// Asks for it soon.
pub fn expect() {
    if here().is_none() {
        after_always(SOON, || later::ask(PartName::Merging));
    }
}

/// Saves a workspace once what another tab saved of it can be joined.
pub fn wait_for(id: Id) {
    later::when_here(PartName::Merging, move |part| match (part, keeper()) {
        (Some(_), _) => autosave::meet(id),
        (None, Some(keeper)) => keeper.fail(id, Failure::Other),
        (None, None) => {}
    });
}
