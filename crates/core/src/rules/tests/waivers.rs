//! Accepted flags.

use crosslane_cases::cases;
use proptest::prelude::*;

use crate::model::{Id, WaivedValue, Waiver, Workspace};
use crate::rules::{Flag, WaiverState, evaluate};
use crate::testing::{Random, all_answers, id, workspace};

use super::full::Full;

fn flags(workspace: &Workspace) -> Vec<Flag> {
    evaluate(workspace, None, None).journeys[0].findings.flags.iter().cloned().collect()
}

/// Accepts a flag as it is now.
pub(super) fn waive(workspace: &mut Workspace, flag: &Flag) {
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

proptest! {
    #![proptest_config(cases(16))]

    /// Everything is accepted; then one field after another is filled.
    #[test]
    fn a_waiver_reopens_exactly_when_a_compared_value_changes(seed in any::<u64>()) {
        let mut random = Random::new(seed);
        let full = Full::random(&mut random);
        let mut visible: Vec<bool> = (0..full.fields()).map(|_| random.chance(80)).collect();
        let mut before = workspace(&full.shown(&visible).0);
        let accepted = flags(&before);
        for flag in &accepted {
            waive(&mut before, flag);
        }
        while let Some(hidden) = visible.iter().position(|visible| !visible) {
            visible[hidden] = true;
            let mut after = workspace(&full.shown(&visible).0);
            after.waivers.clone_from(&before.waivers);
            for flag in flags(&after) {
                let as_accepted = accepted.iter().find(|other| other.fingerprint() == flag.fingerprint());
                prop_assert_eq!(changed(as_accepted, &flag), told(&flag), "{:?}", flag);
            }
        }
    }
}

/// The names of the values that are not as they were accepted; `None` where nothing was.
fn changed<'a>(accepted: Option<&Flag>, flag: &'a Flag) -> Option<Vec<&'a str>> {
    let accepted = accepted?;
    let differs = |named: &&crate::rules::NamedValue| !accepted.values.contains(named);
    Some(flag.values.iter().filter(differs).map(|named| named.name).collect())
}

fn told(flag: &Flag) -> Option<Vec<&str>> {
    match &flag.waiver {
        WaiverState::Open => None,
        WaiverState::Waived(_) => Some(Vec::new()),
        WaiverState::Reopened(_, changed) => Some(changed.clone()),
    }
}
