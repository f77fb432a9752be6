//! How much differs between two versions that share what did not change.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::model::{Journey, Map, MapKey, Workspace};

/// How many entities only one of two versions has, or each its own value of: phases, touchpoints, steps, entries of registers,
/// initiatives and the like. What is the same is known by its address, so the versions have to come from each other.
pub fn touched(one: &Workspace, other: &Workspace) -> usize {
    let mut seen = Addresses::default();
    seen.add(&one.departments, &other.departments);
    seen.add(&one.personas, &other.personas);
    seen.add(&one.channels, &other.channels);
    seen.add(&one.systems, &other.systems);
    seen.add(&one.items, &other.items);
    seen.add(&one.subjects, &other.subjects);
    seen.add(&one.standards, &other.standards);
    seen.add(&one.terms, &other.terms);
    seen.add(&one.measures, &other.measures);
    seen.add(&one.goals, &other.goals);
    seen.add(&one.initiatives, &other.initiatives);
    seen.add(&one.stories, &other.stories);
    seen.add(&one.sessions, &other.sessions);
    seen.add(&one.waivers, &other.waivers);
    seen.add(&one.snapshots, &other.snapshots);
    let none = Journey::default();
    for (id, journey) in &one.journeys {
        seen.add_journey(journey, other.journeys.get(id).map_or(&none, AsRef::as_ref));
    }
    for (_, journey) in other.journeys.iter().filter(|(id, _)| !one.journeys.contains_key(id)) {
        seen.add_journey(&none, journey);
    }
    seen.count()
}

/// Where the entities of two versions are kept, but for maps that are the same.
#[derive(Default)]
struct Addresses {
    one: BTreeSet<usize>,
    other: BTreeSet<usize>,
}

impl Addresses {
    fn add<T: 'static, K: MapKey>(&mut self, one: &Map<T, K>, other: &Map<T, K>) {
        if !one.ptr_eq(other) {
            let address = |(_, entry): (&K::Raw, &Arc<T>)| Arc::as_ptr(entry).addr();
            self.one.extend(one.iter().map(address));
            self.other.extend(other.iter().map(address));
        }
    }

    fn add_journey(&mut self, one: &Journey, other: &Journey) {
        self.add(&one.phases, &other.phases);
        self.add(&one.touchpoints, &other.touchpoints);
        self.add(&one.steps, &other.steps);
    }

    /// What was changed is in both, under two addresses.
    fn count(&self) -> usize {
        self.one.difference(&self.other).count().max(self.other.difference(&self.one).count())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::touched;
    use crate::edit::{Edit, JourneyEdit, apply};
    use crate::model::{EntityKind, Workspace};
    use crate::testing::everything;

    #[test]
    fn what_an_edit_touches_is_counted_in_registers_as_in_journeys() {
        let workspace = everything(7);
        assert_eq!(touched(&workspace, &workspace.clone()), 0);
        let after = |edit: &Edit| apply(&workspace, edit).unwrap().workspace;
        let renamed = after(&Edit::SetTitle("Other".into()));
        assert_eq!(touched(&workspace, &renamed), 0, "the title is no entity");
        let (id, journey) = workspace.journeys.iter().next().unwrap();
        let touchpoint = *journey.touchpoints.keys().next().unwrap();
        let named = |version: &Workspace| {
            let mut found = version.journeys[id].touchpoints[&touchpoint].as_ref().clone();
            found.name = "Other".into();
            JourneyEdit::PutTouchpoint(touchpoint, Box::new(found))
        };
        let one = after(&Edit::InJourney(*id, named(&workspace)));
        assert_eq!((touched(&workspace, &one), touched(&one, &workspace)), (1, 1));
        let goal = *workspace.goals.keys().next().unwrap();
        let gone = after(&Edit::RemoveEntry(EntityKind::Goal, goal));
        assert!(touched(&workspace, &gone) >= 1 && touched(&gone, &workspace) >= 1);
        let without = after(&Edit::RemoveJourney(*id));
        let held = journey.phases.len() + journey.touchpoints.len() + journey.steps.len();
        assert!(touched(&workspace, &without) >= held, "all that was in a journey");
    }
}
