//! The samples open, are canonical and almost fully assessed, and show what they are there to show.

// A test may stop at the first thing that is not as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use crosslane_core::format::crosslane::{open, write};
use crosslane_core::model::{Date, Workspace};
use crosslane_core::rules::{Evaluation, evaluate};
use crosslane_core::samples::{SAMPLES, text};

fn workspace_of(at: usize) -> Workspace {
    open(text(at).expect("a sample has a file")).expect("a sample opens").workspace
}

/// The day on which the samples are looked at.
fn today() -> Option<Date> {
    Date::parse("2026-03-31")
}

fn each(check: impl Fn(&str, &Evaluation)) {
    for (at, sample) in SAMPLES.iter().enumerate() {
        check(sample.id, &evaluate(&workspace_of(at), today(), None));
    }
}

/// The flags of a journey as "rule severity", with how often each comes.
fn fired(id: &str) -> Vec<String> {
    let at = SAMPLES.iter().position(|sample| sample.id == id).expect("the sample is offered");
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for journey in &evaluate(&workspace_of(at), today(), None).journeys {
        for flag in &journey.findings.flags {
            *counts.entry(format!("{} {:?}", flag.rule, flag.severity)).or_default() += 1;
            for badge in &flag.badges {
                *counts.entry(format!("{} badge", badge.rule)).or_default() += 1;
            }
        }
    }
    counts.into_iter().map(|(flag, count)| format!("{flag} {count}")).collect()
}

#[test]
fn every_sample_opens_and_is_canonical() {
    for (at, sample) in SAMPLES.iter().enumerate() {
        let text = text(at).expect("a sample has a file");
        let opened = open(text).expect("a sample opens");
        assert_eq!(opened.newer_version, None);
        assert_eq!(opened.workspace.title, sample.title);
        assert!(write(&opened.workspace) == text, "{} is not in canonical form", sample.id);
        assert!(text.len() <= 40 * 1024, "{} has {} bytes", sample.id, text.len());
    }
}

#[test]
fn nine_of_ten_checks_are_answered() {
    each(|id, evaluation| {
        for journey in &evaluation.journeys {
            let assessed = journey.findings.assessed().expect("checks apply");
            assert!(assessed >= 0.9, "{id}: {assessed}: {:#?}", journey.findings.not_assessed);
        }
    });
}

#[test]
fn each_sample_has_a_handoff_without_any_flag() {
    each(|id, evaluation| {
        for journey in &evaluation.journeys {
            let flagged: BTreeSet<usize> =
                journey.findings.flags.iter().filter_map(|flag| flag.handoff).collect();
            assert!(flagged.len() < journey.flow.handoffs().len(), "{id}: every handoff has a flag");
        }
    });
}

#[test]
fn the_insurance_claim_shows_these_breaks() {
    assert_eq!(
        fired("insurance-claim"),
        [
            "absent-department Info 1",
            "broken-tool-chain Error 2",
            "broken-tool-chain Warning 1",
            "cold-handoff Error 1",
            "cold-handoff Warning 1",
            "conflicting-promises Error 1",
            "contested-ownership Warning 1",
            "customer-carries Error 1",
            "customer-repeats Error 4",
            "disputed-handoff Warning 1",
            "forced-channel-switch Error 1",
            "goal-without-contribution Warning 2",
            "handoff-card-incomplete Warning 1",
            "information-lost Error 1",
            "mixed-vocabulary Warning 1",
            "no-acknowledgement Warning 4",
            "no-fallback Error 2",
            "no-shared-goal Info 2",
            "no-target-wait Warning 1",
            "one-sided-initiative Warning 1",
            "opposing-measures Warning 1",
            "promise-cannot-hold Error 2",
            "returned-incomplete Warning 4",
            "satisfaction-drop Error 1",
            "satisfaction-drop Warning 1",
            "stale-evidence badge 23",
            "standards-differ Warning 1",
            "unaddressed-break badge 16",
            "undelivered-promise Warning 2",
            "unowned-handoff Warning 1",
            "unowned-touchpoint Error 1",
            "wait-over-target Error 1",
            "wait-over-target Warning 3",
            "wrong-face Info 1"
        ]
    );
}

#[test]
fn the_b2b_onboarding_shows_these_breaks() {
    assert_eq!(
        fired("b2b-onboarding"),
        [
            "absent-department Info 1",
            "broken-tool-chain Error 1",
            "broken-tool-chain Warning 1",
            "cold-handoff Error 1",
            "cold-handoff Warning 1",
            "contested-ownership Warning 1",
            "customer-repeats Error 3",
            "disputed-handoff Warning 2",
            "forced-channel-switch Warning 2",
            "goal-without-contribution Warning 2",
            "handoff-card-incomplete Info 2",
            "information-lost Error 1",
            "locked-system Error 1",
            "mixed-vocabulary Warning 1",
            "no-acknowledgement Warning 3",
            "no-fallback Error 3",
            "no-shared-goal Info 3",
            "opposing-measures Warning 1",
            "ping-pong Info 1",
            "ping-pong Warning 2",
            "promise-cannot-hold Error 1",
            "promise-cannot-hold Warning 1",
            "relay Info 1",
            "returned-incomplete Warning 4",
            "satisfaction-drop Warning 1",
            "stale-evidence badge 7",
            "standards-differ Warning 1",
            "unaddressed-break badge 14",
            "unowned-handoff Warning 1",
            "wait-over-target Error 3",
            "wait-over-target Warning 1",
            "wrong-face Info 1"
        ]
    );
}
