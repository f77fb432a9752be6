//! Labels that departments use in what they write about their touchpoints, and that are not entered yet.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::model::{Id, Ref, Stage, Touchpoint, Workspace};
use crate::sort::Sort;

use super::scan::{Hit, LabelKind, Matcher, spelling};

/// The texts of a touchpoint in which a department's words are found. What customers say (quotes) and what people of
/// other departments may have written (comments) are not its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextField {
    /// Its name.
    Name,
    /// What the customer does.
    Action,
    /// A pain point, by its position.
    PainPoint(usize),
    /// An idea, by its position.
    Idea(usize),
    /// A promise made.
    Promise(Id),
    /// Notes.
    Notes,
}

/// Where a label was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The journey.
    pub journey: Id,
    /// The touchpoint.
    pub touchpoint: Id,
    /// The text of it.
    pub field: TextField,
    /// The bytes of that text.
    pub range: Range<usize>,
}

/// A label that a department seems to use for a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The term.
    pub term: Id,
    /// The department.
    pub department: Id,
    /// The label, as it is written where it was found first.
    pub label: String,
    /// Where it was found, in the order of the journeys.
    pub places: Vec<Found>,
}

/// For each department that meets the customer, the labels of terms that stand in the texts of its touchpoints and
/// are not entered as its own: by term, by department, in the order in which they are found. They only propose
/// entries.
pub fn proposals(workspace: &Workspace) -> Vec<Proposal> {
    let matcher = Matcher::of(workspace);
    if matcher.is_empty() {
        return Vec::new();
    }
    let meeting = departments_that_meet_the_customer(workspace);
    let mut proposed = Proposed::default();
    for (journey, entry) in workspace.ordered_journeys() {
        for (touchpoint, written) in entry.ordered_touchpoints() {
            let owner = written.owner.map(Ref::id).filter(|owner| meeting.contains(owner));
            let Some(owner) = owner else { continue };
            for (field, text) in texts(written) {
                for hit in matcher.scan(text).into_iter().filter(|hit| !is_entered(workspace, hit, owner)) {
                    let place = Found { journey, touchpoint, field, range: hit.range.clone() };
                    proposed.add(owner, &hit, &text[hit.range.clone()], place);
                }
            }
        }
    }
    proposed.0.into_values().flatten().map(|(_, proposal)| proposal).collect()
}

/// The proposals for each term and department, by label.
#[derive(Default)]
struct Proposed(BTreeMap<(Id, Id), Vec<(LabelForm, Proposal)>>);

impl Proposed {
    /// A place more of a label that is proposed already, else a proposal more.
    fn add(&mut self, department: Id, hit: &Hit, written: &str, place: Found) {
        let form = LabelForm::of(hit, written);
        let labels = self.0.entry((hit.term, department)).or_default();
        if let Some((_, known)) = labels.iter_mut().find(|(known, _)| *known == form) {
            known.places.push(place);
            return;
        }
        let (term, label) = (hit.term, written.to_owned());
        labels.push((form, Proposal { term, department, label, places: vec![place] }));
    }
}

/// What counts as one label: all forms of one variant, such as those of `klient*`, do.
#[derive(PartialEq, Eq)]
enum LabelForm {
    Variant(usize),
    Spelled(Option<String>),
}

impl LabelForm {
    fn of(hit: &Hit, written: &str) -> Self {
        match hit.label {
            LabelKind::Variant(at) => Self::Variant(at),
            LabelKind::Preferred | LabelKind::Department => Self::Spelled(spelling(written)),
        }
    }
}

/// Whether the department has the label already, or one of which this is a form.
pub(super) fn is_entered(workspace: &Workspace, hit: &Hit, department: Id) -> bool {
    if hit.departments.contains(&department) {
        return true;
    }
    let Some(term) = workspace.terms.get(&hit.term) else { return false };
    let label = term.labels.get(&department).and_then(|entry| entry.label.as_deref()).and_then(spelling);
    let LabelKind::Variant(at) = hit.label else { return false };
    let variant = term.variants.as_ref().and_then(|variants| variants.get(at));
    let beginning = variant.and_then(|variant| variant.trim_end().strip_suffix('*')).and_then(spelling);
    label.zip(beginning).is_some_and(|(label, beginning)| label.starts_with(&beginning))
}

/// The departments that own a touchpoint in front of the customer, in any journey.
pub(super) fn departments_that_meet_the_customer(workspace: &Workspace) -> Vec<Id> {
    let in_front = |touchpoint: &Touchpoint| {
        matches!(touchpoint.stage, Some(Stage::Customer | Stage::Frontstage))
            .then_some(touchpoint.owner)?
            .map(Ref::id)
    };
    let touchpoints = workspace.journeys.values().flat_map(|journey| journey.touchpoints.values());
    let mut departments: Vec<Id> = touchpoints.filter_map(|touchpoint| in_front(touchpoint)).collect();
    departments.arrange();
    departments.dedup();
    departments
}

/// The texts of a touchpoint in which its owner's words are found.
pub(super) fn texts(touchpoint: &Touchpoint) -> Vec<(TextField, &str)> {
    let mut texts = vec![(TextField::Name, touchpoint.name.as_str())];
    texts.extend(touchpoint.action.as_deref().map(|text| (TextField::Action, text)));
    let pains = touchpoint.pain_points.iter().flatten().enumerate();
    texts.extend(pains.map(|(at, text)| (TextField::PainPoint(at), text.as_str())));
    let ideas = touchpoint.ideas.iter().flatten().enumerate();
    texts.extend(ideas.map(|(at, text)| (TextField::Idea(at), text.as_str())));
    for (id, promise) in touchpoint.promises.iter().flatten() {
        texts.extend(promise.value.as_deref().map(|text| (TextField::Promise(*id), text)));
    }
    texts.extend(touchpoint.notes.as_deref().map(|text| (TextField::Notes, text)));
    texts
}
