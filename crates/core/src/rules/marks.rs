//! What is said of flags once all rules have answered: how bad they are where it matters, whether somebody
//! accepted them, and the badges of the rules about flags.

use std::sync::Arc;

use super::context::Context;
use super::findings::Findings;
use super::flag::{Badge, Flag, WaiverState};
use super::inputs::{Input, Inputs};
use super::registry::{Badges, Check, RULES, RuleKind};
use super::waiver::Waivers;

/// What is read here. Rules about flags declare for themselves what they read.
const OWN: Inputs = Inputs::of(&[Input::Importance, Input::Thresholds, Input::Waivers]);

/// All that the marks on flags rest on.
pub const READ_BY_MARKS: Inputs = {
    let mut reads = OWN;
    let mut at = 0;
    while at < RULES.len() {
        if matches!(RULES[at].check, Check::Badges(_)) {
            reads = reads.and(RULES[at].reads);
        }
        at += 1;
    }
    reads
};

/// Marks the flags of the rules for which `concerns` holds; what the others found stays as it is, and is
/// still shared where nothing about it changes.
pub fn mark(context: &Context<'_>, of_rules: &mut [Arc<Findings>], concerns: impl Fn(usize) -> bool) {
    let waivers = Waivers::of(context.workspace);
    for (at, rule) in of_rules.iter_mut().enumerate().filter(|(at, _)| concerns(*at)) {
        let rises = RULES[at].kind.rises();
        let waived = waivers.are_for(RULES[at].id);
        change(
            rule,
            |rule, flag_at| {
                let flag = &rule.flags[flag_at];
                let risen = rises && flag.handoff.is_some_and(|handoff| context.matters(handoff));
                let severity = if risen { flag.base_severity.risen() } else { flag.base_severity };
                let waiver = if waived {
                    waivers.state(flag, rule.fingerprints()[flag_at])
                } else {
                    WaiverState::Open
                };
                let same = flag.severity == severity && flag.waiver == waiver;
                (!same).then_some((severity, waiver))
            },
            |flag, (severity, waiver)| (flag.severity, flag.waiver) = (severity, waiver),
        );
    }
    badge(context, of_rules, concerns);
}

/// Lets the rules about flags speak.
fn badge(context: &Context<'_>, of_rules: &mut [Arc<Findings>], concerns: impl Fn(usize) -> bool) {
    let mut says: Vec<(&'static str, Badges<'_>)> = Vec::new();
    for at in 0..of_rules.len() {
        if let Check::Badges(check) = RULES[at].check {
            let mut findings = Findings::new(context.id, RULES[at]);
            says.push((RULES[at].id, check(context, of_rules, &mut findings)));
            if *of_rules[at] != findings {
                of_rules[at] = Arc::new(findings);
            }
        }
    }
    for (at, rule) in of_rules.iter_mut().enumerate() {
        if !concerns(at) || RULES[at].kind == RuleKind::Meta {
            continue;
        }
        change(
            rule,
            |rule, flag_at| {
                let flag = &rule.flags[flag_at];
                let mut badges = Vec::new();
                if flag.is_open() {
                    let fingerprint = || rule.fingerprints()[flag_at];
                    for (id, says) in &says {
                        badges.extend(says(flag, &fingerprint).map(|values| Badge { rule: id, values }));
                    }
                }
                (badges != flag.badges).then_some(badges)
            },
            |flag, badges| flag.badges = badges,
        );
    }
}

/// Changes the flags for which `changed` says how; findings of which none changes stay shared, and those that
/// nobody else holds yet are changed as they stand.
fn change<T>(
    findings: &mut Arc<Findings>,
    changed: impl Fn(&Findings, usize) -> Option<T>,
    put: impl Fn(&mut Flag, T),
) {
    for at in 0..findings.flags.len() {
        if let Some(change) = changed(findings, at) {
            put(&mut Arc::make_mut(findings).flags_mut()[at], change);
        }
    }
}
