//! `crosslane check` over the samples: the rules have something to find, and everything found is explained.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod common;

use std::collections::BTreeSet;

use common::{Run, file, run};
use crosslane_core::rules::RULES;
use crosslane_core::samples;

const TODAY: [&str; 4] = ["--today", "2026-03-31", "--fail-on", "never"];

/// The program over each sample, in this format.
fn checked(format: &str) -> Vec<Run> {
    let texts = (0..).map_while(|at| Some((samples::SAMPLES.get(at)?, samples::text(at)?)));
    let paths = texts.map(|(name, text)| file(&format!("{name}.{format}.json"), text));
    paths.map(|path| run(&[&["check", &path, "--format", format], &TODAY[..]].concat())).collect()
}

#[test]
fn every_rule_finds_something_somewhere() {
    let mut fired: BTreeSet<String> = BTreeSet::new();
    for run in checked("json") {
        assert_eq!(run.code, 0, "{}", run.err);
        for flag in run.json()["flags"].as_array().unwrap() {
            fired.insert(flag["rule"].as_str().unwrap().to_owned());
            let badges = flag["badges"].as_array().unwrap().iter();
            fired.extend(badges.map(|badge| badge.as_str().unwrap().to_owned()));
        }
    }
    let all: BTreeSet<String> = RULES.iter().map(|rule| rule.id.to_owned()).collect();
    assert!(fired.len() >= 28, "{fired:?}");
    assert_eq!(fired, all);
}

#[test]
fn everything_found_is_explained_and_says_what_mends_it() {
    for run in checked("text") {
        // A flag is a block: severity and title, why in sentences, what mends it, rule and fingerprint.
        let blocks = run.out.split("\n\n").filter(|block| {
            ["Error ", "Warning ", "Info "].iter().any(|severity| block.starts_with(severity))
        });
        let mut flags = 0;
        for block in blocks {
            let lines: Vec<&str> = block.lines().collect();
            let (why, mend) = block.split_once(" Mend: ").unwrap_or_else(|| panic!("{block}"));
            assert!(why.trim_end().ends_with('.') && why.lines().count() > 1, "{block}");
            assert!(mend.contains('.') && !block.contains(['{', '}']), "{block}");
            let rule = lines.last().unwrap().trim().split(' ').next().unwrap();
            assert!(RULES.iter().any(|known| known.id == rule), "{block}");
            flags += 1;
        }
        assert!(flags > 20, "{flags} flags in the text");
    }
}
