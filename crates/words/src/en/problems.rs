//! English words for files that are refused.

use crosslane_core::format::crosslane::{JsonFault, MAX_DEPTH};
use crosslane_core::model::Expected;

use crate::name;

/// What belongs at a place, after "must be".
pub fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "text in quotes",
        Expected::Number => "a number",
        Expected::WholeNumber => "a whole number",
        Expected::YesNo => "true or false",
        Expected::List => "a list in [ ]",
        Expected::Object => "an object in { }",
        Expected::Minutes => "a number of minutes, or { \"low\": …, \"high\": … }",
    }
}

/// The whole file, where a place is the workspace itself.
pub const WHOLE_FILE: &str = "the file";
/// Between a field and the position in its list.
pub const ENTRY: &str = ", entry ";

/// What is wrong; `{found}` and the like are filled in.
pub const WRONG_TYPE: &str = "is {found}, but must be {expected}";
/// A number outside its range.
pub const OUT_OF_RANGE: &str = "is {found}, but must be between {low} and {high}";
/// A word that is none of the choices.
pub const UNKNOWN_CHOICE: &str = "is {found}, but must be one of: {allowed}";
/// Not an identifier.
pub const BAD_ID: &str = "{found} cannot be an identifier: use 1 to 36 letters A–Z, digits, - or _";
/// Not a revision.
pub const BAD_REVISION: &str = "is {found}, but must be a revision of 40 digits 0–9 and a–f";
/// A list that is too long.
pub const TOO_MANY: &str = "has {found} entries, but may have {most} at most";
/// Not a colour.
pub const BAD_COLOR: &str = "is {found}, but must be a colour such as #336699";
/// Not a date.
pub const BAD_DATE: &str = "is {found}, but must be a date such as 2026-03-31";
/// A range the wrong way round.
pub const LOW_ABOVE_HIGH: &str = "has a low end above its high end";
/// A field that must be there.
pub const MISSING: &str = "is missing";
/// A key twice.
pub const DUPLICATE_KEY: &str = "has {key} twice; only the first counts";
/// A reference to nothing.
pub const DANGLING: &str = "refers to {kind} {id}, which is not in the file";
/// An order list with a repeat.
pub const LISTED_TWICE: &str = "lists {id} twice";
/// An order list that is not complete.
pub const NOT_LISTED: &str = "leaves out {id}";
/// An order list with something unknown.
pub const LISTED_UNKNOWN: &str = "lists {id}, which is not in the file";
/// A step that leads nowhere.
pub const STEP_TO_ITSELF: &str = "leads from a touchpoint to itself";

/// What the repaired copy does with a wrong value.
pub const BLANKED: &str = "The repaired copy leaves it blank.";
/// What it does with a wrong entry of a list or map.
pub const DROPPED: &str = "The repaired copy leaves this entry out.";
/// What it does with a list that is too long.
pub const CUT: &str = "The repaired copy keeps the first ones.";
/// What it does with a file without a version.
pub const VERSION_TAKEN: &str = "The repaired copy is written as version 1.";
/// What it does with a key that stands twice.
pub const FIRST_KEPT: &str = "The repaired copy keeps the first.";
/// What it does with something listed twice.
pub const LISTED_ONCE: &str = "The repaired copy lists it once.";
/// What it does with something not listed.
pub const ADDED_AT_END: &str = "The repaired copy adds it at the end.";
/// What it does with a step that cannot be.
pub const STEP_DROPPED: &str = "The repaired copy leaves this step out.";

/// The text is not JSON.
pub const NOT_JSON: &str =
    "This is not a Crosslane file: it is not readable as JSON at line {line}, column {column}: {reason}.";

/// Why a text is not JSON.
pub fn fault(fault: JsonFault) -> String {
    let found = |c: char| {
        if name::is_hidden(c) {
            "an invisible character".into()
        } else {
            name::quoted(c.encode_utf8(&mut [0; 4]))
        }
    };
    match fault {
        JsonFault::EndsEarly => "it ends too early".into(),
        JsonFault::Unexpected(c) => [&found(c), " does not belong here"].concat(),
        JsonFault::AfterEnd(c) => [&found(c), " stands after the end"].concat(),
        JsonFault::BadNumber => "this is not a number".into(),
        JsonFault::NumberTooLarge => "the number is too large".into(),
        JsonFault::BadEscape => "\\ is not followed by what JSON knows".into(),
        JsonFault::ControlCharacter => "a text in quotes breaks off".into(),
        JsonFault::TooDeep => ["it is nested more than ", &MAX_DEPTH.to_string(), " levels deep"].concat(),
    }
}
/// JSON, but something else.
pub const NOT_CROSSLANE: &str =
    "This is JSON, but not a Crosslane file: a Crosslane file begins with \"format\": \"crosslane\".";
/// A picture or page without a workspace in it.
pub const NONE_EMBEDDED: &str = "There is no workspace in this picture or page. Only those made by Crosslane hold one, and some programs take it out.";
/// A workspace that was changed on the way.
pub const DAMAGED: &str = "The workspace in it is damaged: a part is missing or was changed on the way.";
/// More than is opened.
pub const TOO_LARGE: &str = "It claims to hold more than {size} MB. Nothing of it was opened.";
/// A link that was cut, or is none.
pub const NO_LINK: &str = "This is not a link to a workspace, or one of a newer version of Crosslane.";
/// A link that is damaged.
pub const LINK_DAMAGED: &str =
    "The link is damaged. Mail and chat programs cut long links: ask for a file instead.";
/// A link longer than any.
pub const LINK_TOO_LONG: &str = "The link is longer than {size} characters. Ask for a file instead.";
/// A Crosslane file with problems.
pub const PROBLEMS: &str = "The file has {count}. Nothing of it was taken over.";
/// One problem.
pub const PROBLEM: &str = "problem";
/// Several problems.
pub const MANY_PROBLEMS: &str = "problems";
/// How many problems are not listed.
pub const UNLISTED: &str = "and {count} more";
