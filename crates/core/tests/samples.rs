//! The samples open, are canonical and almost fully assessed, and show what they are there to show.

// A test may stop at the first thing that is not as it should be.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::{BTreeMap, BTreeSet};

use crosslane_core::format::crosslane::{open, write};
use crosslane_core::model::{Date, Decision, Id, InitiativeStatus, Percent, StepKey, Workspace};
use crosslane_core::rules::{Evaluation, Flag, Place, RULES, WaiverState, evaluate};
use crosslane_core::samples::{SAMPLES, text};
use miniz_oxide::deflate::compress_to_vec;

fn workspace_of(at: usize) -> Workspace {
    open(text(at).expect("a sample has a file")).expect("a sample opens").workspace
}

/// The day on which the samples are looked at.
fn today() -> Option<Date> {
    Date::parse("2026-03-31")
}

fn each(mut check: impl FnMut(&str, &Workspace, &Evaluation)) {
    for (at, name) in SAMPLES.iter().enumerate() {
        let workspace = workspace_of(at);
        check(name, &workspace, &evaluate(&workspace, today(), None));
    }
}

/// The flags of a journey as "rule severity", with how often each comes.
fn fired(id: &str) -> Vec<String> {
    let at = SAMPLES.iter().position(|name| *name == id).expect("the sample is offered");
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

/// What a sample may weigh, in bytes deflated: they are part of what is loaded with the first workspace.
const MOST: usize = 12 * 1024;

#[test]
fn every_sample_opens_is_canonical_and_small() {
    for (at, name) in SAMPLES.iter().enumerate() {
        let text = text(at).expect("a sample has a file");
        let opened = open(text).expect("a sample opens");
        assert_eq!(opened.newer_version, None);
        assert!(write(&opened.workspace) == text, "{name} is not in canonical form");
        let weighs = compress_to_vec(text.as_bytes(), 9).len();
        assert!(weighs <= MOST, "{name} weighs {weighs} bytes");
    }
    assert_eq!(text(SAMPLES.len()), None);
}

#[test]
fn nine_of_ten_checks_are_answered() {
    each(|name, _, evaluation| {
        for journey in &evaluation.journeys {
            let assessed = journey.findings.assessed().expect("checks apply");
            assert!(assessed >= 0.9, "{name}: {assessed}: {:#?}", journey.findings.not_assessed);
        }
    });
}

#[test]
fn every_rule_finds_something_in_them() {
    let mut fired = BTreeSet::new();
    each(|_, _, evaluation| {
        let flags = evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags);
        for flag in flags {
            fired.insert(flag.rule);
            fired.extend(flag.badges.iter().map(|badge| badge.rule));
        }
    });
    let silent: Vec<&str> = RULES.iter().map(|rule| rule.id).filter(|rule| !fired.contains(rule)).collect();
    assert_eq!(silent, [""; 0]);
}

/// Handoffs at which two departments did everything right, by sample, journey and step.
const WELL_KEPT: [(&str, &str, &str, &str); 5] = [
    ("insurance-claim", "storm", "call", "file"),
    ("b2b-onboarding", "first-year", "golive", "welcome"),
    ("b2b-onboarding", "problem", "tell", "triage"),
    ("restaurant-permits", "open", "bplan", "bzone"),
    ("restaurant-permits", "open", "bzone", "bremarks"),
];

#[test]
fn at_a_well_kept_handoff_no_rule_finds_anything_and_nothing_is_open() {
    each(|name, _, evaluation| {
        let mut seen = 0;
        for (_, journey, from, to) in WELL_KEPT.iter().filter(|(sample, ..)| *sample == name) {
            let key = StepKey::new(Id::new(from).unwrap(), Id::new(to).unwrap());
            let journey = evaluation.journey(Id::new(journey).unwrap()).expect("the journey is there");
            let risk = journey.scores.of(key).expect("it is a handoff");
            let blamed = |flag: &&Flag| flag.blames == Some(key) || flag.place == Place::Handoff(key);
            let flags: Vec<&str> =
                journey.findings.flags.iter().filter(blamed).map(|flag| flag.rule).collect();
            assert_eq!(flags, [""; 0], "{name} {from} to {to}");
            assert!(risk.at_worst.abs() < f64::EPSILON, "{name} {from} to {to}: at worst {}", risk.at_worst);
            seen += 1;
        }
        assert!(seen > 0, "{name} has a handoff to copy");
    });
}

