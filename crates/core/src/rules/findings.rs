//! Collecting the answers of the rules.

use std::sync::OnceLock;

use crate::model::{Id, StepKey};

use super::blank::Blank;
use super::context::Context;
use super::flag::{Flag, Place, Severity, Subject, WaiverState};
use super::registry::{Rule, RuleKind};
use super::value::NamedValue;

/// A check that blanks leave open.
#[derive(Clone, Debug, PartialEq)]
pub struct NotAssessed {
    /// The rule.
    pub rule: &'static str,
    /// What the rule is about.
    pub kind: RuleKind,
    /// Where.
    pub place: Place,
    /// The handoff it would count at.
    pub blames: Option<StepKey>,
    /// The position of that handoff in [`Flow::handoffs`](crate::flow::Flow::handoffs).
    pub handoff: Option<usize>,
    /// The severity it would have at worst, before rising.
    pub at_worst: Severity,
    /// The blanks that could decide it.
    pub missing: Vec<Blank>,
}

/// The answers of one rule over one journey.
#[derive(Clone, Debug)]
pub struct Findings {
    rule: &'static Rule,
    journey: Id,
    /// The flags, in the order of places.
    pub flags: Vec<Flag>,
    /// The open checks, in the order of places.
    pub not_assessed: Vec<NotAssessed>,
    /// Checks that found nothing wrong.
    pub clear: usize,
    /// Checks that fired; one check may have several flags.
    pub fired: usize,
    // The fingerprints of the flags, once somebody asked.
    fingerprints: OnceLock<Vec<u64>>,
}

impl PartialEq for Findings {
    fn eq(&self, other: &Self) -> bool {
        (self.rule, self.journey, self.clear, self.fired)
            == (other.rule, other.journey, other.clear, other.fired)
            && self.flags == other.flags
            && self.not_assessed == other.not_assessed
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// A flag about to be noted.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// About what.
    pub subject: Subject,
    /// Before rising.
    pub severity: Severity,
    /// The position in the flow of the handoff it counts at.
    pub blames: Option<usize>,
    /// The values that made it fire, in the rule's order.
    pub values: Vec<NamedValue>,
}

impl Findings {
    /// No answers yet.
    pub fn new(journey: Id, rule: &'static Rule) -> Self {
        Self {
            rule,
            journey,
            flags: Vec::new(),
            not_assessed: Vec::new(),
            clear: 0,
            fired: 0,
            fingerprints: OnceLock::new(),
        }
    }

    /// The rule whose answers these are.
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// The fingerprints of the flags, as numbers, in their order.
    pub fn fingerprints(&self) -> &[u64] {
        self.fingerprints.get_or_init(|| self.flags.iter().map(Flag::fingerprint_number).collect())
    }

    /// The check found nothing wrong, whatever the blanks hold.
    pub fn clear(&mut self) {
        self.clear += 1;
    }

    /// The check at the handoff in this position of the flow fired.
    pub fn fires_at_handoff(
        &mut self,
        context: &Context<'_>,
        handoff: usize,
        severity: Severity,
        values: Vec<NamedValue>,
    ) {
        let place = Place::Handoff(context.flow.handoff_key(handoff));
        let finding = Finding { place, subject: Subject::None, severity, blames: Some(handoff), values };
        self.fires(context, [finding]);
    }

    /// One check fired, with one flag or several.
    pub fn fires(&mut self, context: &Context<'_>, findings: impl IntoIterator<Item = Finding>) {
        self.fired += 1;
        for finding in findings {
            self.flags.push(Flag {
                rule: self.rule.id,
                kind: self.rule.kind,
                // Raised when all rules have answered, see `flags`.
                severity: finding.severity,
                base_severity: finding.severity,
                journey: Some(self.journey),
                place: finding.place,
                subject: finding.subject,
                values: finding.values,
                blames: finding.blames.map(|at| context.flow.handoff_key(at)),
                handoff: finding.blames,
                waiver: WaiverState::Open,
                badges: Vec::new(),
            });
        }
    }

    /// Blanks leave the check open. `blames` is the position in the flow of the handoff it would count at.
    pub fn not_assessed(
        &mut self,
        context: &Context<'_>,
        place: Place,
        blames: Option<usize>,
        at_worst: Severity,
        missing: Vec<Blank>,
    ) {
        self.not_assessed.push(NotAssessed {
            rule: self.rule.id,
            kind: self.rule.kind,
            place,
            blames: blames.map(|at| context.flow.handoff_key(at)),
            handoff: blames,
            at_worst,
            missing,
        });
    }

    /// Blanks leave the check open at the handoff in this position of the flow.
    pub fn not_assessed_at_handoff(
        &mut self,
        context: &Context<'_>,
        handoff: usize,
        at_worst: Severity,
        missing: Vec<Blank>,
    ) {
        let place = Place::Handoff(context.flow.handoff_key(handoff));
        self.not_assessed(context, place, Some(handoff), at_worst, missing);
    }
}
