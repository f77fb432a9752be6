//! Every rule has words for whatever it finds, and they say it.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeSet;

use crosslane_core::format::crosslane::open;
use crosslane_core::model::Workspace;
use crosslane_core::rules::{Flag, RULES, evaluate, questions};
use crosslane_core::samples::{SAMPLES, text};
use crosslane_core::testing::anything;
use crosslane_words::ui::home;
use crosslane_words::{blank, flag};

fn flags(workspace: &Workspace) -> Vec<Flag> {
    let evaluation = evaluate(workspace, None, None);
    evaluation
        .journeys
        .iter()
        .flat_map(|journey| journey.findings.flags.iter().cloned().collect::<Vec<_>>())
        .collect()
}

#[test]
fn every_rule_has_a_title_an_explanation_and_practices() {
    for rule in RULES {
        assert_ne!(flag::title(rule.id), rule.id);
        assert!(flag::about(rule.id).ends_with('.'), "{}", rule.id);
        assert!(!flag::practices(rule.id).is_empty(), "{}", rule.id);
    }
}

#[test]
fn whatever_a_rule_finds_is_said_with_all_its_values() {
    let mut wordless = BTreeSet::new();
    for seed in 0..60 {
        let workspace = open(&anything(seed)).unwrap().workspace;
        for found in flags(&workspace) {
            if flag::why(&workspace, &found) == flag::title(found.rule) {
                wordless.insert(format!("{}: no sentence fits", found.rule));
            }
            if !flag::mend(&workspace, &found).ends_with('.') {
                wordless.insert(format!("{}: no mend", found.rule));
            }
            for (label, value) in flag::compared(&workspace, &found) {
                if value.is_empty() {
                    wordless.insert(format!("{}: {label}", found.rule));
                }
            }
        }
    }
    assert_eq!(wordless, BTreeSet::new());
}

#[test]
fn every_flag_of_the_samples_is_explained_and_can_be_mended() {
    for (at, name) in SAMPLES.iter().enumerate() {
        let workspace = open(text(at).unwrap()).unwrap().workspace;
        assert_eq!(home::sample(name).0, workspace.title, "the home page calls it by its name");
        assert!(home::sample(name).1.ends_with('.'), "{name}");
        for found in flags(&workspace) {
            assert_ne!(flag::why(&workspace, &found), flag::title(found.rule), "{name}: {}", found.rule);
            assert!(flag::mend(&workspace, &found).ends_with('.'), "{name}: {}", found.rule);
        }
    }
}

#[test]
fn every_blank_is_a_question_with_its_gaps_filled() {
    for seed in 0..60 {
        let workspace = open(&anything(seed)).unwrap().workspace;
        for open in questions(&evaluate(&workspace, None, None)) {
            let question = blank::question(&workspace, open.journey, &open.blank);
            assert!(question.ends_with('?') || question.ends_with('.'), "{question}");
            assert!(question.len() > open.blank.field.word().len() + 8, "{question}");
        }
    }
    assert_eq!(blank::worth(1), "answers 1 check");
    assert_eq!(blank::worth(1200), "answers 1,200 checks");
}

/// One journey: Sales, then Claims, then Sales again, with what the cases below fill in.
fn workspace(touchpoints: [&str; 3], steps: &str) -> Workspace {
    let [a, b, c] = touchpoints;
    let text = format!(
        r#"{{"format": "crosslane", "version": 1,
        "departments": {{"s": {{"name": "Sales"}}, "c": {{"name": "Claims"}}, "l": {{"name": "Legal"}}}},
        "department_order": ["s", "c", "l"],
        "channels": {{"web": {{"name": "Website"}}, "post": {{"name": "Post"}}}},
        "items": {{"i": {{"name": "policy number", "identity_check": false}}}},
        "journey_order": ["j"], "journeys": {{"j": {{"phase_order": ["p"],
            "phases": {{"p": {{"name": "Report", "touchpoints": ["a", "b", "c"]}}}},
            "touchpoints": {{
                "a": {{"name": "Call", "owner": "s", "stage": "frontstage"{a}}},
                "b": {{"name": "Describe", "owner": "c", "stage": "frontstage"{b}}},
                "c": {{"name": "Letter", "owner": "s", "stage": "frontstage"{c}}}}},
            "steps": {{{steps}}}}}}}}}"#
    );
    open(&text).unwrap().workspace
}

