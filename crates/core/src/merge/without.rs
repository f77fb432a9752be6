//! A version without some of its entities, as deleting them leaves it.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use super::entity::Entity;
use crate::edit::take;
use crate::model::{EntityKind, Field, Id, Journey, Phase, Reader, Workspace};

/// The version after deleting these, as far as it has them: nothing refers to them. Cards are to be taken off the
/// handoffs that go with them before. Touchpoints of `base` that stand in a deleted phase and are not to be deleted stand
/// nowhere then: the side that deleted the phase has them elsewhere. Others in it go with it.
pub fn without(version: &Workspace, gone: &HashSet<Entity>, base: &Workspace) -> Workspace {
    let mut next = version.clone();
    let mut removed: HashSet<(EntityKind, Id)> = HashSet::new();
    let mut inside: BTreeMap<Id, Parts> = BTreeMap::new();
    for entity in gone.iter().filter(|entity| entity.is_in(version)) {
        match (entity.kind, entity.journey) {
            (EntityKind::Phase, Some(journey)) => inside.entry(journey).or_default().phases.push(entity.id),
            (EntityKind::Touchpoint, Some(journey)) => {
                inside.entry(journey).or_default().touchpoints.insert(entity.id);
            }
            (EntityKind::Journey, _) => {
                if let Some(journey) = next.journeys.remove(&entity.id) {
                    removed.extend(journey.touchpoints.keys().map(|id| (EntityKind::Touchpoint, *id)));
                }
                removed.insert((EntityKind::Journey, entity.id));
            }
            // It is there, so it can be taken.
            (kind, _) if take(&mut next, kind, entity.id).is_ok() => drop(removed.insert((kind, entity.id))),
            _ => {}
        }
    }
    if removed.is_empty() && inside.is_empty() {
        return next;
    }
    next.journey_order.retain(|id| next.journeys.contains_key(id));
    for (id, parts) in inside {
        let Some(journey) = next.journeys.get(&id) else { continue };
        let (journey, touchpoints) = parts.taken_from(journey, base.journeys.get(&id));
        removed.extend(touchpoints.into_iter().map(|id| (EntityKind::Touchpoint, id)));
        next.journeys.insert(id, journey.into());
    }
    // A copy of a journey has touchpoints of the same identifiers.
    removed.retain(|(kind, id)| *kind != EntityKind::Touchpoint || !next.contains(*kind, *id));
    next.prune(&|kind, id| (!removed.contains(&(kind, id))).then_some(id), &mut Reader::default());
    next
}

/// What goes from one journey.
#[derive(Default)]
struct Parts {
    phases: Vec<Id>,
    touchpoints: HashSet<Id>,
}

impl Parts {
    /// The journey without them, and all touchpoints that went.
    fn taken_from(self, journey: &Journey, base: Option<&Arc<Journey>>) -> (Journey, HashSet<Id>) {
        let mut next = journey.clone();
        let mut lost = self.touchpoints;
        for phase in self.phases {
            let phase = next.phases.remove(&phase);
            let in_phase = phase.iter().flat_map(|phase| &phase.touchpoints).copied();
            lost.extend(in_phase.filter(|id| base.is_none_or(|base| !base.touchpoints.contains_key(id))));
        }
        next.phase_order.retain(|id| next.phases.contains_key(id));
        unlist(&mut next, |id| lost.contains(&id));
        for id in &lost {
            next.touchpoints.remove(id);
        }
        let hangs = |key: &&crate::model::StepKey| lost.contains(&key.from) || lost.contains(&key.to);
        let hanging: Vec<_> = journey.steps.keys().filter(hangs).copied().collect();
        for key in hanging {
            next.steps.remove(&key);
        }
        (next, lost)
    }
}

/// Takes touchpoints out of the phases; they stay in the journey.
pub fn unlist(journey: &mut Journey, which: impl Fn(Id) -> bool) {
    let listing = journey.phases.iter().filter(|(_, phase)| phase.touchpoints.iter().any(|id| which(*id)));
    let changed: Vec<(Id, Phase)> = listing
        .map(|(id, phase)| {
            let mut phase = phase.as_ref().clone();
            phase.touchpoints.retain(|id| !which(*id));
            (*id, phase)
        })
        .collect();
    journey.phases.extend(changed.into_iter().map(|(id, phase)| (id, Arc::new(phase))));
}
