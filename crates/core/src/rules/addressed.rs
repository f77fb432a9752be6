//! The flags that somebody does something about.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use crate::model::{EntityKind, Id, IdHasher, Journey, Ref, Workspace};

use super::fingerprint;
use super::flag::Flag;

/// The flags that initiatives and decisions of the steering committee address, by fingerprint, with the initiatives.
#[derive(Debug, Default)]
pub struct Addressed(HashMap<u64, Vec<Id>, BuildHasherDefault<IdHasher>>);

impl Addressed {
    /// Those of a workspace.
    pub fn of(workspace: &Workspace) -> Self {
        let mut addressed = Self::default();
        for (id, initiative) in &workspace.initiatives {
            for flag in initiative.flags.iter().filter_map(|flag| fingerprint::read(flag)) {
                addressed.0.entry(flag).or_default().push(*id);
            }
        }
        let decisions = workspace.committee.iter().flat_map(|committee| committee.decisions.values());
        for flag in decisions.flat_map(|decision| &decision.flags) {
            if let Some(flag) = fingerprint::read(flag) {
                addressed.0.entry(flag).or_default();
            }
        }
        addressed
    }

    /// Whether nothing is addressed at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether an initiative or a decision addresses the flag of this journey.
    pub fn contains(&self, journey: &Journey, flag: &Flag, fingerprint: u64) -> bool {
        names(journey, flag, fingerprint).any(|name| self.0.contains_key(&name))
    }

    /// The initiatives that address a flag of a workspace.
    pub fn initiatives_of(&self, workspace: &Workspace, flag: &Flag) -> Vec<Id> {
        let journey = flag.journey.and_then(|id| workspace.journeys.get(&id));
        let of = |journey| self.initiatives(journey, flag, flag.fingerprint_number()).collect();
        journey.map_or_else(Vec::new, |journey| of(journey))
    }

    /// The initiatives that address the flag of this journey, in the order of their identifiers for each of its names.
    pub fn initiatives(&self, journey: &Journey, flag: &Flag, fingerprint: u64) -> impl Iterator<Item = Id> {
        names(journey, flag, fingerprint).filter_map(|name| self.0.get(&name)).flatten().copied()
    }
}

/// What a flag is addressed by: its own fingerprint and, in a future journey, that of the flag it comes from. Who mends
/// a break today mends it in what that becomes.
fn names(journey: &Journey, flag: &Flag, fingerprint: u64) -> impl Iterator<Item = u64> + use<> {
    std::iter::once(fingerprint).chain(origin(journey, flag))
}

/// The fingerprint the flag has in the journey that this one is based on; `None` where its place is new.
fn origin(journey: &Journey, flag: &Flag) -> Option<u64> {
    let current = journey.based_on?.id();
    let place = flag.place.renamed(|kind, id| match kind {
        EntityKind::Touchpoint => journey.touchpoints.get(&id)?.based_on.map(Ref::id),
        // Phases are not linked; what is said of one counts at no handoff.
        EntityKind::Phase => None,
        _ => Some(id),
    })?;
    Some(fingerprint::number(flag.rule, Some(current), place, flag.subject))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed `unwrap` is a failed test")]
mod tests {
    use crate::beside::start_future;
    use crate::edit::{Edit, JourneyEdit, apply};
    use crate::model::{Id, Journey, Touchpoint, Workspace};
    use crate::rules::{Addressed, Evaluation, Flag, evaluate};
    use crate::testing::{id, journey_id, workspace};

    const MAP: &str = "phase p\n a x front\n b y front\n a>b method=none\n";

    fn with_future(initiative: &str) -> Workspace {
        let before = workspace(&[MAP, "initiative i departments=x ", initiative].concat());
        let edit = start_future(&before, journey_id(), id("f"), String::new(), None).unwrap();
        apply(&before, &edit).unwrap().workspace
    }

    fn flag<'a>(evaluation: &'a Evaluation, rule: &str) -> Option<&'a Flag> {
        evaluation.journey(id("f")).unwrap().findings.flags.iter().find(|flag| flag.rule == rule)
    }

    /// Whether somebody does something about the break of the future journey.
    fn is_addressed(evaluation: &Evaluation) -> bool {
        let cold = flag(evaluation, "cold-handoff").unwrap();
        cold.badges.iter().all(|badge| badge.rule != "unaddressed-break")
    }

    /// Evaluates what an edit made, and holds it against what asking every rule says.
    fn after(before: &Workspace, edit: &Edit) -> Evaluation {
        let made = apply(before, edit).unwrap().workspace;
        let evaluation = evaluate(&made, None, Some((before, &evaluate(before, None, None))));
        assert_eq!(evaluation, evaluate(&made, None, None));
        evaluation
    }

    #[test]
    fn who_mends_a_break_mends_it_in_the_future_journey_too() {
        let both = with_future("flags=cold-handoff@a>b");
        let evaluation = evaluate(&both, None, None);
        assert!(is_addressed(&evaluation));
        assert!(flag(&evaluation, "one-sided-initiative").is_some());
        let cold = flag(&evaluation, "cold-handoff").unwrap();
        assert_eq!(Addressed::of(&both).initiatives_of(&both, cold), [id("i")]);
        let other = evaluate(&with_future("flags=unowned-handoff@a>b"), None, None);
        assert!(!is_addressed(&other));
    }

    #[test]
    fn a_touchpoint_or_journey_that_is_no_longer_linked_has_a_break_of_its_own() {
        let both = with_future("flags=cold-handoff@a>b");
        let future = both.journeys[&id("f")].as_ref().clone();
        let first: Id = future.ordered_touchpoints().next().unwrap().0;
        let touchpoint = Touchpoint { based_on: None, ..future.touchpoints[&first].as_ref().clone() };
        let edit = Edit::InJourney(id("f"), JourneyEdit::PutTouchpoint(first, Box::new(touchpoint)));
        assert!(!is_addressed(&after(&both, &edit)));
        let edit = Edit::PutJourney(id("f"), Box::new(Journey { based_on: None, ..future }));
        assert!(!is_addressed(&after(&both, &edit)));
    }
}
