//! What the change of a journey did to its scores and flags.

use std::collections::{BTreeMap, HashMap};

use crate::model::{Id, StepKey};
use crate::rules::{Flag, JourneyEvaluation, Severity};
use crate::score::{HandoffRisk, JourneyScores};
use crate::sort::{Gather, Sort};

use super::Names;

/// How it stands with a handoff in one of two journeys.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The handoff, in the identifiers of its own journey.
    pub key: StepKey,
    /// The department that hands on.
    pub from_department: Id,
    /// The department that receives.
    pub to_department: Id,
    /// 0 to 100.
    pub risk: f64,
    /// The same with every open check counted as fired, 0 to 100.
    pub at_worst: f64,
}

/// What became of a handoff.
#[derive(Clone, Debug, PartialEq)]
pub struct HandoffEffect {
    /// The handoff, in the identifiers of the earlier journey.
    pub key: StepKey,
    /// In the earlier journey, where it has it.
    pub before: Option<Standing>,
    /// In the later one.
    pub after: Option<Standing>,
    /// The flags that count at it and that only the earlier one has, or has open, by position in [`Effect::flags`].
    pub gone: Vec<usize>,
    /// Those only the later one has, or has open.
    pub come: Vec<usize>,
}

impl HandoffEffect {
    /// How much the risk rose, -100 to 100; what is not there has none.
    pub fn rise(&self) -> f64 {
        let risk = |standing: Option<Standing>| standing.map_or(0.0, |standing| standing.risk);
        risk(self.after) - risk(self.before)
    }
}

/// What became of a flag. One of both is open, or both with another severity.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagEffect {
    /// As the earlier journey has it.
    pub before: Option<Flag>,
    /// As the later one has it, in its own identifiers.
    pub after: Option<Flag>,
}

impl FlagEffect {
    /// Whether it is open in the earlier journey.
    pub fn was_open(&self) -> bool {
        self.before.as_ref().is_some_and(Flag::is_open)
    }

    /// Whether it is open in the later one.
    pub fn is_open(&self) -> bool {
        self.after.as_ref().is_some_and(Flag::is_open)
    }
}

/// What the change of a journey did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effect {
    /// The scores before and after.
    pub scores: [Option<JourneyScores>; 2],
    /// The handoffs of both: what rose or fell the most first, then in the order of the later journey's ranking.
    pub handoffs: Vec<HandoffEffect>,
    /// The flags that came, went, or are worse or less bad: in the order of the rules, those of the later journey first.
    pub flags: Vec<FlagEffect>,
    /// How many open flags are the same in both.
    pub same_flags: usize,
    // Open flags before and after: errors, warnings, infos.
    open: [Option<[usize; 3]>; 2],
}

impl Effect {
    /// Compares what is derived from two journeys. `names` are those of the later one in the earlier.
    pub fn of(names: &Names, before: Option<&JourneyEvaluation>, after: Option<&JourneyEvaluation>) -> Self {
        let (flags, same_flags) = flag_effects(names, before, after);
        let scores = |of: Option<&JourneyEvaluation>| of.map(|of| of.scores.clone());
        let mut handoffs = handoff_effects(names, before, after);
        let index: HashMap<StepKey, usize> =
            handoffs.iter().enumerate().map(|(at, handoff)| (handoff.key, at)).collect();
        for (at, flag) in flags.iter().enumerate() {
            let blamed = |flag: &Option<Flag>| flag.as_ref().filter(|flag| flag.is_open())?.blames;
            let old = blamed(&flag.before).filter(|_| !flag.is_open());
            let new = blamed(&flag.after).filter(|_| !flag.was_open()).map(|key| names.step(key));
            if let Some(found) = old.and_then(|key| index.get(&key)) {
                handoffs[*found].gone.push(at);
            }
            if let Some(found) = new.and_then(|key| index.get(&key)) {
                handoffs[*found].come.push(at);
            }
        }
        handoffs.arrange_by(|one, other| other.rise().abs().total_cmp(&one.rise().abs()));
        let open = [before, after].map(|of| of.map(open_flags));
        Self { scores: [scores(before), scores(after)], handoffs, flags, same_flags, open }
    }

    /// How many open flags of a severity there are before and after.
    pub fn open_flags(&self, severity: Severity) -> [Option<usize>; 2] {
        self.open.map(|counts| counts.map(|counts| counts[place_of(severity)]))
    }
}

fn place_of(severity: Severity) -> usize {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Info => 2,
    }
}

fn open_flags(of: &JourneyEvaluation) -> [usize; 3] {
    let mut counts = [0; 3];
    for flag in of.findings.flags.iter().filter(|flag| flag.is_open()) {
        counts[place_of(flag.severity)] += 1;
    }
    counts
}

fn standing(risk: &HandoffRisk) -> Standing {
    Standing {
        key: risk.key,
        from_department: risk.from_department,
        to_department: risk.to_department,
        risk: risk.risk,
        at_worst: risk.at_worst,
    }
}

fn handoff_effects(
    names: &Names,
    before: Option<&JourneyEvaluation>,
    after: Option<&JourneyEvaluation>,
) -> Vec<HandoffEffect> {
    let risks = |of: Option<&JourneyEvaluation>| of.map(|of| of.scores.handoffs.clone()).unwrap_or_default();
    let mut old: BTreeMap<StepKey, Standing> =
        risks(before).iter().map(|risk| (risk.key, standing(risk))).gather();
    let mut effects = Vec::new();
    for risk in risks(after) {
        let key = names.step(risk.key);
        let before = old.remove(&key);
        effects.push(effect(key, before, Some(standing(&risk))));
    }
    // Those that are gone keep their own ranking.
    for risk in risks(before) {
        if let Some(before) = old.remove(&risk.key) {
            effects.push(effect(risk.key, Some(before), None));
        }
    }
    effects
}

fn effect(key: StepKey, before: Option<Standing>, after: Option<Standing>) -> HandoffEffect {
    HandoffEffect { key, before, after, gone: Vec::new(), come: Vec::new() }
}

fn flag_effects(
    names: &Names,
    before: Option<&JourneyEvaluation>,
    after: Option<&JourneyEvaluation>,
) -> (Vec<FlagEffect>, usize) {
    let mut old: HashMap<u64, &Flag> = HashMap::new();
    if let Some(before) = before {
        old.extend(before.findings.flags.iter().map(|flag| (flag.fingerprint_number(), flag)));
    }
    let (mut effects, mut same) = (Vec::new(), 0);
    for flag in after.iter().flat_map(|after| after.findings.flags.iter()) {
        let before = old.remove(&names.fingerprint(flag));
        let was = before.filter(|flag| flag.is_open()).map(|flag| flag.severity);
        let is = flag.is_open().then_some(flag.severity);
        if was != is {
            effects.push(FlagEffect { before: before.cloned(), after: Some(flag.clone()) });
        } else if is.is_some() {
            same += 1;
        }
    }
    let flags = before.iter().flat_map(|before| before.findings.flags.iter());
    for flag in flags.filter(|flag| flag.is_open()) {
        if old.remove(&flag.fingerprint_number()).is_some() {
            effects.push(FlagEffect { before: Some(flag.clone()), after: None });
        }
    }
    (effects, same)
}
