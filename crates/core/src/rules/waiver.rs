//! Accepted flags: a waiver holds as long as the compared values stay the same.

use std::collections::{HashMap, HashSet};

use crate::model::{Id, Waiver, Workspace};

use super::flag::{Flag, WaiverState};

/// Marks the flags that somebody accepted, and those whose compared values changed since.
pub fn apply_waivers(workspace: &Workspace, flags: &mut [Flag]) {
    if workspace.waivers.is_empty() {
        return;
    }
    let by_fingerprint: HashMap<&str, (Id, &Waiver)> = workspace
        .waivers
        .iter()
        .map(|(id, waiver)| (waiver.fingerprint.as_str(), (*id, waiver.as_ref())))
        .collect();
    let rules: HashSet<&str> = workspace.waivers.values().map(|waiver| waiver.rule.as_str()).collect();
    for flag in flags.iter_mut().filter(|flag| rules.contains(flag.rule)) {
        if let Some((id, waiver)) = by_fingerprint.get(flag.fingerprint().as_str()) {
            let changed = changed_values(flag, waiver);
            flag.waiver = if changed.is_empty() {
                WaiverState::Waived(*id)
            } else {
                WaiverState::Reopened(*id, changed)
            };
        }
    }
}

/// The names of the compared values that are no longer as they were when the flag was accepted.
fn changed_values(flag: &Flag, waiver: &Waiver) -> Vec<&'static str> {
    let kept = |name: &str| {
        let id = Id::new(name)?;
        waiver.values.get(&id).map(|kept| kept.value.as_str())
    };
    let differs = |named: &&super::NamedValue| kept(named.name) != Some(named.value.text().as_str());
    flag.values.iter().filter(differs).map(|named| named.name).collect()
}
