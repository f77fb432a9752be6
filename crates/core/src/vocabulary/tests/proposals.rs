//! Entries that texts propose.

use crate::model::{Term, TermLabel, Workspace};
use crate::testing::{id, journey_id, workspace};
use crate::vocabulary::{TextField, proposals};

/// Two departments in front of the customer and one behind, with the term `report`.
fn written(labels: &[(&str, &str)]) -> Workspace {
    let mut workspace = workspace("a x front\n b y front\n c z back\n d x back");
    let label = |(department, label): &(&str, &str)| {
        let label = TermLabel { label: Some((*label).to_owned()), ..TermLabel::default() };
        (id(department), std::sync::Arc::new(label))
    };
    let term = Term {
        concept: "Report".to_owned(),
        preferred: Some("damage report".to_owned()),
        variants: Some(vec!["survey".to_owned(), "ekspertyz*".to_owned()]),
        labels: labels.iter().map(label).collect(),
        ..Term::default()
    };
    workspace.terms.insert(id("report"), term.into());
    workspace
}

fn write(workspace: &mut Workspace, touchpoint: &str, change: impl Fn(&mut crate::model::Touchpoint)) {
    let mut journey = workspace.journeys[&journey_id()].as_ref().clone();
    let mut changed = journey.touchpoints[&id(touchpoint)].as_ref().clone();
    change(&mut changed);
    journey.touchpoints.insert(id(touchpoint), changed.into());
    workspace.journeys.insert(journey_id(), journey.into());
}

/// The proposals as `department: label, fields`.
fn proposed(workspace: &Workspace) -> Vec<String> {
    let fields = |places: &[crate::vocabulary::Found]| {
        places
            .iter()
            .map(|place| format!("{} {:?}", place.touchpoint, place.field))
            .collect::<Vec<_>>()
            .join(", ")
    };
    proposals(workspace)
        .iter()
        .map(|found| format!("{}: {}, {}", found.department, found.label, fields(&found.places)))
        .collect()
}

#[test]
fn a_label_in_the_texts_of_a_department_is_proposed_with_its_places() {
    let mut workspace = written(&[]);
    write(&mut workspace, "a", |it| it.name = "Reads the survey".to_owned());
    write(&mut workspace, "d", |it| {
        it.notes = Some("A Survey each.".to_owned());
        it.pain_points = Some(vec!["late".to_owned(), "no survey at all".to_owned()]);
    });
    write(&mut workspace, "b", |it| it.action = Some("Asks for the damage  report".to_owned()));
    assert_eq!(
        proposed(&workspace),
        ["x: survey, a Name, d PainPoint(1), d Notes", "y: damage  report, b Action"]
    );
}

#[test]
fn what_is_entered_already_is_not_proposed_but_a_second_word_is() {
    let mut workspace = written(&[("x", "Survey")]);
    write(&mut workspace, "a", |it| it.name = "Reads the survey, that is the damage report".to_owned());
    assert_eq!(proposed(&workspace), ["x: damage report, a Name"]);
}

#[test]
fn forms_of_one_word_are_one_proposal_and_none_where_one_is_entered() {
    let mut workspace = written(&[]);
    write(&mut workspace, "a", |it| it.notes = Some("Ekspertyzy, ekspertyzę i ekspertyzami".to_owned()));
    assert_eq!(proposed(&workspace), ["x: Ekspertyzy, a Notes, a Notes, a Notes"]);
    workspace.terms = written(&[("x", "ekspertyza")]).terms;
    assert_eq!(proposed(&workspace), [""; 0]);
}

#[test]
fn only_departments_that_meet_the_customer_and_only_their_own_words() {
    let mut workspace = written(&[]);
    write(&mut workspace, "c", |it| it.name = "Files the survey".to_owned());
    write(&mut workspace, "a", |it| it.quotes = Some(vec!["What survey?".to_owned()]));
    assert_eq!(proposed(&workspace), [""; 0], "z works behind, and quotes are the customer's");
    write(&mut workspace, "a", |it| it.owner = None);
    write(&mut workspace, "a", |it| it.name = "survey".to_owned());
    assert_eq!(proposed(&workspace), [""; 0], "nobody's text proposes nothing");
}

#[test]
fn places_point_at_the_words() {
    let mut workspace = written(&[]);
    write(&mut workspace, "a", |it| it.name = "Żółty survey".to_owned());
    let found = proposals(&workspace);
    assert_eq!(found[0].places[0].field, TextField::Name);
    assert_eq!(&"Żółty survey"[found[0].places[0].range.clone()], "survey");
}
