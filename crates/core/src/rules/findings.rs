//! Collecting the answers of the rules.

use std::sync::OnceLock;

use crate::flow::Flow;
use crate::model::{Id, StepKey};
use crate::sort::Sort;

use super::blank::{Blank, BlankPlace};
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
    // What stands at touchpoints, once somebody asked.
    at_touchpoints: OnceLock<Vec<AtTouchpoint>>,
}

/// What one rule says at one touchpoint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtTouchpoint {
    /// The node.
    pub node: usize,
    /// The worst open flag.
    pub severity: Option<Severity>,
    /// How many open flags there are.
    pub flags: usize,
    /// Its fields that are blank and could decide a check anywhere, a bit for each: there are far fewer than 64.
    pub asked: u64,
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
            at_touchpoints: OnceLock::new(),
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

    /// What stands at touchpoints, by node. `flow` is that of the journey, in which nothing changed since that
    /// the rule reads.
    pub fn at_touchpoints(&self, flow: &Flow) -> &[AtTouchpoint] {
        self.at_touchpoints.get_or_init(|| {
            let mut found: Vec<AtTouchpoint> = Vec::new();
            for flag in self.flags.iter().filter(|flag| flag.is_open()) {
                let Place::Touchpoint(id) = flag.place else { continue };
                let severity = Some(flag.severity);
                let at = |node| AtTouchpoint { node, severity, flags: 1, asked: 0 };
                found.extend(flow.node_of(id).map(at));
            }
            for blank in self.not_assessed.iter().flat_map(|open| &open.missing) {
                let BlankPlace::Touchpoint(id) = blank.place else { continue };
                let asked = 1 << (blank.field as u64);
                let at = |node| AtTouchpoint { node, asked, ..AtTouchpoint::default() };
                found.extend(flow.node_of(id).map(at));
            }
            found.arrange_by_key(|found| found.node);
            found.dedup_by(|next, kept| {
                let same = next.node == kept.node;
                if same {
                    kept.flags += next.flags;
                    kept.severity = kept.severity.max(next.severity);
                    kept.asked |= next.asked;
                }
                same
            });
            found
        })
    }

    /// The flags, to mark them.
    pub(super) fn flags_mut(&mut self) -> &mut [Flag] {
        self.at_touchpoints = OnceLock::new();
        &mut self.flags
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
