//! What a file says of journeys, before it is matched with a workspace.

use crate::model::{Id, Journey, Phase, Touchpoint};

/// A journey as a file says it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftJourney {
    /// Its title.
    pub title: String,
    /// The journey it is, where that is known by other means than its title.
    pub id: Option<Id>,
    /// What else the file says of the journey as a whole; absent fields change nothing. Its title,
    /// phases, touchpoints and steps are not looked at.
    pub facts: Journey,
    /// The phases in order.
    pub phases: Vec<DraftPhase>,
}

/// A phase as a file says it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftPhase {
    /// Its name; empty where it has none, `None` where the file says nothing of phases.
    pub name: Option<String>,
    /// What else the file says of the phase; its name and touchpoints are not looked at.
    pub facts: Phase,
    /// The touchpoints in order.
    pub touchpoints: Vec<DraftTouchpoint>,
}

/// A touchpoint as a file says it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DraftTouchpoint {
    /// Its identifier, where the file has it.
    pub id: Option<Id>,
    /// What the file says of it; absent fields change nothing.
    pub facts: Touchpoint,
}

impl DraftJourney {
    /// Whether the file says nothing of phases here.
    pub(super) fn without_phases(&self) -> bool {
        self.phases.iter().all(|phase| phase.name.is_none())
    }

    /// The touchpoints in order, across phases.
    pub fn touchpoints(&self) -> impl Iterator<Item = &DraftTouchpoint> {
        self.phases.iter().flat_map(|phase| &phase.touchpoints)
    }
}
