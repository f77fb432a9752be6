//! Two witnesses of different owners: enough to say whether *another* owner did something before.

use super::sweep::State;

/// Stands for the owner of a touchpoint that has none: it differs from every department.
pub const OPEN_OWNER: usize = u32::MAX as usize - 1;

/// No witness.
const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Witness {
    owner: u32,
    node: u32,
}

/// The first touchpoint of any owner, and the first of any other owner than that one's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Two {
    first: Witness,
    second: Witness,
}

impl Default for Two {
    fn default() -> Self {
        let none = Witness { owner: NONE, node: NONE };
        Self { first: none, second: none }
    }
}

/// Nodes and owners are numbered from 0, one for each touchpoint in memory: far fewer than `u32` holds.
fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(NONE)
}

impl Two {
    /// Adds a touchpoint and its owner.
    pub fn add(&mut self, owner: usize, node: usize) {
        self.note(Witness { owner: small(owner), node: small(node) });
    }

    fn note(&mut self, witness: Witness) {
        if witness.owner == self.first.owner {
            self.first.node = self.first.node.min(witness.node);
        } else if witness.node < self.first.node {
            self.second = self.first;
            self.first = witness;
        } else if witness.node < self.second.node {
            self.second = witness;
        }
    }

    /// The first touchpoint of another owner than this one.
    pub fn other_than(&self, owner: usize) -> Option<usize> {
        let witness = if self.first.owner == small(owner) { self.second } else { self.first };
        (witness.node != NONE).then_some(witness.node as usize)
    }

    /// The first touchpoint of any owner.
    pub fn any(&self) -> Option<usize> {
        (self.first.node != NONE).then_some(self.first.node as usize)
    }
}

impl State for Two {
    fn join(&mut self, other: &Self) {
        if other.first.node != NONE {
            self.note(other.first);
        }
        if other.second.node != NONE {
            self.note(other.second);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_first_of_two_owners_in_whatever_order_they_come() {
        let seen = [(1, 9), (2, 4), (1, 3), (3, 5), (2, 8)];
        for turn in 0..seen.len() {
            let mut two = Two::default();
            for at in 0..seen.len() {
                let (owner, node) = seen[(at + turn) % seen.len()];
                let mut one = Two::default();
                one.add(owner, node);
                two.join(&one);
            }
            assert_eq!(two.any(), Some(3));
            assert_eq!(two.other_than(1), Some(4));
            assert_eq!(two.other_than(2), Some(3));
            assert_eq!(two.other_than(7), Some(3));
        }
        assert_eq!(Two::default().other_than(1), None);
    }
}
