//! What is said and done about some journeys: initiatives, decisions, stories, sessions, waivers, snapshots, views.

use std::collections::HashSet;

use super::{change_each, retain};
use crate::model::{AddressedFlag, Id, Map, Ref, SteeringCommittee, Touchpoint, Workspace};

/// What tells whether something is about the journeys that are kept.
pub(super) struct About {
    /// The journeys.
    pub journeys: HashSet<Id>,
    /// Their touchpoints.
    pub touchpoints: HashSet<Id>,
    /// The fingerprints of their flags, accepted ones among them.
    pub fingerprints: HashSet<String>,
}

impl About {
    fn flag(&self, fingerprint: &str, found: &Map<AddressedFlag>) -> bool {
        let was = Id::new(fingerprint).and_then(|key| found.get(&key)).and_then(|flag| flag.journey);
        self.fingerprints.contains(fingerprint)
            || was.is_some_and(|journey| self.journeys.contains(&journey.id()))
    }

    fn any(&self, touchpoints: Option<&Vec<Ref<Touchpoint>>>) -> bool {
        touchpoints.is_some_and(|list| list.iter().any(|id| self.touchpoints.contains(&id.id())))
    }
}

/// Keeps what is about the journeys.
pub(super) fn keep(shared: &mut Workspace, workspace: &Workspace, about: &About) {
    let addresses =
        |flags: &[String], found: &Map<AddressedFlag>| flags.iter().any(|flag| about.flag(flag, found));
    retain(&mut shared.initiatives, |_, entry| addresses(&entry.flags, &entry.found));
    change_each(&mut shared.initiatives, |entry| trim(&mut entry.flags, &mut entry.found, about));
    retain(&mut shared.stories, |_, story| about.any(story.touchpoints.as_ref()));
    retain(&mut shared.sessions, |_, session| about.any(session.touchpoints.as_ref()));
    let left = shared.initiatives.clone();
    change_each(&mut shared.sessions, |session| {
        change_each(&mut session.cycles, |cycle| {
            // Without those that are left out the list would say that there were none.
            let others = cycle.initiatives.as_ref().is_some_and(|list| !list.is_empty());
            if others && !cycle.initiatives.iter().flatten().any(|id| left.contains_key(&id.id())) {
                cycle.initiatives = None;
            }
        });
    });
    retain(&mut shared.waivers, |_, waiver| about.fingerprints.contains(&waiver.fingerprint));
    retain(&mut shared.snapshots, |_, snapshot| {
        snapshot.journeys.keys().any(|id| about.journeys.contains(id))
    });
    retain(&mut shared.views, |_, view| {
        let leads_away = |part: &str| {
            Id::new(part)
                .is_some_and(|id| workspace.journeys.contains_key(&id) && !about.journeys.contains(&id))
        };
        !view.address.split('/').any(leads_away)
    });
    if let Some(committee) = &mut shared.committee {
        keep_decisions(committee, &shared.standards, about);
    }
}

fn keep_decisions(committee: &mut SteeringCommittee, standards: &Map<crate::model::Standard>, about: &About) {
    let made: HashSet<Id> =
        standards.values().filter_map(|standard| standard.decision.map(Ref::id)).collect();
    retain(&mut committee.decisions, |id, decision| {
        made.contains(id) || decision.flags.iter().any(|flag| about.flag(flag, &decision.found))
    });
    change_each(&mut committee.decisions, |decision| trim(&mut decision.flags, &mut decision.found, about));
}

/// Leaves out the flags of other journeys.
fn trim(flags: &mut Vec<String>, found: &mut Map<AddressedFlag>, about: &About) {
    let all = found.clone();
    flags.retain(|flag| about.flag(flag, &all));
    retain(found, |key, _| about.flag(key.as_str(), &all));
}
