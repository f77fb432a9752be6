//! `crosslane handoffs`: the handoffs of a file ranked by risk, and the matrix of departments.

mod csv;
mod json;
mod text;

use std::sync::Arc;

use crosslane_core::flow::Handoff;
use crosslane_core::model::{Id, Workspace};
use crosslane_core::rules::{Flag, JourneyEvaluation, evaluate};
use crosslane_core::score::{HandoffRisk, MatrixCell, matrix};

use crate::args::{HandoffsArgs, HandoffsFormat};
use crate::error::Failure;
use crate::{Outcome, input, output, today};

/// Runs the command.
///
/// # Errors
/// Where the file cannot be read, or standard output not written.
pub fn run(args: &HandoffsArgs) -> Result<Outcome, Failure> {
    let workspace = input::workspace(&args.file)?;
    let ranked = Ranked::of(&workspace, args);
    match args.format {
        HandoffsFormat::Text => output::print(&text::page(&ranked))?,
        HandoffsFormat::Json => output::print_json(&json::line(&ranked))?,
        HandoffsFormat::Csv => output::print_file(csv::table(&ranked).as_bytes())?,
    }
    Ok(Outcome::Fine)
}

/// The handoffs of all journeys, the highest risk first, and the matrix.
struct Ranked<'a> {
    file: String,
    workspace: &'a Workspace,
    handoffs: Vec<Row>,
    matrix: Vec<MatrixCell>,
    journeys: usize,
}

/// A handoff of the list.
struct Row {
    journey: Arc<JourneyEvaluation>,
    // Its position in the ranked handoffs of its journey.
    at: usize,
}

impl Row {
    fn journey(&self) -> Id {
        self.journey.id
    }

    fn risk(&self) -> &HandoffRisk {
        &self.journey.scores.handoffs[self.at]
    }

    fn handoff(&self) -> &Handoff {
        &self.journey.flow.handoffs()[self.risk().handoff]
    }

    fn via(&self) -> impl Iterator<Item = Id> {
        self.handoff().via.iter().map(|node| self.journey.flow.nodes()[*node].id)
    }

    /// The open flags that count at it.
    fn flags(&self) -> impl Iterator<Item = &Flag> {
        self.risk().flags.iter().map(|at| &self.journey.findings.flags[*at])
    }
}

impl<'a> Ranked<'a> {
    fn of(workspace: &'a Workspace, args: &HandoffsArgs) -> Self {
        let evaluation = evaluate(workspace, args.today.or_else(today), None);
        let rows = |journey: &Arc<JourneyEvaluation>| {
            let journey = journey.clone();
            (0..journey.scores.handoffs.len()).map(move |at| Row { journey: journey.clone(), at })
        };
        let mut handoffs: Vec<Row> = evaluation.journeys.iter().flat_map(rows).collect();
        // Stable: handoffs that are equally bad stay in the order of the journeys.
        handoffs.sort_by(|a, b| {
            let (a, b) = (a.risk(), b.risk());
            b.risk.total_cmp(&a.risk).then(b.at_worst.total_cmp(&a.at_worst)).then(b.volume.cmp(&a.volume))
        });
        Self {
            file: args.file.display().to_string(),
            workspace,
            handoffs,
            matrix: matrix(evaluation.journeys.iter().map(|journey| &journey.scores)),
            journeys: evaluation.journeys.len(),
        }
    }
}
