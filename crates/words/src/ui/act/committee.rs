//! The steering committee: who it is, what to talk about, what was decided.

use crate::name::quoted;
use crate::values;

/// Who sits in it and what it may decide.
pub const CIRCLE: &str = "Mandate and members";
/// What to talk about.
pub const AGENDA: &str = "Agenda";
/// Where the agenda comes from.
pub const AGENDA_HINT: &str =
    "The worst handoffs with an error that no initiative and no decision addresses yet.";
/// Nothing to talk about.
pub const AGENDA_EMPTY: &str =
    "No error at a handoff waits for somebody. Open questions may still hide one: see Flags.";
/// What was decided.
pub const DECISIONS: &str = "Decisions";
/// What proved good.
pub const BEST_PRACTICES: &str = "Best practices";
/// Decides about something of the agenda.
pub const DECIDE: &str = "Decide";
/// Which practice may help.
pub const PROPOSED: &str = "May help";
/// A decision becomes a standard.
pub const BECOME: &str = "Make it a standard";
/// What becoming a standard does.
pub const BECOME_HINT: &str = "Then every touchpoint that lives another value is flagged, in all journeys.";
/// What the standard is about.
pub const ABOUT: &str = "What it is about";
/// An example of a subject.
pub const ABOUT_EXAMPLE: &str = "such as reply time";
/// The agreed value.
pub const VALUE: &str = "Agreed value";
/// No subject was given.
pub const ABOUT_MISSING: &str = "Say what it is about.";
/// The standard it became.
pub const BECAME: &str = "It became a standard";

/// The text proposed for a decision about a handoff.
pub fn decision(from: &str, to: &str) -> String {
    format!("{} → {}: ", quoted(from), quoted(to))
}

/// `2 errors nobody works on`.
pub fn unaddressed(count: usize) -> String {
    values::count(count as u64, "error nobody works on", "errors nobody works on")
}
