//! The promises a department made or has to keep, and who keeps them.

use super::evaluated;
use crate::flow::Flow;
use crate::model::{Id, Journey, Promise, Ref, Workspace};
use crate::rules::Evaluation;

/// A touchpoint that keeps a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keeper {
    /// The touchpoint.
    pub touchpoint: Id,
    /// Its owner, where it has one.
    pub department: Option<Id>,
}

/// A promise, and who keeps it.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseLine {
    /// The journey.
    pub journey: Id,
    /// The touchpoint at which it is made.
    pub touchpoint: Id,
    /// The department that makes it, where the touchpoint has an owner.
    pub made_by: Option<Id>,
    /// The promise.
    pub promise: Promise,
    /// The touchpoints after it that keep it, in the order of the journey.
    pub kept_by: Vec<Keeper>,
}

/// The promises that a department makes, and those of others that it keeps.
pub(super) fn promises(
    workspace: &Workspace,
    evaluation: &Evaluation,
    department: Id,
) -> (Vec<PromiseLine>, Vec<PromiseLine>) {
    let (mut made, mut kept) = (Vec::new(), Vec::new());
    for (journey, evaluated) in evaluated(workspace, evaluation) {
        for line in lines(journey, evaluated.id, &evaluated.flow) {
            if line.made_by == Some(department) {
                made.push(line);
            } else if line.kept_by.iter().any(|keeper| keeper.department == Some(department)) {
                kept.push(line);
            }
        }
    }
    (made, kept)
}

fn lines<'a>(journey: &'a Journey, id: Id, flow: &'a Flow) -> impl Iterator<Item = PromiseLine> + 'a {
    let making = journey.ordered_touchpoints().filter(|(_, touchpoint)| touchpoint.promises.is_some());
    making.flat_map(move |(at, touchpoint)| {
        let promises = touchpoint.promises.iter().flatten();
        promises.map(move |(_, promise)| PromiseLine {
            journey: id,
            touchpoint: at,
            made_by: touchpoint.owner.map(Ref::id),
            promise: promise.as_ref().clone(),
            kept_by: promise
                .subject
                .map_or_else(Vec::new, |subject| kept_by(journey, flow, at, subject.id())),
        })
    })
}

/// The touchpoints that can be reached from `from` and say that they keep a promise about `subject`.
fn kept_by(journey: &Journey, flow: &Flow, from: Id, subject: Id) -> Vec<Keeper> {
    let Some(start) = flow.node_of(from) else { return Vec::new() };
    let mut seen = vec![false; flow.nodes().len()];
    let mut open = vec![start];
    while let Some(node) = open.pop() {
        for step in flow.steps_from(node) {
            if !std::mem::replace(&mut seen[step.to], true) {
                open.push(step.to);
            }
        }
    }
    let after =
        journey.ordered_touchpoints().filter(|(id, _)| flow.node_of(*id).is_some_and(|node| seen[node]));
    let keeping =
        after.filter(|(_, touchpoint)| touchpoint.fulfils.iter().flatten().any(|kept| kept.id() == subject));
    keeping.map(|(touchpoint, it)| Keeper { touchpoint, department: it.owner.map(Ref::id) }).collect()
}
