//! The few facts of a plan that its preview shows.

use serde::{Deserialize, Serialize};

use super::preview::{ImportPlan, State};
use crate::model::EntityKind;

/// How many names of one kind are in a summary.
pub const MAX_NAMES: usize = 60;

/// Names, of which only the first may be listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Names {
    /// At most [`MAX_NAMES`].
    pub listed: Vec<String>,
    /// How many there are.
    pub count: usize,
}

/// What an import would do, in short.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// How many touchpoints only the file has.
    pub new: usize,
    /// How many touchpoints would change.
    pub changed: usize,
    /// How many touchpoints of the same journeys the file does not have.
    pub missing: usize,
    /// The titles of the journeys of the file.
    pub journeys: Names,
    /// The departments that the file names.
    pub departments: Names,
    /// The identifier of the first journey of the file.
    pub first: Option<String>,
    /// Whether a journey or an entry would be new or changed.
    pub changes_anything: bool,
}

impl ImportPlan {
    /// The facts for a preview.
    pub fn summary(&self) -> Summary {
        let is_department = |kind, state| kind == EntityKind::Department && state != State::Missing;
        let departments = self.entries.iter().filter(|entry| is_department(entry.kind, entry.state));
        Summary {
            new: self.touchpoints(State::New),
            changed: self.touchpoints(State::Changed),
            missing: self.touchpoints(State::Missing),
            journeys: names(self.journeys.iter().map(|journey| &*journey.title)),
            departments: names(departments.map(|entry| &*entry.name)),
            first: self.journeys.first().map(|journey| journey.id.to_string()),
            changes_anything: self
                .journeys
                .iter()
                .any(|journey| matches!(journey.state, State::New | State::Changed))
                || self.entries.iter().any(|entry| entry.state == State::New),
        }
    }
}

fn names<'a>(names: impl Iterator<Item = &'a str> + Clone) -> Names {
    Names { count: names.clone().count(), listed: names.take(MAX_NAMES).map(str::to_owned).collect() }
}
