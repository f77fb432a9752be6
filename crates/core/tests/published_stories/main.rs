//! Published stories of broken handoffs, entered as journeys from their facts: the rules find the breaks that their
//! authors name, and nothing at the handoffs that the authors say worked.

// A test may stop at the first thing that is not as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod airline;
mod contact_centre;
mod discharge;
mod orbiter;
mod shift_change;
mod story;

use crosslane_core::model::Id;
use crosslane_core::rules::{Evaluation, Flag, Flags, Place, RULES, evaluate};

use story::{At, Break, Story};

/// The stories, each with its source.
fn stories() -> Vec<Story> {
    vec![
        airline::story(),
        contact_centre::story(),
        discharge::story(),
        discharge::with_summaries_from_the_record(),
        orbiter::story(),
        shift_change::before(),
        shift_change::after(),
    ]
}

fn evaluated(story: &Story) -> Evaluation {
    evaluate(&story.workspace, None, None)
}

fn flags(evaluation: &Evaluation) -> &Flags {
    &evaluation.journeys[0].findings.flags
}

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn stands_at(flag: &Flag, at: At) -> bool {
    match at {
        At::Handoff(from, to) => {
            let key = story::step_key(from, to);
            flag.blames == Some(key) || flag.place == Place::Handoff(key)
        }
        At::Subject(subject) => flag.place == Place::Subject(id(subject)),
    }
}

#[test]
fn the_breaks_that_authors_name_are_found_where_they_are() {
    let mut found = 0;
    for story in stories() {
        let evaluation = evaluated(&story);
        for Break { rule, at, named } in &story.breaks {
            assert!(RULES.iter().any(|known| known.id == *rule), "{rule} is a rule");
            let there = flags(&evaluation).iter().any(|flag| flag.rule == *rule && stands_at(flag, *at));
            let all: Vec<&str> = flags(&evaluation).iter().map(|flag| flag.rule).collect();
            assert!(there, "{}: “{named}” is found by {rule} at {at:?}; found: {all:?}", story.source);
            found += 1;
        }
    }
    assert!(found >= 12, "{found} breaks");
}

#[test]
fn nothing_is_found_where_authors_say_that_it_worked() {
    let mut worked = 0;
    for story in stories() {
        let evaluation = evaluated(&story);
        for (from, to) in &story.worked {
            let scores = &evaluation.journeys[0].scores;
            assert!(scores.of(story::step_key(from, to)).is_some(), "{}: {from} to {to}", story.source);
            let there: Vec<&str> = flags(&evaluation)
                .iter()
                .filter(|flag| stands_at(flag, At::Handoff(from, to)))
                .map(|flag| flag.rule)
                .collect();
            assert_eq!(there, [""; 0], "{}: {from} to {to}", story.source);
            worked += 1;
        }
    }
    assert!(worked >= 2, "{worked} handoffs");
}

#[test]
fn every_story_has_its_source_and_breaks_something_or_worked() {
    for story in stories() {
        assert!(story.source.chars().any(|letter| letter.is_ascii_digit()), "{} has its year", story.source);
        assert!(!story.breaks.is_empty() || !story.worked.is_empty(), "{}", story.source);
    }
}

#[test]
fn what_mended_it_lowers_the_risk_of_the_same_handoff() {
    let pairs = [
        (discharge::story(), discharge::with_summaries_from_the_record(), ("home", "visit")),
        (shift_change::before(), shift_change::after(), ("evening", "night")),
    ];
    for (before, after, (from, to)) in pairs {
        let risk = |story: &Story| {
            let evaluation = evaluated(story);
            evaluation.journeys[0].scores.of(story::step_key(from, to)).expect("a handoff").risk
        };
        assert!(risk(&before) > 30.0, "{}: {}", before.source, risk(&before));
        assert!(risk(&after).abs() < f64::EPSILON, "{}: {}", after.source, risk(&after));
    }
}
