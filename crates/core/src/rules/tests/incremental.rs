//! What is asked again after an edit is all it concerns: the outcome is that of asking everything.
//!
//! The edits are made in the file, at any field of the format, so that a field that is declared is covered.

use std::collections::BTreeMap;

use crosslane_cases::cases;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::format::crosslane::{open, write};
use crate::layout::Marks;
use crate::model::{Card, Date, Journey, Rating, Settings, Step, Workspace};
use crate::rules::{Evaluation, evaluate};
use crate::testing::{Random, everything, large_of, workspace};

use super::fixtures::CASES;
use super::waivers::waive;

/// How many touchpoints there are.
const SIZE: usize = 14;

/// A small workspace in which every rule has something to do, some flags are accepted, and every threshold
/// is set.
pub(super) fn busy(seed: u64) -> Workspace {
    let mut workspace = large_of(seed, SIZE);
    workspace.settings = Some(Settings {
        satisfaction_fall: Some(2.0),
        satisfaction_fall_error: Some(3.0),
        wait_median_factor: Some(2.0),
        relay_handoffs: Some(2),
        stale_days: Some(180),
        important_from: Some(4.0),
        ..Settings::default()
    });
    let (journey_id, journey) = workspace.ordered_journeys().next().unwrap();
    let mut journey = journey.as_ref().clone();
    journey.satisfaction = Rating::new(3.0);
    bare_cards(&mut journey);
    workspace.journeys.insert(journey_id, journey.into());
    let evaluation = evaluate(&workspace, None, None);
    for flag in evaluation.journeys[0].findings.flags.iter().step_by(9) {
        waive(&mut workspace, flag);
    }
    workspace
}

/// Leaves only one field on some of the cards.
fn bare_cards(journey: &mut Journey) {
    let steps: Vec<_> = journey.steps.iter().map(|(key, step)| (*key, step.clone())).collect();
    for (key, step) in steps.into_iter().step_by(4) {
        let card = Card { method: step.card.as_ref().and_then(|card| card.method), ..Card::default() };
        journey.steps.insert(key, Step { card: Some(card), ..step.as_ref().clone() }.into());
    }
}

/// The same journey without any register it can do without.
fn without_registers(workspace: &Workspace) -> Workspace {
    let mut bare = workspace.clone();
    (bare.terms, bare.goals, bare.standards) = Default::default();
    (bare.initiatives, bare.committee) = Default::default();
    bare
}

/// Every field of a file, with its kind: the way to it without identifiers.
fn fields(file: &Value, other: &Value) -> BTreeMap<String, Vec<Vec<String>>> {
    fn walk(here: &Value, there: Option<&Value>, path: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
        let keys = |value: Option<&Value>| {
            value.and_then(Value::as_object).map(|map| map.keys().cloned().collect::<Vec<_>>())
        };
        let mut keys: Vec<String> = [keys(Some(here)), keys(there)].into_iter().flatten().flatten().collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            path.push(key.clone());
            found.push(path.clone());
            walk(&here[&key], there.and_then(|there| there.get(&key)), path, found);
            path.pop();
        }
    }
    let mut found = Vec::new();
    walk(file, Some(other), &mut Vec::new(), &mut found);
    let mut by_kind: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    for path in found {
        let is_name = |part: &&String| {
            part.chars().all(|sign| sign.is_ascii_lowercase() || sign == '_') && part.len() > 2
        };
        let kind = path.iter().filter(is_name).cloned().collect::<Vec<_>>().join(".");
        by_kind.entry(format!("{} {kind}", path.len())).or_default().push(path);
    }
    by_kind
}

/// Changes a field of any kind: `other` is another file with the same identifiers. Says which.
fn change(file: &mut Value, other: &Value, random: &mut Random) -> String {
    let kinds = fields(file, other);
    let of_kind = kinds.values().nth(random.below(kinds.len())).unwrap();
    let path = random.pick(of_kind);
    let (last, way) = path.split_last().unwrap();
    let (mut here, mut there) = (file, Some(other));
    for part in way {
        // What stands here in the other file only is put here with all around it.
        let Value::Object(map) = here else { return "nothing".to_owned() };
        here = map.entry(part.clone()).or_insert_with(|| json!({}));
        there = there.and_then(|there| there.get(part));
    }
    let there = there.and_then(|there| there.get(last));
    let Value::Object(map) = here else { return "nothing".to_owned() };
    match (there, random.below(3)) {
        (Some(value), 0) if Some(value) != map.get(last) => drop(map.insert(last.clone(), value.clone())),
        (_, 0 | 1) if map.contains_key(last) => drop(map.insert(last.clone(), another(&map[last]))),
        _ => drop(map.remove(last)),
    }
    path.join(".")
}

