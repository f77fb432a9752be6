//! `crosslane handoffs` as people and scripts meet it.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{EMPTY, file, run, run_with};
use serde_json::json;

/// Two handoffs, one through the customer alone; the second hands over by e-mail with nothing passed.
const CLAIM: &str = r#"{"format": "crosslane", "version": 1, "title": "Home insurance",
  "departments": {"s": {"name": "Sales"}, "c": {"name": "=Claims"}}, "department_order": ["s", "c"],
  "journey_order": ["j"], "journeys": {"j": {"title": "Claim", "phase_order": ["p"],
    "phases": {"p": {"name": "Ask", "touchpoints": ["a", "w", "b", "d"]}},
    "touchpoints": {
      "a": {"name": "Call", "owner": "s", "stage": "frontstage", "monthly_volume": 1200},
      "w": {"name": "Wait", "stage": "customer"},
      "b": {"name": "Describe, in full", "owner": "c", "stage": "frontstage"},
      "d": {"name": "Letter", "owner": "s", "stage": "frontstage", "importance": 5}},
    "steps": {
      "b/d": {"card": {"method": "email", "passed": [], "answered_by": ["c"], "trigger": "Signed",
        "acknowledged": true, "fallback": "Call", "target_wait": 60, "interaction": "service", "monthly_volume": 90}}}}}}"#;

#[test]
fn json_has_the_documented_shape_and_the_worst_first() {
    let listed = run_with(&["handoffs", "-", "--format", "json"], CLAIM.as_bytes());
    assert_eq!(listed.code, 0);
    let answers = listed.json();
    let handoffs = answers["handoffs"].as_array().unwrap();
    assert_eq!(handoffs.len(), 2);
    let worst = &handoffs[0];
    let keys: Vec<&String> = worst.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        [
            "at_worst",
            "flags",
            "from",
            "from_department",
            "journey",
            "parts",
            "risk",
            "to",
            "to_department",
            "via"
        ]
    );
    assert_eq!((&worst["from"], &worst["to"], &worst["via"]), (&json!("b"), &json!("d"), &json!([])));
    assert_eq!(worst["parts"]["stakes"]["percent"], json!(92.0));
    assert_eq!(worst["parts"]["stakes"]["monthly_volume"], json!(90));
    assert_eq!(worst["flags"][0]["rule"], "cold-handoff");
    let breaks = &worst["parts"]["breaks"];
    let sum: u64 = ["customer", "time", "agreement", "systems", "steering"]
        .iter()
        .map(|kind| breaks[kind].as_u64().unwrap())
        .sum();
    assert_eq!(breaks["total"], json!(sum));
    let risk = breaks["total"].as_f64().unwrap() * 0.92;
    assert!((worst["risk"].as_f64().unwrap() - risk).abs() < 0.051, "{worst}");
    assert_eq!(handoffs[1]["via"], json!(["w"]));
    let matrix = answers["matrix"].as_array().unwrap();
    assert_eq!(matrix.len(), 2);
    assert_eq!(
        matrix[0],
        json!({"from": "c", "to": "s", "count": 1, "volume": 90, "flags": 1, "worst_risk": worst["risk"]})
    );
    assert_eq!(matrix[1]["volume"], json!(1200));
    let again = run_with(&["handoffs", "-", "--format", "json"], CLAIM.as_bytes());
    assert_eq!(listed.out, again.out);
}

#[test]
fn csv_has_names_and_runs_nothing_in_a_spreadsheet() {
    let table = run_with(&["handoffs", "-", "--format", "csv"], CLAIM.as_bytes());
    let lines: Vec<&str> = table.out.lines().collect();
    assert!(lines[0].starts_with("Journey,From,To,Via,From department,To department,Customers a month,Risk"));
    assert!(lines[1].starts_with("Claim,\"Describe, in full\",Letter,,'=Claims,Sales,90,"), "{}", lines[1]);
    assert!(lines[1].ends_with(",cold-handoff"), "{}", lines[1]);
    assert!(
        lines[2].starts_with("Claim,Call,\"Describe, in full\",Wait,Sales,'=Claims,1200,"),
        "{}",
        lines[2]
    );
}

#[test]
fn text_ranks_and_fits_in_a_hundred_columns() {
    let page = run_with(&["handoffs", "-"], CLAIM.as_bytes()).out;
    assert!(page.lines().all(|line| line.chars().count() <= 100), "{page}");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
    assert!(at("“Describe, in full” → “Letter”") < at("“Call” → “Describe, in full”"));
    assert!(at("1 warning · agreement 8, stakes 92%") < at("via “Wait”"));
    assert!(at("From department to department:") > at("via “Wait”"));
}

#[test]
fn a_file_without_handoffs_says_so_and_a_bad_one_is_refused() {
    let empty = file("no-handoffs.json", EMPTY);
    assert!(run(&["handoffs", &empty]).out.ends_with("\nNo handoffs.\n"));
    let none = run(&["handoffs", &empty, "--format", "json"]);
    assert_eq!(none.json(), json!({"handoffs": [], "matrix": []}));
    let bad = run_with(&["handoffs", "-"], b"{}");
    assert_eq!((bad.code, bad.out.as_str()), (2, ""));
    assert!(bad.err.contains("standard input: This is JSON, but not a Crosslane file"), "{}", bad.err);
}
