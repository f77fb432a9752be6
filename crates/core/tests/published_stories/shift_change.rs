//! Amy Starmer and others, "Changes in Medical Errors after Implementation of a Handoff Program", New England Journal
//! of Medicine 371 (2014), 1803 to 1812.
//!
//! At nine hospitals the team of the day hands its patients to the team of the night. With the program, every handoff
//! holds five things: how ill the patient is, a summary, what is to do, what may happen and what to do then, and the
//! receiver says in own words what was understood. Preventable adverse events fell by 30 %.

use crosslane_core::model::{Card, Method, Minutes, Rating, Stage, Touchpoint};

use crate::story::{Story, Writer, found, known};

const SOURCE: &str = "Starmer and others, Changes in Medical Errors, NEJM 371, 2014";

fn written() -> Writer {
    let mut story = Writer::new("A night in hospital", &[("day", "Day team"), ("late", "Night team")]);
    story.items(&[
        ("severity", "How ill the patient is"),
        ("summary", "Summary of the patient"),
        ("actions", "What is to do"),
    ]);
    let evening = Touchpoint {
        name: "Is seen in the evening".to_owned(),
        produced: known(&["severity", "summary", "actions"]),
        ..Touchpoint::default()
    };
    story.touchpoint("evening", "day", Stage::Frontstage, evening);
    let night = Touchpoint {
        name: "Gets worse at night".to_owned(),
        needed: known(&["severity", "summary", "actions"]),
        importance: Rating::new(5.0),
        ..Touchpoint::default()
    };
    story.touchpoint("night", "late", Stage::Frontstage, night);
    story
}

pub fn before() -> Story {
    let mut story = written();
    let told = Card {
        answered_by: known(&["day"]),
        trigger: Some("The shift ends".to_owned()),
        passed: known(&["severity"]),
        method: Some(Method::Warm),
        acknowledged: Some(false),
        fallback: Some(String::new()),
        ..Card::default()
    };
    story.card("evening", "night", told);
    story.finish(
        SOURCE,
        vec![
            found("information-lost", "evening", "night", "Summary and actions are not handed on"),
            found("no-acknowledgement", "evening", "night", "The receiver says nothing back"),
            found(
                "no-fallback",
                "evening",
                "night",
                "Nothing is said of what may happen, and what to do then",
            ),
        ],
        &[],
    )
}

pub fn after() -> Story {
    let mut story = written();
    let told = Card {
        answered_by: known(&["day"]),
        trigger: Some("The shift ends".to_owned()),
        passed: known(&["severity", "summary", "actions"]),
        method: Some(Method::Warm),
        target_wait: Some(Minutes::exact(30)),
        acknowledged: Some(true),
        fallback: Some("What may happen at night, and what to do then".to_owned()),
        ..Card::default()
    };
    story.card("evening", "night", told);
    story.finish(SOURCE, Vec::new(), &[("evening", "night")])
}
