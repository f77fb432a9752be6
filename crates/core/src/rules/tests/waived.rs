//! Every rule: its flag can be accepted, is shown as accepted, counts for no risk, and comes back with a reason.

use std::sync::Arc;

use crate::model::{Date, Id, WaivedValue, Waiver, Workspace};
use crate::rules::{Flag, JourneyEvaluation, NamedValue, RULES, RuleKind, WaiverState, evaluate};
use crate::testing::{id, workspace};

use super::fixtures::{CASES, Case};

fn evaluated(workspace: &Workspace) -> Arc<JourneyEvaluation> {
    Arc::clone(&evaluate(workspace, Date::parse("2026-06-30"), None).journeys[0])
}

/// Accepts the flags that are chosen, as they are.
fn accept(workspace: &Workspace, chosen: impl Fn(&Flag) -> bool) -> Workspace {
    let mut accepted = workspace.clone();
    for flag in evaluated(workspace).findings.flags.iter().filter(|flag| chosen(flag)) {
        accepted.waivers.insert(id(&format!("w{}", accepted.waivers.len())), waiver(flag).into());
    }
    accepted
}

fn waiver(flag: &Flag) -> Waiver {
    let kept = |named: &NamedValue| {
        let value = WaivedValue { value: named.value.text(), ..WaivedValue::default() };
        (Id::new(named.name).unwrap(), Arc::new(value))
    };
    Waiver {
        fingerprint: flag.fingerprint(),
        rule: flag.rule.to_owned(),
        values: flag.values.iter().map(kept).collect(),
        ..Waiver::default()
    }
}

/// The journey in which a rule fires, with the flags of all others accepted.
fn alone(case: &Case) -> Workspace {
    accept(&workspace(&case.fires.replace('!', "")), |flag| flag.rule != case.rule)
}

fn flags<'a>(evaluation: &'a JourneyEvaluation, rule: &'a str) -> impl Iterator<Item = &'a Flag> {
    evaluation.findings.flags.iter().filter(move |flag| flag.rule == rule)
}

/// The cases of the rules that make flags rather than badges.
fn each(check: impl Fn(&'static str, &Case)) {
    let rules: Vec<&str> = CASES.iter().map(|case| case.rule).collect();
    for rule in RULES {
        assert!(rules.contains(&rule.id), "crates/core/src/rules/tests/fixtures.rs has a case for each rule");
    }
    for case in CASES {
        let of_case = RULES.iter().find(|rule| rule.id == case.rule).unwrap();
        if of_case.kind != RuleKind::Meta {
            check(of_case.id, case);
        }
    }
}

#[test]
fn an_accepted_flag_is_there_and_shown_as_accepted() {
    each(|rule, case| {
        let before = alone(case);
        assert!(flags(&evaluated(&before), rule).all(|flag| flag.waiver == WaiverState::Open));
        let after = evaluated(&accept(&before, |flag| flag.rule == rule));
        let mut accepted = 0;
        for flag in flags(&after, rule) {
            assert!(matches!(flag.waiver, WaiverState::Waived(_)), "{rule}: {:?}", flag.waiver);
            assert!(!flag.is_open(), "{rule}");
            accepted += 1;
        }
        assert!(accepted > 0, "{rule} fires");
    });
}

#[test]
fn an_accepted_flag_counts_as_an_answer_but_for_no_risk() {
    each(|rule, case| {
        let before = alone(case);
        let fired = evaluated(&before);
        let after = evaluated(&accept(&before, |flag| flag.rule == rule));
        for flag in flags(&fired, rule).filter(|flag| flag.handoff.is_some()) {
            let risk = fired.scores.of(flag.blames.unwrap()).unwrap();
            assert!(risk.risk > 0.0, "{rule} is a risk while it is open");
            let accepted = after.scores.of(flag.blames.unwrap()).unwrap();
            assert!(accepted.risk.abs() < f64::EPSILON, "{rule} is none once it is accepted");
            assert!(accepted.flags.is_empty(), "{rule}");
        }
        assert_eq!(fired.scores.assessed, after.scores.assessed, "{rule}");
        assert_eq!(fired.findings.fired(), after.findings.fired(), "{rule}");
    });
}

#[test]
fn it_reopens_for_the_value_that_changed_and_names_it() {
    each(|rule, case| {
        let accepted = accept(&alone(case), |flag| flag.rule == rule);
        let shown = evaluated(&accepted);
        for flag in flags(&shown, rule) {
            let WaiverState::Waived(of) = flag.waiver else { panic!("{rule} is accepted") };
            for changed in &flag.values {
                let mut other = accepted.clone();
                let mut waiver = other.waivers[&of].as_ref().clone();
                let kept = WaivedValue { value: "another".to_owned(), ..WaivedValue::default() };
                waiver.values.insert(Id::new(changed.name).unwrap(), kept.into());
                other.waivers.insert(of, waiver.into());
                let reopened = evaluated(&other);
                let now = flags(&reopened, rule).find(|now| now.fingerprint() == flag.fingerprint()).unwrap();
                assert_eq!(now.waiver, WaiverState::Reopened(of, vec![changed.name]), "{rule}");
                assert!(now.is_open(), "{rule}");
            }
        }
    });
}

#[test]
fn an_accepted_flag_has_no_badges() {
    for case in CASES.iter().filter(|case| ["unaddressed-break", "stale-evidence"].contains(&case.rule)) {
        let before = workspace(&case.fires.replace('!', ""));
        let badges = |of: &Workspace| {
            let all: Vec<&'static str> = evaluated(of)
                .findings
                .flags
                .iter()
                .flat_map(|flag| &flag.badges)
                .map(|badge| badge.rule)
                .collect();
            all.into_iter().filter(|rule| *rule == case.rule).count()
        };
        assert!(badges(&before) > 0, "{}", case.rule);
        assert_eq!(badges(&accept(&before, |_| true)), 0, "{}", case.rule);
    }
}
