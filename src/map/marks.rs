//! Flags, open questions and risks, gathered where the map shows them.

use crosslane_core::rules::{BlankPlace, JourneyEvaluation, Place, Severity};

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
    pub fn of(evaluation: Option<&JourneyEvaluation>) -> Self {
        let Some(evaluation) = evaluation else { return Self::default() };
        let mut marks = Self {
            cards: vec![CardMark::default(); evaluation.flow.nodes().len()],
            handoffs: vec![HandoffMark::default(); evaluation.flow.handoffs().len()],
        };
        marks.gather_flags(evaluation);
        marks.gather_questions(evaluation);
        marks.gather_risks(evaluation);
        marks
    }

    fn gather_flags(&mut self, evaluation: &JourneyEvaluation) {
        for flag in evaluation.findings.flags.iter().filter(|flag| flag.is_open()) {
            let Place::Touchpoint(id) = flag.place else { continue };
            if let Some(node) = evaluation.flow.node_of(id) {
                self.cards[node].flags += 1;
                self.cards[node].severity = self.cards[node].severity.max(Some(flag.severity));
            }
        }
    }

    fn gather_questions(&mut self, evaluation: &JourneyEvaluation) {
        // A bit for each field: there are far fewer than 64.
        let mut asked = vec![0_u64; self.cards.len()];
        for open in &evaluation.findings.not_assessed {
            for blank in &open.missing {
                let BlankPlace::Touchpoint(id) = blank.place else { continue };
                if let Some(node) = evaluation.flow.node_of(id) {
                    asked[node] |= 1 << (blank.field as u64);
                }
            }
        }
        for (card, asked) in self.cards.iter_mut().zip(asked) {
            card.questions = asked.count_ones() as usize;
        }
    }

    fn gather_risks(&mut self, evaluation: &JourneyEvaluation) {
        for risk in &evaluation.scores.handoffs {
            let severities = risk.flags.iter().map(|at| evaluation.findings.flags[*at].severity);
            self.handoffs[risk.handoff] = HandoffMark {
                severity: severities.max(),
                flags: risk.flags.len(),
                risk: risk.risk,
                at_worst: risk.at_worst,
            };
        }
    }
}
