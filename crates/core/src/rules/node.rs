//! Nodes in half a word: of every node several others are kept.

/// The number of a node. Nodes are touchpoints in memory, of which there are far fewer than `u32` holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(u32);

impl Node {
    /// The node with this number.
    pub fn of(number: usize) -> Self {
        Self(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// The number as a position.
    pub fn number(self) -> usize {
        self.0 as usize
    }
}

/// The first of some nodes, where there is any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct First(Node);

impl Default for First {
    fn default() -> Self {
        Self(Node(u32::MAX))
    }
}

impl First {
    /// Adds what is the first of others.
    pub fn join(&mut self, other: Self) {
        *self = (*self).min(other);
    }

    /// Adds a node.
    pub fn add(&mut self, node: usize) {
        self.join(Self(Node::of(node)));
    }

    /// The number of the node.
    pub fn number(self) -> Option<usize> {
        (self != Self::default()).then(|| self.0.number())
    }
}
