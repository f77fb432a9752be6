//! Accepted flags.

use crate::model::{Id, WaivedValue, Waiver, Workspace};
use crate::rules::{Flag, evaluate};
use crate::testing::{all_answers, id, workspace};

fn flags(workspace: &Workspace) -> Vec<Flag> {
    evaluate(workspace, None, None).journeys[0].findings.flags.iter().cloned().collect()
}

/// Accepts a flag as it is now.
fn waive(workspace: &mut Workspace, flag: &Flag) {
    let kept = |named: &crate::rules::NamedValue| {
        let value = WaivedValue { value: named.value.text(), ..WaivedValue::default() };
        (Id::new(named.name).unwrap(), std::sync::Arc::new(value))
    };
    let waiver = Waiver {
        fingerprint: flag.fingerprint(),
        rule: flag.rule.to_owned(),
        values: flag.values.iter().map(kept).collect(),
        ..Waiver::default()
    };
    workspace.waivers.insert(id(&format!("w{}", workspace.waivers.len())), waiver.into());
}

fn only(rule: &str, workspace: &Workspace) -> Vec<String> {
    all_answers(workspace).into_iter().filter(|line| line.starts_with(rule)).collect()
}

#[test]
fn an_accepted_flag_stays_accepted_until_a_compared_value_changes() {
    let map = |card: &str| workspace(&["a sales front\n b billing front\n a>b ", card].concat());
    let mut before = map("method=email passed=-");
    let flag = flags(&before).into_iter().find(|flag| flag.rule == "cold-handoff").unwrap();
    waive(&mut before, &flag);
    assert_eq!(only("cold", &before), ["cold-handoff a>b warning method=email passed=nothing waived"]);
    let mut after = map("method=queue passed=- by=sales");
    after.waivers.clone_from(&before.waivers);
    assert_eq!(
        only("cold", &after),
        ["cold-handoff a>b warning method=queue passed=nothing reopened:method"]
    );
}

#[test]
fn an_accepted_flag_counts_for_no_risk_but_as_an_answer() {
    let mut workspace = workspace(
        "a sales front\n b billing front\n a>b by=- method=warm trigger=x passed=- fallback=x ack=no",
    );
    let before = evaluate(&workspace, None, None).journeys[0].clone();
    assert!(before.scores.handoffs[0].risk > 0.0);
    for flag in flags(&workspace) {
        waive(&mut workspace, &flag);
    }
    let after = evaluate(&workspace, None, None).journeys[0].clone();
    assert!(after.scores.handoffs[0].risk.abs() < f64::EPSILON);
    assert_eq!(after.scores.assessed, before.scores.assessed);
}

#[test]
fn every_flag_can_be_accepted() {
    let mut workspace = workspace(super::stability::MAP);
    for flag in flags(&workspace) {
        waive(&mut workspace, &flag);
    }
    assert!(flags(&workspace).iter().all(|flag| !flag.is_open()));
}