fn said(rule: &str, workspace: &Workspace) -> Vec<String> {
    let of_rule = |found: &Flag| found.rule == rule;
    flags(workspace).into_iter().filter(of_rule).map(|found| flag::why(workspace, &found)).collect()
}

#[test]
#[allow(clippy::too_many_lines, reason = "a table of cases")]
fn the_sentences_read_as_meant() {
    let none = ["", "", ""];
    let card = |fields: &str| workspace(none, &format!(r#""a/b": {{"card": {{{fields}}}}}"#));
    let cases: [(&str, Workspace, &str); 17] = [
        (
            "contested-ownership",
            workspace([r#", "claimed_by": ["c", "l"]"#, "", ""], ""),
            "“Call” is owned by Sales, but also claimed by Claims and Legal.",
        ),
        (
            "unowned-handoff",
            card(r#""method": "warm""#),
            "Nobody answers for what happens between “Call” (Sales) and “Describe” (Claims).",
        ),
        (
            "cold-handoff",
            card(r#""method": "email", "passed": []"#),
            "From Sales to Claims it passes by e-mail, but no information with it.",
        ),
        (
            "cold-handoff",
            card(r#""method": "none""#),
            "Nothing passes from Sales to Claims: “Describe” begins from zero.",
        ),
        (
            "handoff-card-incomplete",
            card(r#""method": "warm", "trigger": "call ends""#),
            "Sales and Claims have not agreed what is passed on and what happens when it fails.",
        ),
        (
            "no-acknowledgement",
            card(r#""acknowledged": false"#),
            "Claims does not confirm to Sales what it receives at “Describe”.",
        ),
        (
            "no-fallback",
            workspace(["", r#", "importance": 5"#, ""], r#""a/b": {"card": {"fallback": ""}}"#),
            "“Describe” has importance 5 for customers, but nobody agreed what happens when Sales → Claims fails.",
        ),
        (
            "disputed-handoff",
            card(r#""method": "warm", "from_side": {"agrees": true}, "to_side": {"agrees": false}"#),
            "Sales agrees to what stands on the card; Claims does not.",
        ),
        (
            "returned-incomplete",
            card(r#""complete_accurate": 72.5"#),
            "Only 72.5% of what Claims receives from Sales is complete and accurate.",
        ),
        (
            "no-target-wait",
            card(r#""method": "warm", "monthly_volume": 1200"#),
            "1,200 customers go from “Call” to “Describe” each month, and nobody agreed how long they may wait.",
        ),
        (
            "customer-carries",
            card(r#""method": "customer""#),
            "The customer carries the case from Sales to Claims.",
        ),
        (
            "satisfaction-drop",
            workspace([r#", "satisfaction": 4.5"#, r#", "satisfaction": 2"#, ""], ""),
            "Satisfaction falls from 4.5 at “Call” to 2 at “Describe”.",
        ),
        (
            "forced-channel-switch",
            workspace(
                [r#", "channel": "web""#, r#", "channel": "post""#, ""],
                r#""a/b": {"card": {"switch_forced": true}}"#,
            ),
            "The customer has to change from Website at “Call” to Post at “Describe”.",
        ),
        (
            "wait-over-target",
            workspace(
                none,
                r#""a/b": {"wait": {"low": 10080, "high": 20160}, "card": {"target_wait": 2880}}"#,
            ),
            "The customer waits 1 to 2 weeks between “Call” and “Describe”; at most 2 days was agreed.",
        ),
        (
            "ping-pong",
            workspace(none, r#""a/b": {"card": {"interaction": "collaboration"}}"#),
            "The case leaves Sales at “Call” and comes back at “Letter”, after Claims.",
        ),
        (
            "customer-repeats",
            workspace([r#", "asked": ["i"]"#, r#", "asked": ["i"]"#, ""], ""),
            "At “Describe” the customer is asked for “policy number”, though Sales had it from “Call”.",
        ),
        (
            "information-lost",
            workspace(
                [
                    r#", "produced": ["i"], "systems": []"#,
                    r#", "asked": [], "needed": ["i"], "systems": []"#,
                    "",
                ],
                r#""a/b": {"card": {"passed": []}}"#,
            ),
            "“policy number” is needed at “Describe”. Sales had it from “Call”, but it never reached Claims.",
        ),
    ];
    for (rule, workspace, sentence) in cases {
        assert_eq!(said(rule, &workspace).first().map(String::as_str), Some(sentence), "{rule}");
    }
}
