//! The pairs of departments of a journey: those with a handoff between them, either way.

use std::collections::HashSet;

use crate::model::Id;

use super::context::Context;
use super::findings::Finding;
use super::flag::{Place, Severity, Subject};
use super::value::NamedValue;

/// Two departments that hand on to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The department with the lower identifier.
    pub one: Id,
    /// The other.
    pub other: Id,
    /// The first handoff between the two, by its position in the flow: what flags of the pair count at.
    pub handoff: usize,
}

impl Pair {
    /// The place of a flag.
    pub fn place(&self) -> Place {
        Place::Pair(self.one, self.other)
    }

    /// A flag of the pair.
    pub fn finding(&self, severity: Severity, values: Vec<NamedValue>) -> Finding {
        Finding { place: self.place(), subject: Subject::None, severity, blames: Some(self.handoff), values }
    }
}

/// The pairs, in the order of their first handoff.
pub fn pairs(context: &Context<'_>) -> Vec<Pair> {
    let mut seen = HashSet::new();
    let mut pairs = Vec::new();
    for (at, handoff) in context.flow.handoffs().iter().enumerate() {
        let (from, to) = (handoff.from_department, handoff.to_department);
        let (one, other) = (from.min(to), from.max(to));
        if seen.insert((one, other)) {
            pairs.push(Pair { one, other, handoff: at });
        }
    }
    pairs
}
