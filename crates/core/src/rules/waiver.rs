//! Accepted flags: a waiver holds as long as the compared values stay the same.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::model::{Date, Id, Map, WaivedValue, Waiver, Workspace};

use super::fingerprint;
use super::flag::{Flag, WaiverState};

/// The waivers of a workspace.
pub struct Waivers<'a> {
    rules: HashSet<&'a str>,
    by_fingerprint: HashMap<u64, (Id, &'a Waiver)>,
}

impl<'a> Waivers<'a> {
    /// Those of this workspace.
    pub fn of(workspace: &'a Workspace) -> Self {
        let entry = |(id, waiver): (&Id, &'a std::sync::Arc<Waiver>)| {
            Some((fingerprint::read(&waiver.fingerprint)?, (*id, waiver.as_ref())))
        };
        Self {
            rules: workspace.waivers.values().map(|waiver| waiver.rule.as_str()).collect(),
            by_fingerprint: workspace.waivers.iter().filter_map(entry).collect(),
        }
    }

    /// Whether any flag of this rule was accepted.
    pub fn are_for(&self, rule: &str) -> bool {
        self.rules.contains(rule)
    }

    /// Whether somebody accepted a flag, and whether its compared values changed since.
    pub fn state(&self, flag: &Flag, fingerprint: u64) -> WaiverState {
        let Some((id, waiver)) = self.by_fingerprint.get(&fingerprint) else { return WaiverState::Open };
        let changed = changed_values(flag, &waiver.values);
        if changed.is_empty() { WaiverState::Waived(*id) } else { WaiverState::Reopened(*id, changed) }
    }
}

/// The waiver of a flag as it is now.
pub fn waiver(flag: &Flag, reason: String, by: String, date: Option<Date>) -> Waiver {
    Waiver {
        fingerprint: flag.fingerprint(),
        rule: flag.rule.to_owned(),
        reason,
        by,
        date,
        values: kept_values(flag),
        unknown: None,
    }
}

/// The compared values of a flag, as what accepts or addresses it keeps them.
pub fn kept_values(flag: &Flag) -> Map<WaivedValue> {
    let value = |named: &super::NamedValue| {
        let value = WaivedValue { value: named.value.text(), unknown: None };
        Some((Id::new(named.name)?, Arc::new(value)))
    };
    flag.values.iter().filter_map(value).collect()
}

/// The names of the compared values that are no longer as they were when they were kept.
pub fn changed_values(flag: &Flag, were: &Map<WaivedValue>) -> Vec<&'static str> {
    let kept = |name: &str| were.get(&Id::new(name)?).map(|kept| kept.value.as_str());
    let differs = |named: &&super::NamedValue| kept(named.name) != Some(named.value.text().as_str());
    flag.values.iter().filter(differs).map(|named| named.name).collect()
}
