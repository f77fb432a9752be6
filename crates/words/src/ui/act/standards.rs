//! Standards.

use crate::values;

/// Where it holds.
pub const HOLDS: &str = "Holds";
/// It holds on all channels and in all phases.
pub const EVERYWHERE: &str = "everywhere";
/// Who agreed.
pub const AGREED_BY: &str = "Agreed by";
/// The decision it comes from.
pub const FROM: &str = "From the decision";
/// How it is lived.
pub const LIVED: &str = "How touchpoints live it";
/// The touchpoint.
pub const TOUCHPOINT: &str = "Touchpoint";
/// Its owner.
pub const OWNER: &str = "Owner";
/// What it lives.
pub const VALUE: &str = "Lives";
/// Compared with what was agreed.
pub const COMPARED: &str = "Compared";
/// Lived as agreed.
pub const SAME: &str = "As agreed";
/// Lived otherwise.
pub const DIFFERENT: &str = "Different";
/// Nobody knows.
pub const UNKNOWN: &str = "Not known";
/// Nothing is lived anywhere.
pub const LIVED_NOWHERE: &str =
    "No touchpoint says how it lives this yet. Write it under Promises and standards of a touchpoint.";
/// No touchpoint says that it lives it.
pub const NOWHERE: &str = "Lived nowhere yet";
/// It says nothing yet.
pub const UNNAMED: &str = "Standard without a subject";

/// Where it holds, in words.
pub fn holds(channel: Option<&str>, phase: Option<&str>) -> String {
    match (channel, phase) {
        (None, None) => EVERYWHERE.to_owned(),
        (Some(channel), None) => format!("on {channel}"),
        (None, Some(phase)) => format!("in phase {}", crate::name::quoted(phase)),
        (Some(channel), Some(phase)) => format!("on {channel}, in phase {}", crate::name::quoted(phase)),
    }
}

/// `3 as agreed, 1 different, 4 touchpoints say nothing`.
pub fn lives(same: usize, different: usize, unknown: usize, silent: usize) -> String {
    let mut parts = Vec::new();
    if same > 0 {
        parts.push(format!("{same} as agreed"));
    }
    if different > 0 {
        parts.push(format!("{different} different"));
    }
    if unknown > 0 {
        parts.push(format!("{unknown} not known"));
    }
    if silent > 0 {
        parts.push(values::count(silent as u64, "touchpoint says nothing", "touchpoints say nothing"));
    }
    if parts.is_empty() { NOWHERE.to_owned() } else { parts.join(", ") }
}
