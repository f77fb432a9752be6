//! What the command line program says.

use std::io;

use crosslane_core::merge::Side;
use crosslane_core::model::Percent;
use crosslane_core::rules::Severity;
use crosslane_core::score::Connectedness;
use crosslane_core::share::Mention;

pub use crate::en::command::{
    AT_WORST, BAD_DATE, CUSTOMER, FLAGS, HANDOFF_COLUMNS, MATRIX, MATRIX_COLUMNS, MEND, MERGED, NO_HANDOFFS,
    NOT_WORKBOOK, ONLY_READ, ONLY_WRITTEN, OURS, RISK, SAME, STANDARD_INPUT, STANDARD_OUTPUT, THEIRS,
    TWO_FILES, UNKNOWN, UNMERGED, WORKBOOK_EMPTY, WORKBOOK_TOO_LARGE, WORKSPACE,
};

use crate::en::command as en;
use crate::template::{self, Filling};
use crate::{flag, name, values};

fn with(template: &str, text: &str) -> String {
    template::fill(template, &|_| Some(Filling::one(text.to_owned()))).unwrap_or_default()
}

fn many(count: usize, words: (&str, &str)) -> String {
    values::count(count as u64, words.0, words.1)
}

/// `2 conflicts; ours is kept:`, or how they were settled.
pub fn conflicts(count: usize, settled: Option<Side>) -> String {
    let words = match settled {
        None => en::CONFLICTS,
        Some(Side::Ours) => en::SETTLED_OURS,
        Some(Side::Theirs) => en::SETTLED_THEIRS,
    };
    many(count, words)
}

/// `14 touchpoints, 9 handoffs`.
pub fn size(touchpoints: usize, handoffs: usize) -> String {
    [many(touchpoints, en::TOUCHPOINTS), many(handoffs, en::HANDOFFS)].join(", ")
}

/// `connectedness 42 to 58 of 100`.
pub fn connectedness(connectedness: Option<Connectedness>) -> String {
    let Some(Connectedness { known, at_worst }) = connectedness else {
        return en::NOT_CONNECTED.to_owned();
    };
    let (known, at_worst) = (values::decimal(known.round()), values::decimal(at_worst.round()));
    let template = if known == at_worst { en::CONNECTED } else { en::CONNECTED_RANGE };
    let fill = |gap: &str| Some(Filling::one(if gap == "known" { known.clone() } else { at_worst.clone() }));
    template::fill(template, &fill).unwrap_or_default()
}

/// `93% of the checks answered`; `share` is 0 to 1.
pub fn assessed(share: Option<f64>) -> String {
    share.map_or_else(
        || en::NOTHING_TO_CHECK.to_owned(),
        |share| with(en::ASSESSED, &values::answered(share * 100.0)),
    )
}

/// `3 errors, 1 warning`, those that there are; `accepted` flags last. "No flags." where there is none.
pub fn flags(count: impl Fn(Severity) -> usize, accepted: usize) -> String {
    let words =
        [(Severity::Error, en::ERRORS), (Severity::Warning, en::WARNINGS), (Severity::Info, en::INFOS)];
    let mut parts: Vec<String> = words
        .into_iter()
        .map(|(severity, words)| (count(severity), words))
        .filter(|(count, _)| *count > 0)
        .map(|(count, words)| many(count, words))
        .collect();
    if accepted > 0 {
        parts.push(with(en::ACCEPTED, &values::number(accepted as u64)));
    }
    if parts.is_empty() { en::NO_FLAGS.to_owned() } else { parts.join(", ") }
}

/// `40 open checks, 12 open questions; the answers that decide most:`.
pub fn questions(questions: usize, checks: usize) -> String {
    let fill = |gap: &str| {
        Some(Filling::one(match gap {
            "count" => many(questions, en::QUESTION),
            _ => many(checks, en::OPEN_CHECK),
        }))
    };
    template::fill(en::QUESTIONS, &fill).unwrap_or_default()
}

