//! Every rule gives each of its answers, and rises exactly where its kind does.

use crate::rules::{RULES, Rule, RuleKind, Severity};
use crate::testing::answers;

use super::fixtures::{CASES, Case};

fn each(check: impl Fn(&'static Rule, &Case)) {
    for (rule, case) in RULES.iter().copied().zip(CASES) {
        check(rule, case);
    }
}

/// The answers in a journey whose `!` is replaced.
fn of(case: &Case, map: &str, instead: &str) -> Vec<String> {
    answers(case.rule, &map.replace('!', instead))
}

fn is_clear(line: &str) -> bool {
    line.starts_with("clear ")
}

fn is_open(line: &str) -> bool {
    line.contains(" ? ")
}

fn fires(line: &str) -> bool {
    !is_clear(line) && !is_open(line)
}

/// The severity of the first flag among the answers.
fn severity(lines: &[String]) -> Severity {
    let flag = lines.iter().find(|line| fires(line)).unwrap();
    let word = flag.split(' ').nth(1).unwrap();
    let all = [Severity::Info, Severity::Warning, Severity::Error];
    all.into_iter().find(|severity| severity.word() == word).unwrap()
}

#[test]
fn every_rule_has_its_cases() {
    let rules: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let cases: Vec<&str> = CASES.iter().map(|case| case.rule).collect();
    assert_eq!(rules, cases, "crates/core/src/rules/tests/fixtures.rs has a case for each rule");
}

#[test]
fn every_rule_fires() {
    each(|rule, case| {
        let lines = of(case, case.fires, "");
        assert!(lines.iter().any(|line| fires(line)), "{}: {lines:?}", case.rule);
        if rule.kind != RuleKind::Meta {
            assert!(rule.severities.contains(&severity(&lines)), "{}: {lines:?}", case.rule);
        }
    });
}

#[test]
fn every_rule_can_be_clear() {
    each(|rule, case| {
        let lines = of(case, case.clear, "");
        assert!(lines.iter().all(|line| is_clear(line)), "{}: {lines:?}", case.rule);
        // Badges are no checks: there is none to count as clear.
        assert_eq!(lines.is_empty(), rule.kind == RuleKind::Meta, "{}: {lines:?}", case.rule);
    });
}

#[test]
fn every_rule_keeps_out_of_what_is_not_its_matter() {
    each(|_, case| {
        let lines = of(case, case.inapplicable, "");
        assert!(lines.is_empty(), "{}: {lines:?}", case.rule);
    });
}

#[test]
fn a_blank_that_could_decide_leaves_a_rule_open() {
    each(|_, case| {
        let Some(open) = case.open else { return };
        let lines = of(case, open, "");
        assert!(lines.iter().any(|line| is_open(line)), "{}: {lines:?}", case.rule);
        assert!(!lines.iter().any(|line| fires(line)), "{}: {lines:?}", case.rule);
    });
}

#[test]
fn where_the_receiver_matters_flags_of_the_rising_kinds_at_handoffs_rise_and_no_others() {
    let rising = [RuleKind::Customer, RuleKind::Time, RuleKind::Systems];
    let at_no_handoff = ["undelivered-promise", "conflicting-promises"];
    each(|rule, case| {
        if rule.kind == RuleKind::Meta {
            return;
        }
        assert!(case.fires.contains('!'), "{}", case.rule);
        let (usual, mattering) =
            (severity(&of(case, case.fires, "")), severity(&of(case, case.fires, "truth")));
        let rises = rising.contains(&rule.kind) && !at_no_handoff.contains(&rule.id);
        assert_eq!(mattering, if rises { usual.risen() } else { usual }, "{}", case.rule);
        let important = severity(&of(case, case.fires, "imp=4"));
        assert_eq!(important, mattering, "{}: importance 4", case.rule);
        // Where the receiver does not matter, nothing has to be agreed for failure.
        if case.rule != "no-fallback" {
            assert_eq!(severity(&of(case, case.fires, "imp=3.9")), usual, "{}: importance 3.9", case.rule);
        }
    });
}
