//! Flags and fingerprints outlive everything that does not touch what they are about.

use std::sync::Arc;

use crosslane_cases::cases;
use proptest::prelude::*;

use crate::format::crosslane::{open, write};
use crate::model::Workspace;
use crate::rules::{Evaluation, evaluate};
use crate::testing::{journey_id, workspace};

use super::incremental::busy;

/// A journey in which every rule has something to say.
pub(super) const MAP: &str = "
    phase buy
    a sales front sat=5 channel=shop asked=name,iban produced=offer needed=- systems=crm claimed=legal
    b billing back asked=- needed=offer,name produced=- systems=erp claimed=-
    c ? customer sat=3
    d sales front sat=2 channel=phone asked=name needed=- produced=- systems=crm claimed=- truth
    phase use
    e ? front
    f legal ? sat=1 asked=iban
    g sales front sat=4 channel=mail
    h legal back
    system crm read=sales none=billing
    system erp write=billing none=sales
    a>b method=email passed=- target=60 wait=2000 as=collaboration
    b>d wait=90 method=none forced=yes as=collaboration
    c>d wait=10
    g>h by=sales target=10 wait=60..90
";

fn fingerprints(evaluation: &Evaluation) -> Vec<String> {
    let flags = evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags);
    flags.map(super::super::Flag::fingerprint).collect()
}

fn assert_same(before: &Workspace, after: &Workspace) {
    let (before, after) = (evaluate(before, None, None), evaluate(after, None, None));
    // Random workspaces may have few.
    assert!(!fingerprints(&before).is_empty());
    assert_eq!(fingerprints(&before), fingerprints(&after));
    assert_eq!(before, after);
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn renaming_everything_changes_nothing(seed in any::<u64>()) {
        let before = busy(seed);
        let mut file = serde_json::from_str(&write(&before)).unwrap();
        rename(&mut file);
        let after = open(&file.to_string()).unwrap().workspace;
        prop_assert!(before != after);
        assert_same(&before, &after);
    }

    #[test]
    fn saving_and_the_order_of_registers_change_nothing(seed in any::<u64>()) {
        let before = busy(seed);
        let mut after = open(&write(&before)).unwrap().workspace;
        after.department_order.reverse();
        assert_same(&before, &after);
    }
}

/// Gives everything that has a name another one; standards name phases by their names.
fn rename(value: &mut serde_json::Value) {
    const NAMES: [&str; 7] = ["name", "title", "concept", "outcome", "scenario", "text", "phase"];
    match value {
        serde_json::Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    serde_json::Value::String(text) if NAMES.contains(&key.as_str()) => text.push_str(" new"),
                    field => rename(field),
                }
            }
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(rename),
        _ => {}
    }
}

#[test]
fn saving_and_opening_changes_nothing() {
    let before = workspace(MAP);
    assert!(fingerprints(&evaluate(&before, None, None)).len() > 3);
    assert_same(&before, &open(&write(&before)).unwrap().workspace);
}

#[test]
fn the_order_of_maps_in_the_file_changes_nothing() {
    let before = workspace(MAP);
    let text = write(&before);
    let turned = turned_round(&serde_json::from_str(&text).unwrap());
    assert_ne!(turned, text);
    assert_same(&before, &open(&turned).unwrap().workspace);
}

/// The same JSON with the fields of every object in the opposite order.
fn turned_round(value: &serde_json::Value) -> String {
    use serde_json::Value::{Array, Object};
    match value {
        Object(fields) => {
            let pairs: Vec<String> = fields
                .iter()
                .map(|(key, value)| {
                    format!("{}:{}", serde_json::to_string(key).unwrap(), turned_round(value))
                })
                .rev()
                .collect();
            format!("{{{}}}", pairs.join(","))
        }
        Array(items) => format!("[{}]", items.iter().map(turned_round).collect::<Vec<_>>().join(",")),
        other => other.to_string(),
    }
}

#[test]
fn what_was_evaluated_before_is_kept_and_equal() {
    let before = workspace(MAP);
    let evaluated = evaluate(&before, None, None);
    let again = evaluate(&before, None, Some((&before, &evaluated)));
    assert!(Arc::ptr_eq(&evaluated.journeys[0], &again.journeys[0]));

    let mut edited = before.clone();
    let mut journey = before.journeys[&journey_id()].as_ref().clone();
    journey.steps.clear();
    edited.journeys.insert(journey_id(), journey.into());
    assert_eq!(evaluate(&edited, None, Some((&before, &evaluated))), evaluate(&edited, None, None));
    assert_ne!(evaluate(&edited, None, None), evaluated);

    let mut registers = before.clone();
    registers.systems.clear();
    assert_eq!(evaluate(&registers, None, Some((&before, &evaluated))), evaluate(&registers, None, None));
}

#[test]
fn typing_texts_that_no_rule_reads_keeps_the_evaluation_which_stays_right() {
    let before = workspace(MAP);
    let evaluated = evaluate(&before, None, None);
    let mut journey = before.journeys[&journey_id()].as_ref().clone();
    journey.title = "Another title".to_owned();
    let (id, touchpoint) = journey.touchpoints.iter().next().unwrap();
    let (id, mut touchpoint) = (*id, touchpoint.as_ref().clone());
    touchpoint.name.push_str(" by phone");
    touchpoint.pain_points = Some(vec!["The line is engaged".to_owned()]);
    touchpoint.notes = Some("Seen on a Monday".to_owned());
    journey.touchpoints.insert(id, touchpoint.clone().into());
    let with = |journey: &crate::model::Journey| {
        let mut after = before.clone();
        after.journeys.insert(journey_id(), journey.clone().into());
        (evaluate(&after, None, Some((&before, &evaluated))), evaluate(&after, None, None))
    };
    let (kept, fresh) = with(&journey);
    assert!(Arc::ptr_eq(&kept.journeys[0], &evaluated.journeys[0]));
    assert_eq!(kept, fresh);

    touchpoint.asked = None;
    journey.touchpoints.insert(id, touchpoint.into());
    let (kept, fresh) = with(&journey);
    assert_eq!(kept, fresh);
    assert_ne!(fresh, evaluated);
}
