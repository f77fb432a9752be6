//! The owners of a journey, numbered, so that sets of them are bits of a word.

use crate::flow::Flow;
use crate::model::{Id, IdMap};

/// How many owners a word holds; of more, each word's owners are looked at in a round of their own.
pub const IN_WORD: usize = 64;

/// The owners of a journey, numbered from 0 in the order in which they first appear.
#[derive(Debug)]
pub struct Owners {
    ids: Vec<Id>,
    of_node: Vec<Option<usize>>,
}

impl Owners {
    /// The owners of the touchpoints of a flow.
    pub fn of(flow: &Flow) -> Self {
        let mut ids = Vec::new();
        let mut numbers: IdMap<usize> = IdMap::default();
        let mut number = |owner: Id| {
            *numbers.entry(owner).or_insert_with(|| {
                ids.push(owner);
                ids.len() - 1
            })
        };
        let of_node = flow.nodes().iter().map(|node| node.owner.map(&mut number)).collect();
        Self { ids, of_node }
    }

    /// The department with this number.
    pub fn id(&self, number: usize) -> Id {
        self.ids[number]
    }

    /// The number of a node's owner.
    pub fn of_node(&self, node: usize) -> Option<usize> {
        self.of_node[node]
    }

    /// All owners, in the order of their numbers.
    pub fn ids(&self) -> &[Id] {
        &self.ids
    }

    /// The rounds it takes to look at all owners.
    pub fn rounds(&self) -> usize {
        self.ids.len().div_ceil(IN_WORD)
    }

    /// The bit of a node's owner in the word of this round; 0 where it has none or is in another round.
    pub fn bit(&self, node: usize, round: usize) -> u64 {
        self.of_node[node].map_or(0, |number| bit_of(number, round))
    }
}

/// The bit of an owner in the word of this round; 0 where it is in another round.
pub fn bit_of(number: usize, round: usize) -> u64 {
    if number / IN_WORD == round { 1 << (number % IN_WORD) } else { 0 }
}
