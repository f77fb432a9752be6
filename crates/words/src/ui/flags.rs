//! The flags view: flags in groups, waivers, the open questions.

use crosslane_core::model::Date;
use crosslane_core::rules::GroupBy;

use crate::values;

/// The view's title.
pub const TITLE: &str = "Flags";
/// The flags.
pub const FLAGS: &str = "Flags";
/// The open questions.
pub const QUESTIONS: &str = "Open questions";
/// From where on the rules flag something.
pub const THRESHOLDS: &str = "Thresholds";
/// The choice between them.
pub const TABS: &str = "Flags, questions or thresholds";
/// The choice of the grouping.
pub const GROUP: &str = "Group by";
/// No flag.
pub const NONE: &str = "Nothing is flagged. Look at the open questions too: what is not known is not fine.";
/// No question.
pub const NO_QUESTIONS: &str = "No open question: every check has what it needs.";
/// What to do with the questions.
pub const QUESTIONS_HINT: &str = "Bring these to the next interview. Those that answer the most come first.";
/// What mends a flag.
pub const MEND: &str = "What helps";
/// The ways to connect the departments.
pub const PRACTICES: &str = "Ways to connect";
/// Goes to the place.
pub const JUMP: &str = "Show on the map";
/// Accepts a flag.
pub const WAIVE: &str = "Accept";
/// Takes the acceptance back.
pub const REOPEN: &str = "Take back";
/// The accepted flags.
pub const ACCEPTED: &str = "Accepted flags";
/// The dialog that accepts a flag.
pub const WAIVE_TITLE: &str = "Accept this flag";
/// What accepting means.
pub const WAIVE_HINT: &str =
    "It stops counting until one of the values behind it changes. Say why, so that others can follow.";
/// Why it is accepted.
pub const REASON: &str = "Reason";
/// Who accepts it.
pub const BY: &str = "Your name";
/// Nothing was given as reason.
pub const REASON_MISSING: &str = "Say why, in a sentence.";
/// Shows more.
pub const MORE: &str = "Show more";
/// No department.
pub const NO_DEPARTMENT: &str = "Without a department";
/// No phase.
pub const NO_PHASE: &str = "The journey as a whole";

/// The name of a grouping.
pub fn group(by: GroupBy) -> &'static str {
    match by {
        GroupBy::Severity => "Severity",
        GroupBy::Rule => "Kind of break",
        GroupBy::Department => "Department",
        GroupBy::Phase => "Phase",
    }
}

/// Who accepted a flag, when and why, as far as that is known.
pub fn accepted(by: &str, date: Option<Date>, reason: &str) -> String {
    let mut said = "Accepted".to_owned();
    if !by.trim().is_empty() {
        said += " by ";
        said += by.trim();
    }
    if let Some(date) = date {
        said += " on ";
        said += &values::date(date);
    }
    if !reason.trim().is_empty() {
        said += ": ";
        said += reason.trim();
    }
    said
}

/// A waiver that no longer holds.
pub fn reopened(changed: &[String]) -> String {
    format!("Was accepted, but has changed since: {}", changed.join(", "))
}

#[cfg(test)]
mod tests {
    use crosslane_core::model::Date;

    use super::accepted;

    #[test]
    fn who_accepted_when_and_why_is_said_as_far_as_it_is_known() {
        let date = Date::parse("2026-03-31");
        assert_eq!(
            accepted("Ada Brandt", date, "Agreed for this year"),
            "Accepted by Ada Brandt on 31 March 2026: Agreed for this year"
        );
        assert_eq!(accepted(" ", date, ""), "Accepted on 31 March 2026");
        assert_eq!(accepted("", None, "Too dear"), "Accepted: Too dear");
    }
}
