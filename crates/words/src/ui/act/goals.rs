//! Shared goals.

use crosslane_core::model::Goal;

use crate::values;

/// Departments that have none.
pub const WITHOUT: &str = "No part yet, though they own touchpoints in its journeys";
/// Gives one a part.
pub const GIVE: &str = "Give them a part";
/// A part that is not described.
pub const PART_UNKNOWN: &str = "has a part, not described yet";
/// Nobody said which journeys.
pub const NO_JOURNEYS: &str = "Say which journeys it is for, to see which departments have no part.";
/// The way gone, for those who hear it.
pub const PROGRESS: &str = "The way to the target";

/// Gives a department a part, for those who hear it.
pub fn give(department: &str) -> String {
    format!("{GIVE}: {department}")
}

/// `40 at the start, 30 now, 20 is the target`, of what is known.
pub fn figures(goal: &Goal) -> String {
    let said = [(goal.baseline, "at the start"), (goal.current, "now"), (goal.target, "is the target")];
    let known: Vec<String> = said
        .iter()
        .filter_map(|(value, what)| value.map(|value| format!("{} {what}", values::decimal(value))))
        .collect();
    known.join(", ")
}

/// `half of the way`, as a share.
pub fn way(progress: f64) -> String {
    format!("{}% of the way", (progress * 100.0).round())
}
