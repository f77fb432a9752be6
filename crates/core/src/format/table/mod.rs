//! The step table: journeys as rows of a CSV or TSV file, a row per touchpoint.
//!
//! Reading goes in four steps, each of use on its own: [`Sheet`] makes rows of cells from any bytes
//! or pasted block; [`Layout`] says which column is what, and a person may change it; [`StepTable`]
//! reads the cells; and [`import`] puts them into a workspace, as a plan to look at first. Writing goes
//! the other way: [`export`] makes rows, [`write_file`] bytes. The rules
//! of lists in cells are those of [`split`](list::split), those of times are in
//! [`duration`](super::duration).

mod column;
mod columns;
mod copied;
mod dialect;
mod encoding;
mod error;
mod export;
mod facts;
pub mod grid;
mod guard;
mod import;
mod layout;
mod list;
mod names;
mod placement;
mod problem;
mod quotes;
mod sheet;
mod steps;
mod unstyled;
mod value;
mod vocabulary;
mod words;
mod write;

pub use column::{Column, Home, Kind};
pub use copied::{Copied, PageCell};
pub use dialect::Delimiter;
pub use encoding::{Decoded, Encoding, decode};
pub use error::{NotText, TableError};
pub use export::export;
pub use import::{ImportOptions, TableImport, import};
pub use layout::{ColumnUse, Layout, Part};
pub use problem::{Problem, ProblemKind, Problems};
pub use sheet::{Dialect, MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Row, Sheet};
pub use steps::{StepRow, StepTable};
pub use unstyled::unstyled;
pub use value::{Assumption, Cell, Setting, Unreadable, Value, read_cell, read_count, write_cell};
pub use write::{SAME_CELL, write_file, write_html, write_text};
