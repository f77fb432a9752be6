//! Decisions of the steering committee, and the standards they become.

use super::initiatives::gather;
use crate::edit::{Edit, Entry};
use crate::model::{Date, Decision, EntityKind, Id, Ref, Standard, Subject, Workspace};
use crate::rules::Evaluation;

/// A decision about these flags: with their departments, of today. It says nothing yet.
pub fn decide(
    workspace: &Workspace,
    evaluation: &Evaluation,
    fingerprints: &[String],
    today: Option<Date>,
) -> Decision {
    let (flags, found, departments, _) = gather(workspace, evaluation, fingerprints);
    Decision {
        date: today,
        departments: (!departments.is_empty()).then_some(departments),
        flags,
        found,
        ..Decision::default()
    }
}

/// What a standard is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A subject of the register.
    Known(Id),
    /// A new subject: its identifier and its name.
    New(Id, String),
}

/// Makes a decision a standard: about a subject, with a value, agreed by the departments of the decision. The
/// decision names the standard, the standard the decision. `None` where there is no such decision.
pub fn become_standard(
    workspace: &Workspace,
    decision: Id,
    standard: Id,
    about: About,
    value: Option<String>,
) -> Option<Edit> {
    let Some(Entry::Decision(mut decided)) = Entry::of(workspace, EntityKind::Decision, decision) else {
        return None;
    };
    let mut edits = Vec::new();
    let subject = match about {
        About::Known(id) => id,
        About::New(id, name) => {
            let subject = Subject { name, ..Subject::default() };
            edits.push(Edit::PutEntry(id, Box::new(Entry::Subject(subject))));
            id
        }
    };
    let agreed = Standard {
        subject: Some(Ref::from(subject)),
        value,
        agreed_by: decided.departments.clone(),
        decision: Some(Ref::from(decision)),
        ..Standard::default()
    };
    edits.push(Edit::PutEntry(standard, Box::new(Entry::Standard(agreed))));
    decided.standard = Some(Ref::from(standard));
    edits.push(Edit::PutEntry(decision, Box::new(Entry::Decision(decided))));
    Some(Edit::Batch(edits))
}
