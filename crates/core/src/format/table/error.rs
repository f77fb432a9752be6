//! Why a file is no table.

use thiserror::Error;

use crate::format::ids::LONGEST_NAME;

/// Why nothing could be read at all. Whatever is wrong with a single cell is a
/// [`Problem`](super::Problem) instead, and the rest is read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// No cell holds anything.
    #[error("the table is empty")]
    Empty,
    /// The bytes are a workbook, an archive, a picture or another file that is not text.
    #[error("not a text file: {0:?}")]
    NotText(NotText),
    /// More bytes than [`MAX_BYTES`](super::MAX_BYTES).
    #[error("{bytes} bytes are more than {limit}")]
    TooLarge {
        /// Bytes of the file.
        bytes: usize,
        /// Bytes that are read at most.
        limit: usize,
    },
    /// More rows than [`MAX_ROWS`](super::MAX_ROWS).
    #[error("more than {limit} rows")]
    TooManyRows {
        /// Rows that are read at most.
        limit: usize,
    },
    /// A row with more cells than [`MAX_COLUMNS`](super::MAX_COLUMNS).
    #[error("row {row} has more than {limit} columns")]
    TooManyColumns {
        /// The row as a spreadsheet numbers it.
        row: usize,
        /// Columns that are read at most.
        limit: usize,
    },
    /// A name, or the header of a column, is longer than names are.
    #[error("row {row} has a name of more than {LONGEST_NAME} characters")]
    NameTooLong {
        /// The row as a spreadsheet numbers it.
        row: usize,
        /// The header of the column.
        header: String,
    },
    /// No column holds names of touchpoints.
    #[error("no column for the touchpoint")]
    NoTouchpoints,
}

/// A kind of file that people take for a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotText {
    /// An Excel or OpenDocument workbook (`.xlsx`, `.ods`, `.xls`): to be saved as CSV first.
    Workbook,
    /// A compressed file (`.gz`).
    Compressed,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
}

impl NotText {
    /// Knows a file by its first bytes.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        const SIGNS: [(&[u8], NotText); 7] = [
            (b"PK\x03\x04", NotText::Workbook),
            (b"\xD0\xCF\x11\xE0", NotText::Workbook),
            (b"\x1F\x8B", NotText::Compressed),
            (b"%PDF-", NotText::Pdf),
            (b"\x89PNG", NotText::Picture),
            (b"\xFF\xD8\xFF", NotText::Picture),
            (b"GIF8", NotText::Picture),
        ];
        SIGNS.into_iter().find(|(sign, _)| bytes.starts_with(sign)).map(|(_, kind)| kind)
    }
}