fn another(value: &Value) -> Value {
    match value {
        Value::Bool(yes) => json!(!yes),
        Value::Number(number) if number.is_u64() => json!(number.as_u64().unwrap() / 2 + 1),
        Value::Number(number) => json!(number.as_f64().unwrap() / 2.0 + 1.0),
        Value::String(text) => json!(format!("{text} x")),
        Value::Array(list) => json!(list.iter().skip(1).collect::<Vec<_>>()),
        other => other.clone(),
    }
}

/// The rules that answer otherwise, and what else differs.
fn differences(one: &Evaluation, other: &Evaluation) -> Vec<String> {
    let mut found = Vec::new();
    for (one, other) in one.journeys.iter().zip(&other.journeys) {
        let rules = one.findings.of_rules().iter().zip(other.findings.of_rules());
        found.extend(rules.filter(|(one, other)| one != other).map(|(one, _)| one.rule().id.to_owned()));
        found.extend((one.flow != other.flow).then(|| "flow".to_owned()));
        found.extend((one.scores != other.scores).then(|| "scores".to_owned()));
    }
    found
}

fn check_edits(first: &Workspace, other: &Workspace, random: &mut Random) {
    let days = [Date::parse("2026-06-30"), Date::parse("2026-06-30"), Date::parse("2026-03-01")];
    let mut before = open(&write(first)).unwrap().workspace;
    let other: Value = serde_json::from_str(&write(other)).unwrap();
    let mut evaluated = evaluate(&before, days[0], None);
    for _ in 0..8 {
        let mut file: Value = serde_json::from_str(&write(&before)).unwrap();
        let told: Vec<String> = (0..=random.below(2)).map(|_| change(&mut file, &other, random)).collect();
        // What the format refuses is no edit.
        let Ok(opened) = open(&file.to_string()) else { continue };
        let after = opened.workspace;
        let today = *random.pick(&days);
        let again = evaluate(&after, today, Some((&before, &evaluated)));
        let whole = evaluate(&after, today, None);
        assert!(again == whole, "{:?} after {told:?}", differences(&again, &whole));
        assert_eq!(marks(&again), marks(&whole), "after {told:?}");
        (before, evaluated) = (after, again);
    }
}

/// What stands on the map of each journey: kept rule by rule as the answers are.
fn marks(evaluation: &Evaluation) -> Vec<Marks> {
    evaluation.journeys.iter().map(|journey| Marks::of(journey)).collect()
}

/// The journey written in `after`, asked again from the one in `before`, and the other way round.
fn check_both_ways(before: &str, after: &str) {
    let (before, after) = (workspace(before), workspace(after));
    for (before, after) in [(&before, &after), (&after, &before)] {
        let evaluated = evaluate(before, None, None);
        let again = evaluate(after, None, Some((before, &evaluated)));
        let whole = evaluate(after, None, None);
        assert!(again == whole, "{:?}", differences(&again, &whole));
    }
}

/// The journey without each of its words that fill a field.
fn without_each_word(map: &str) -> Vec<String> {
    let fills = map.match_indices('=').map(|(at, _)| {
        let begin = map[..at].rfind(char::is_whitespace).map_or(0, |before| before + 1);
        let end = map[at..].find(char::is_whitespace).map_or(map.len(), |after| at + after);
        [&map[..begin], &map[end..]].concat()
    });
    fills.collect()
}

/// Each rule answers otherwise without one of the words it answers from.
#[test]
fn every_word_of_every_case_is_seen_to_change() {
    for case in CASES {
        let maps =
            [Some(case.fires), Some(case.clear), case.open].map(|map| map.map(|map| map.replace('!', "")));
        for map in maps.iter().flatten() {
            for less in without_each_word(map) {
                check_both_ways(map, &less);
            }
            for other in maps.iter().flatten() {
                check_both_ways(map, other);
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn after_any_edit_the_outcome_is_that_of_asking_every_rule(seed in any::<u64>()) {
        check_edits(&busy(seed), &large_of(seed.wrapping_add(1), SIZE), &mut Random::new(seed));
    }

    #[test]
    fn the_same_holds_where_registers_are_begun_and_emptied(seed in any::<u64>()) {
        let busy = busy(seed);
        let bare = without_registers(&busy);
        let (first, other) = if seed % 2 == 0 { (&busy, &bare) } else { (&bare, &busy) };
        check_edits(first, other, &mut Random::new(seed));
    }

    #[test]
    fn the_same_holds_where_every_field_of_the_format_is_filled(seed in any::<u64>()) {
        check_edits(&everything(seed), &everything(seed.wrapping_add(1)), &mut Random::new(seed));
    }
}
