//! Some journeys of a workspace, with the entries they use.

use std::collections::HashSet;

use super::acting::{self, About};
use super::{registers, retain};
use crate::model::{Field, Id, Reader, Workspace};
use crate::rules::evaluate_journey;

/// The workspace with only the journeys wanted, what they use, and what is said and done about them.
pub(super) fn only(workspace: &Workspace, wanted: &[Id]) -> Workspace {
    let mut shared = workspace.clone();
    retain(&mut shared.journeys, |id, _| wanted.contains(id));
    shared.journey_order.retain(|id| wanted.contains(id));
    let about = about(workspace, &shared);
    acting::keep(&mut shared, workspace, &about);
    registers::keep_used(&mut shared);
    let whole = shared.clone();
    shared.prune(&whole.known(), &mut Reader::default());
    shared
}

/// What tells whether something is about one of the journeys left in `shared`.
fn about(workspace: &Workspace, shared: &Workspace) -> About {
    let mut fingerprints = HashSet::new();
    for (id, journey) in shared.ordered_journeys() {
        let evaluation = evaluate_journey(workspace, id, journey, None);
        fingerprints.extend(evaluation.findings.flags.iter().map(crate::rules::Flag::fingerprint));
    }
    let touchpoints =
        shared.journeys.values().flat_map(|journey| journey.touchpoints.keys().copied()).collect();
    About { journeys: shared.journeys.keys().copied().collect(), touchpoints, fingerprints }
}
