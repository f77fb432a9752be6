//! Difference and merge over workspaces that use the whole file format.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crosslane_cases::cases;
use crosslane_core::compare::changes;
use crosslane_core::format::crosslane::{open, write};
use crosslane_core::merge::{ConflictKind, Merged, merge};
use crosslane_core::model::Workspace;
use crosslane_core::testing::{Random, anything};
use proptest::prelude::*;
use serde_json::{Value, json};

fn workspace(seed: u64) -> Workspace {
    open(&anything(seed)).unwrap().workspace
}

/// The workspace with some texts changed, some list items added and some unknown fields added or removed.
fn changed(workspace: &Workspace, seed: u64) -> Workspace {
    let mut value = serde_json::from_str(&write(workspace)).unwrap();
    change(&mut value, &mut Random::new(seed));
    // References may have changed into something else: the repaired copy will do.
    match open(&value.to_string()) {
        Ok(opened) => opened.workspace,
        Err(crosslane_core::format::crosslane::OpenError::Problems(repaired)) => repaired.workspace,
        Err(error) => panic!("{error:?}"),
    }
}

fn change(value: &mut Value, random: &mut Random) {
    match value {
        Value::Object(map) => {
            map.retain(|key, _| key == "format" || key == "version" || !random.chance(6));
            for value in map.values_mut() {
                change(value, random);
            }
            if random.chance(5) {
                map.insert((*random.pick(&["x-unknown", "x-other"])).into(), json!(random.below(3)));
            }
        }
        Value::Array(items) => {
            for item in items.iter_mut() {
                change(item, random);
            }
            if random.chance(5) && items.iter().all(Value::is_string) {
                items.extend((0..=random.below(2)).map(|_| json!("a")));
            }
            if !items.is_empty() && random.chance(5) {
                items.rotate_left(1);
            }
        }
        Value::String(text) if random.chance(6) && text != "crosslane" => *text = "changed".into(),
        _ => {}
    }
}

proptest! {
    #![proptest_config(cases(32))]

    #[test]
    fn nothing_differs_from_itself(seed: u64) {
        let one = workspace(seed);
        prop_assert_eq!(changes(&one, &workspace(seed)), vec![]);
        let other = changed(&one, seed);
        prop_assert_eq!(changes(&one, &other).is_empty(), one == other);
    }

    #[test]
    fn what_one_side_did_is_what_comes_out(seed: u64) {
        let base = workspace(seed);
        let other = changed(&base, seed ^ 1);
        // Opened anew: two people share values, but no memory.
        let (unchanged, same) = (workspace(seed), changed(&base, seed ^ 1));
        for merged in [merge(&base, &other, &unchanged), merge(&base, &unchanged, &other), merge(&base, &other, &same)] {
            prop_assert_eq!(changes(&other, &merged.workspace), vec![]);
            prop_assert_eq!(&merged.workspace, &other);
            prop_assert_eq!(merged.conflicts, vec![]);
        }
    }

    #[test]
    fn merging_again_changes_nothing_and_what_comes_out_is_a_file(seed: u64) {
        let base = workspace(seed);
        let (ours, theirs) = (changed(&base, seed ^ 1), changed(&base, seed ^ 2));
        let merged = merge(&base, &ours, &theirs).workspace;
        prop_assert_eq!(&open(&write(&merged)).unwrap().workspace, &merged);
        let again = merge(&base, &merged, &merged).workspace;
        prop_assert_eq!(&again, &merged);
        let taken_in = merge(&theirs, &merged, &open(&write(&theirs)).unwrap().workspace).workspace;
        prop_assert_eq!(&taken_in, &merged);
    }

    #[test]
    fn merging_the_other_way_round_differs_only_at_conflicts(seed: u64) {
        let base = workspace(seed);
        let (ours, theirs) = (changed(&base, seed ^ 1), changed(&base, seed ^ 2));
        let (one, other) = (merge(&base, &ours, &theirs), merge(&base, &theirs, &ours));
        let paths = |merged: &Merged| -> Vec<(String, ConflictKind)> {
            merged.conflicts.iter().map(|conflict| (conflict.path.to_string(), conflict.kind)).collect()
        };
        prop_assert_eq!(paths(&one), paths(&other));
    }
}

/// A workspace of one department with these fields.
fn with_department(fields: &str) -> Workspace {
    let text = format!(
        r#"{{"format": "crosslane", "version": 1, "departments": {{"d": {{{fields}}}}}, "department_order": ["d"]}}"#
    );
    open(&text).unwrap().workspace
}

#[test]
fn what_both_added_is_joined_field_by_field() {
    let base = open(r#"{"format": "crosslane", "version": 1}"#).unwrap().workspace;
    let ours = with_department(r#""name": "Claims", "lead": "Ann", "x": 1, "y": 1"#);
    let theirs = with_department(r#""name": "Claims desk", "notes": "Floor 3", "x": 1, "y": 2"#);
    let merged = merge(&base, &ours, &theirs);
    assert_eq!(
        merged.workspace,
        with_department(r#""name": "Claims", "lead": "Ann", "notes": "Floor 3", "x": 1, "y": 1"#)
    );
    let conflicts: Vec<String> = merged.conflicts.iter().map(|conflict| conflict.path.to_string()).collect();
    assert_eq!(conflicts, [r#"departments["d"].name"#, r#"departments["d"]["y"]"#]);
}

#[test]
fn an_unknown_field_that_one_side_removed_is_gone() {
    let base = with_department(r#""x": 1, "y": 1"#);
    let merged = merge(&base, &with_department(r#""x": 2, "y": 1"#), &with_department(r#""x": 1"#));
    assert_eq!(merged.workspace, with_department(r#""x": 2"#));
    assert_eq!(merged.conflicts, []);
}
