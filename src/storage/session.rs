//! A workspace that is open in this page: its latest version, and what is known of its saving.

use crosslane_core::model::Workspace;
use crosslane_core::store::{Damage, Joined, Program, SaveError, Saver, StoreError, Synced};

use super::clash::Told;
use super::place::{self, with_store};
use super::{merging, versions};
use crate::app::{Shared, now_text};

/// Why the last save did not succeed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The storage is full.
    Full,
    /// The storage may no longer be used.
    Blocked,
    /// The workspace is too large.
    TooLarge,
    /// A newer version of the program saved it.
    Newer(Program),
    /// Another tab deleted it.
    DeletedElsewhere,
    /// What another tab saved is joined first, and merging is on its way.
    Waiting,
    /// Anything else.
    Other,
}

impl Failure {
    /// Whether trying again may help without the person doing anything.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Full | Self::Blocked | Self::Other)
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        match error {
            SaveError::Store(StoreError::Full) => Self::Full,
            SaveError::Store(StoreError::Blocked) => Self::Blocked,
            // Others are saving all the time: the next try joins them.
            SaveError::Store(StoreError::Other(_)) | SaveError::ChangedElsewhere { .. } => Self::Other,
            SaveError::TooLarge(_) => Self::TooLarge,
            SaveError::NewerProgram(program) => Self::Newer(program),
            SaveError::NewerVersion(_) => Self::Newer(Program::default()),
        }
    }
}

/// A save that could not be read, and is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Aside {
    /// The last one: the one before is shown, saved at this time.
    Last(String, Damage),
    /// One of an earlier time.
    Earlier,
}

/// A workspace that is open in this page.
pub struct Session {
    /// Saves it; `None` for a file of a newer version, which is only shown.
    pub saver: Option<Saver>,
    /// The version that is stored.
    pub saved: Option<Shared<Workspace>>,
    /// The version that is shown.
    pub latest: Shared<Workspace>,
    /// The version that was saved beside what another tab saved, before the two could be joined.
    pub apart: Option<Shared<Workspace>>,
    /// Why the last save did not succeed.
    pub failure: Option<Failure>,
    /// Whether a save that could not be read is kept.
    pub aside: Option<Aside>,
    /// The save from which on nothing was downloaded.
    pub unsent_from: u64,
    /// What was changed differently in another tab, and has not been looked at.
    pub told: Vec<Told>,
}

impl Session {
    /// Whether the version shown is not stored.
    pub fn is_pending(&self) -> bool {
        self.saver.is_some() && self.saved.as_ref() != Some(&self.latest)
    }

    /// Whether a newer version of the program saved it: this one only shows it.
    pub fn is_overtaken(&self) -> bool {
        matches!(self.failure, Some(Failure::Newer(_)))
    }

    /// Whether it is saved once merging is here.
    pub fn is_waiting(&self) -> bool {
        self.failure == Some(Failure::Waiting)
    }

    /// Joins what other tabs saved, and saves the version shown. Gives what is to be shown instead, where that is
    /// another one; `unlocked` says that others may be saving as well.
    pub fn sync(&mut self, unlocked: bool) -> Option<Joined> {
        let (pending, overtaken) = (self.is_pending(), self.is_overtaken());
        let saver = self.saver.as_mut().filter(|_| !overtaken)?;
        saver.set_unlocked(unlocked);
        if !pending && with_store(|store| saver.is_gone(store)) == Ok(true) {
            self.failure = Some(Failure::DeletedElsewhere);
            return None;
        }
        if let Some(saved) = self.saved.as_ref().filter(|_| pending) {
            versions::before_much(saver, saved, &self.latest);
        }
        let merge = merging::here().map(|merging| merging.merge);
        let Synced { joined, result } =
            with_store(|store| saver.sync_by(merge, store, &self.latest, &now_text()));
        let version = joined.as_ref().filter(|joined| joined.workspace != *self.latest);
        if let Some(joined) = version {
            self.latest = Shared(joined.workspace.clone().into());
        }
        match result {
            Ok(saved) => {
                versions::note_given_up(saved.given_up);
                self.saved = Some(self.latest.clone());
                self.failure = None;
            }
            Err(SaveError::ChangedElsewhere { .. }) if merge.is_none() => {
                self.failure = Some(Failure::Waiting);
                // Nobody waits for it where the page may be going away.
                if unlocked
                    && pending
                    && self.apart.as_ref() != Some(&self.latest)
                    && with_store(|store| saver.save_apart(store, &self.latest, &now_text())).is_ok()
                {
                    self.apart = Some(self.latest.clone());
                }
            }
            Err(error) => self.failure = Some(error.into()),
        }
        joined
    }

    /// Whether something would be lost if the page were closed now.
    pub fn is_at_risk(&self) -> bool {
        let is_apart = self.apart.as_ref() == Some(&self.latest);
        let has_failed = self.failure.is_some() && !self.is_overtaken() && !self.is_waiting();
        self.is_pending() && !is_apart || has_failed || place::is_memory()
    }
}
