//! The thresholds of the rules: what each does, and what another one would change.

use crosslane_core::rules::{Effect, ThresholdUnit};

use crate::labels::Label;
use crate::values::{count, decimal, list};

/// What the screen is for.
pub const HINT: &str = "From where on a rule flags something, for all journeys of this workspace. Type another value to see \
     what it would change; nothing changes until you take it.";
/// The rules that use a threshold.
pub const RULES: &str = "Used by";
/// Takes the value over.
pub const TAKE: &str = "Take it";
/// Leaves everything as it was.
pub const CANCEL: &str = "Cancel";
/// The value of the rule.
pub const BACK: &str = "Back to the default";
/// The places a value would change.
pub const LIST: &str = "Show what changes";
/// A threshold that this workspace set itself.
pub const OWN: &str = "Set for this workspace";

/// What a threshold does, in plain words.
pub fn about(field: &str) -> &'static str {
    match field {
        "satisfaction_fall" => {
            "When customers feel this many points worse after a handoff than before it, it is flagged."
        }
        "satisfaction_fall_error" => "From this many points on, the fall is an error rather than a warning.",
        "wait_without_target" => {
            "Where two departments agreed on no target, a wait above this may be too long, if it is long for you, too."
        }
        "wait_median_factor" => {
            "Long for you: this many times the usual wait inside one department, where there is no target."
        }
        "relay_handoffs" => "A phase with this many handoffs passes the customer’s case from hand to hand.",
        "complete_accurate" => "When less than this share arrives complete and accurate, work comes back.",
        "stale_days" => {
            "Evidence reviewed longer ago than this counts as old, and the flags that rest on it say so."
        }
        "important_from" => {
            "At touchpoints of this importance flags are a step worse, and a handoff needs an agreed fallback."
        }
        _ => "",
    }
}

/// The unit behind the field of a threshold.
pub fn unit(unit: ThresholdUnit) -> &'static str {
    match unit {
        ThresholdUnit::Points => "points",
        ThresholdUnit::Rating => "of 5",
        ThresholdUnit::Times => "times",
        ThresholdUnit::Handoffs => "handoffs",
        ThresholdUnit::Days => "days",
        // These say it in the value.
        ThresholdUnit::Minutes | ThresholdUnit::Percent => "",
    }
}

/// The value of the rule.
pub fn default(value: &str, behind: ThresholdUnit) -> String {
    ["Default: ", value, " ", unit(behind)].concat().trim_end().to_owned()
}

/// What values mean something.
pub fn out_of_range(unit: ThresholdUnit) -> String {
    match unit.range() {
        (from, to) if to.is_finite() => {
            format!("Write a number from {} to {}.", decimal(from), decimal(to))
        }
        (from, _) if unit == ThresholdUnit::Minutes => format!("Write at least {} minute.", decimal(from)),
        (from, _) => format!("Write {} or more.", decimal(from)),
    }
}

/// What a value would change, counted.
pub fn counted(effects: &[Effect]) -> String {
    let of = |wanted: fn(&Effect) -> bool| effects.iter().filter(|effect| wanted(effect)).count() as u64;
    let said = [
        (of(|effect| *effect == Effect::Flagged), "more flag", "more flags"),
        (of(|effect| *effect == Effect::Cleared), "flag gone", "flags gone"),
        (
            of(|effect| matches!(effect, Effect::Severity(_))),
            "with another severity",
            "with another severity",
        ),
        (of(|effect| *effect == Effect::Badges), "with another remark", "with other remarks"),
    ];
    let parts: Vec<String> = said
        .into_iter()
        .filter(|(many, ..)| *many > 0)
        .map(|(many, one, more)| count(many, one, more))
        .collect();
    if parts.is_empty() { "That changes no flag.".to_owned() } else { list(&parts) + "." }
}

/// What happens to one flag.
pub fn effect<S: Label>(effect: Effect, now: S) -> String {
    match effect {
        Effect::Flagged => "new".to_owned(),
        Effect::Cleared => "gone".to_owned(),
        Effect::Severity(before) => {
            format!("{} instead of {}", now.label().to_lowercase(), before.label().to_lowercase())
        }
        Effect::Badges => "another remark on the evidence".to_owned(),
    }
}

/// A threshold was taken.
pub fn taken(label: &str, counted: &str) -> String {
    format!("{label}: {counted}")
}

/// How many are not listed.
pub fn more(count: usize) -> String {
    format!("and {count} more")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crosslane_core::rules::{Severity, THRESHOLDS};

    #[test]
    fn every_threshold_says_what_it_does() {
        for threshold in &THRESHOLDS {
            assert!(!about(threshold.field).is_empty(), "{}", threshold.field);
            assert!(!crate::field::label("Settings", threshold.field).is_empty(), "{}", threshold.field);
        }
    }

    #[test]
    fn effects_are_counted_by_what_they_are() {
        let effects =
            [Effect::Flagged, Effect::Flagged, Effect::Cleared, Effect::Severity(Severity::Warning)];
        assert_eq!(counted(&effects), "2 more flags, 1 flag gone and 1 with another severity.");
        assert_eq!(counted(&[]), "That changes no flag.");
        assert_eq!(effect(effects[3], Severity::Error), "error instead of warning");
    }
}
