//! Whatever is opened is either taken whole and written back the same, or refused with a copy that opens.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

use std::time::{Duration, Instant};

use crosslane_cases::cases;
use crosslane_core::format::crosslane::{OpenError, open, write};
use crosslane_core::model::{Settings, Workspace};
use crosslane_core::testing::{Random, anything, everything};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What must hold for every text there is.
fn opens_or_is_refused_well(text: &str) {
    match open(text) {
        Ok(opened) => written_back_the_same(&opened.workspace),
        Err(OpenError::Problems(repaired)) => {
            assert!(!repaired.problems.is_empty());
            written_back_the_same(&repaired.workspace);
        }
        Err(OpenError::NotJson(_) | OpenError::NotCrosslane) => {}
    }
}

fn written_back_the_same(workspace: &Workspace) {
    let text = write(workspace);
    let again = open(&text).unwrap_or_else(|error| panic!("{error:?} in {text}")).workspace;
    assert_eq!(&again, workspace);
    assert_eq!(write(&again), text);
}

/// Every value inside, each with the chance to become something else.
fn mutated(value: &mut Value, random: &mut Random, chance: usize) {
    match value {
        Value::Array(items) => {
            for item in items {
                mutated(item, random, chance);
            }
        }
        Value::Object(map) => {
            if random.chance(chance) {
                let key = map.keys().nth(random.below(map.len())).cloned().unwrap_or_default();
                let moved = map.remove(&key).unwrap_or_default();
                if random.chance(50) {
                    map.insert([&key, "?"].concat(), moved);
                }
            }
            for item in map.values_mut() {
                mutated(item, random, chance);
            }
        }
        _ => {}
    }
    if random.chance(chance) {
        *value = random
            .pick(&[
                Value::Null,
                json!(-1),
                json!(9.5),
                json!(1e300),
                json!("a"),
                json!("gone"),
                json!("a/b-2"),
                json!("customer"),
                json!([["a"], "a", 3]),
                json!({ "a": { "name": 3 }, "gone": {}, "a/a": {}, "low": 9 }),
                json!(true),
            ])
            .clone();
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn what_the_schema_admits_is_opened_and_kept(seed: u64) {
        let text = anything(seed);
        let opened = open(&text);
        prop_assert!(opened.is_ok(), "{opened:?}");
        opens_or_is_refused_well(&text);
    }

    #[test]
    fn numbers_are_kept_to_the_last_digit(rating in 1.0..=5.0_f64, number: f64) {
        prop_assume!(number.is_finite());
        let settings =
            Settings { important_from: Some(rating), satisfaction_fall: Some(number), ..Settings::default() };
        let workspace = Workspace { settings: Some(settings), ..Workspace::default() };
        prop_assert_eq!(&open(&write(&workspace)).unwrap().workspace, &workspace);
    }

    #[test]
    fn unknown_fields_survive_at_every_level(seed: u64) {
        let text = anything(seed);
        let written = write(&open(&text).unwrap().workspace);
        let mut lost = Vec::new();
        unknown_fields_lost(&serde_json::from_str(&text).unwrap(), &serde_json::from_str(&written).unwrap(), &mut lost);
        prop_assert_eq!(lost, Vec::<Value>::new());
    }

    #[test]
    fn files_with_values_changed_are_taken_or_repaired(seed: u64, chance in 1_usize..30) {
        let mut value = serde_json::from_str(&anything(seed)).unwrap();
        mutated(&mut value, &mut Random::new(seed), chance);
        if let Value::Object(file) = &mut value {
            file.insert("format".into(), json!("crosslane"));
        }
        opens_or_is_refused_well(&value.to_string());
    }

    #[test]
    fn files_with_bytes_changed_never_break_the_reader(
        seed: u64,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..12),
    ) {
        let mut bytes = anything(seed).into_bytes();
        for (at, byte, kind) in changes {
            let at = at.index(bytes.len().max(1));
            match kind {
                _ if bytes.is_empty() => bytes.push(byte),
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => bytes.truncate(at + 1),
            }
        }
        opens_or_is_refused_well(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn any_text_is_refused_or_opened(text in "\\PC*") {
        opens_or_is_refused_well(&text);
    }

    #[test]
    fn any_small_json_after_the_envelope_is_refused_or_opened(text in "[\\[\\]{}\",:0-9a-e \\\\u-]{0,40}") {
        opens_or_is_refused_well(&format!("{{\"format\": \"crosslane\", \"version\": 1, {text}}}"));
    }
}

/// The unknown fields of `before` that `after` has not, or has with another value.
fn unknown_fields_lost(before: &Value, after: &Value, lost: &mut Vec<Value>) {
    match before {
        Value::Object(map) => {
            for (key, value) in map {
                let now = after.get(key).unwrap_or(&Value::Null);
                if key == "x-unknown" {
                    lost.extend((now != value).then(|| value.clone()));
                } else {
                    unknown_fields_lost(value, now, lost);
                }
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                unknown_fields_lost(item, after.get(at).unwrap_or(&Value::Null), lost);
            }
        }
        _ => {}
    }
}

#[test]
fn a_workspace_with_every_field_filled_is_kept() {
    for seed in 0..8 {
        written_back_the_same(&everything(seed));
    }
}

#[test]
fn a_number_that_is_none_does_not_break_the_file() {
    let mut workspace = everything(1);
    let (id, goal) = workspace.goals.iter().next().map(|(id, goal)| (*id, goal.as_ref().clone())).unwrap();
    let goal = crosslane_core::model::Goal { current: Some(f64::NAN), ..goal };
    workspace.goals.insert(id, goal.into());
    assert_eq!(open(&write(&workspace)).unwrap().workspace.goals[&id].current, None);
}

#[test]
fn a_key_that_stands_twice_is_named_with_its_place() {
    let text = r#"{"format": "crosslane", "version": 1, "personas": {"p": {"name": "Ann", "x": [1, {"k": 1, "k": 2}]}, "p": {}},
        "title": "a", "title": "b"}"#;
    let Err(OpenError::Problems(repaired)) = open(text) else { panic!("refused") };
    let paths: Vec<&str> = repaired.problems.iter().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["personas.p.x[1]", "personas", ""]);
    assert_eq!(repaired.workspace.title, "a", "the first counts");
}

