//! Checks about information that cannot be answered yet.

use crate::rules::blank::{Blank, BlankField, BlankPlace};
use crate::rules::context::Context;
use crate::rules::findings::Findings;
use crate::rules::flag::{Place, Severity};

/// What a rule about information leaves open in a journey: each touchpoint by itself, or the register of items once for
/// all of them where it is empty.
#[derive(Debug, Default)]
pub struct OpenItems {
    register: bool,
}

impl OpenItems {
    /// The check at a node is open for these blanks; `blames` is the handoff it counts at.
    pub fn at(
        &mut self,
        context: &Context<'_>,
        findings: &mut Findings,
        node: usize,
        blames: Option<usize>,
        missing: Vec<Blank>,
    ) {
        if context.workspace.items.is_empty() {
            self.register = true;
        } else {
            let place = Place::Touchpoint(context.flow.nodes()[node].id);
            findings.not_assessed(context, place, blames, Severity::Error, missing);
        }
    }

    /// Asks for the register, where that is what is missing.
    pub fn finish(self, context: &Context<'_>, findings: &mut Findings) {
        if self.register {
            let missing = vec![Blank::new(BlankPlace::Workspace, BlankField::Items)];
            findings.not_assessed(context, Place::Journey, None, Severity::Error, missing);
        }
    }
}