/// Why a flag that was accepted counts again; `changed` are the names of the compared values.
pub fn reopened(rule: &str, changed: &[&'static str]) -> String {
    let labels: Vec<String> =
        changed.iter().map(|name| flag::value_label(rule, name).to_lowercase()).collect();
    with(en::REOPENED, &values::list(&labels))
}

/// `114 journeys, 708 touchpoints, 558 handoffs, 47 departments`.
pub fn converted(journeys: usize, touchpoints: usize, handoffs: usize, departments: usize) -> String {
    [many(journeys, en::JOURNEYS), size(touchpoints, handoffs), many(departments, en::DEPARTMENTS)].join(", ")
}

/// How many notes about a conversion are not listed.
pub fn unlisted(count: usize) -> String {
    with(en::UNLISTED, &values::number(count as u64))
}

/// A name without a known ending, after it; `option` is the one to use.
pub fn unknown_format(option: &str) -> String {
    with(en::UNKNOWN_FORMAT, option)
}

/// A journey that a file does not have, after the file's name.
pub fn no_journey(journey: &str) -> String {
    with(en::NO_JOURNEY, &name::quoted(journey))
}

/// A text in which somebody is named who was taken out everywhere else.
pub fn still_named(mention: &Mention) -> String {
    let fill = |gap: &str| {
        Some(Filling::one(match gap {
            "path" => mention.path.clone(),
            _ => name::quoted(&mention.name),
        }))
    };
    template::fill(en::STILL_NAMED, &fill).unwrap_or_default()
}

/// A department that a file does not have, after the file's name.
pub fn no_department(department: &str) -> String {
    with(en::NO_DEPARTMENT, &name::quoted(department))
}

/// More journeys than a diagram holds, or none.
pub fn many_journeys(count: usize) -> String {
    with(en::MANY_JOURNEYS, &values::number(count as u64))
}

/// How many more journeys have no open flag.
pub fn without_flags(journeys: usize) -> String {
    with(en::WITHOUT_FLAGS, &many(journeys, en::JOURNEYS))
}

/// `stakes 90%`, and whether the importance behind them is assumed.
pub fn stakes(percent: f64, assumed: bool) -> String {
    let percent = Percent::new(percent).map(values::percent).unwrap_or_default();
    with(if assumed { en::STAKES_ASSUMED } else { en::STAKES }, &percent)
}

/// `1,200 a month`.
pub fn a_month(volume: u64) -> String {
    with(en::A_MONTH, &values::number(volume))
}

/// `via “Wait for the letter”`.
pub fn via(names: &[String]) -> String {
    with(en::VIA, &values::list(names))
}

/// Why a file could not be read, after its name.
pub fn not_read(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => en::NO_SUCH_FILE.to_owned(),
        io::ErrorKind::PermissionDenied => en::NOT_ALLOWED.to_owned(),
        io::ErrorKind::IsADirectory => en::IS_DIRECTORY.to_owned(),
        _ => with(en::NOT_READ, &error.to_string()),
    }
}

/// Why a file could not be written, after its name.
pub fn not_written(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::IsADirectory => en::IS_DIRECTORY.to_owned(),
        _ => with(en::NOT_WRITTEN, &error.to_string()),
    }
}

/// A file beyond the limit, after its name.
pub fn too_large(limit_in_megabytes: u64) -> String {
    with(en::TOO_LARGE, &values::number(limit_in_megabytes))
}

/// A file that is no text, after its name; `byte` counts from 1.
pub fn not_text(byte: usize) -> String {
    with(en::NOT_TEXT, &values::number(byte as u64))
}

/// A file of a newer program, after its name.
pub fn newer(version: u64) -> String {
    with(en::NEWER, &version.to_string())
}

/// What to do with a table or diagram where a workspace is asked for.
pub fn convert_first(file: &str) -> String {
    with(en::CONVERT_FIRST, file)
}
