//! `crosslane check` as people and scripts meet it.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use std::io::Read as _;
use std::process::Stdio;

use common::{EMPTY, UNOWNED, crosslane, file, run, run_with};
use serde_json::json;

#[test]
fn json_has_the_documented_shape_and_is_the_same_on_every_run() {
    let path = file("shape.json", UNOWNED);
    let first = run(&["check", &path, "--format", "json", "--today", "2026-03-31"]);
    let answers = first.json();
    let keys = |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&answers), ["file", "flags", "journeys", "not_assessed"]);
    assert_eq!(answers["file"], json!(path));
    assert_eq!(
        keys(&answers["journeys"][0]),
        ["assessed", "connectedness", "handoffs", "id", "title", "touchpoints"]
    );
    assert_eq!(answers["journeys"][0]["title"], "Claim");
    assert_eq!(answers["journeys"][0]["touchpoints"], 3);
    let flags = answers["flags"].as_array().unwrap();
    let unowned: Vec<_> = flags.iter().filter(|flag| flag["rule"] == "unowned-touchpoint").collect();
    assert_eq!(
        unowned,
        [&json!({
            "rule": "unowned-touchpoint", "severity": "error", "journey": "j1", "place": "touchpoint:t2",
            "subject": null, "values": {}, "fingerprint": unowned[0]["fingerprint"], "waived": false, "badges": []
        })]
    );
    let open = answers["not_assessed"].as_array().unwrap();
    assert!(open.contains(&json!({
        "rule": "unowned-touchpoint", "journey": "j1", "place": "touchpoint:t3",
        "missing": [
            {"place": "touchpoint:t3", "field": "owner"},
            {"place": "touchpoint:t3", "field": "stage"}
        ]
    })));
    let again = run(&["check", &path, "--format", "json", "--today", "2026-03-31"]);
    assert_eq!(first.out, again.out);
}

#[test]
fn the_exit_code_follows_the_level() {
    let path = file("level.json", UNOWNED);
    assert_eq!(run(&["check", &path]).code, 1);
    for (level, code) in [("error", 1), ("warning", 1), ("info", 1), ("never", 0)] {
        assert_eq!(run(&["check", &path, "--fail-on", level]).code, code, "{level}");
    }
    let empty = file("empty.json", EMPTY);
    assert_eq!(run(&["check", &empty, "--fail-on", "info"]).code, 0);
}

#[test]
fn an_accepted_flag_is_listed_but_does_not_fail() {
    let path = file("open.json", UNOWNED);
    let found = run(&["check", &path, "--format", "json"]).json();
    let fingerprint = found["flags"][0]["fingerprint"].as_str().unwrap();
    let waiver = format!(
        r#""waivers": {{"w1": {{"fingerprint": "{fingerprint}", "rule": "unowned-touchpoint",
            "reason": "settled in May", "by": "Ann"}}}}, "journeys""#
    );
    let path = file("waived.json", UNOWNED.replacen("\"journeys\"", &waiver, 1));
    let run = run(&["check", &path, "--format", "json"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert_eq!(run.json()["flags"][0]["waived"], true);
}

#[test]
fn text_names_things_and_fits_in_a_hundred_columns() {
    let run = run_with(&["check", "-"], UNOWNED.as_bytes());
    assert_eq!(run.code, 1);
    assert!(run.out.contains("Nobody owns “Assess”."), "{}", run.out);
    assert!(run.out.contains("Which department owns “Letter”? (answers 2 checks)"), "{}", run.out);
    assert!(run.out.lines().all(|line| line.chars().count() <= 100), "{}", run.out);
    assert!(run.out.ends_with("\n1 error\n"), "{}", run.out);
}

#[test]
fn bad_files_are_named_on_standard_error_and_the_others_still_checked() {
    let good = file("good.json", EMPTY);
    let bad = file("bad.json", UNOWNED.replace("\"owner\": \"sales\"", "\"satisfaction\": 9"));
    let run = run(&["check", &bad, "no-such-file.json", &good, "--format", "json"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.json()["file"], json!(good));
    assert!(run.err.contains("no-such-file.json: there is no such file"), "{}", run.err);
    assert!(
        run.err.contains(
            "Touchpoint “Call” in journey “Claim”: satisfaction is 9, but must be between 1 and 5 \
             (journeys[\"j1\"].touchpoints[\"t1\"].satisfaction)"
        ),
        "{}",
        run.err
    );
}

#[test]
fn what_is_no_workspace_is_refused_with_a_reason() {
    let deep = "[".repeat(100_000);
    let cases: [(&[u8], &str); 5] = [
        (b"", "at line 1, column 1: it ends too early"),
        (b"{\"a\": 1}", "not a Crosslane file"),
        (b"abc\xff", "not text in UTF-8 (byte 4)"),
        (b"name;owner\nCall;Sales", "at line 1, column 1: “n” does not belong here"),
        (deep.as_bytes(), "nested more than 128 levels deep"),
    ];
    for (input, reason) in cases {
        let run = run_with(&["check", "-"], input);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.starts_with("crosslane: standard input: "), "{}", run.err);
        assert!(run.err.contains(reason), "{reason}: {}", run.err);
    }
    let table = file("steps.csv", "name;owner\nCall;Sales");
    let refused = run(&["check", &table]);
    assert!(refused.err.contains("Convert it first: crosslane convert"), "{}", refused.err);
    let directory = run(&["check", env!("CARGO_TARGET_TMPDIR")]);
    assert_eq!(directory.code, 2);
    assert!(directory.err.contains("is a directory"), "{}", directory.err);
}

#[test]
fn a_file_larger_than_any_workspace_is_refused_without_reading_it_whole() {
    let path = file("huge.json", "");
    // A sparse file: a terabyte long, with nothing on the disk.
    std::fs::OpenOptions::new().write(true).open(&path).unwrap().set_len(1 << 40).unwrap();
    let run = run(&["check", &path]);
    std::fs::remove_file(&path).unwrap();
    assert_eq!(run.code, 2);
    assert!(run.err.contains("is larger than 256 MB"), "{}", run.err);
}

#[test]
fn a_newer_file_is_checked_with_a_warning() {
    let run = run_with(&["check", "-"], EMPTY.replace("\"version\": 1", "\"version\": 9").as_bytes());
    assert_eq!(run.code, 0);
    assert!(run.err.contains("is of version 9"), "{}", run.err);
}

#[test]
fn bad_usage_exits_with_2_and_says_so() {
    let cases: [&[&str]; 4] =
        [&["check"], &["chekc"], &["check", "x", "--today", "31.3.2026"], &["check", "x", "--format", "xml"]];
    for args in cases {
        let run = run(args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains("error:"), "{}", run.err);
    }
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let each = |write: fn(usize) -> String| (0..20_000).map(write).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format": "crosslane", "version": 1, "journey_order": ["j"], "journeys": {{"j": {{
            "phase_order": ["p"], "phases": {{"p": {{"touchpoints": [{}]}}}},
            "touchpoints": {{{}}}}}}}}}"#,
        each(|at| format!("\"t{at}\"")),
        each(|at| format!(r#""t{at}": {{"name": "Touchpoint {at}", "stage": "backstage"}}"#))
    );
    let path = file("long.json", text);
    let mut command = crosslane(&["check", &path]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The text is far longer than a pipe holds, so the program is still writing when the pipe closes.
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn the_schema_is_the_one_of_the_core() {
    let run = run(&["schema"]);
    assert_eq!(run.code, 0);
    assert_eq!(run.out, crosslane_core::format::crosslane::json_schema());
}