#[test]
fn bombs_are_refused_quickly_and_without_a_deep_stack() {
    let start = Instant::now();
    let deep = 100_000;
    let envelope = |rest: &str| format!("{{\"format\": \"crosslane\", \"version\": 1, {rest}}}");
    let bombs = [
        "[".repeat(deep),
        "{\"a\":".repeat(deep),
        envelope(&format!("\"x\": {}", "[".repeat(deep))),
        envelope(&format!("\"x\": {}1{}", "[".repeat(deep), "]".repeat(deep))),
        envelope(&format!("\"settings\": {{\"stale_days\": 1{}}}", "0".repeat(deep))),
        envelope(&format!("\"settings\": {{\"stale_days\": 1e{}}}", "9".repeat(deep))),
        envelope(&format!("\"settings\": {{\"wait_without_target\": -{}}}", "9".repeat(300))),
    ];
    for bomb in bombs {
        assert!(open(&bomb).is_err(), "{}", &bomb[..60]);
    }
    let many_keys: Vec<String> = (0..deep).map(|_| "\"title\": 3".to_owned()).collect();
    let Err(OpenError::Problems(repaired)) = open(&envelope(&many_keys.join(","))) else { panic!("refused") };
    assert_eq!((repaired.problems.len(), repaired.unlisted), (500, deep - 500));
    // A second is generous by far; what grows with the square of its size takes minutes.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}

#[test]
fn references_in_many_journeys_are_checked_in_time_that_does_not_explode() {
    let journeys = 20_000;
    let each = |write: &dyn Fn(usize) -> String| (0..journeys).map(write).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format": "crosslane", "version": 1, "journey_order": [{}], "journeys": {{{}}}}}"#,
        each(&|at| format!("\"j{at}\"")),
        each(&|at| format!(
            r#""j{at}": {{"phase_order": ["p"], "phases": {{"p": {{"touchpoints": ["t{at}"]}}}},
                "touchpoints": {{"t{at}": {{"based_on": "t{}"}}}}}}"#,
            journeys - 1
        )),
    );
    let start = Instant::now();
    assert!(open(&text).is_ok());
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
}
