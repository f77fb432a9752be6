//! The workspaces that are stored in this browser, for the home page: a room of the first part of the program.

use crosslane_core::model::Id;
use crosslane_core::sort::Sort;
use crosslane_core::store;

use super::place::with_store;

/// A workspace of this browser, as the home page lists it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The identifier it is stored under.
    pub id: Id,
    /// Its title; `None` where it cannot be read.
    pub title: Option<String>,
    /// When it was last saved, as ISO 8601 text; empty where it could not be saved.
    pub saved_at: String,
    /// How many journeys it has.
    pub journeys: usize,
    /// How many touchpoints it has.
    pub touchpoints: u64,
    /// The UTF-16 units it takes.
    pub units: usize,
}

impl From<store::Listed> for Kept {
    fn from(listed: store::Listed) -> Self {
        let store::Listed { id, summary, units, .. } = listed;
        let Some(summary) = summary else {
            return Self { id, title: None, saved_at: String::new(), journeys: 0, touchpoints: 0, units };
        };
        Self {
            id,
            title: Some(summary.title),
            saved_at: summary.saved_at,
            journeys: summary.journeys,
            touchpoints: summary.touchpoints,
            units,
        }
    }
}

/// The stored workspaces, the last saved first.
pub fn listed() -> Vec<Kept> {
    let listed = with_store(store::list).unwrap_or_default();
    let mut kept: Vec<Kept> = listed.into_iter().map(Kept::from).collect();
    kept.arrange_by(|one, other| other.saved_at.cmp(&one.saved_at));
    kept
}
