//! What a rule sees: one journey of a workspace, and what several rules ask of it.

use std::sync::OnceLock;

use crate::flow::{Components, Flow, Lanes, components};
use crate::model::{Card, Date, Id, Journey, Touchpoint, Workspace};

use super::addressed::Addressed;
use super::items::{Entries, ItemTable, Sweep};
use super::owners::Owners;
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
    // The described cards, by the position of the handoff in the flow.
    cards: Vec<Option<&'a Card>>,
    lanes: OnceLock<Lanes>,
    owners: OnceLock<Owners>,
    components: OnceLock<Components>,
    sweep: OnceLock<Sweep>,
    items: OnceLock<ItemTable>,
    entries: OnceLock<Entries>,
    addressed: OnceLock<Addressed>,
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
        let touchpoints = touchpoints_of(journey, flow);
        let thresholds = Thresholds::of(workspace);
        let cards = described_cards(journey, flow);
        Self {
            workspace,
            id,
            journey,
            flow,
            thresholds,
            today,
            touchpoints,
            cards,
            lanes: OnceLock::new(),
            owners: OnceLock::new(),
            components: OnceLock::new(),
            sweep: OnceLock::new(),
            items: OnceLock::new(),
            entries: OnceLock::new(),
            addressed: OnceLock::new(),
        }
    }

    /// The flow as departments live it.
    pub fn lanes(&self) -> &Lanes {
        self.lanes.get_or_init(|| Lanes::of(self.flow))
    }

    /// The owners, numbered.
    pub fn owners(&self) -> &Owners {
        self.owners.get_or_init(|| Owners::of(self.flow))
    }

    /// The flow with each loop as one place.
    pub fn components(&self) -> &Components {
        self.components.get_or_init(|| components(self.flow))
    }

    /// The ways between the components of the flow.
    pub fn sweep(&self) -> &Sweep {
        self.sweep.get_or_init(|| Sweep::of(self.flow, self.components()))
    }

    /// The information items of the journey, numbered.
    pub fn items(&self) -> &ItemTable {
        self.items.get_or_init(|| ItemTable::of(self))
    }

    /// The handoffs by which a path last entered the owners of touchpoints.
    pub fn entries(&self) -> &Entries {
        self.entries.get_or_init(|| {
            let mut entries = Entries::default();
            entries.find(self, |_| true);
            entries
        })
    }

    /// The flags that somebody does something about.
    pub fn addressed(&self) -> &Addressed {
        self.addressed.get_or_init(|| Addressed::of(self.workspace))
    }

    /// The touchpoint of a node.
    pub fn touchpoint(&self, node: usize) -> &'a Touchpoint {
        self.touchpoints[node]
    }

    /// The card of the handoff in this position of the flow, where any of its fields is filled.
    pub fn card(&self, handoff: usize) -> Option<&'a Card> {
        self.cards[handoff]
    }

    /// Whether flags rise at the handoff in this position of the flow: the touchpoint that receives is
    /// known to matter, or to be a moment of truth.
    pub fn matters(&self, handoff: usize) -> bool {
        let touchpoint = self.touchpoint(self.flow.handoffs()[handoff].to);
        touchpoint.moment_of_truth == Some(true) || self.is_important(touchpoint) == Some(true)
    }

    /// Whether customers are known to find a touchpoint important, or known not to.
    pub fn is_important(&self, touchpoint: &Touchpoint) -> Option<bool> {
        touchpoint.importance.map(|rating| rating.value() >= self.thresholds.important_from)
    }

    /// The identifier of a node's touchpoint.
    pub fn id_of(&self, node: usize) -> Id {
        self.flow.nodes()[node].id
    }
}

/// The touchpoints by node: every node of a flow is a touchpoint of its journey.
fn touchpoints_of<'a>(journey: &'a Journey, flow: &Flow) -> Vec<&'a Touchpoint> {
    let mut by_node = vec![None; flow.nodes().len()];
    for (id, touchpoint) in &journey.touchpoints {
        if let Some(node) = flow.node_of(*id) {
            by_node[node] = Some(touchpoint.as_ref());
        }
    }
    by_node.into_iter().flatten().collect()
}

fn described_cards<'a>(journey: &'a Journey, flow: &Flow) -> Vec<Option<&'a Card>> {
    let mut cards = vec![None; flow.handoffs().len()];
    for (key, step) in &journey.steps {
        let described = step.card.as_ref().filter(|card| is_described(card));
        if let Some((card, at)) = described.and_then(|card| Some((card, flow.handoff_position(*key)?))) {
            cards[at] = Some(card);
        }
    }
    cards
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
