//! Stories and recognition.

/// Tells a story of the handoff that is chosen.
pub const TELL: &str = "Tell what worked here";
/// Who is recognised.
pub const PEOPLE: &str = "Recognised";
/// Who worked together.
pub const TOGETHER: &str = "Worked together";
/// Where.
pub const WHERE: &str = "Where";

/// The title proposed for a story about a handoff.
pub fn title(from: &str, to: &str) -> String {
    format!("What works between {from} and {to}")
}
