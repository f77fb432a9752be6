//! What a rule sees: one journey of a workspace, and what several rules ask of it.

use crate::flow::Flow;
use crate::model::{Card, Date, Id, Journey, StepKey, Touchpoint, Workspace};

use super::thresholds::Thresholds;

/// One journey of a workspace, with its flow.
pub struct Context<'a> {
    /// The workspace.
    pub workspace: &'a Workspace,
    /// The journey's identifier.
    pub id: Id,
    /// The journey.
    pub journey: &'a Journey,
    /// Its flow.
    pub flow: &'a Flow,
    /// The thresholds in force.
    pub thresholds: Thresholds,
    /// Today, where it is known.
    pub today: Option<Date>,
    /// The touchpoints by node.
    pub touchpoints: Vec<&'a Touchpoint>,
}

impl<'a> Context<'a> {
    /// The context of one journey.
    pub fn new(
        workspace: &'a Workspace,
        id: Id,
        journey: &'a Journey,
        flow: &'a Flow,
        today: Option<Date>,
    ) -> Self {
        let touchpoints = flow
            .nodes()
            .iter()
            .filter_map(|node| journey.touchpoints.get(&node.id).map(AsRef::as_ref))
            .collect();
        Self { workspace, id, journey, flow, thresholds: Thresholds::of(workspace), today, touchpoints }
    }

    /// The touchpoint of a node.
    pub fn touchpoint(&self, node: usize) -> &'a Touchpoint {
        self.touchpoints[node]
    }

    /// The card of a handoff, where any of its fields is filled.
    pub fn card(&self, key: StepKey) -> Option<&'a Card> {
        let card = self.journey.steps.get(&key)?.card.as_ref()?;
        is_described(card).then_some(card)
    }

    /// Whether flags rise at a handoff to this touchpoint: it is known to matter, or to be a moment of truth.
    pub fn matters(&self, touchpoint: Id) -> bool {
        self.journey.touchpoints.get(&touchpoint).is_some_and(|touchpoint| {
            touchpoint.moment_of_truth == Some(true)
                || touchpoint
                    .importance
                    .is_some_and(|rating| rating.value() >= self.thresholds.important_from)
        })
    }
}

/// Whether any field of the card says something about the handoff; comments and agreements alone do not.
pub fn is_described(card: &Card) -> bool {
    card.answered_by.is_some()
        || card.trigger.is_some()
        || card.passed.is_some()
        || card.method.is_some()
        || card.target_wait.is_some()
        || card.complete_accurate.is_some()
        || card.acknowledged.is_some()
        || card.fallback.is_some()
        || card.interaction.is_some()
        || card.monthly_volume.is_some()
        || card.switch_forced.is_some()
}
