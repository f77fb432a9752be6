//! Who can read what is kept in the systems used at a touchpoint.

use crate::model::{Access, Id, IdMap, System};
use crate::rules::context::Context;
use crate::rules::owners::bit_of;

/// Whether a department can read a system; `None` where nobody said. Who decides on a system reads it.
pub fn reads(system: &System, department: Id) -> Option<bool> {
    if system.decided_by.is_some_and(|decides| decides.id() == department) {
        return Some(true);
    }
    let access = system.access.get(&department)?.access?;
    Some(matches!(access, Access::Read | Access::Write))
}

/// The owners who read a system, and those who may, as bits of one round.
#[derive(Clone, Copy, Default)]
pub struct Readers {
    /// They do.
    pub known: u64,
    /// Nobody said whether they do.
    pub perhaps: u64,
}

/// The readers of the systems used at each node.
pub fn readers(context: &Context<'_>, round: usize) -> Vec<Readers> {
    let mut of_system: IdMap<Readers> = IdMap::default();
    let mut of_node = |node: usize| {
        let Some(systems) = &context.touchpoint(node).systems else {
            return Readers { known: 0, perhaps: u64::MAX };
        };
        let mut readers = Readers::default();
        for system in systems {
            let one = of_system.entry(system.id()).or_insert_with(|| readers_of(context, system.id(), round));
            readers.known |= one.known;
            readers.perhaps |= one.perhaps;
        }
        readers
    };
    (0..context.flow.nodes().len()).map(&mut of_node).collect()
}

fn readers_of(context: &Context<'_>, system: Id, round: usize) -> Readers {
    let mut readers = Readers::default();
    let Some(system) = context.workspace.systems.get(&system) else { return readers };
    for (number, owner) in context.owners().ids().iter().enumerate() {
        match reads(system, *owner) {
            Some(true) => readers.known |= bit_of(number, round),
            Some(false) => {}
            None => readers.perhaps |= bit_of(number, round),
        }
    }
    readers
}
