//! The rows of the map by aspect.

use crosslane_core::layout::RowHeight;
use crosslane_words::field::label;
use crosslane_words::ui::map as words;

/// The height of the satisfaction row, in map units.
pub const CURVE_HEIGHT: f64 = 92.0;

/// How long the name of a row may be to fit on a line beside it, in characters.
const NAME_LENGTH: usize = 19;

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A field of the touchpoint.
    Field(&'static str),
    /// The satisfaction curve.
    Curve,
    /// The wait until the next touchpoint.
    Wait,
    /// Flags, open questions and comments.
    Marks,
}

/// A row.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// What it shows.
    pub kind: Kind,
    /// Whether it is left out until somebody asks for it.
    pub hidden: bool,
}

const fn field(name: &'static str) -> Row {
    Row { kind: Kind::Field(name), hidden: false }
}

const fn hidden(name: &'static str) -> Row {
    Row { kind: Kind::Field(name), hidden: true }
}

/// The names of the touchpoints: they stand in the header and are always shown.
pub const NAMES: usize = 0;

/// Every row, from the top.
pub const ROWS: &[Row] = &[
    field("name"),
    Row { kind: Kind::Marks, hidden: false },
    field("action"),
    field("owner"),
    field("stage"),
    field("channel"),
    Row { kind: Kind::Curve, hidden: false },
    field("pain_points"),
    field("asked"),
    field("needed"),
    field("produced"),
    field("promises"),
    field("systems"),
    field("duration"),
    Row { kind: Kind::Wait, hidden: false },
    field("quotes"),
    field("ideas"),
    field("evidence"),
    hidden("importance"),
    hidden("moment_of_truth"),
    hidden("monthly_volume"),
    hidden("started_by"),
    hidden("responsible"),
    hidden("claimed_by"),
    hidden("fulfils"),
    hidden("standards"),
    hidden("tags"),
    hidden("notes"),
];

/// What a row is called.
pub fn name(row: usize) -> String {
    match ROWS.get(row).map(|row| row.kind) {
        Some(Kind::Field(field)) => label("Touchpoint", field),
        Some(Kind::Curve) => words::SATISFACTION.to_owned(),
        Some(Kind::Wait) => words::WAIT.to_owned(),
        Some(Kind::Marks) => words::MARKS.to_owned(),
        None => String::new(),
    }
}

/// The rows that are left out at first, a bit for each.
pub const HIDDEN_AT_FIRST: u64 = {
    let mut bits = 0;
    let mut at = 0;
    while at < ROWS.len() {
        if ROWS[at].hidden {
            bits |= 1 << at;
        }
        at += 1;
    }
    bits
};

/// The rows below the header that are shown, each with its height.
pub fn shown(hidden: u64) -> Vec<(usize, RowHeight)> {
    let rows = ROWS.iter().enumerate().skip(NAMES + 1).filter(|(at, _)| hidden & (1 << at) == 0);
    rows.map(|(at, row)| {
        let height = match row.kind {
            Kind::Curve => RowHeight::Fixed(CURVE_HEIGHT),
            Kind::Marks => RowHeight::Fixed(46.0),
            Kind::Wait => RowHeight::Fixed(32.0),
            Kind::Field(_) => RowHeight::Text(if name(at).chars().count() > NAME_LENGTH { 2 } else { 1 }),
        };
        (at, height)
    })
    .collect()
}
