//! Flags, open questions and risks, gathered where the map shows them.

use crate::rules::{JourneyEvaluation, Severity};

/// What stands on a card.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CardMark {
    /// The worst open flag.
    pub severity: Option<Severity>,
    /// How many open flags there are.
    pub flags: usize,
    /// How many of its fields are blank and could decide a check.
    pub questions: usize,
}

/// What stands at a handoff.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HandoffMark {
    /// The worst open flag.
    pub severity: Option<Severity>,
    /// How many open flags count at it.
    pub flags: usize,
    /// 0 to 100.
    pub risk: f64,
    /// 0 to 100, never below `risk`.
    pub at_worst: f64,
}

/// The marks of a journey.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// By the number of the touchpoint's column.
    pub cards: Vec<CardMark>,
    /// By the number of the handoff in the flow.
    pub handoffs: Vec<HandoffMark>,
}

impl Marks {
    /// Gathers the marks of a journey.
    pub fn of(evaluation: &JourneyEvaluation) -> Self {
        let mut marks = Self {
            cards: vec![CardMark::default(); evaluation.flow.nodes().len()],
            handoffs: vec![HandoffMark::default(); evaluation.flow.handoffs().len()],
        };
        let mut asked = vec![0_u64; marks.cards.len()];
        for rule in evaluation.findings.of_rules() {
            for found in rule.at_touchpoints(&evaluation.flow) {
                let card = &mut marks.cards[found.node];
                card.flags += found.flags;
                card.severity = card.severity.max(found.severity);
                asked[found.node] |= found.asked;
            }
        }
        for (card, asked) in marks.cards.iter_mut().zip(asked) {
            card.questions = asked.count_ones() as usize;
        }
        for risk in &evaluation.scores.handoffs {
            marks.handoffs[risk.handoff] = HandoffMark {
                severity: risk.severity,
                flags: risk.flags.len(),
                risk: risk.risk,
                at_worst: risk.at_worst,
            };
        }
        marks
    }
}
