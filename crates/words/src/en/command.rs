//! English words of the command line program.

/// One touchpoint, several.
pub const TOUCHPOINTS: (&str, &str) = ("touchpoint", "touchpoints");
/// One handoff, several.
pub const HANDOFFS: (&str, &str) = ("handoff", "handoffs");
/// One error, several.
pub const ERRORS: (&str, &str) = ("error", "errors");
/// One warning, several.
pub const WARNINGS: (&str, &str) = ("warning", "warnings");
/// One flag worth knowing, several.
pub const INFOS: (&str, &str) = ("info", "infos");
/// Flags that somebody accepted.
pub const ACCEPTED: &str = "{count} accepted";
/// No flag at all.
pub const NO_FLAGS: &str = "No flags.";
/// Connectedness known exactly.
pub const CONNECTED: &str = "connectedness {known} of 100";
/// Connectedness as a range.
pub const CONNECTED_RANGE: &str = "connectedness {at_worst} to {known} of 100";
/// Connectedness without a value.
pub const NOT_CONNECTED: &str = "connectedness –";
/// The share of the checks that are answered.
pub const ASSESSED: &str = "{percent} of the checks answered";
/// The share where there is no check.
pub const NOTHING_TO_CHECK: &str = "nothing to check";
/// Before what mends a flag.
pub const MEND: &str = "Mend: ";
/// Heads the questions.
pub const QUESTIONS: &str = "{checks}, {count}; the answers that decide most:";
/// One question, several.
pub const QUESTION: (&str, &str) = ("open question", "open questions");
/// One open check, several.
pub const OPEN_CHECK: (&str, &str) = ("open check", "open checks");
/// Why a flag that was accepted counts again.
pub const REOPENED: &str = "Accepted earlier; counts again, since {values} changed.";

/// Heads the matrix.
pub const MATRIX: &str = "From department to department:";
/// Customers a month.
pub const A_MONTH: &str = "{count} a month";
/// The risk of a handoff.
pub const RISK: &str = "Risk";
/// The risk at worst.
pub const AT_WORST: &str = "At worst";
/// The columns of the table of handoffs, before those of the kinds of flags.
pub const HANDOFF_COLUMNS: [&str; 10] = [
    "Journey",
    "From",
    "To",
    "Via",
    "From department",
    "To department",
    "Customers a month",
    "Risk",
    "At worst",
    "Stakes %",
];
/// The column of flags.
pub const FLAGS: &str = "Flags";
/// The columns of the matrix before the departments.
pub const MATRIX_COLUMNS: [&str; 4] = ["Handoffs", "A month", "Flags", "Worst risk"];
/// A number that nobody knows.
pub const UNKNOWN: &str = "–";
/// Journeys without an open flag, after a few of them.
pub const WITHOUT_FLAGS: &str = "and {count} more without a flag";
/// What hangs on a handoff.
pub const STAKES: &str = "stakes {percent}";
/// What hangs on it where nobody said how important it is.
pub const STAKES_ASSUMED: &str = "stakes {percent} (importance assumed)";
/// What lies between.
pub const VIA: &str = "via {via}";
/// No handoff at all.
pub const NO_HANDOFFS: &str = "No handoffs.";

/// One journey, several.
pub const JOURNEYS: (&str, &str) = ("journey", "journeys");
/// One department, several.
pub const DEPARTMENTS: (&str, &str) = ("department", "departments");
/// The customer of a diagram whose journey has no persona.
pub const CUSTOMER: &str = "Customer";
/// Notes that are not listed.
pub const UNLISTED: &str = "and {count} more notes like these";
/// A name without a known ending.
pub const UNKNOWN_FORMAT: &str = "its ending does not say the format; say it with {option}";
/// A journey that is not there.
pub const NO_JOURNEY: &str = "has no journey {journey}";
/// A text in which somebody is named who was taken out everywhere else.
pub const STILL_NAMED: &str = "{path} still names {name}";
/// A department that is not there.
pub const NO_DEPARTMENT: &str = "has no department {department}";
/// Another file.
pub const NOT_WORKBOOK: &str = "is not a workbook of Excel (.xlsx), is damaged, or is locked with a password";
/// More than a step table holds.
pub const WORKBOOK_TOO_LARGE: &str = "has more cells than a step table, or a longer text than a cell takes";
/// No cells.
pub const WORKBOOK_EMPTY: &str = "has no cells in its first sheet";
/// A format that is only written.
pub const ONLY_WRITTEN: &str = "is of a format that is only written, and cannot be read back";
/// A format that is only read.
pub const ONLY_READ: &str = "pictures of this kind are only read; write .svg";
/// More journeys than a diagram holds.
pub const MANY_JOURNEYS: &str = "can hold one journey, not {count}; choose it with --journey";

/// A file that is not there.
pub const NO_SUCH_FILE: &str = "there is no such file";
/// A file that may not be read.
pub const NOT_ALLOWED: &str = "may not be read";
/// A directory.
pub const IS_DIRECTORY: &str = "is a directory, not a file";
/// A file beyond the limit.
pub const TOO_LARGE: &str = "is larger than {limit} MB; no workspace is";
/// Bytes that are no text.
pub const NOT_TEXT: &str = "is not text in UTF-8 (byte {byte})";
/// Anything else that went wrong while reading.
pub const NOT_READ: &str = "could not be read: {reason}";
/// Anything that went wrong while writing.
pub const NOT_WRITTEN: &str = "could not be written: {reason}";
/// A file of a newer program.
pub const NEWER: &str =
    "is of version {version}, newer than this program: what it does not know is left out of the checks";
/// The standard input, where a file name stands otherwise.
pub const STANDARD_INPUT: &str = "standard input";
/// The standard output.
pub const STANDARD_OUTPUT: &str = "standard output";
/// A table or diagram where a workspace is asked for.
pub const CONVERT_FIRST: &str = "Convert it first: crosslane convert {file} {file}.crosslane.json";
/// A date that is none.
pub const BAD_DATE: &str = "not a date such as 2026-03-31";

/// Two versions without a difference.
pub const SAME: &str = "Nothing differs.";
/// Heads what differs in the workspace itself.
pub const WORKSPACE: &str = "Workspace";
/// A merge without a conflict.
pub const MERGED: &str = "Merged without conflicts.";
/// One conflict, several, before what they are about.
pub const CONFLICTS: (&str, &str) = ("conflict; ours is kept:", "conflicts; ours is kept:");
/// The same where ours was chosen.
pub const SETTLED_OURS: (&str, &str) = ("conflict, settled as ours:", "conflicts, settled as ours:");
/// The same where theirs was chosen.
pub const SETTLED_THEIRS: (&str, &str) = ("conflict, settled as theirs:", "conflicts, settled as theirs:");
/// Before our value.
pub const OURS: &str = "ours: ";
/// Before their value.
pub const THEIRS: &str = "theirs: ";
/// Not the number of files that a command takes.
pub const TWO_FILES: &str = "two files are compared, an earlier and a later version";
/// A file that Git could not merge.
pub const UNMERGED: &str = "has conflicts that are not settled";
