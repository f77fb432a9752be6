//! How much differs between two versions that share what did not change.

use std::sync::Arc;

use crate::model::{Journey, Map, MapKey, Workspace};

/// How many entities only one of two versions has, or each its own value of: journeys as what they say of themselves, phases,
/// touchpoints, steps, entries of registers, initiatives and the like. What is the same is known by its address, so the
/// versions have to come from each other.
pub fn touched(one: &Workspace, other: &Workspace) -> usize {
    in_map(&one.departments, &other.departments)
        + in_map(&one.personas, &other.personas)
        + in_map(&one.channels, &other.channels)
        + in_map(&one.systems, &other.systems)
        + in_map(&one.items, &other.items)
        + in_map(&one.subjects, &other.subjects)
        + in_map(&one.standards, &other.standards)
        + in_map(&one.terms, &other.terms)
        + in_map(&one.measures, &other.measures)
        + in_map(&one.goals, &other.goals)
        + in_map(&one.initiatives, &other.initiatives)
        + in_map(&one.stories, &other.stories)
        + in_map(&one.sessions, &other.sessions)
        + in_map(&one.waivers, &other.waivers)
        + in_map(&one.snapshots, &other.snapshots)
        + in_journeys(one, other)
}

fn in_journeys(one: &Workspace, other: &Workspace) -> usize {
    let none = Journey::default();
    let both = one.journeys.iter().map(|(id, journey)| (journey.as_ref(), other.journeys.get(id)));
    let both = both.map(|(journey, found)| (journey, found.map_or(&none, AsRef::as_ref)));
    let added = other.journeys.iter().filter(|(id, _)| !one.journeys.contains_key(id));
    let added = added.map(|(_, journey)| (&none, journey.as_ref()));
    both.chain(added).map(|(one, other)| in_journey(one, other)).sum()
}

fn in_journey(one: &Journey, other: &Journey) -> usize {
    in_map(&one.phases, &other.phases)
        + in_map(&one.touchpoints, &other.touchpoints)
        + in_map(&one.steps, &other.steps)
}

fn in_map<T: Send + Sync + 'static, K: MapKey>(one: &Map<T, K>, other: &Map<T, K>) -> usize {
    if one.ptr_eq(other) {
        return 0;
    }
    let same = |found: Option<&Arc<T>>, entry: &Arc<T>| found.is_some_and(|found| Arc::ptr_eq(found, entry));
    let new = other.iter().filter(|(key, entry)| !same(one.get(key), entry)).count();
    new + one.iter().filter(|(key, _)| !other.contains_key(key)).count()
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
