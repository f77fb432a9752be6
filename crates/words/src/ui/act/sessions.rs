//! Co-creation sessions.

use crate::values;

/// The rounds.
pub const CYCLES: &str = "Cycles";
/// The first round.
pub const BEGIN: &str = "Begin the first cycle";
/// One more round.
pub const AGAIN: &str = "Begin another cycle";
/// What another cycle takes over.
pub const AGAIN_HINT: &str = "What was learned becomes the first finding of the next cycle.";
/// Makes an idea an initiative.
pub const BECOME: &str = "Make it an initiative";
/// The ideas and what became of them.
pub const IDEAS: &str = "From idea to initiative";
/// What was learned about touchpoints.
pub const LEARNED: &str = "What the touchpoints rest on now";
/// What this does.
pub const LEARNED_HINT: &str = "What was seen or measured here is evidence. Choose the touchpoints it holds for: they are marked as reviewed today.";
/// There are no touchpoints.
pub const NO_TOUCHPOINTS: &str = "Add touchpoints to this session first.";
/// What it rests on.
pub const EVIDENCE: &str = "Evidence";
/// Which touchpoints.
pub const WHICH: &str = "Touchpoints";
/// Does it.
pub const SET: &str = "Set the evidence";
/// None was chosen.
pub const CHOOSE_FIRST: &str = "Choose at least one touchpoint.";
/// Removes a cycle.
pub const REMOVE_CYCLE: &str = "Remove this cycle";

/// `Cycle 2`.
pub fn cycle(number: usize) -> String {
    format!("Cycle {number}")
}

/// `2 cycles`.
pub fn cycles(count: usize) -> String {
    values::count(count as u64, "cycle", "cycles")
}

/// `3 touchpoints`.
pub fn touchpoints(count: usize) -> String {
    values::count(count as u64, "touchpoint", "touchpoints")
}

/// Makes an idea an initiative, for those who hear it.
pub fn become_of(idea: &str) -> String {
    format!("{BECOME}: {idea}")
}

/// What was done.
pub fn learned(count: usize) -> String {
    format!("Evidence set on {}, reviewed today.", touchpoints(count))
}
