//! The shared vocabulary.

use crate::name::quoted;

/// The concept.
pub const CONCEPT: &str = "Concept";
/// What it means.
pub const MEANING: &str = "Meaning";
/// The label everyone should use.
pub const PREFERRED: &str = "We say";
/// Departments use different words.
pub const DISPUTED: &str = "Disputed";
/// The table.
pub const TABLE: &str = "Who says what";
/// Labels found in texts.
pub const FOUND: &str = "Found in what departments write";
/// What to do with them.
pub const FOUND_HINT: &str = "These words stand in the touchpoints of a department that has no label for the term yet. Enter them, and a dispute shows.";
/// Enters one.
pub const ENTER: &str = "Enter it";
/// The department does not say what it calls it.
pub const NOT_SAID: &str = "–";
/// For those who hear it.
pub const NOT_SAID_ALOUD: &str = "not said";

/// What a department seems to call a term: `writes “loss” for “Claim”`.
pub fn writes(label: &str, term: &str) -> String {
    format!("writes {} for {}", quoted(label), quoted(term))
}

/// Enters a label, for those who hear it.
pub fn enter(department: &str, label: &str) -> String {
    format!("{ENTER}: {department}, {}", quoted(label))
}
