//! Collecting the answers of the rules.

use crate::model::{Id, StepKey};

use super::blank::Blank;
use super::context::Context;
use super::flag::{Badge, Flag, Place, Severity, Subject, WaiverState};
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

/// The answers of the rules over one journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Findings {
    rule: &'static Rule,
    journey: Id,
    /// The flags, in the order of rules and places.
    pub flags: Vec<Flag>,
    /// The open checks, in the order of rules and places.
    pub not_assessed: Vec<NotAssessed>,
    /// Checks that found nothing wrong.
    pub clear: usize,
    /// Checks that fired; one check may have several flags.
    pub fired: usize,
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
        Self { rule, journey, flags: Vec::new(), not_assessed: Vec::new(), clear: 0, fired: 0 }
    }

    /// The rule whose answers are being noted.
    pub fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// From here on, answers are those of `rule`.
    pub fn begin(&mut self, rule: &'static Rule) {
        self.rule = rule;
    }

    /// The check found nothing wrong, whatever the blanks hold.
    pub fn clear(&mut self) {
        self.clear += 1;
    }

    /// What a rule about flags says of the flag in this position. Badges count as no check.
    pub fn badge(&mut self, flag: usize, values: Vec<NamedValue>) {
        let rule = self.rule.id;
        self.flags[flag].badges.push(Badge { rule, values });
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
            let rises = self.rule.kind.rises() && finding.blames.is_some_and(|at| context.matters(at));
            let severity = if rises { finding.severity.risen() } else { finding.severity };
            self.flags.push(Flag {
                rule: self.rule.id,
                kind: self.rule.kind,
                severity,
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

    /// Answered checks as a share of all that apply, 0 to 1; `None` where none applies. What is asked about
    /// flags is no check.
    pub fn assessed(&self) -> Option<f64> {
        let answered = self.clear + self.fired;
        let open = self.not_assessed.iter().filter(|open| open.kind != RuleKind::Meta).count();
        let all = answered + open;
        // Counts of checks are far below 2^52.
        #[allow(clippy::cast_precision_loss)]
        (all > 0).then(|| answered as f64 / all as f64)
    }
}
