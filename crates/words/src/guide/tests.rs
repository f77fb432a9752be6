//! The documentation of the rules is current and says what is so.

use std::collections::{BTreeMap, BTreeSet};

use crosslane_core::format::crosslane::open;
use crosslane_core::model::{Initiative, Journey, Map, Touchpoint, Workspace};
use crosslane_core::rules::{RULES, evaluate};
use crosslane_core::samples;
use crosslane_core::testing::anything;

use super::*;

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md");

#[test]
fn the_page_is_current() {
    assert!(
        std::fs::read_to_string(PAGE).unwrap_or_default() == rules(),
        "docs/rules.md is not what the registry and the words say. Refresh it with: \
         cargo run -p crosslane-words --example rules > docs/rules.md"
    );
}

#[test]
fn every_rule_is_on_it_once() {
    let described: Vec<&str> = entries().iter().map(|entry| entry.rule.id).collect();
    let all: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
    assert_eq!(described.iter().copied().collect::<BTreeSet<_>>(), all);
    assert_eq!(described.len(), all.len());
}

#[test]
fn each_severity_of_a_rule_has_its_when() {
    for Entry { rule, guide, .. } in entries() {
        let said: Vec<Severity> = guide.severities.iter().map(|(severity, _)| *severity).collect();
        let expected = if rule.severities.len() > 1 { rule.severities } else { &[] };
        assert_eq!(said, expected, "{}", rule.id);
    }
}

/// The fields that kept each rule open somewhere.
fn fields_found(workspace: &Workspace, found: &mut BTreeMap<&'static str, BTreeSet<&'static str>>) {
    for journey in evaluate(workspace, None, None).journeys {
        for check in &journey.findings.not_assessed {
            found.entry(check.rule).or_default().extend(check.missing.iter().map(|blank| blank.field.word()));
        }
    }
}

/// The same journeys before anybody listed or said anything about information and promises.
fn without_registers(workspace: &Workspace) -> Workspace {
    let mut bare = workspace.clone();
    bare.items = Map::new();
    bare.subjects = Map::new();
    bare.terms = Map::new();
    bare.measures = Map::new();
    bare.goals = Map::new();
    let silent = |touchpoint: &Touchpoint| {
        let said = touchpoint.clone();
        Touchpoint { asked: None, needed: None, produced: None, promises: None, ..said }.into()
    };
    let silenced = |journey: &Journey| {
        let touchpoints = journey.touchpoints.iter().map(|(id, touchpoint)| (*id, silent(touchpoint)));
        Journey { touchpoints: touchpoints.collect(), ..journey.clone() }.into()
    };
    bare.journeys = bare.journeys.iter().map(|(id, journey)| (*id, silenced(journey))).collect();
    bare
}

fn opened(text: &str) -> Workspace {
    let Ok(opened) = open(text) else { panic!("it opens") };
    opened.workspace
}

#[test]
fn the_blanks_it_names_are_those_that_keep_rules_open() {
    let mut found = BTreeMap::new();
    for seed in 0..250 {
        fields_found(&opened(&anything(seed)), &mut found);
    }
    for sample in (0..).map_while(samples::text) {
        let sample = opened(sample);
        fields_found(&sample, &mut found);
        fields_found(&without_registers(&sample), &mut found);
        let mut silent = sample;
        let untold = |initiative: &Initiative| Initiative { departments: None, ..initiative.clone() }.into();
        silent.initiatives =
            silent.initiatives.iter().map(|(id, initiative)| (*id, untold(initiative))).collect();
        fields_found(&silent, &mut found);
    }
    for (rule, named) in open_fields() {
        let named: BTreeSet<&str> = named.into_iter().collect();
        assert_eq!(found.remove(rule).unwrap_or_default(), named, "{rule}");
    }
}
