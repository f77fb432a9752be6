//! All labels in one tree of letters, so that one walk over a text finds the longest at each word.

use std::collections::HashMap;

/// A tree of spellings; what ends at a node is named by numbers.
#[derive(Clone, Debug)]
pub(super) struct Trie {
    next: HashMap<(u32, char), u32>,
    /// What ends at each node: as a whole word, and as the beginning of one.
    ends: Vec<Ends>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Ends {
    pub whole: Vec<usize>,
    pub beginning: Vec<usize>,
}

/// A place in the tree.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node(u32);

impl Default for Trie {
    fn default() -> Self {
        Self { next: HashMap::new(), ends: vec![Ends::default()] }
    }
}

impl Trie {
    /// Where every walk begins.
    pub const ROOT: Node = Node(0);

    /// Adds a spelling.
    pub fn add(&mut self, spelling: &str, number: usize, begins_word: bool) {
        let mut node = 0;
        for letter in spelling.chars() {
            // A tree of all labels of a file has far fewer nodes than 2^32.
            let fresh = u32::try_from(self.ends.len()).unwrap_or(u32::MAX);
            node = *self.next.entry((node, letter)).or_insert(fresh);
            if node == fresh {
                self.ends.push(Ends::default());
            }
        }
        let ends = &mut self.ends[node as usize];
        let list = if begins_word { &mut ends.beginning } else { &mut ends.whole };
        list.push(number);
    }

    /// The place one letter further.
    pub fn step(&self, node: Node, letter: char) -> Option<Node> {
        self.next.get(&(node.0, letter)).copied().map(Node)
    }

    /// The place at the end of a text, and of each spelling that ends on the way as the beginning of a word.
    pub fn walk(&self, from: Node, text: &str, mut begun: impl FnMut(&[usize])) -> Option<Node> {
        let mut node = from;
        for letter in text.chars() {
            node = self.step(node, letter)?;
            let beginning = &self.ends(node).beginning;
            if !beginning.is_empty() {
                begun(beginning);
            }
        }
        Some(node)
    }

    /// What ends at a place.
    pub fn ends(&self, node: Node) -> &Ends {
        &self.ends[node.0 as usize]
    }
}
