//! The journey and its phases.

use std::sync::Arc;

use super::entity::{choice, entity};
use super::id::{Id, Ref};
use super::map::Map;
use super::registers::{Department, Persona};
use super::scalar::Rating;
use super::step::{Step, StepKey, UnplacedCard};
use super::touchpoint::Touchpoint;

choice! {
    /// Whether a journey is lived or planned.
    pub enum JourneyState {
        /// As it is today.
        Current = "current",
        /// As it should become.
        Future = "future",
    }
}

/// The steps of a journey, by the touchpoints they join.
pub type Steps = Map<Step, StepKey>;

entity! {
    /// One persona's end-to-end path in one scenario.
    pub struct Journey: Journey {
        /// What it is called.
        title: String,
        /// Current or future.
        state: Option<JourneyState>,
        /// The current journey a future one starts from.
        based_on: Option<Ref<Journey>>,
        /// Whose path it is.
        persona: Option<Ref<Persona>>,
        /// The situation.
        scenario: Option<String>,
        /// The department that answers for the journey as a whole.
        owner: Option<Ref<Department>>,
        /// How satisfied customers are with the whole, 1 to 5.
        satisfaction: Option<Rating>,
        /// Anything else.
        notes: Option<String>,
        /// The phases in order.
        phase_order: Vec<Id>,
        /// The phases.
        phases: Map<Phase>,
        /// The touchpoints.
        touchpoints: Map<Touchpoint>,
        /// What is known of the steps, by "from/to".
        steps: Steps,
        /// Handoff cards whose handoff is gone.
        unplaced_cards: Map<UnplacedCard>,
    }
}

entity! {
    /// A stretch of the journey.
    pub struct Phase: Phase {
        /// What it is called; names may come back.
        name: String,
        /// What the customer wants to reach here.
        goal: Option<String>,
        /// The touchpoints in order.
        touchpoints: Vec<Id>,
    }
}

impl Journey {
    /// The phases in order, with their identifiers.
    pub fn ordered_phases(&self) -> impl Iterator<Item = (Id, &Arc<Phase>)> {
        self.phase_order.iter().filter_map(|id| Some((*id, self.phases.get(id)?)))
    }

    /// The touchpoints in order, across phases, with their identifiers.
    pub fn ordered_touchpoints(&self) -> impl Iterator<Item = (Id, &Arc<Touchpoint>)> {
        self.ordered_phases()
            .flat_map(|(_, phase)| phase.touchpoints.iter())
            .filter_map(|id| Some((*id, self.touchpoints.get(id)?)))
    }

    /// The phase a touchpoint stands in, and its position there, from 0. Looks through all phases.
    pub fn place_of(&self, touchpoint: Id) -> Option<(Id, usize)> {
        self.ordered_phases().find_map(|(id, phase)| {
            let position = phase.touchpoints.iter().position(|other| *other == touchpoint)?;
            Some((id, position))
        })
    }
}
