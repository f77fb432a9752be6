//! The handoffs as a table for a spreadsheet.

use crosslane_core::format::table::{Delimiter, write_text};
use crosslane_core::model::EntityKind;
use crosslane_core::score::COUNTED_KINDS;
use crosslane_words::{command, name, ui};

use super::{Ranked, Row};
use crate::json::rounded;

/// A row for each handoff, the headers first.
pub fn table(ranked: &Ranked<'_>) -> String {
    let mut headers: Vec<String> = command::HANDOFF_COLUMNS.map(str::to_owned).to_vec();
    headers.extend(COUNTED_KINDS.map(|kind| ui::handoffs::part(kind).to_owned()));
    headers.push(command::FLAGS.to_owned());
    let rows = ranked.handoffs.iter().map(|row| cells(ranked, row));
    write_text(std::iter::once(headers).chain(rows), Delimiter::Comma)
}

fn cells(ranked: &Ranked<'_>, row: &Row) -> Vec<String> {
    let journey = ranked.workspace.journeys.get(&row.journey()).map(AsRef::as_ref);
    let named = |kind, id| name::raw(ranked.workspace, journey, kind, id).unwrap_or_default();
    let risk = row.risk();
    let via: Vec<String> = row.via().map(|id| named(EntityKind::Touchpoint, id)).collect();
    let flags: Vec<&str> = row.flags().map(|flag| flag.rule).collect();
    let mut cells = vec![
        named(EntityKind::Journey, row.journey()),
        named(EntityKind::Touchpoint, risk.key.from),
        named(EntityKind::Touchpoint, risk.key.to),
        via.join("; "),
        named(EntityKind::Department, risk.from_department),
        named(EntityKind::Department, risk.to_department),
        risk.volume.map(|volume| volume.to_string()).unwrap_or_default(),
        rounded(risk.risk, 1).to_string(),
        rounded(risk.at_worst, 1).to_string(),
        rounded(risk.stakes.percent(), 1).to_string(),
    ];
    cells.extend(COUNTED_KINDS.map(|kind| risk.breaks.of(kind).to_string()));
    cells.push(flags.join("; "));
    cells
}
