//! A threshold that a workspace sets is the one that counts, and bears on no other rule.

use std::collections::BTreeSet;

use crate::model::{Minutes, Percent, Settings, Workspace};
use crate::rules::{RuleKind, THRESHOLDS, Thresholds, rule};
use crate::testing::{all_answers, workspace};

/// A journey, a threshold just below, at and just above what stands in it, and whether it fires then.
struct Step {
    field: &'static str,
    map: &'static str,
    values: [f64; 3],
    fires: [bool; 3],
}

const STEPS: &[Step] = &[
    Step {
        field: "satisfaction_fall",
        map: "a x front sat=5\n b y front sat=3.5",
        values: [1.4, 1.5, 1.6],
        fires: [true, true, false],
    },
    Step {
        field: "wait_without_target",
        map: "a x front\n b x back\n c x back\n d x back\n e y front
            a>b wait=5\n b>c wait=5\n c>d wait=5\n d>e wait=600",
        values: [599.0, 600.0, 601.0],
        fires: [true, false, false],
    },
    Step {
        field: "wait_median_factor",
        map: "a x front\n b x back\n c x back\n d x back\n e y front
            a>b wait=1000\n b>c wait=1000\n c>d wait=1000\n d>e wait=3000",
        values: [2.999, 3.0, 3.001],
        fires: [true, false, false],
    },
    Step {
        field: "relay_handoffs",
        map: "a x front\n b y front\n c z front\n d w front\n e x front",
        values: [3.0, 4.0, 5.0],
        fires: [true, true, false],
    },
    Step {
        field: "complete_accurate",
        map: "a x front\n b y front\n a>b complete=70",
        values: [69.9, 70.0, 70.1],
        fires: [false, false, true],
    },
    Step {
        field: "stale_days",
        map: "a x front evidence=observed reviewed=2026-05-31
            b y front evidence=observed reviewed=2026-06-30\n a>b by=-",
        values: [29.0, 30.0, 31.0],
        fires: [true, false, false],
    },
    Step {
        field: "important_from",
        map: "a x front\n b y front imp=3 truth=no\n a>b by=x",
        values: [2.9, 3.0, 3.1],
        fires: [true, true, false],
    },
];

// What the tests set is whole where the settings are.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn with(map: &str, field: &str, value: f64) -> Workspace {
    let mut settings = Settings::default();
    match field {
        "satisfaction_fall" => settings.satisfaction_fall = Some(value),
        "satisfaction_fall_error" => settings.satisfaction_fall_error = Some(value),
        "wait_without_target" => settings.wait_without_target = Some(Minutes::exact(value as u64)),
        "wait_median_factor" => settings.wait_median_factor = Some(value),
        "relay_handoffs" => settings.relay_handoffs = Some(value as u64),
        "complete_accurate" => settings.complete_accurate = Percent::new(value),
        "stale_days" => settings.stale_days = Some(value as u64),
        "important_from" => settings.important_from = Some(value),
        other => panic!("{other}"),
    }
    let mut workspace = workspace(map);
    workspace.settings = Some(settings);
    workspace
}

fn of(workspace: &Workspace, rule: &str) -> Vec<String> {
    let rule = [rule, " "].concat();
    all_answers(workspace).into_iter().filter(|line| line.starts_with(&rule)).collect()
}

#[test]
fn fires_from_the_value_that_is_set_on() {
    for step in STEPS {
        let threshold = THRESHOLDS.iter().find(|threshold| threshold.field == step.field).unwrap();
        let rule = threshold.rules[0];
        for (value, fires) in step.values.into_iter().zip(step.fires) {
            let lines = of(&with(step.map, step.field, value), rule);
            let flagged = lines.iter().any(|line| !line.contains(" clear ") && !line.contains(" ? "));
            assert_eq!(flagged, fires, "{} = {value}: {lines:?}", step.field);
        }
    }
}

#[test]
fn from_the_fall_that_is_set_on_it_is_an_error() {
    let map = "a x front sat=5\n b y front sat=3";
    for (value, severity) in [(1.9, "error"), (2.0, "error"), (2.1, "warning")] {
        let lines = of(&with(map, "satisfaction_fall_error", value), "satisfaction-drop");
        assert!(lines[0].contains(&format!("a>b {severity} ")), "{value}: {lines:?}");
    }
}

#[test]
fn flags_rise_from_the_importance_that_is_set_on() {
    let map = "a x front sat=5\n b y front sat=3 imp=3";
    for (value, severity) in [(2.9, "error"), (3.0, "error"), (3.1, "warning")] {
        let lines = of(&with(map, "important_from", value), "satisfaction-drop");
        assert!(lines[0].contains(&format!("a>b {severity} ")), "{value}: {lines:?}");
    }
}

#[test]
fn a_threshold_bears_on_the_rules_it_names_and_no_others() {
    for threshold in &THRESHOLDS {
        let mut moved: BTreeSet<&str> = BTreeSet::new();
        for map in STEPS.iter().map(|step| step.map).chain([super::stability::MAP]) {
            let before: BTreeSet<String> = all_answers(&workspace(map)).into_iter().collect();
            let usual = (threshold.value)(&Thresholds::of(&workspace(map)));
            for value in [1.0, 2.0, 4.5, usual, 10_000.0] {
                let value = if threshold.field == "complete_accurate" { value.min(100.0) } else { value };
                let after: BTreeSet<String> =
                    all_answers(&with(map, threshold.field, value)).into_iter().collect();
                let changed = before.symmetric_difference(&after).filter_map(|line| line.split(' ').next());
                moved.extend(changed.filter_map(rule).map(|rule| rule.id));
            }
        }
        // Badges follow the flags they are on.
        moved.retain(|id| rule(id).unwrap().kind != RuleKind::Meta || threshold.rules.contains(id));
        if threshold.raises {
            moved.retain(|id| !rule(id).unwrap().kind.rises());
        }
        assert_eq!(moved, threshold.rules.iter().copied().collect(), "{}", threshold.field);
    }
}
