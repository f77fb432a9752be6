//! The compare view: a current journey and its future, or a kept version and now.

use crosslane_core::compare::DifferenceKind;

/// The view's title.
pub const TITLE: &str = "Compare";
/// What it is for.
pub const HINT: &str =
    "What changed between two journeys, or since a kept version, and what that did to every handoff.";
/// The choice of what the journey shown is compared with.
pub const WITH: &str = "Compare with";
/// Nothing is chosen yet.
pub const CHOOSE: &str = "Choose …";
/// The journeys among the choices.
pub const JOURNEYS: &str = "Journeys";
/// The kept versions among the choices.
pub const VERSIONS: &str = "Kept versions";
/// Starts a future journey.
pub const START_FUTURE: &str = "Start a future journey";
/// What that does.
pub const START_FUTURE_HINT: &str = "A copy of this journey, linked touchpoint by touchpoint. Change it into what you want it to become, and see here what that mends.";
/// It was started.
pub const STARTED: &str = "This is the future journey. Change it into what it should become.";
/// Nothing to compare with.
pub const NOTHING: &str = "Nothing to compare with yet";
/// What to do then.
pub const NOTHING_HINT: &str =
    "Start a future journey, or choose another journey or a kept version, once there is one.";
/// The version that was asked for is not there.
pub const MISSING: &str = "What this was to be compared with is not there any more. Choose something else.";
/// The earlier of the two.
pub const BEFORE: &str = "Before";
/// The later of the two.
pub const AFTER: &str = "After";
/// The difference of the two.
pub const CHANGE: &str = "Change";
/// What is shown as it is now.
pub const NOW: &str = "now";
/// The scores of both.
pub const SCORES: &str = "Scores";
/// What is counted.
pub const COUNTED: &str = "Score";
/// Handoffs that both journeys have or one of them.
pub const HANDOFFS: &str = "Handoffs";
/// Only the ones that changed are listed.
pub const SAME_HANDOFFS: &str = "All handoffs are as risky as before.";
/// A handoff that was not there before.
pub const NEW_HANDOFF: &str = "New handoff";
/// A handoff that is not there any more.
pub const GONE_HANDOFF: &str = "No handoff any more";
/// A flag that is gone.
pub const FLAG_GONE: &str = "Gone";
/// A flag that came.
pub const FLAG_CAME: &str = "New";
/// Flags that count at no handoff.
pub const OTHER_FLAGS: &str = "Flags elsewhere";
/// Nothing changed.
pub const SAME: &str = "Nothing differs.";
/// What changed, by part of the journey.
pub const CHANGES: &str = "What changed";
/// What changed outside of the journey.
pub const ELSEWHERE: &str = "In the rest of the workspace";
/// The map of both.
pub const MAP: &str = "Both on one map";
/// The touchpoints that only one of the two has are both on it.
pub const MAP_HINT: &str = "What is gone stands where it stood, crossed out.";
/// Shows the rest.
pub const MORE: &str = "Show more";
/// A touchpoint's owner before.
pub const WAS: &str = "was";
/// No owner.
pub const NO_OWNER: &str = "No owner";

/// What became of something, in a word.
pub const fn kind(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Added => "Added",
        DifferenceKind::Removed => "Removed",
        DifferenceKind::Moved => "Moved",
        DifferenceKind::NewOwner => "New owner",
        DifferenceKind::Changed => "Changed",
    }
}

/// The title a future journey begins with.
pub fn future_title(current: &str) -> String {
    format!("{current} (future)")
}

/// A risk before and after, such as `72 → 31`.
pub fn risk(before: Option<f64>, after: Option<f64>) -> String {
    let whole = |risk: Option<f64>| risk.map_or_else(|| "–".to_owned(), |risk| format!("{risk:.0}"));
    format!("{} → {}", whole(before), whole(after))
}

/// How many of the same flags both have.
pub fn same_flags(count: usize) -> String {
    match count {
        0 => "No flag is in both.".to_owned(),
        1 => "1 flag is in both.".to_owned(),
        _ => format!("{count} flags are in both."),
    }
}

/// What is read out for an arrow or a card that differs.
pub fn card(name: &str, became: &str) -> String {
    format!("{name}: {became}")
}
