//! What people read before they meet: the page of one department, and the page of two with its agenda.
//!
//! Everything here is gathered from an evaluation that is there already; nothing is judged anew.

mod agenda;
mod department;
mod information;
mod pair;
mod promises;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::model::{Id, Journey, StepKey, Workspace};
use crate::rules::{Evaluation, Flag, JourneyEvaluation};
use crate::score::HandoffRisk;
use crate::sort::Sort;

pub use agenda::{AgendaItem, Topic, journey_agenda};
pub use department::{DepartmentPage, department_page};
pub use information::{Asked, NeverGot};
pub use pair::{PairPage, pair_page};
pub use promises::{Keeper, PromiseLine};

/// A handoff with the journey it is in.
#[derive(Clone, Debug, PartialEq)]
pub struct Crossing {
    /// The journey.
    pub journey: Id,
    /// Its risk, its departments and its open flags.
    pub risk: HandoffRisk,
}

impl Crossing {
    /// The handoff.
    pub fn key(&self) -> StepKey {
        self.risk.key
    }

    /// Its open flags, the worst first.
    pub fn flags<'a>(&self, evaluation: &'a Evaluation) -> Vec<&'a Flag> {
        let Some(journey) = evaluation.journey(self.journey) else { return Vec::new() };
        let mut flags: Vec<&Flag> =
            self.risk.flags.iter().filter_map(|at| journey.findings.flags.get(*at)).collect();
        // Stable: equally bad flags stay in the order of the rules.
        flags.arrange_by_key(|flag| std::cmp::Reverse(flag.severity));
        flags
    }
}

/// The handoffs of all journeys, the highest risk first.
pub fn all_crossings(evaluation: &Evaluation) -> Vec<Crossing> {
    crossings(evaluation, |_| true)
}

/// The handoffs of all journeys that `wanted` chooses, the highest risk first.
fn crossings(evaluation: &Evaluation, wanted: impl Fn(&HandoffRisk) -> bool) -> Vec<Crossing> {
    let mut found: Vec<Crossing> = evaluation
        .journeys
        .iter()
        .flat_map(|journey| {
            let of_journey = journey.scores.handoffs.iter().filter(|risk| wanted(risk));
            of_journey.map(|risk| Crossing { journey: journey.id, risk: risk.clone() })
        })
        .collect();
    // Stable: equal risks stay in the order of the journeys.
    found.arrange_by(|a, b| {
        b.risk.risk.total_cmp(&a.risk.risk).then(b.risk.at_worst.total_cmp(&a.risk.at_worst))
    });
    found
}

/// The journeys with their evaluations, in order.
fn evaluated<'a>(
    workspace: &'a Workspace,
    evaluation: &'a Evaluation,
) -> impl Iterator<Item = (&'a Arc<Journey>, &'a Arc<JourneyEvaluation>)> {
    evaluation.journeys.iter().filter_map(|journey| Some((workspace.journeys.get(&journey.id)?, journey)))
}
