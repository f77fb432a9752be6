//! The handoffs for people.

use crosslane_core::model::{EntityKind, Id};
use crosslane_core::rules::Severity;
use crosslane_core::score::{COUNTED_KINDS, HandoffRisk, MatrixCell};
use crosslane_words::{command, name, ui, values};

use super::{Ranked, Row};
use crate::text::{Page, padded, right};

/// The width of the columns of risks.
const RISK: usize = command::AT_WORST.len();

/// The report of one file.
pub fn page(ranked: &Ranked<'_>) -> String {
    let mut page = Page::default();
    page.paragraph("", &crate::input::shown(&ranked.file));
    page.gap();
    if ranked.handoffs.is_empty() {
        page.paragraph("", command::NO_HANDOFFS);
        return page.finish();
    }
    page.paragraph("", &[&right(command::RISK, RISK), "  ", command::AT_WORST].concat());
    for row in &ranked.handoffs {
        handoff_part(&mut page, ranked, row);
    }
    page.gap();
    page.paragraph("", command::MATRIX);
    page.paragraph(columns(&command::MATRIX_COLUMNS).trim_end(), "");
    for cell in &ranked.matrix {
        cell_part(&mut page, ranked, cell);
    }
    page.finish()
}

fn handoff_part(page: &mut Page, ranked: &Ranked<'_>, row: &Row) {
    let journey = ranked.workspace.journeys.get(&row.journey()).map(AsRef::as_ref);
    let shown = |kind, id: Id| name::shown(ranked.workspace, journey, kind, id);
    let risk = row.risk();
    let whole = |risk: f64| right(&values::decimal(risk.round()), RISK);
    let head = [&whole(risk.risk), "  ", &whole(risk.at_worst), "  "].concat();
    let ends = [risk.key.from, risk.key.to].map(|id| shown(EntityKind::Touchpoint, id));
    page.paragraph(&head, &ends.join(" → "));
    let indent = padded("", head.len());
    let departments = [risk.from_department, risk.to_department];
    let mut facts = vec![departments.map(|id| shown(EntityKind::Department, id)).join(" → ")];
    facts.extend(risk.volume.map(command::a_month));
    if ranked.journeys > 1 {
        facts.push(shown(EntityKind::Journey, row.journey()));
    }
    let via: Vec<String> = row.via().map(|id| shown(EntityKind::Touchpoint, id)).collect();
    if !via.is_empty() {
        facts.push(command::via(&via));
    }
    page.paragraph(&indent, &facts.join(" · "));
    let of = |severity: Severity| row.flags().filter(|flag| flag.severity == severity).count();
    if row.flags().next().is_some() {
        page.paragraph(&indent, &[command::flags(of, 0), parts(risk)].join(" · "));
    }
}

/// `Customer 35, Time 11, stakes 90%`.
fn parts(risk: &HandoffRisk) -> String {
    let mut parts: Vec<String> = COUNTED_KINDS
        .into_iter()
        .filter(|kind| risk.breaks.of(*kind) > 0)
        .map(|kind| {
            [ui::handoffs::part(kind), " ", &risk.breaks.of(kind).to_string()].concat().to_lowercase()
        })
        .collect();
    parts.push(command::stakes(risk.stakes.percent(), risk.stakes.importance_assumed));
    parts.join(", ")
}

fn cell_part(page: &mut Page, ranked: &Ranked<'_>, cell: &MatrixCell) {
    let shown = |id: Id| name::shown(ranked.workspace, None, EntityKind::Department, id);
    let numbers = [
        values::number(cell.count as u64),
        cell.volume.map_or_else(|| command::UNKNOWN.to_owned(), values::number),
        values::number(cell.flags as u64),
        values::decimal(cell.worst_risk.round()),
    ];
    let departments = [shown(cell.from), shown(cell.to)].join(" → ");
    page.paragraph(&columns(&numbers.each_ref().map(String::as_str)), &departments);
}

/// Numbers under the headers of the matrix.
fn columns(cells: &[&str; 4]) -> String {
    let widths = command::MATRIX_COLUMNS.map(|header| header.len().max(9));
    cells.iter().zip(widths).map(|(cell, width)| [&right(cell, width), "  "].concat()).collect()
}
