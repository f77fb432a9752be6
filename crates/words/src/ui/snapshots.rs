//! The progress view: scores of earlier days.

use crosslane_core::model::Date;

use crate::values;

/// The view's title.
pub const TITLE: &str = "Progress";
/// Takes a snapshot.
pub const TAKE: &str = "Keep today’s scores";
/// The field for its note.
pub const NOTE: &str = "Occasion, such as “before the steering committee”";
/// What it is for.
pub const HINT: &str = "Keep the scores from time to time, and see whether it gets better. Mapping more can lower a score: you then know more, it did not get worse. That is why the share of answered checks stands beside it.";
/// None yet.
pub const NONE: &str = "No scores kept yet.";
/// Leads to what moved the scores since.
pub const COMPARE: &str = "What moved since";
/// The scores of a day.
pub const SCORES: &str = "Scores of";
/// The journey.
pub const JOURNEY: &str = "Journey";
/// Connectedness.
pub const CONNECTEDNESS: &str = "Connectedness";
/// Answered checks.
pub const ASSESSED: &str = "Checks answered, %";
/// Handoffs.
pub const HANDOFFS: &str = "Handoffs";
/// Errors.
pub const ERRORS: &str = "Errors";
/// Warnings.
pub const WARNINGS: &str = "Warnings";
/// The worst risk.
pub const WORST: &str = "Worst risk";
/// Since the one before.
pub const SINCE: &str = "since the last";
/// Deletes one.
pub const DELETE: &str = "Delete these scores";
/// The scores as they are now.
pub const NOW: &str = "Now";
/// What was kept.
pub const KEPT: &str = "Today’s scores are kept.";
/// A journey deleted since.
pub const GONE: &str = "A journey deleted since";

/// Answered checks, where the number says that it is a share.
pub const ASSESSED_SHARE: &str = "Checks answered";
/// The chart of connectedness.
pub const SCORES_CHART: &str = "How connected, and how much is known";
/// The chart of open flags.
pub const BREAKS_CHART: &str = "Open breaks";

/// The day scores were kept.
pub fn day(date: Option<Date>) -> String {
    date.map_or_else(|| "Day not given".to_owned(), values::date)
}

/// A range such as `42 – 61`; one number where both ends are the same.
pub fn band(low: f64, high: f64) -> String {
    let (low, high) = (low.round(), high.round());
    if low < high { format!("{low} – {high}") } else { high.to_string() }
}

/// A change since the last snapshot, with its sign.
pub fn change(by: f64) -> String {
    let rounded = (by * 10.0).round() / 10.0;
    if rounded == 0.0 {
        "±0".to_owned()
    } else if rounded > 0.0 {
        format!("+{rounded}")
    } else {
        format!("−{}", -rounded)
    }
}
