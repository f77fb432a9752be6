//! What people read when a file is refused.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]
#![allow(clippy::disallowed_methods, reason = "what tests sort goes to no browser")]

use crosslane_core::format::crosslane::{OpenError, Repaired, open};
use crosslane_words::{open_error, problem};

fn refused(text: &str) -> Repaired {
    match open(text) {
        Err(OpenError::Problems(repaired)) => *repaired,
        other => panic!("refused with problems: {other:?}"),
    }
}

/// A file with the members `fields` of its one journey's touchpoint `t1`, and `rest` after the journeys.
fn file(fields: &str, rest: &str) -> String {
    format!(
        r#"{{"format": "crosslane", "version": 1, "title": "Home insurance",
        "departments": {{"sales": {{"name": "Sales"}}}}, "department_order": ["sales"],
        "journey_order": ["j1"],
        "journeys": {{"j1": {{"title": "Claim", "phase_order": ["p1"],
            "phases": {{"p1": {{"name": "Ask", "touchpoints": ["t1", "t2"]}}}},
            "touchpoints": {{"t1": {{"name": "Call"{fields}}}, "t2": {{"name": ""}}}}
            {rest} }} }} }}"#
    )
}

fn sentences(text: &str) -> Vec<String> {
    let repaired = refused(text);
    repaired.problems.iter().map(|found| problem::sentence(&repaired.workspace, found)).collect()
}

#[test]
fn names_the_place_and_what_must_stand_there() {
    let cases = [
        (r#", "satisfaction": 9"#, "satisfaction is 9, but must be between 1 and 5"),
        (r#", "satisfaction": "good""#, r#"satisfaction is "good", but must be a number"#),
        (
            r#", "stage": "front""#,
            "stage is “front”, but must be one of: customer, frontstage, backstage, support",
        ),
        (r#", "owner": "nobody""#, "owner refers to department “nobody”, which is not in the file"),
        (
            r#", "owner": "a b""#,
            "owner: “a b” cannot be an identifier: use 1 to 36 letters A–Z, digits, - or _",
        ),
        (
            r#", "reviewed_on": "31.3.2026""#,
            "evidence reviewed on is “31.3.2026”, but must be a date such as 2026-03-31",
        ),
        (r#", "duration": {"low": 9, "high": 2}"#, "duration has a low end above its high end"),
        (r#", "responsible": ["sales", 3]"#, "responsible, entry 2 is 3, but must be text in quotes"),
        (
            r#", "promises": {"soon": {"due_within": "2 d"}}"#,
            r#"due within is "2 d", but must be a number of minutes, or { "low": …, "high": … }"#,
        ),
    ];
    for (fields, words) in cases {
        let inside = if fields.contains("promises") { ", promise “soon”" } else { "" };
        let expected = format!("Touchpoint “Call” in journey “Claim”{inside}: {words}");
        assert_eq!(sentences(&file(fields, "")), [expected], "{fields}");
    }
}

#[test]
fn names_steps_cards_and_lists() {
    let steps = r#", "steps": {"t1/t2": {"card": {"target_wait": -1, "comments": {"c1": {"text": 1}}}}, "t1/t1": {}}"#;
    let mut found = sentences(&file("", steps));
    found.sort();
    assert_eq!(
        found,
        [
            "Step “Call” → an unnamed touchpoint in journey “Claim”, handoff card, comment “c1”: \
             text is 1, but must be text in quotes",
            "Step “Call” → an unnamed touchpoint in journey “Claim”, handoff card: \
             longest wait agreed is -1, but must be between 0 and 52,560,000",
            "Step “Call” → “Call” in journey “Claim” leads from a touchpoint to itself",
        ]
    );
    let unlisted = file("", "").replace(r#""department_order": ["sales"],"#, "");
    assert_eq!(sentences(&unlisted), ["Order of departments leaves out Sales"]);
    let unlisted =
        file("", "").replace(r#""touchpoints": ["t1", "t2"]"#, r#""touchpoints": ["t1", "t2", "t1"]"#);
    assert_eq!(
        sentences(&unlisted),
        ["Phase “Ask” in journey “Claim”: order of touchpoints, entry 3 lists “t1” twice"]
    );
    let twice = file(r#", "channel": null, "channel": null"#, "");
    assert_eq!(
        sentences(&twice),
        ["Touchpoint “Call” in journey “Claim” has “channel” twice; only the first counts"]
    );
    let with_revisions = |list: &str| {
        file("", "").replace(r#""version": 1,"#, &format!(r#""version": 1, "earlier_revisions": {list},"#))
    };
    let revision = format!(r#""{:040x}""#, 7);
    assert_eq!(
        sentences(&with_revisions(&format!(r#"[{revision}, "7A"]"#))),
        ["Revisions before that one, entry 2 is “7A”, but must be a revision of 40 digits 0–9 and a–f"]
    );
    let many = with_revisions(&format!("[{}]", vec![revision; 17].join(",")));
    assert_eq!(sentences(&many), ["Revisions before that one has 17 entries, but may have 16 at most"]);
    let repaired = refused(&many);
    assert_eq!(problem::mend(&repaired.problems[0]), "The repaired copy keeps the first ones.");
    assert_eq!(repaired.workspace.earlier_revisions.iter().count(), 16);
    let versionless = file("", "").replace(r#""version": 1,"#, "");
    assert_eq!(sentences(&versionless), ["Version is missing"]);
}

#[test]
fn says_what_the_repaired_copy_does_and_keeps_the_path() {
    let steps = r#", "steps": {"t1/t1": {}}"#;
    let repaired = refused(&file(r#", "satisfaction": 9, "asked": [1]"#, steps));
    let mends: Vec<&str> = repaired.problems.iter().map(problem::mend).collect();
    assert_eq!(
        mends,
        [
            "The repaired copy leaves it blank.",
            "The repaired copy leaves this entry out.",
            "The repaired copy leaves this step out.",
        ]
    );
    assert_eq!(
        open_error::problems(&repaired)[0],
        "Touchpoint “Call” in journey “Claim”: satisfaction is 9, but must be between 1 and 5 \
         (journeys[\"j1\"].touchpoints[\"t1\"].satisfaction)"
    );
}

#[test]
fn a_text_that_is_no_crosslane_file_is_told_why() {
    let why = |text: &str| open_error::sentence(&open(text).unwrap_err());
    assert_eq!(
        why("{\n  \"format\" \"crosslane\"}"),
        "This is not a Crosslane file: it is not readable as JSON at line 2, column 12: \
         “\"” does not belong here."
    );
    assert!(why("[]").starts_with("This is JSON, but not a Crosslane file"));
    assert_eq!(
        why(&file(r#", "satisfaction": 9, "importance": 0"#, "")),
        "The file has 2 problems. Nothing of it was taken over."
    );
}

#[test]
fn hostile_keys_stay_on_one_line_and_are_cut() {
    let long = "x".repeat(300);
    let text = file("", "").replace("\"t2\"", &format!("\"a\\u001b\\n\u{202e}{long}\""));
    for sentence in sentences(&text) {
        assert!(!sentence.contains(['\u{1b}', '\n', '\u{202e}']), "{sentence:?}");
        assert!(sentence.chars().count() < 400, "{sentence}");
    }
}
