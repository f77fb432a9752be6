//! The flows of the versions that are merged: each is worked out once, and only where somebody asks.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::deletions::Three;
use crate::flow::Flow;
use crate::model::{Id, Journey, Workspace};

/// A journey with its flow.
#[derive(Clone, Debug)]
pub struct Flowing {
    pub journey: Arc<Journey>,
    flow: OnceLock<Flow>,
}

impl Flowing {
    /// Its flow.
    pub fn flow(&self) -> &Flow {
        self.flow.get_or_init(|| Flow::of(&self.journey))
    }
}

/// The journeys of the common version and of both sides.
#[derive(Clone, Debug)]
pub struct Flows {
    base: BTreeMap<Id, Flowing>,
    sides: [BTreeMap<Id, Flowing>; 2],
}

impl Flows {
    /// Those of these versions.
    pub fn of(three: &Three) -> Self {
        let flowing = |journey: &Arc<Journey>| Flowing { journey: journey.clone(), flow: OnceLock::new() };
        let all = |version: &Workspace| {
            version.journeys.iter().map(|(id, journey)| (*id, flowing(journey))).collect()
        };
        Self { base: all(&three.base), sides: [all(&three.ours), all(&three.theirs)] }
    }

    /// A journey of the common version.
    pub fn base(&self, id: Id) -> Option<&Flowing> {
        self.base.get(&id)
    }

    /// A journey of both sides.
    pub fn sides(&self, id: Id) -> [Option<&Flowing>; 2] {
        self.sides.each_ref().map(|side| side.get(&id))
    }
}
