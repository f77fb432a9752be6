//! The shared vocabulary: the terms in the order in which they should be read.

use std::collections::HashSet;

use crate::format::ids::key;
use crate::model::{Id, Workspace};
use crate::rules::{Evaluation, Place};
use crate::sort::Sort;

/// A term of the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermRow {
    /// The term.
    pub id: Id,
    /// Whether departments that meet the customer are flagged for different words.
    pub disputed: bool,
}

/// The terms, those that are disputed first, then by their concept.
pub fn terms(workspace: &Workspace, evaluation: &Evaluation) -> Vec<TermRow> {
    let flags = evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags);
    let disputed: HashSet<Id> = flags
        .filter(|flag| flag.is_open())
        .filter_map(|flag| match flag.place {
            Place::Term(id) => Some(id),
            _ => None,
        })
        .collect();
    let mut terms: Vec<TermRow> =
        workspace.terms.keys().map(|id| TermRow { id: *id, disputed: disputed.contains(id) }).collect();
    let concept = |id: &Id| workspace.terms.get(id).map_or_else(String::new, |term| key(&term.concept));
    terms.arrange_by_cached_key(|row| (!row.disputed, concept(&row.id)));
    terms
}
