//! What the rules about the handoff card share.

use super::blank::{Blank, BlankField, BlankPlace};
use super::context::Context;
use super::findings::Findings;
use super::flag::Severity;

/// A handoff whose card is not described is open for the rules about the card, with one question.
pub fn open_without_card(context: &Context<'_>, findings: &mut Findings, handoff: usize, at_worst: Severity) {
    let missing = vec![card_blank(context, handoff, BlankField::Card)];
    findings.not_assessed_at_handoff(context, handoff, at_worst, missing);
}

/// A blank on the card of the handoff in this position of the flow.
pub fn card_blank(context: &Context<'_>, handoff: usize, field: BlankField) -> Blank {
    Blank::new(BlankPlace::Step(context.flow.handoff_key(handoff)), field)
}
