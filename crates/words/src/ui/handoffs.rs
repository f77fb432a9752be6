//! The handoffs view: the ranked list, the matrix, what waits to be placed.

use crosslane_core::rules::RuleKind;

/// The view's title.
pub const TITLE: &str = "Handoffs";
/// The list.
pub const LIST: &str = "Ranked list";
/// The matrix.
pub const MATRIX: &str = "Department × department";
/// Only the journey shown.
pub const THIS_JOURNEY: &str = "This journey";
/// All journeys.
pub const ALL_JOURNEYS: &str = "All journeys";
/// The choice between them.
pub const SCOPE: &str = "Which journeys";
/// The choice between list and matrix.
pub const FORM: &str = "How to show them";
/// No handoff.
pub const NONE: &str =
    "No handoff yet. A handoff appears where one touchpoint leads to another of a different owner.";
/// The risk.
pub const RISK: &str = "Risk";
/// What the risk could be.
pub const AT_WORST: &str = "At worst";
/// What multiplies it.
pub const STAKES: &str = "Stakes";
/// Customers a month.
pub const VOLUME: &str = "Customers a month";
/// Flags.
pub const FLAGS: &str = "Flags";
/// Shows more rows.
pub const MORE: &str = "Show more";
/// Takes the filter by departments away.
pub const ALL_PAIRS: &str = "Show all pairs";
/// Cards that lost their handoff.
pub const UNPLACED: &str = "Cards without a handoff";
/// What to do with them.
pub const UNPLACED_HINT: &str =
    "Their handoff is gone. Choose a handoff above and put the card back there, or throw it away.";
/// Throws a card away.
pub const DISCARD: &str = "Throw away";
/// Steps that may be handoffs.
pub const UNDECIDED: &str = "Undecided steps";
/// Why they are undecided.
pub const UNDECIDED_HINT: &str =
    "One side has no owner yet, so nobody can say whether work is handed over here.";
/// What the matrix counts.
pub const MEASURE: &str = "Show";
/// How the matrix counts.
pub const SHARE: &str = "As";
/// The row header of the matrix.
pub const FROM: &str = "From ↓ to →";
/// Opens the inspector.
pub const OPEN: &str = "Open the handoff card";

/// What a cell of the matrix shows.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Measure {
    /// Handoffs.
    #[default]
    Count,
    /// Customers a month.
    Volume,
    /// Open flags.
    Flags,
    /// The highest risk.
    Risk,
}

impl Measure {
    /// Every measure.
    pub const ALL: [Self; 4] = [Self::Count, Self::Volume, Self::Flags, Self::Risk];
    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Count => "Handoffs",
            Self::Volume => VOLUME,
            Self::Flags => FLAGS,
            Self::Risk => "Worst risk",
        }
    }
}

/// What a cell of the matrix is compared with.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub enum Share {
    /// Nothing.
    #[default]
    Absolute,
    /// All that the department hands on.
    Row,
    /// All that the department receives.
    Column,
}

impl Share {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Absolute, Self::Row, Self::Column];
    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Absolute => "Number",
            Self::Row => "Share of the row",
            Self::Column => "Share of the column",
        }
    }
}

/// The name of a part of the risk.
pub fn part(kind: RuleKind) -> &'static str {
    match kind {
        RuleKind::Customer => "Customer",
        RuleKind::Agreement => "Agreement",
        RuleKind::Time => "Time",
        RuleKind::Systems => "Systems",
        RuleKind::Steering => "Steering",
        RuleKind::Ownership => "Ownership",
        RuleKind::Journey => "Journey",
        RuleKind::Meta => "Flags",
    }
}

/// `up to 64`: what the risk could be.
pub fn up_to(at_worst: f64) -> String {
    format!("up to {}", at_worst.round())
}

/// `1 to 50 of 558`.
pub fn shown(shown: usize, all: usize) -> String {
    format!("{shown} of {all}")
}

/// The name of a row for those who hear it.
pub fn row(rank: usize, from: &str, to: &str) -> String {
    format!("{rank}. {from} → {to}")
}