#[test]
fn the_restaurant_is_a_journey_of_real_size() {
    let at = SAMPLES.iter().position(|name| *name == "restaurant-permits").expect("it is offered");
    let workspace = workspace_of(at);
    let evaluation = evaluate(&workspace, today(), None);
    let journey = &evaluation.journeys[0];
    let owners: BTreeSet<Id> = journey.flow.nodes().iter().filter_map(|node| node.owner).collect();
    assert_eq!(owners.len(), 12);
    assert_eq!(owners.len(), workspace.departments.len());
    assert!((60..=100).contains(&journey.flow.nodes().len()), "{} touchpoints", journey.flow.nodes().len());
    let nodes = 0..journey.flow.nodes().len();
    assert!(nodes.clone().any(|node| journey.flow.steps_from(node).len() > 2), "it branches");
    let first = |id: &str| nodes.clone().find(|node| journey.flow.nodes()[*node].id.as_str() == id).unwrap();
    let back = |from: &str, to: &str| journey.flow.step(first(from), first(to)).is_some();
    assert!(back("redraw", "bintake") && back("lmissing", "lprep") && back("ffix", "fbook"), "it loops");
}

#[test]
fn the_claim_and_the_onboarding_use_every_way_to_connect() {
    each(|name, workspace, evaluation| {
        if *name == *"restaurant-permits" {
            return;
        }
        let statuses: BTreeSet<_> =
            workspace.initiatives.values().filter_map(|initiative| initiative.status).collect();
        assert_eq!(statuses.len(), 4, "{name}: initiatives of every status");
        let better = workspace.initiatives.values().any(|initiative| {
            initiative.status == Some(InitiativeStatus::Done)
                && initiative.risk_before.map(Percent::value) > initiative.risk_after.map(Percent::value)
                && initiative.risk_after.is_some()
        });
        assert!(better, "{name}: an initiative that is done, with lower risk");
        assert!(workspace.stories.values().any(|story| story.people.is_some()), "{name}");
        assert!(workspace.sessions.values().any(|session| session.cycles.len() == 2), "{name}");
        assert_eq!(workspace.snapshots.len(), 2, "{name}");
        let committee = workspace.committee.as_ref().expect("a committee");
        assert!(committee.mandate.is_some() && committee.rhythm.is_some(), "{name}");
        assert_eq!(committee.members.len(), workspace.departments.len(), "{name}");
        assert!(!committee.best_practices.is_empty(), "{name}");
        let became = |decision: &Decision| decision.standard.and_then(|it| workspace.standards.get(&it.id()));
        let standard =
            committee.decisions.values().find_map(|decision| became(decision)).expect("a standard");
        assert!(standard.decision.is_some(), "{name}: a standard knows its decision");
        assert!(workspace.goals.len() > 1 && workspace.terms.len() > 1, "{name}");

        // What is addressed is there: nothing rests on a flag that was never seen, but what is done.
        let flags: BTreeSet<String> = evaluation
            .journeys
            .iter()
            .flat_map(|journey| journey.findings.flags.iter().map(Flag::fingerprint))
            .collect();
        let open = workspace.initiatives.values().filter(|it| it.status != Some(InitiativeStatus::Done));
        let addressed =
            open.flat_map(|it| &it.flags).chain(committee.decisions.values().flat_map(|it| &it.flags));
        for fingerprint in addressed {
            assert!(flags.contains(fingerprint), "{name}: {fingerprint} is addressed and not there");
        }
    });
}

#[test]
fn one_flag_is_accepted_with_a_reason_and_still_is() {
    let mut accepted = 0;
    each(|_, workspace, evaluation| {
        let flags = evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags);
        accepted += flags.filter(|flag| matches!(flag.waiver, WaiverState::Waived(_))).count();
        assert!(workspace.waivers.values().all(|waiver| !waiver.reason.is_empty() && !waiver.by.is_empty()));
    });
    assert_eq!(accepted, 1);
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
            "unaddressed-break badge 9",
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
            "cold-handoff Warning 2",
            "contested-ownership Warning 1",
            "customer-repeats Error 3",
            "disputed-handoff Warning 2",
            "forced-channel-switch Warning 2",
            "goal-without-contribution Warning 2",
            "green-parts-red-whole Info 1",
            "handoff-card-incomplete Info 2",
            "information-lost Error 1",
            "locked-system Error 1",
            "mixed-vocabulary Warning 2",
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
            "unaddressed-break badge 9",
            "unowned-handoff Warning 1",
            "wait-over-target Error 3",
            "wait-over-target Warning 2",
            "wrong-face Info 1"
        ]
    );
}
