//! The strongly connected components of a flow: loops count as one place.

use crate::sort::Sort;

use super::Flow;

/// The components of a flow, in an order in which steps lead only forward.
#[derive(Clone, Debug, PartialEq)]
pub struct Components {
    /// The component of each node.
    pub of_node: Vec<usize>,
    // The nodes of component n, in the order of the journey, are `nodes[start[n]..start[n + 1]]`.
    nodes: Vec<usize>,
    start: Vec<usize>,
}

impl Components {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.start.len() - 1
    }

    /// The nodes of a component, in the order of the journey.
    pub fn nodes(&self, component: usize) -> &[usize] {
        &self.nodes[self.start[component]..self.start[component + 1]]
    }

    /// The nodes of each component; steps lead from earlier to later ones.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &[usize]> + ExactSizeIterator {
        self.start.windows(2).map(|ends| &self.nodes[ends[0]..ends[1]])
    }

    /// Whether a node can be reached again from itself.
    pub fn loops(&self, component: usize) -> bool {
        self.start[component + 1] - self.start[component] > 1
    }
}

/// The components by Tarjan's algorithm (Tarjan 1972), without recursion: a journey may be one long chain.
pub fn components(flow: &Flow) -> Components {
    let count = flow.nodes().len();
    let mut tarjan = Tarjan {
        flow,
        number: vec![usize::MAX; count],
        low: vec![0; count],
        on_stack: vec![false; count],
        stack: Vec::new(),
        next_number: 0,
        left: Vec::with_capacity(count),
        ends: Vec::with_capacity(count),
    };
    for start in 0..count {
        if tarjan.number[start] == usize::MAX {
            tarjan.visit(start);
        }
    }
    // Tarjan finds a component only after all it leads to: read from behind, the first comes first.
    let mut nodes = tarjan.left;
    nodes.reverse();
    let mut start: Vec<usize> = tarjan.ends.iter().rev().map(|end| count - end).collect();
    start.push(count);
    let mut of_node = vec![0; count];
    for at in 0..tarjan.ends.len() {
        let members = &mut nodes[start[at]..start[at + 1]];
        members.arrange();
        for node in members {
            of_node[*node] = at;
        }
    }
    Components { of_node, nodes, start }
}

struct Tarjan<'a> {
    flow: &'a Flow,
    number: Vec<usize>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    next_number: usize,
    // The nodes in the order in which they leave the stack, and how many had when a component was whole.
    left: Vec<usize>,
    ends: Vec<usize>,
}

impl Tarjan<'_> {
    fn visit(&mut self, start: usize) {
        let mut work = vec![(start, 0)];
        self.enter(start);
        while let Some((node, next_step)) = work.last_mut() {
            let node = *node;
            if let Some(step) = self.flow.steps_from(node).get(*next_step) {
                *next_step += 1;
                if self.number[step.to] == usize::MAX {
                    self.enter(step.to);
                    work.push((step.to, 0));
                } else if self.on_stack[step.to] {
                    self.low[node] = self.low[node].min(self.number[step.to]);
                }
                continue;
            }
            work.pop();
            if let Some((parent, _)) = work.last() {
                self.low[*parent] = self.low[*parent].min(self.low[node]);
            }
            if self.low[node] == self.number[node] {
                self.leave(node);
            }
        }
    }

    fn enter(&mut self, node: usize) {
        self.number[node] = self.next_number;
        self.low[node] = self.next_number;
        self.next_number += 1;
        self.stack.push(node);
        self.on_stack[node] = true;
    }

    fn leave(&mut self, root: usize) {
        while let Some(node) = self.stack.pop() {
            self.on_stack[node] = false;
            self.left.push(node);
            if node == root {
                break;
            }
        }
        self.ends.push(self.left.len());
    }
}
