//! A workspace that is open in this page: its latest version, and what is known of its saving.

use crosslane_core::model::Workspace;
use crosslane_core::store::{Damage, SaveError, Saver, StoreError};

use super::claim::{Claim, Turn};
use super::place::{self, with_store};
use super::versions;
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
    /// Another tab saved at this time.
    ChangedElsewhere(String),
    /// Another tab deleted it.
    DeletedElsewhere,
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
            SaveError::Store(StoreError::Other(_)) | SaveError::NewerVersion(_) => Self::Other,
            SaveError::TooLarge(_) => Self::TooLarge,
            SaveError::ChangedElsewhere { saved_at } => Self::ChangedElsewhere(saved_at),
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
    /// Why the last save did not succeed.
    pub failure: Option<Failure>,
    /// Whether a save that could not be read is kept.
    pub aside: Option<Aside>,
    /// Whose turn it is to edit.
    pub turn: Turn,
    /// The claim to that turn.
    pub claim: Option<Claim>,
}

impl Session {
    /// Whether the version shown is not stored.
    pub fn is_pending(&self) -> bool {
        self.saver.is_some() && self.saved.as_ref() != Some(&self.latest)
    }

    /// Saves the version shown, if it is not stored.
    pub fn save(&mut self) {
        if !self.is_pending() {
            return;
        }
        let Some(saver) = &mut self.saver else { return };
        if let Some(saved) = &self.saved {
            versions::before_much(saver, saved, &self.latest);
        }
        match with_store(|store| saver.save(store, &self.latest, &now_text())) {
            Ok(_) => {
                self.saved = Some(self.latest.clone());
                self.failure = None;
            }
            Err(error) => self.failure = Some(error.into()),
        }
    }

    /// Whether this tab may save: not while another tab edits. Until that is known it may: two tabs that save
    /// are told apart by the save itself.
    pub fn may_save(&self) -> bool {
        self.turn != Turn::Elsewhere
    }

    /// Whether something would be lost if the page were closed now.
    pub fn is_at_risk(&self) -> bool {
        self.is_pending() || self.failure.is_some() || place::is_memory()
    }
}
