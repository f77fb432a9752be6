//! Who can read what is kept in the systems used at a touchpoint.

use crate::model::{Access, Id, IdMap, Ref, System};
use crate::rules::context::Context;
use crate::rules::owners::{IN_WORD, bit_of};
use crate::sort::Sort;

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

/// What is said of who reads the systems used in a journey, looked up once for all rounds.
pub struct Said {
    /// By system, the owners of whom it is said, by number, and whether they read it.
    systems: Vec<Vec<(usize, bool)>>,
    of_node: Vec<Used>,
}

/// The systems used at a node.
struct Used {
    /// Nobody said which, or one is among them of which nothing is said: every owner may read it.
    open: bool,
    /// Those of which something is said, by position in [`Said::systems`].
    said: Vec<usize>,
}

impl Said {
    /// Looks up the systems of a journey.
    pub fn of(context: &Context<'_>) -> Self {
        let owners = context.owners().ids().iter().enumerate();
        let numbers: IdMap<usize> = owners.map(|(number, owner)| (*owner, number)).collect();
        let mut places: IdMap<Option<usize>> = IdMap::default();
        let mut systems = Vec::new();
        let mut used = |node: usize| {
            let Some(listed) = &context.touchpoint(node).systems else {
                return Used { open: true, said: Vec::new() };
            };
            let mut used = Used { open: false, said: Vec::new() };
            for system in listed {
                let place = *places.entry(system.id()).or_insert_with(|| {
                    let entry = context.workspace.systems.get(&system.id())?;
                    let said = said_of(entry, &numbers);
                    (!said.is_empty()).then(|| {
                        systems.push(said);
                        systems.len() - 1
                    })
                });
                match place {
                    Some(place) => used.said.push(place),
                    None => used.open = true,
                }
            }
            used
        };
        let of_node = (0..context.flow.nodes().len()).map(&mut used).collect();
        Self { systems, of_node }
    }

    /// The readers of the systems used at each node.
    pub fn readers(&self, round: usize) -> Vec<Readers> {
        let of_system: Vec<Readers> = self.systems.iter().map(|said| readers_of(said, round)).collect();
        let of_node = |used: &Used| {
            let none = Readers { known: 0, perhaps: if used.open { u64::MAX } else { 0 } };
            used.said.iter().fold(none, |all, system| Readers {
                known: all.known | of_system[*system].known,
                perhaps: all.perhaps | of_system[*system].perhaps,
            })
        };
        self.of_node.iter().map(of_node).collect()
    }
}

/// The owners of whom it is said whether they read a system, in the order of their numbers.
fn said_of(system: &System, numbers: &IdMap<usize>) -> Vec<(usize, bool)> {
    let decides = system.decided_by.map(Ref::id);
    let listed = system.access.keys().copied().chain(decides);
    let mut said: Vec<(usize, bool)> =
        listed.filter_map(|owner| Some((*numbers.get(&owner)?, reads(system, owner)?))).collect();
    said.arrange();
    said
}

fn readers_of(said: &[(usize, bool)], round: usize) -> Readers {
    let mut readers = Readers { known: 0, perhaps: u64::MAX };
    let first = said.partition_point(|(number, _)| number / IN_WORD < round);
    for (number, reads) in said[first..].iter().take_while(|(number, _)| number / IN_WORD == round) {
        let bit = bit_of(*number, round);
        readers.perhaps &= !bit;
        if *reads {
            readers.known |= bit;
        }
    }
    readers
}
