//! The promises of a journey, one by one: what the rules about keeping them share.

use std::collections::BTreeMap;

use crate::model::{Id, IdMap, Promise};

use super::blank::{Blank, BlankField, BlankPlace};
use super::context::Context;
use super::findings::{Finding, Findings};
use super::flag::{Place, Severity, Subject};
use super::value::NamedValue;

/// A promise and where it is made.
#[derive(Clone, Copy)]
pub struct Made<'a> {
    /// The node at which it is made.
    pub node: usize,
    /// Its identifier there.
    pub id: Id,
    /// The promise.
    pub promise: &'a Promise,
}

impl Made<'_> {
    /// A flag about the promise.
    pub fn finding(
        &self,
        context: &Context<'_>,
        severity: Severity,
        blames: Option<usize>,
        values: Vec<NamedValue>,
    ) -> Finding {
        let place = Place::Touchpoint(context.id_of(self.node));
        Finding { place, subject: Subject::Promise(self.id), severity, blames, values }
    }

    /// What stands in a field of the promise is blank.
    pub fn blank(&self, context: &Context<'_>, field: BlankField) -> Blank {
        Blank::new(BlankPlace::Promise { touchpoint: context.id_of(self.node), promise: self.id }, field)
    }

    /// Blanks leave it open whether the promise is kept.
    pub fn open(&self, context: &Context<'_>, findings: &mut Findings, missing: Vec<Blank>) {
        let place = Place::Touchpoint(context.id_of(self.node));
        findings.not_assessed(context, place, None, Severity::Error, missing);
    }
}

/// The promises by subject, and those about nobody knows what. The customer alone promises nothing.
pub fn promises<'a>(context: &Context<'a>) -> (BTreeMap<Id, Vec<Made<'a>>>, Vec<Made<'a>>) {
    let mut by_subject: BTreeMap<Id, Vec<Made>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (node, touchpoint) in context.touchpoints.iter().enumerate() {
        if context.flow.nodes()[node].customer_alone {
            continue;
        }
        for (id, promise) in touchpoint.promises.iter().flatten() {
            let made = Made { node, id: *id, promise: promise.as_ref() };
            match promise.subject {
                Some(subject) => by_subject.entry(subject.id()).or_default().push(made),
                None => unknown.push(made),
            }
        }
    }
    (by_subject, unknown)
}

/// Which touchpoints keep promises about which subjects.
pub struct Keeping {
    // By node: `None` where it does not say what it keeps, else no.
    nothing: Vec<Option<bool>>,
    by_subject: IdMap<Vec<usize>>,
}

impl Keeping {
    /// What the touchpoints of a journey keep.
    pub fn of(context: &Context<'_>) -> Self {
        let mut keeping = Self { nothing: Vec::new(), by_subject: IdMap::default() };
        for (node, touchpoint) in context.touchpoints.iter().enumerate() {
            keeping.nothing.push(touchpoint.fulfils.as_ref().map(|_| false));
            for subject in touchpoint.fulfils.iter().flatten() {
                keeping.by_subject.entry(subject.id()).or_default().push(node);
            }
        }
        keeping
    }

    /// By node, whether it keeps a promise about a subject; `None` where it does not say what it keeps.
    pub fn about(&self, subject: Id) -> Vec<Option<bool>> {
        let mut keeps = self.nothing.clone();
        for node in self.by_subject.get(&subject).into_iter().flatten() {
            keeps[*node] = Some(true);
        }
        keeps
    }
}
