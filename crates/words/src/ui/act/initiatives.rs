//! Initiatives: the board, one opened, and what became of its flags.

use crosslane_core::act::Became;
use crosslane_core::model::{InitiativeStatus, Percent, Workspace};
use crosslane_core::rules::Flag;

use crate::labels::Label;
use crate::{flag as flag_words, values};

/// Starts an initiative from a flag.
pub const START: &str = "Start an initiative";
/// Starts one initiative from all flags that are chosen.
pub const START_CHOSEN: &str = "Start one initiative from them";
/// The initiatives that address a flag.
pub const ADDRESSED_BY: &str = "Addressed by";
/// Chooses a flag to start an initiative from several.
pub const CHOOSE: &str = "Choose";
/// Gives up the choice.
pub const UNCHOOSE: &str = "Choose none";
/// It should be done by now.
pub const OVERDUE: &str = "Overdue";
/// The flags it addresses.
pub const ADDRESSES: &str = "Flags it addresses";
/// It addresses none.
pub const ADDRESSES_NONE: &str =
    "It addresses no flag, so no risk can be compared. Start initiatives from flags to see what they change.";
/// How far it is.
pub const STATUS: &str = "How far it is";
/// Takes a flag out.
pub const DROP: &str = "No longer address this flag";
/// A flag nobody knows any more.
pub const UNKNOWN_FLAG: &str = "A flag that is gone";
/// No initiative in a column.
pub const EMPTY: &str = "Nothing here";
/// What is known of the risk.
pub const RISK: &str = "Risk";

/// `3 flags chosen`.
pub fn chosen(count: usize) -> String {
    values::count(count as u64, "flag chosen", "flags chosen")
}

/// The title proposed for an initiative: what the worst flag found, and between whom.
pub fn title(workspace: &Workspace, worst: &Flag, flags: usize, departments: &[String]) -> String {
    let place = flag_words::place(workspace, worst.journey, worst.place);
    let between = if departments.is_empty() { place } else { values::list(departments) };
    let more = if flags > 1 { format!(" and {} more", flags - 1) } else { String::new() };
    format!("{}{more}: {between}", flag_words::title(worst.rule))
}

/// What became of a flag.
pub fn became(became: &Became, rule: &'static str) -> String {
    match became {
        Became::Still => "Still there".to_owned(),
        Became::Accepted => "Accepted".to_owned(),
        Became::Gone => "Gone".to_owned(),
        Became::Changed(names) => {
            let names: Vec<String> =
                names.iter().map(|name| flag_words::value_label(rule, name).to_lowercase()).collect();
            format!("Still there, but changed: {}", values::list(&names))
        }
    }
}

/// `2 of 3 flags still there`.
pub fn open_of(open: usize, all: usize) -> String {
    match (open, all) {
        (_, 0) => "No flags".to_owned(),
        (0, 1) => "Its flag is gone".to_owned(),
        (0, _) => format!("All {all} flags are gone"),
        (1, 1) => "Its flag is still there".to_owned(),
        _ => format!("{open} of {all} flags still there"),
    }
}

/// The risk before, and after or now.
pub fn risk(before: Option<Percent>, after: Option<Percent>, now: Option<f64>) -> Option<String> {
    let text = |risk: Percent| risk.value().round().to_string();
    match (before, after, now) {
        (Some(before), Some(after), _) => Some(format!("Risk {} → {}", text(before), text(after))),
        (Some(before), None, Some(now)) => Some(format!("Risk {} before, {} now", text(before), now.round())),
        (Some(before), None, None) => Some(format!("Risk {} before", text(before))),
        (None, Some(after), _) => Some(format!("Risk {} when it was done", text(after))),
        (None, None, Some(now)) => Some(format!("Risk {} now", now.round())),
        (None, None, None) => None,
    }
}

/// What is told when an initiative was marked done: what it changed, honestly.
pub fn done(before: Option<Percent>, after: Option<Percent>, open: usize, all: usize) -> String {
    let kept = "Today’s scores are kept under Progress.";
    match (before, after) {
        (Some(before), Some(after)) if after.value().round() < before.value().round() => {
            format!("Risk {} → {}. {kept}", before.value().round(), after.value().round())
        }
        (Some(before), Some(after)) if after.value().round() > before.value().round() => {
            format!(
                "The risk rose: {} → {}. {}. {kept}",
                before.value().round(),
                after.value().round(),
                open_of(open, all)
            )
        }
        (Some(before), Some(_)) => {
            format!("The risk is still {}. {}. {kept}", before.value().round(), open_of(open, all))
        }
        _ => format!("Done. Nothing can be said about its risk. {kept}"),
    }
}

/// On the page of one that is done and changed nothing.
pub const NOTHING_CHANGED: &str =
    "It is done, and the risk is not lower. What was done may not be on the map yet, or it did not help.";

/// What a snapshot is called that was kept when an initiative was done.
pub fn occasion(title: &str) -> String {
    format!("Done: {title}")
}

/// Moves an initiative to another column.
pub fn move_to(title: &str, status: InitiativeStatus) -> String {
    format!("Move {} to {}", crate::name::quoted(title), status.label())
}

/// When it is due.
pub fn due(date: crosslane_core::model::Date) -> String {
    format!("Due {}", values::date(date))
}
