//! The shared vocabulary.

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
/// The department does not say what it calls it.
pub const NOT_SAID: &str = "–";
/// For those who hear it.
pub const NOT_SAID_ALOUD: &str = "not said";
