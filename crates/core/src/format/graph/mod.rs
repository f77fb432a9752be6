//! What drawings and process tables know of a journey: steps in lanes and phases, and what leads where.
//!
//! Formats of that kind are read into a [`Graph`] and written from one; this room brings it in and takes it out.

pub mod canvas;
pub mod cjml;
pub mod drawio;
mod import;
mod places;
pub mod process;
mod take;

#[cfg(test)]
mod tests;

use thiserror::Error;

use crate::format::Bounded;
use crate::format::ids::{LONGEST_NAME, is_long};
use crate::model::{Stage, Starter};

pub use import::{GraphImport, ImportOptions, import};
pub use take::graph;

/// Steps that a file may have at most.
pub const MAX_NODES: usize = 100_000;
/// Connections that a file may have at most.
pub const MAX_EDGES: usize = 400_000;
/// Groups of a canvas, which may be phases, that a file may have at most.
pub const MAX_GROUPS: usize = 1_000;

/// A journey as a drawing knows it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Graph {
    /// Its title; empty where the file has none.
    pub title: String,
    /// It is how things should become.
    pub planned: bool,
    /// The names of its phases in order.
    pub phases: Vec<String>,
    /// Its steps, in the order of the phases.
    pub nodes: Vec<GraphNode>,
    /// What leads where.
    pub edges: Vec<GraphEdge>,
}

impl Graph {
    /// The graph, where no name in it is too long.
    fn checked(self) -> Result<Self, GraphError> {
        short(&self.title)?;
        self.phases.iter().try_for_each(|phase| short(phase))?;
        for node in &self.nodes {
            short(&node.name)?;
            let lane = if let GraphLane::Department(name) = &node.lane { Some(name) } else { None };
            lane.into_iter().chain(&node.channel).chain(&node.informed).try_for_each(|name| short(name))?;
        }
        Ok(self)
    }

    /// The connections that lead on from each step.
    pub fn out(&self) -> Vec<Vec<&GraphEdge>> {
        let mut out = vec![Vec::new(); self.nodes.len()];
        for edge in &self.edges {
            out[edge.from].push(edge);
        }
        out
    }
}

/// A step of a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GraphNode {
    /// What the file calls it; the identifier where it can be one.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What else is written on it.
    pub action: Option<String>,
    /// The position of its phase; `None` where the file says nothing of phases.
    pub phase: Option<usize>,
    /// Whose lane it stands in.
    pub lane: GraphLane,
    /// Whether the customer sees it, where the file knows.
    pub stage: Option<Stage>,
    /// The channel it happens on.
    pub channel: Option<String>,
    /// Who makes it happen, where the file knows.
    pub started_by: Option<Starter>,
    /// Other departments that are told.
    pub informed: Vec<String>,
}

/// A lane of a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum GraphLane {
    /// What has no owner.
    #[default]
    Open,
    /// What the customer does alone.
    Customer,
    /// What a department owns.
    Department(String),
}

/// A connection of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GraphEdge {
    /// The position of the step it leads from.
    pub from: usize,
    /// The position of the step it leads to.
    pub to: usize,
    /// What is written on it.
    pub label: Option<String>,
}

/// Something to know about a file that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GraphNote {
    /// A connection leads to or from a step that the file does not have; it is left out.
    Dangling {
        /// What refers to it.
        at: String,
        /// What is not there.
        to: String,
    },
    /// A connection leads from a step to itself; it is left out.
    ToItself {
        /// The step.
        at: String,
    },
    /// Two steps have the same name in the file; connections lead to the first.
    Twice {
        /// The name.
        key: String,
    },
    /// Something that is no step, such as a picture; it is left out.
    NoStep {
        /// What the file calls it.
        key: String,
    },
}

/// The notes about a file.
pub type GraphNotes = Bounded<GraphNote>;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum GraphError {
    /// It is not of the format it should be.
    #[error("not this format")]
    OtherFormat,
    /// It is not whole: cut off or not well-formed. The byte where that shows, from 0.
    #[error("not well-formed at byte {0}")]
    NotWellFormed(usize),
    /// It is XML with a document type, which may define what its texts stand for.
    #[error("with a document type")]
    DocumentType,
    /// It holds no step.
    #[error("holds no step")]
    Empty,
    /// A name, by its beginning, is longer than names are.
    #[error("more than {LONGEST_NAME} characters in the name `{0}…`")]
    NameTooLong(String),
    /// It holds more than is read.
    #[error("more than {MAX_NODES} steps, {MAX_EDGES} connections or the bytes of a table")]
    TooLarge,
}

/// A text on one line, of at most this many characters.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// A name that is not too long.
fn short(name: &str) -> Result<(), GraphError> {
    if is_long(name) { Err(GraphError::NameTooLong(quote(name))) } else { Ok(()) }
}

/// The start of a name, for a note.
pub(crate) fn quote(text: &str) -> String {
    text.chars().take(60).collect()
}
