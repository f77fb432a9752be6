//! Two journeys as two versions of one.

use std::sync::Arc;

use crate::compare::{Difference, EntityDifference, difference};
use crate::model::{Id, Journey, Map, Phase, StepKey, Touchpoint, Workspace};

use super::Names;

/// Two journeys, the later one in the identifiers of the earlier.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// What the journey is called in both.
    pub journey: Id,
    /// The workspace with the earlier journey.
    pub before: Workspace,
    /// The workspace with the later journey in the place of the earlier.
    pub after: Workspace,
    /// What of the later journey is what of the earlier.
    pub names: Names,
    /// What differs: with two versions everywhere, with two journeys between the two.
    pub difference: Difference,
}

/// Puts two journeys side by side: `later` of the workspace `after` beside `earlier` of `before`. With the same
/// identifier they are two versions of one, and either may lack it. Otherwise what a future
/// journey has by its nature is no difference: its title and state, what it is based on, and that comments and unplaced
/// cards stayed with the current one. `None` where a journey is missing.
pub fn align(before: &Workspace, earlier: Id, after: &Workspace, later: Id) -> Option<Aligned> {
    let (old, new) = (before.journeys.get(&earlier), after.journeys.get(&later));
    if earlier == later {
        old.or(new)?;
        let nothing = Journey::default();
        let journey = |found: Option<&Arc<Journey>>| {
            found.map_or_else(|| nothing.clone(), |found| found.as_ref().clone())
        };
        let names = Names::of((earlier, &journey(old)), (later, &journey(new)));
        let difference = difference(before, after);
        return Some(Aligned {
            journey: earlier,
            before: before.clone(),
            after: after.clone(),
            names,
            difference,
        });
    }
    let (old, new) = (old?, new?);
    let names = Names::of((earlier, old), (later, new));
    let mut aligned = after.clone();
    aligned.journeys.insert(earlier, Arc::new(renamed(&names, old, new)));
    // Beside the two journeys, nothing is compared.
    let mut beside = before.clone();
    beside.journeys.insert(earlier, aligned.journeys[&earlier].clone());
    let difference = difference(before, &beside);
    Some(Aligned { journey: earlier, before: before.clone(), after: aligned, names, difference })
}

impl Aligned {
    /// What became of the parts of the journey, and of the journey.
    pub fn inside(&self) -> impl Iterator<Item = &EntityDifference> {
        self.difference.entities.iter().filter(|entity| entity.journey() == Some(self.journey))
    }

    /// What became of everything else.
    pub fn outside(&self) -> impl Iterator<Item = &EntityDifference> {
        self.difference.entities.iter().filter(|entity| entity.journey() != Some(self.journey))
    }

    /// The earlier journey.
    pub fn earlier(&self) -> Option<&Arc<Journey>> {
        self.before.journeys.get(&self.journey)
    }

    /// The later journey, in the identifiers of the earlier.
    pub fn later(&self) -> Option<&Arc<Journey>> {
        self.after.journeys.get(&self.journey)
    }
}

fn renamed(names: &Names, before: &Journey, after: &Journey) -> Journey {
    let phase = |(id, found): (&Id, &Arc<Phase>)| {
        let touchpoints = found.touchpoints.iter().map(|id| names.touchpoint(*id)).collect();
        (names.phase(*id), Arc::new(Phase { touchpoints, ..found.as_ref().clone() }))
    };
    let touchpoint = |(id, found): (&Id, &Arc<Touchpoint>)| {
        let id = names.touchpoint(*id);
        let old = before.touchpoints.get(&id);
        let (based_on, comments) =
            old.map_or_else(|| (None, Map::new()), |old| (old.based_on, old.comments.clone()));
        (id, Arc::new(Touchpoint { based_on, comments, ..found.as_ref().clone() }))
    };
    let step = |(key, found): (&StepKey, &Arc<crate::model::Step>)| {
        let key = names.step(*key);
        let mut step = found.as_ref().clone();
        if let Some(card) = &mut step.card {
            let old = before.steps.get(&key).and_then(|old| old.card.as_ref());
            card.comments = old.map_or_else(Map::new, |old| old.comments.clone());
        }
        (key, Arc::new(step))
    };
    Journey {
        title: before.title.clone(),
        state: before.state,
        based_on: before.based_on,
        unplaced_cards: before.unplaced_cards.clone(),
        phase_order: after.phase_order.iter().map(|id| names.phase(*id)).collect(),
        phases: after.phases.iter().map(phase).collect(),
        touchpoints: after.touchpoints.iter().map(touchpoint).collect(),
        steps: after.steps.iter().map(step).collect(),
        ..after.clone()
    }
}
