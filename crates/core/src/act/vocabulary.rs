//! The shared vocabulary: the terms in the order in which they should be read.

use std::collections::HashSet;

use crate::edit::{Edit, Entry};
use crate::format::ids::key;
use crate::model::{EntityKind, Id, TermLabel, Workspace};
use crate::rules::{Evaluation, Place};

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
    terms.sort_by_cached_key(|row| (!row.disputed, concept(&row.id)));
    terms
}

/// Enters what a department calls a term. `None` where there is no such term.
pub fn enter_label(workspace: &Workspace, term: Id, department: Id, label: &str) -> Option<Edit> {
    let Some(Entry::Term(mut changed)) = Entry::of(workspace, EntityKind::Term, term) else { return None };
    let before = changed.labels.get(&department).map(|label| label.as_ref().clone()).unwrap_or_default();
    let entered = TermLabel { label: Some(label.to_owned()), ..before };
    changed.labels.insert(department, entered.into());
    Some(Edit::PutEntry(term, Box::new(Entry::Term(changed))))
}
