//! What other thresholds would flag or clear, before they are taken.

use std::collections::HashMap;

use crate::model::{Settings, Workspace};

use super::evaluate::{Evaluation, evaluate};
use super::flag::{Flag, Severity};

/// What other thresholds do to a flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is there only with them.
    Flagged,
    /// It is there only without them.
    Cleared,
    /// It had this severity without them.
    Severity(Severity),
    /// It carries other badges.
    Badges,
}

/// A flag that other thresholds touch.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagChange {
    /// The flag: as it is with them, where it is there then.
    pub flag: Flag,
    /// What they do to it.
    pub effect: Effect,
}

/// What `settings` in place of those of the workspace would change among the open flags of all journeys, compared by
/// fingerprint: what is flagged then, in the order of the journeys and their rules, then what is cleared. `evaluation`
/// is that of the workspace as it is, and is asked for its day.
pub fn preview_settings(
    workspace: &Workspace,
    evaluation: &Evaluation,
    settings: Option<Settings>,
) -> Vec<FlagChange> {
    let today = evaluation.journeys.first().and_then(|journey| journey.today);
    let with_settings = Workspace { settings, ..workspace.clone() };
    let after = evaluate(&with_settings, today, Some((workspace, evaluation)));
    let mut left: HashMap<String, &Flag> =
        open_flags(evaluation).map(|flag| (flag.fingerprint(), flag)).collect();
    let mut changes: Vec<FlagChange> = Vec::new();
    for flag in open_flags(&after) {
        let effect = match left.remove(&flag.fingerprint()) {
            None => Effect::Flagged,
            Some(before) if before.severity != flag.severity => Effect::Severity(before.severity),
            Some(before) if before.badges != flag.badges => Effect::Badges,
            Some(_) => continue,
        };
        changes.push(FlagChange { flag: flag.clone(), effect });
    }
    let cleared = open_flags(evaluation).filter(|flag| left.contains_key(&flag.fingerprint()));
    changes.extend(cleared.map(|flag| FlagChange { flag: flag.clone(), effect: Effect::Cleared }));
    changes
}

fn open_flags(evaluation: &Evaluation) -> impl Iterator<Item = &Flag> {
    evaluation.journeys.iter().flat_map(|journey| &journey.findings.flags).filter(|flag| flag.is_open())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crate::model::{Date, Percent};
    use crate::testing::workspace;

    fn effects(map: &str, settings: Settings) -> Vec<(&'static str, Effect)> {
        let workspace = workspace(map);
        let evaluation = evaluate(&workspace, Date::parse("2026-07-31"), None);
        let changes = preview_settings(&workspace, &evaluation, Some(settings));
        changes.into_iter().map(|change| (change.flag.rule, change.effect)).collect()
    }

    #[test]
    fn says_what_is_flagged_and_what_is_cleared() {
        let map = "a x front\n b y front\n a>b complete=70";
        let lower = Settings { complete_accurate: Percent::new(60.0), ..Settings::default() };
        assert_eq!(effects(map, lower), [("returned-incomplete", Effect::Cleared)]);
        let map = "a x front\n b y front\n a>b complete=95";
        let higher = Settings { complete_accurate: Percent::new(99.0), ..Settings::default() };
        assert_eq!(effects(map, higher), [("returned-incomplete", Effect::Flagged)]);
    }

    #[test]
    fn a_flag_that_only_gets_worse_is_not_a_new_one() {
        let map = "a x front sat=5\n b y front sat=3";
        let stricter = Settings { satisfaction_fall_error: Some(2.0), ..Settings::default() };
        assert_eq!(effects(map, stricter), [("satisfaction-drop", Effect::Severity(Severity::Warning))]);
    }

    #[test]
    fn badges_come_and_go_with_the_age_of_the_evidence() {
        let map = "a x front evidence=observed reviewed=2026-07-01
            b y front evidence=observed reviewed=2026-07-01\n a>b by=-";
        let stricter = Settings { stale_days: Some(10), ..Settings::default() };
        let effects = effects(map, stricter);
        assert!(!effects.is_empty(), "nothing changed");
        assert!(effects.iter().all(|(_, effect)| *effect == Effect::Badges), "{effects:?}");
    }

    #[test]
    fn the_same_thresholds_change_nothing() {
        let workspace = workspace("a x front sat=5\n b y front sat=3\n a>b complete=70");
        let evaluation = evaluate(&workspace, Date::parse("2026-07-31"), None);
        assert_eq!(preview_settings(&workspace, &evaluation, workspace.settings.clone()), []);
        let usual = Settings { complete_accurate: Percent::new(90.0), ..Settings::default() };
        assert_eq!(preview_settings(&workspace, &evaluation, Some(usual)), []);
    }
}
