//! The terms in the texts of one touchpoint, as they are marked for whoever reads it.

use std::ops::Range;
use std::sync::Arc;

use crate::edit::{Edit, Entry};
use crate::model::{Id, Ref, TermLabel, Touchpoint, Workspace};

use super::proposals::{TextField, departments_that_meet_the_customer, is_entered, texts};
use super::scan::{Hit, Matcher};

/// A term where a text uses it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Which text of the touchpoint it is.
    pub field: TextField,
    /// The text.
    pub text: String,
    /// The bytes of the text that are the label.
    pub range: Range<usize>,
    /// The term.
    pub term: Id,
    /// The department whose label it seems to be, where that department meets the customer and has none for the term.
    pub propose: Option<Id>,
}

impl Spoken {
    /// The label, as it is written.
    pub fn label(&self) -> &str {
        self.text.get(self.range.clone()).unwrap_or_default()
    }
}

/// Where the texts of a touchpoint use terms, each term once in a text, in the order of the texts.
pub fn spoken(workspace: &Workspace, matcher: &Matcher, touchpoint: &Touchpoint) -> Vec<Spoken> {
    let mut found: Vec<Spoken> = Vec::new();
    if matcher.is_empty() {
        return found;
    }
    let owner = touchpoint.owner.map(Ref::id);
    let owner = owner.filter(|owner| departments_that_meet_the_customer(workspace).contains(owner));
    for (field, text) in texts(touchpoint) {
        for hit in matcher.scan(text) {
            if found.iter().any(|known| known.field == field && known.term == hit.term) {
                continue;
            }
            let propose = owner.filter(|owner| proposes(workspace, &hit, *owner));
            found.push(Spoken { field, text: text.to_owned(), range: hit.range, term: hit.term, propose });
        }
    }
    found
}

/// Whether a label found in a text may be entered as that of a department.
fn proposes(workspace: &Workspace, hit: &Hit, department: Id) -> bool {
    let label =
        |term: &crate::model::Term| term.labels.get(&department).and_then(|entry| entry.label.clone());
    let has_one = workspace.terms.get(&hit.term).and_then(|term| label(term)).is_some();
    !has_one && !is_entered(workspace, hit, department)
}

/// The edit that enters a label as that of a department; `None` where the term is gone.
pub fn enter_label(workspace: &Workspace, term: Id, department: Id, label: &str) -> Option<Edit> {
    let mut changed = workspace.terms.get(&term)?.as_ref().clone();
    let known = changed.labels.get(&department).map(|entry| entry.as_ref().clone()).unwrap_or_default();
    changed.labels.insert(department, Arc::new(TermLabel { label: Some(label.to_owned()), ..known }));
    Some(Edit::PutEntry(term, Box::new(Entry::Term(changed))))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::edit::apply;
    use crate::model::{Stage, Term};
    use crate::testing::workspace;

    /// One touchpoint of `claims` in front of the customer, one of `care`, and a term with a variant.
    fn told() -> (Workspace, Id, Id) {
        let mut workspace = workspace("a claims front\n b care back");
        let term = Id::new("report").unwrap();
        let entry = Term {
            concept: "Damage report".to_owned(),
            variants: Some(vec!["claim".to_owned(), "survey*".to_owned()]),
            ..Term::default()
        };
        workspace.terms.insert(term, Arc::new(entry));
        let claims =
            workspace.journeys.values().next().unwrap().ordered_touchpoints().next().unwrap().1.owner;
        (workspace, term, claims.unwrap().id())
    }

    fn touchpoint(owner: Id, notes: &str) -> Touchpoint {
        Touchpoint {
            name: "Sends the Claim".to_owned(),
            notes: Some(notes.to_owned()),
            stage: Some(Stage::Frontstage),
            owner: Some(owner.into()),
            ..Touchpoint::default()
        }
    }

    #[test]
    fn a_term_is_marked_where_it_stands_and_its_label_proposed_until_it_is_entered() {
        let (workspace, term, claims) = told();
        let touchpoint = touchpoint(claims, "The surveyors come; a claim is a claim.");
        let found = spoken(&workspace, &Matcher::of(&workspace), &touchpoint);
        let said: Vec<(TextField, &str)> = found.iter().map(|found| (found.field, found.label())).collect();
        assert_eq!(said, [(TextField::Name, "Claim"), (TextField::Notes, "surveyors")]);
        assert!(found.iter().all(|found| found.propose == Some(claims)), "{found:?}");

        let edit = enter_label(&workspace, term, claims, found[0].label()).unwrap();
        let after = apply(&workspace, &edit).unwrap().workspace;
        assert_eq!(after.terms[&term].labels[&claims].label.as_deref(), Some("Claim"));
        let found = spoken(&after, &Matcher::of(&after), &touchpoint);
        assert_eq!(found.len(), 2);
        assert!(found.iter().all(|found| found.propose.is_none()), "{found:?}");
    }

    #[test]
    fn who_never_meets_the_customer_is_proposed_nothing() {
        let (workspace, ..) = told();
        let care = workspace.journeys.values().next().unwrap().ordered_touchpoints().nth(1).unwrap().1.owner;
        let touchpoint = touchpoint(care.unwrap().id(), "");
        let found = spoken(&workspace, &Matcher::of(&workspace), &touchpoint);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].propose, None);
    }
}
