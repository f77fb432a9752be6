//! Every collected diagram is read as Mermaid 11.17.2 reads it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test says what broke by panicking")]

use std::fs;
use std::path::PathBuf;

use crosslane_core::format::mermaid::{self, Problem};
use serde_json::Value;

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().map(|all| all.iter().filter_map(Value::as_str).collect()).unwrap_or_default()
}

/// A score of the oracle, in which NaN is text.
fn score(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn same(a: f64, b: f64) -> bool {
    a.is_nan() && b.is_nan() || (a - b).abs() < f64::EPSILON
}

fn compare(name: &str, text: &str, oracle: &Value) {
    let raw = mermaid::read_raw(text).unwrap_or_else(|error| panic!("{name}: {error}"));
    if raw.title.replace("<br>", "").contains('<') {
        println!("{name}: the title holds HTML, which Mermaid cleans: not compared");
    } else {
        assert_eq!(raw.title, oracle["title"], "title of {name}");
    }
    assert_eq!(raw.acc_title, oracle["accTitle"], "accessible title of {name}");
    assert_eq!(raw.acc_description, oracle["accDescr"], "accessible description of {name}");
    assert_eq!(raw.sections, texts(&oracle["sections"]), "sections of {name}");
    let tasks = oracle["tasks"].as_array().unwrap();
    assert_eq!(raw.tasks.len(), tasks.len(), "tasks of {name}");
    for (ours, theirs) in raw.tasks.iter().zip(tasks) {
        let section = ours.section.map_or("", |section| raw.sections[section].as_str());
        assert_eq!(section, theirs["section"], "{name}");
        assert_eq!(ours.name, theirs["task"], "{name}");
        assert_eq!(ours.people, texts(&theirs["people"]), "people of {} in {name}", ours.name);
        assert!(
            same(ours.score, score(&theirs["score"])),
            "{name}: {} is not {}",
            ours.score,
            theirs["score"]
        );
    }
}

/// The texts as people see them: those of the oracle's drawing where entities stand in them.
fn compare_shown(name: &str, text: &str, oracle: &Value) {
    let shown = if oracle["decoded"].is_object() { &oracle["decoded"] } else { oracle };
    let diagram = mermaid::read(text).unwrap().diagram;
    let title = diagram.title.clone().unwrap_or_default();
    if !title.contains('<') {
        assert_eq!(title, trimmed(&shown["title"]), "shown title of {name}");
    }
    let sections: Vec<_> = diagram.sections.iter().map(|section| section.name.as_str()).collect();
    let expected: Vec<_> = texts(&shown["sections"]).iter().map(|section| section.trim()).collect();
    assert_eq!(sections, expected, "shown sections of {name}");
    for ((_, ours), theirs) in diagram.tasks().zip(shown["tasks"].as_array().unwrap()) {
        assert_eq!(ours.name, trimmed(&theirs["task"]), "shown task of {name}");
        let mut people = texts(&theirs["people"]);
        people.retain(|person| !person.is_empty());
        assert_eq!(ours.people, people, "shown people of {name}");
    }
    assert_eq!(mermaid::read(&mermaid::write(&diagram)).unwrap().diagram, diagram, "{name} written and read");
}

fn trimmed(value: &Value) -> &str {
    value.as_str().unwrap_or_default().trim()
}

/// The line that Mermaid names, where it names one.
fn refused_line(oracle: &Value) -> Option<usize> {
    let message = oracle["error"].as_str()?.strip_prefix("Parse error on line ")?;
    message.split(':').next()?.parse().ok()
}

/// Compares a folder of diagrams; how many were read and how many refused.
fn check(folder: &str) -> Option<(usize, usize)> {
    let Some(root) = std::env::var_os("CROSSLANE_INPUTS").map(PathBuf::from) else {
        eprintln!("left out: CROSSLANE_INPUTS is not set, so no diagram was compared with Mermaid");
        return None;
    };
    let root = root.join("mermaid");
    let expected = fs::read_to_string(root.join(format!("{folder}.expected.json"))).unwrap();
    let expected: Value = serde_json::from_str(&expected).unwrap();
    let (mut read, mut refused) = (0, 0);
    for (name, oracle) in expected["files"].as_object().unwrap() {
        let text = fs::read_to_string(root.join(folder).join(name)).unwrap();
        if oracle["parses"] == true && oracle["type"] == "journey" {
            compare(name, &text, oracle);
            compare_shown(name, &text, oracle);
            read += 1;
            continue;
        }
        let error = mermaid::read(&text).map(|reading| panic!("{name} was read: {reading:?}")).unwrap_err();
        if oracle["type"] == "timeline" {
            assert_eq!(error.problem, Problem::OtherDiagram { found: "timeline".to_owned() });
        }
        if let Some(line) = refused_line(oracle) {
            // Mermaid names the end of the text where a description is not closed, we its beginning.
            let same_line = error.line == line || error.problem == Problem::DescriptionNotClosed;
            assert!(same_line, "{name}: {error}, and not line {line}");
        }
        refused += 1;
    }
    println!("{folder}: {read} diagrams read and {refused} refused as Mermaid does");
    Some((read, refused))
}

#[test]
fn diagrams_that_people_wrote_are_read_as_mermaid_reads_them() {
    assert!(check("real").is_none_or(|(read, refused)| read > 0 && refused > 0));
}

#[test]
fn every_rule_of_the_grammar_is_mermaids() {
    assert!(check("edge").is_none_or(|(read, refused)| read > 0 && refused > 0));
}
