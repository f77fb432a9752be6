//! A table as rows of cells: any CSV or TSV, whatever its columns mean.

use super::dialect::{self, Delimiter};
use super::encoding::{Encoding, decode};
use super::error::{NotText, TableError};
use super::{guard, quotes};

/// Bytes of a table that are read at most.
pub const MAX_BYTES: usize = 64 * 1024 * 1024;
/// Rows of a table that are read at most, empty ones not counted.
pub const MAX_ROWS: usize = 200_000;
/// Columns of a row that are read at most, empty ones at its end not counted.
pub const MAX_COLUMNS: usize = 500;

/// Rows of cells as they stand in a table. Empty rows and empty cells at the end of a row are left
/// out; everything else is kept to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// The rows in the order of the file.
    pub rows: Vec<Row>,
    /// How the table was written.
    pub dialect: Dialect,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number as a spreadsheet shows it: from 1, empty rows counted.
    pub number: usize,
    /// Its cells; the last one is not empty.
    pub cells: Vec<String>,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dialect {
    /// The encoding of its bytes; UTF-8 for a text.
    pub encoding: Encoding,
    /// Characters that could not be read in that encoding.
    pub unreadable: usize,
    /// What separates its cells.
    pub delimiter: Delimiter,
    /// Its numbers have a comma before the fraction.
    pub decimal_comma: bool,
}

impl Sheet {
    /// Reads a file.
    ///
    /// # Errors
    /// [`TableError`] where the file is too large, is no text, or holds nothing.
    pub fn read(bytes: &[u8]) -> Result<Self, TableError> {
        if bytes.len() > MAX_BYTES {
            return Err(TableError::TooLarge { bytes: bytes.len(), limit: MAX_BYTES });
        }
        if let Some(kind) = NotText::of(bytes) {
            return Err(TableError::NotText(kind));
        }
        let decoded = decode(bytes);
        let mut sheet = Self::read_text(&decoded.text)?;
        sheet.dialect.encoding = decoded.encoding;
        sheet.dialect.unreadable = decoded.unreadable;
        Ok(sheet)
    }

    /// Reads a text: the content of a file, or what someone pasted.
    ///
    /// # Errors
    /// As [`Sheet::read`].
    pub fn read_text(text: &str) -> Result<Self, TableError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        match dialect::declared(text) {
            Some((delimiter, length)) => Self::read_cells(&text[length..], delimiter),
            None => Self::read_cells(text, dialect::sniff(text)),
        }
    }

    /// Reads a block copied from a spreadsheet, whose cells are always separated by tabs.
    ///
    /// # Errors
    /// As [`Sheet::read`].
    pub fn read_block(text: &str) -> Result<Self, TableError> {
        Self::read_cells(text, Delimiter::Tab)
    }

    fn read_cells(text: &str, delimiter: Delimiter) -> Result<Self, TableError> {
        if text.len() > MAX_BYTES {
            return Err(TableError::TooLarge { bytes: text.len(), limit: MAX_BYTES });
        }
        let rows = rows(&quotes::mend(text, delimiter.byte()), delimiter)?;
        if rows.is_empty() {
            return Err(TableError::Empty);
        }
        let cells = rows.iter().flat_map(|row| &row.cells).map(String::as_str);
        let decimal_comma = dialect::decimal_comma(cells, delimiter);
        let dialect = Dialect { encoding: Encoding::Utf8, unreadable: 0, delimiter, decimal_comma };
        Ok(Self { rows, dialect })
    }
}

fn rows(text: &str, delimiter: Delimiter) -> Result<Vec<Row>, TableError> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.byte())
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let mut number = 0;
    let mut start = 0;
    // A reader over a string in memory, with rows of any length allowed, has no error to give; were
    // there one, the rows before it are what can be read.
    while reader.read_record(&mut record).unwrap_or(false) {
        number += 1 + empty_lines(text, start);
        start = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        let filled = (0..record.len()).rev().find(|at| !record[*at].is_empty()).map_or(0, |last| last + 1);
        if filled == 0 {
            continue;
        }
        if filled > MAX_COLUMNS {
            return Err(TableError::TooManyColumns { row: number, limit: MAX_COLUMNS });
        }
        if rows.len() == MAX_ROWS {
            return Err(TableError::TooManyRows { limit: MAX_ROWS });
        }
        let cells = record.iter().take(filled).map(|cell| guard::restore(cell).to_owned()).collect();
        rows.push(Row { number, cells });
    }
    Ok(rows)
}

/// Lines without any character before the record that is looked for from `start` on. The line feed
/// of a carriage return before `start` is not one.
fn empty_lines(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut lines = 0;
    while let Some(b'\n' | b'\r') = bytes.get(at) {
        let pair = bytes[at] == b'\n' && at > 0 && bytes[at - 1] == b'\r';
        lines += usize::from(!pair);
        at += 1;
    }
    lines
}
