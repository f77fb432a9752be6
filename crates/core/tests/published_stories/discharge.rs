//! Sunil Kripalani and others, "Deficits in Communication and Information Transfer Between Hospital-Based and Primary
//! Care Physicians", Journal of the American Medical Association 297 (2007), 831 to 841.
//!
//! A review of 73 studies: physicians of hospital and practice speak to each other in 3 to 20 % of the cases; at the
//! first visit after the hospital 12 to 34 % of the practices have the summary. Of those that come, 65 % lack tests
//! whose results are still to come, and 90 to 92 % lack what patient and family were told. Summaries made from the
//! record came sooner.

use crosslane_core::model::{Card, Method, Minutes, Percent, Rating, Stage, Touchpoint};

use crate::story::{Story, Writer, found, known};

const SOURCE: &str = "Kripalani and others, Deficits in Communication, JAMA 297, 2007";

/// Hospital, home, practice: the two touchpoints of the hospital know all that the practice needs.
fn written() -> Writer {
    let mut story = Writer::new(
        "Home from the hospital",
        &[("hospital", "Hospital"), ("practice", "Primary care practice")],
    );
    story.items(&[
        ("diagnosis", "Diagnosis and treatment"),
        ("pending", "Tests whose results are still to come"),
        ("counsel", "What patient and family were told"),
    ]);
    let stay = Touchpoint {
        name: "Is treated in the hospital".to_owned(),
        produced: known(&["diagnosis", "pending"]),
        ..Touchpoint::default()
    };
    story.touchpoint("stay", "hospital", Stage::Frontstage, stay);
    let home = Touchpoint {
        name: "Is told how to go on, and goes home".to_owned(),
        produced: known(&["counsel"]),
        ..Touchpoint::default()
    };
    story.touchpoint("home", "hospital", Stage::Frontstage, home);
    let visit = Touchpoint {
        name: "Sees the family physician".to_owned(),
        needed: known(&["diagnosis", "pending", "counsel"]),
        importance: Rating::new(5.0),
        ..Touchpoint::default()
    };
    story.touchpoint("visit", "practice", Stage::Frontstage, visit);
    story
}

pub fn story() -> Story {
    let mut story = written();
    let letter = Card {
        answered_by: known(&["hospital"]),
        trigger: Some("The summary is dictated".to_owned()),
        passed: known(&["diagnosis"]),
        method: Some(Method::Form),
        // At best, at the first visit.
        complete_accurate: Percent::new(34.0),
        ..Card::default()
    };
    story.card("home", "visit", letter);
    story.finish(
        SOURCE,
        vec![
            found("information-lost", "home", "visit", "65 % of the summaries lack tests still to come"),
            found("returned-incomplete", "home", "visit", "At most 34 % have the summary at the first visit"),
            found("no-acknowledgement", "home", "visit", "Physicians of the two seldom speak to each other"),
        ],
        &[],
    )
}

pub fn with_summaries_from_the_record() -> Story {
    let mut story = written();
    let from_the_record = Card {
        answered_by: known(&["hospital"]),
        trigger: Some("The patient is discharged".to_owned()),
        passed: known(&["diagnosis", "pending", "counsel"]),
        method: Some(Method::SharedRecord),
        target_wait: Some(Minutes::exact(2 * 24 * 60)),
        acknowledged: Some(true),
        fallback: Some("The practice calls the ward".to_owned()),
        ..Card::default()
    };
    story.card("home", "visit", from_the_record);
    story.finish(SOURCE, Vec::new(), &[("home", "visit")])
}
