//! The handoffs for machines. The shape is described in docs/cli.md and stays as it is.

use crosslane_core::score::{COUNTED_KINDS, HandoffRisk, MatrixCell};
use serde::Serialize;

use super::{Ranked, Row};
use crate::json::rounded;

/// One line of JSON.
pub fn line(ranked: &Ranked<'_>) -> String {
    crate::json::line(&Listing {
        handoffs: ranked.handoffs.iter().map(Handoff::of).collect(),
        matrix: ranked.matrix.iter().map(Cell::of).collect(),
    })
}

#[derive(Serialize)]
struct Listing {
    handoffs: Vec<Handoff>,
    matrix: Vec<Cell>,
}

#[derive(Serialize)]
struct Handoff {
    journey: String,
    from: String,
    to: String,
    via: Vec<String>,
    from_department: String,
    to_department: String,
    risk: f64,
    at_worst: f64,
    parts: Parts,
    flags: Vec<Flag>,
}

impl Handoff {
    fn of(row: &Row) -> Self {
        let risk = row.risk();
        Self {
            journey: row.journey().to_string(),
            from: risk.key.from.to_string(),
            to: risk.key.to.to_string(),
            via: row.via().map(|id| id.to_string()).collect(),
            from_department: risk.from_department.to_string(),
            to_department: risk.to_department.to_string(),
            risk: rounded(risk.risk, 1),
            at_worst: rounded(risk.at_worst, 1),
            parts: Parts::of(risk),
            flags: row.flags().map(Flag::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct Parts {
    breaks: Breaks,
    stakes: Stakes,
}

#[derive(Serialize)]
struct Breaks {
    total: u32,
    customer: u32,
    time: u32,
    agreement: u32,
    systems: u32,
    steering: u32,
}

#[derive(Serialize)]
struct Stakes {
    percent: f64,
    importance: f64,
    importance_assumed: bool,
    moment_of_truth: bool,
    monthly_volume: Option<u64>,
}

impl Parts {
    fn of(risk: &HandoffRisk) -> Self {
        let [customer, time, agreement, systems, steering] = COUNTED_KINDS.map(|kind| risk.breaks.of(kind));
        let stakes = &risk.stakes;
        Self {
            breaks: Breaks { total: risk.breaks.total(), customer, time, agreement, systems, steering },
            stakes: Stakes {
                percent: rounded(stakes.percent(), 1),
                importance: rounded(stakes.importance, 2),
                importance_assumed: stakes.importance_assumed,
                moment_of_truth: stakes.moment_of_truth,
                monthly_volume: risk.volume,
            },
        }
    }
}

#[derive(Serialize)]
struct Flag {
    rule: &'static str,
    severity: &'static str,
    fingerprint: String,
}

impl Flag {
    fn of(flag: &crosslane_core::rules::Flag) -> Self {
        Self { rule: flag.rule, severity: flag.severity.word(), fingerprint: flag.fingerprint() }
    }
}

#[derive(Serialize)]
struct Cell {
    from: String,
    to: String,
    count: usize,
    volume: Option<u64>,
    flags: usize,
    worst_risk: f64,
}

impl Cell {
    fn of(cell: &MatrixCell) -> Self {
        Self {
            from: cell.from.to_string(),
            to: cell.to.to_string(),
            count: cell.count,
            volume: cell.volume,
            flags: cell.flags,
            worst_risk: rounded(cell.worst_risk, 1),
        }
    }
}
