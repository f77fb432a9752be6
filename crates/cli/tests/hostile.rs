//! What comes from a file, its name or the command line cannot steer the terminal it is shown in.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use common::{Run, file, run};

/// Clears the screen, in both ways of writing it; turns the direction of writing; rings.
const HOSTILE: &str = "A\u{1b}[2J\u{9b}2J\u{202e}\u{7}\u{2066}Z";

/// Two versions of a workspace whose every name and text is hostile, with flags to tell.
fn workspace(word: &str) -> String {
    let name = serde_json::to_string(&[HOSTILE, word].concat()).unwrap();
    format!(
        r#"{{"format": "crosslane", "version": 1, "title": {name},
        "departments": {{"a": {{"name": {name}, "lead": {name}, "notes": {name}}}, "b": {{"name": {name}}}}},
        "department_order": ["a", "b"], "systems": {{"s": {{"name": {name}}}}}, "items": {{"i": {{"name": {name}}}}},
        "journey_order": ["j"], "journeys": {{"j": {{"title": {name}, "notes": {name}, "phase_order": ["p"],
        "phases": {{"p": {{"name": {name}, "touchpoints": ["t", "u", "v"]}}}},
        "touchpoints": {{
            "t": {{"name": {name}, "owner": "a", "asked": ["i"], "systems": ["s"], "quotes": [{name}], "tags": [{name}]}},
            "u": {{"name": {name}, "owner": "b", "asked": ["i"], "notes": {name}, "satisfaction": 1}},
            "v": {{"name": {name}, "stage": "backstage"}}}},
        "steps": {{"t/u": {{"card": {{"trigger": {name}}}}}}}}}}}}}"#
    )
}

fn assert_harmless(run: &Run, command: &str) {
    for c in [run.out.as_str(), run.err.as_str()].concat().chars() {
        let steers = c.is_control() && c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}');
        assert!(!steers, "{command}: {c:?} in {:?} {:?}", run.out, run.err);
    }
}

#[test]
fn no_command_passes_on_what_steers_a_terminal() {
    let one = file("hostile.json", workspace(" one"));
    let other = file("hostile-other.json", workspace(" other"));
    let base = file("hostile-base.json", workspace(""));
    let bad = file(
        "hostile-bad.json",
        workspace("").replace("\"satisfaction\": 1", "\"satisfaction\": \"\\u001b[2J\""),
    );
    let table =
        file("hostile.csv", format!("Touchpoint,Owner,{HOSTILE},Satisfaction\n{HOSTILE},A,x,{HOSTILE}\n"));
    let diagram = file("hostile.mmd", format!("journey\nsection S\n{HOSTILE} ; x: 3: Me\n"));
    let canvas = file(
        "hostile.canvas",
        format!(
            r#"{{"nodes": [{{"id": "a", "type": "text", "text": "Call"}}], "edges": [{{"fromNode": "a", "toNode": "{}"}}]}}"#,
            HOSTILE.replace('\u{1b}', "\\u001b").replace('\u{7}', "\\u0007")
        ),
    );
    let out = file("hostile-out.json", "");
    let named = ["no-such-", HOSTILE, "\n.json"].concat();
    let commands: [&[&str]; 17] = [
        &["check", &one, "--fail-on", "never"],
        &["check", &one, "--format", "json"],
        &["check", &named],
        &["check", &bad],
        &["handoffs", &one],
        &["handoffs", &one, "--format", "json"],
        &["report", &one],
        &["report", &one, "--department", HOSTILE],
        &["convert", &one, "-", "--to", "crosslane", "--journey", HOSTILE],
        &["convert", &table, &out],
        &["convert", &diagram, &out],
        &["convert", &canvas, &out],
        &["merge", &base, &one, &other, "-o", "-"],
        &["merge", &base, &one, &other, "-o", "-", "--format", "json"],
        &["diff", &one, &other],
        &["diff", &one, &other, "--format", "json"],
        &[HOSTILE, "--nothing"],
    ];
    for command in commands {
        assert_harmless(&run(command), &format!("{command:?}"));
    }
}

#[test]
fn a_name_is_shown_as_the_text_it_is_and_data_stays_the_same() {
    let missing = run(&["check", &["no-such-", HOSTILE].concat()]);
    assert!(missing.err.contains("no-such-A\\u{1b}[2J\\u{9b}2J\\u{202e}\\u{7}\\u{2066}Z"), "{}", missing.err);
    let (one, other) =
        (file("hostile-one.json", workspace(" one")), file("hostile-two.json", workspace(" other")));
    let diff = run(&["diff", &one, &other, "--format", "json"]).json().to_string();
    let expected = serde_json::to_string(&[HOSTILE, " one"].concat()).unwrap();
    assert!(diff.contains(&expected), "{diff}");
    // What is written for another program is passed on byte for byte.
    let table = run(&["convert", &one, "-", "--to", "csv"]);
    assert!(table.out.contains(HOSTILE));
}
