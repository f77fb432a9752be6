//! Mermaid `journey` diagrams, in both directions and in agreement with Mermaid 11.17.2.
//!
//! [`read`] accepts what Mermaid accepts and finds the same title, sections, tasks and people; what Mermaid
//! refuses is refused with its place. [`write`](write()) makes a text that reads back as the same diagram.
//!
//! Into a workspace: [`read`](read()), then [`people`](people()) for a person to say who is the customer, a department or a
//! system, then [`import`](import()). Out of it: [`export`](export()), then [`write`](write()).

mod diagram;
mod entities;
mod entity_names;
mod error;
mod export;
mod fence;
mod front_matter;
mod grammar;
mod import;
mod js;
mod lexer;
mod people;
mod person_words;
mod prepare;
mod read;
mod source;
mod text;
mod write;
mod yaml_value;

pub use diagram::{Diagram, RawDiagram, RawTask, Score, Section, Task};
pub use error::{LONGEST_QUOTE, MermaidError, Note, NoteKind, Notes, Problem};
pub use export::export;
pub use front_matter::FrontMatterProblem;
pub use import::{DiagramImport, ImportOptions, import};
pub(crate) use people::is_any_customer;
pub use people::{Person, PersonKind, people, proposed};
pub use read::{Reading, read, read_raw};
pub use write::{LONGEST_TEXT, write};
