//! `crosslane report` as people meet it.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{EMPTY, run_with};

const TWO: &str = r#"{"format": "crosslane", "version": 1, "title": "Home insurance",
  "departments": {"s": {"name": "Sales"}, "c": {"name": "Claims"}}, "department_order": ["s", "c"],
  "journey_order": ["j"], "journeys": {"j": {"title": "Claim", "phase_order": ["p"],
    "phases": {"p": {"name": "Ask", "touchpoints": ["a", "b"]}},
    "touchpoints": {"a": {"name": "Call", "owner": "s", "stage": "frontstage"},
      "b": {"name": "Describe", "owner": "c", "stage": "frontstage"}},
    "steps": {"a/b": {"card": {"method": "none", "answered_by": []}}}}}}"#;

fn reported(args: &[&str]) -> String {
    let ran = run_with(&[&["report", "-"], args].concat(), TWO.as_bytes());
    assert_eq!(ran.code, 0, "{}", ran.err);
    ran.out
}

#[test]
fn the_report_names_the_worst_handoff() {
    let text = reported(&["--today", "2026-03-31"]);
    assert!(text.starts_with("# Home insurance\n"), "{text}");
    assert!(text.contains("31 March 2026") && text.contains("“Call” → “Describe”"), "{text}");
    assert_eq!(reported(&["--today", "2026-03-31", "--journey", "Claim"]), text);
}

#[test]
fn one_department_and_two_have_pages_of_their_own() {
    assert!(reported(&["--department", "claims"]).starts_with("# Claims\n"));
    let pair = reported(&["--department", "Sales", "--department", "Claims"]);
    assert!(pair.starts_with("# Sales and Claims\n") && pair.contains("## Agenda"), "{pair}");
}

#[test]
fn what_is_not_there_is_named() {
    for (args, named) in [(["--department", "Legal"], "Legal"), (["--journey", "Moon"], "Moon")] {
        let ran = run_with(&[&["report", "-"][..], &args].concat(), TWO.as_bytes());
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains(named), "{}", ran.err);
    }
    assert_eq!(run_with(&["report", "-"], EMPTY.as_bytes()).code, 0);
}
