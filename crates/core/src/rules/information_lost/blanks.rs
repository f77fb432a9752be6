//! The blanks that could decide whether an item reaches who needs it.

use crate::flow::Join;
use crate::model::Id;
use crate::rules::blank::{Blank, BlankField, BlankPlace, MOST_BLANKS};
use crate::rules::context::Context;
use crate::rules::items::{Use, may_have_more, passes_unknown};

use super::knowledge::{Answer, Knowledge, Need};
use super::systems::reads;

/// Finds blanks, the nearest to a touchpoint first.
pub struct Blanks<'k, 'c, 'a> {
    context: &'c Context<'a>,
    knowledge: &'k Knowledge,
    // The round of the search that last came to a node.
    seen: Vec<usize>,
    round: usize,
}

impl<'k, 'c, 'a> Blanks<'k, 'c, 'a> {
    pub fn new(context: &'c Context<'a>, knowledge: &'k Knowledge) -> Self {
        Self { context, knowledge, seen: vec![0; context.flow.nodes().len()], round: 0 }
    }

    /// The blanks that could make something be lost at a touchpoint; none where nothing could.
    pub fn missing(&mut self, node: usize, needs: &[Need]) -> Vec<Blank> {
        let context = self.context;
        let needed = context.touchpoint(node).needed.as_ref();
        let owner = context.owners().of_node(node);
        let mut missing = Missing::default();
        if needed.is_some_and(Vec::is_empty) {
            return missing.blanks;
        }
        if owner.is_none() || needed.is_none() {
            if self.could_miss_anything(node, owner) {
                missing.extend(owner.is_none().then(|| self.at(node, BlankField::Owner)));
                missing.extend(needed.is_none().then(|| self.at(node, BlankField::Needed)));
            }
            return missing.blanks;
        }
        let is_open = |need: &&Need| matches!(need.answer, Answer::Open { .. });
        if needs.iter().any(|need| is_open(&need)) && context.touchpoint(node).asked.is_none() {
            missing.extend([self.at(node, BlankField::Asked)]);
        }
        for need in needs.iter().filter(is_open) {
            match need.answer {
                Answer::Open { had_at: Some(_) } => self.on_the_way(need, &mut missing),
                _ => self.where_it_may_be_had(need.node, &mut missing),
            }
        }
        missing.blanks
    }

    /// Whether some item could be lost at a touchpoint, whatever it needs.
    fn could_miss_anything(&self, node: usize, owner: Option<usize>) -> bool {
        let unknown = &self.knowledge.unknown[node];
        match owner {
            Some(owner) => self.knowledge.something_missed[node] || unknown.other_than(owner).is_some(),
            None => self.knowledge.anything_had[node] || unknown.any().is_some(),
        }
    }

    fn at(&self, node: usize, field: BlankField) -> Blank {
        Blank::new(BlankPlace::Touchpoint(self.context.flow.nodes()[node].id), field)
    }

    /// Nothing is known to have the item: a touchpoint before may.
    fn where_it_may_be_had(&self, node: usize, missing: &mut Missing) {
        let owner = self.context.owners().of_node(node);
        if let Some(before) = owner.and_then(|owner| self.knowledge.unknown[node].other_than(owner)) {
            missing.extend(self.unknown_at(before));
        }
    }

    /// What a touchpoint asks for or produces, where that is blank.
    fn unknown_at(&self, node: usize) -> impl Iterator<Item = Blank> + use<> {
        let touchpoint = self.context.touchpoint(node);
        let asked = touchpoint.asked.is_none().then(|| self.at(node, BlankField::Asked));
        let produced = touchpoint.produced.is_none().then(|| self.at(node, BlankField::Produced));
        asked.into_iter().chain(produced)
    }

    /// The item was had: searches back from who needs it for what may have brought it there.
    fn on_the_way(&mut self, need: &Need, missing: &mut Missing) {
        let context = self.context;
        let Some(department) = context.flow.nodes()[need.node].owner else { return };
        self.round += 1;
        let mut queue = vec![need.node];
        self.entering(need.node, missing);
        let mut next = 0;
        while let Some(&node) = queue.get(next) {
            next += 1;
            if missing.is_full() {
                return;
            }
            for step in context.flow.steps_to(node) {
                if self.seen[step.from] != self.round {
                    self.seen[step.from] = self.round;
                    queue.push(step.from);
                    self.before(step.from, department, self.has(step.from, need.item), missing);
                }
            }
        }
    }

    /// Whether a touchpoint is known to ask for an item or to produce it.
    fn has(&self, node: usize, item: usize) -> bool {
        let component = self.context.components().of_node[node];
        let uses = self.context.items().uses(item);
        let begin = uses.partition_point(|usage| usage.component < component);
        let mut here = uses[begin..].iter().take_while(|usage| usage.component == component);
        here.any(|usage| usage.node == node && matches!(usage.usage, Use::Asked | Use::Produced))
    }

    /// The blanks of a touchpoint before that may have brought the item to a department.
    fn before(&self, node: usize, department: Id, has: bool, missing: &mut Missing) {
        let of_flow = &self.context.flow.nodes()[node];
        if of_flow.owner == Some(department) {
            self.entering(node, missing);
            missing.extend(self.unknown_at(node));
            return;
        }
        if of_flow.owner.is_none() && !of_flow.customer_alone {
            missing.extend([self.at(node, BlankField::Owner)]);
        }
        if has || may_have_more(self.context.touchpoint(node)) {
            let may_read = self.may_read(node, department, missing);
            missing.extend(self.unknown_at(node).filter(|_| may_read));
        }
    }

    /// Whether a department reads or may read what is kept at a touchpoint, with the blanks that decide.
    fn may_read(&self, node: usize, department: Id, missing: &mut Missing) -> bool {
        let Some(systems) = &self.context.touchpoint(node).systems else {
            missing.extend([self.at(node, BlankField::Systems)]);
            return true;
        };
        let mut may_read = false;
        for system in systems {
            let entry = self.context.workspace.systems.get(&system.id());
            let access = entry.map_or(Some(false), |entry| reads(entry, department));
            may_read |= access != Some(false);
            if access.is_none() {
                let place = BlankPlace::SystemAccess { system: system.id(), department };
                missing.extend([Blank::new(place, BlankField::Access)]);
            }
        }
        may_read
    }

    /// What may pass into a touchpoint.
    fn entering(&self, node: usize, missing: &mut Missing) {
        for step in self.context.lanes().steps_to(node) {
            match step.join {
                Join::Handoff(at) if passes_unknown(self.context, at) => {
                    let place = BlankPlace::Step(self.context.flow.handoff_key(at));
                    missing.extend([Blank::new(place, BlankField::Passed)]);
                }
                Join::Open if self.context.flow.nodes()[step.from].owner.is_none() => {
                    missing.extend([self.at(step.from, BlankField::Owner)]);
                }
                _ => {}
            }
        }
    }
}

/// The blanks found, each once.
#[derive(Default)]
struct Missing {
    blanks: Vec<Blank>,
}

impl Missing {
    fn is_full(&self) -> bool {
        self.blanks.len() >= MOST_BLANKS
    }

    fn extend(&mut self, found: impl IntoIterator<Item = Blank>) {
        for blank in found {
            if !self.is_full() && !self.blanks.contains(&blank) {
                self.blanks.push(blank);
            }
        }
    }
}
