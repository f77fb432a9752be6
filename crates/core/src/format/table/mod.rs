//! The step table: a journey as rows of a CSV or TSV file, a row per touchpoint.

mod dialect;
mod encoding;
mod error;
mod guard;
mod quotes;
mod sheet;
mod write;

pub use dialect::Delimiter;
pub use encoding::{Decoded, Encoding, decode};
pub use error::{NotText, TableError};
pub use sheet::{Dialect, MAX_BYTES, MAX_COLUMNS, MAX_ROWS, Row, Sheet};
pub use write::{write_file, write_text};
