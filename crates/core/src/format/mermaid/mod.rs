//! Mermaid `journey` diagrams, in both directions and in agreement with Mermaid 11.17.2.
//!
//! [`read`] accepts what Mermaid accepts and finds the same title, sections, tasks and people; what Mermaid
//! refuses is refused with its place. [`write`] makes a text that reads back as the same diagram.

mod diagram;
mod entities;
mod entity_names;
mod error;
mod fence;
mod front_matter;
mod grammar;
mod js;
mod lexer;
mod prepare;
mod read;
mod source;
mod write;
mod yaml_value;

pub use diagram::{Diagram, RawDiagram, RawTask, Score, Section, Task};
pub use error::{LONGEST_QUOTE, MermaidError, Note, NoteKind, Problem};
pub use front_matter::FrontMatterProblem;
pub use read::{Reading, read, read_raw};
pub use write::{LONGEST_TEXT, write};
