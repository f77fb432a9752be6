//! The strongly connected components of a flow: loops count as one place.

use super::Flow;

/// The components of a flow, in an order in which steps lead only forward.
#[derive(Clone, Debug, PartialEq)]
pub struct Components {
    /// The component of each node.
    pub of_node: Vec<usize>,
    /// The nodes of each component, in the order of the journey; steps lead from lower to higher components.
    pub nodes: Vec<Vec<usize>>,
}

impl Components {
    /// Whether a node can be reached again from itself.
    pub fn loops(&self, component: usize) -> bool {
        self.nodes[component].len() > 1
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
        found: Vec::new(),
    };
    for start in 0..count {
        if tarjan.number[start] == usize::MAX {
            tarjan.visit(start);
        }
    }
    // Tarjan finds a component only after all it leads to.
    let mut nodes = tarjan.found;
    nodes.reverse();
    let mut of_node = vec![0; count];
    for (at, members) in nodes.iter_mut().enumerate() {
        members.sort_unstable();
        for node in members.iter() {
            of_node[*node] = at;
        }
    }
    Components { of_node, nodes }
}

struct Tarjan<'a> {
    flow: &'a Flow,
    number: Vec<usize>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    next_number: usize,
    found: Vec<Vec<usize>>,
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
        let mut members = Vec::new();
        while let Some(node) = self.stack.pop() {
            self.on_stack[node] = false;
            members.push(node);
            if node == root {
                break;
            }
        }
        self.found.push(members);
    }
}
