//! Step tables in workbooks of Excel: the same columns as in CSV, without the questions of delimiter and encoding.
//!
//! Apart from the core, since reading and writing workbooks weighs more than the rest of the program: the command line
//! program holds it, and the app may load it when it is asked for.

mod archive;
mod cells;

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use crosslane_core::format::table::{Delimiter, Dialect, Encoding, MAX_COLUMNS, MAX_ROWS, Row, Sheet};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use thiserror::Error;

/// Workbooks that are read at most, in bytes.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Cells that are read at most.
const MAX_CELLS: usize = 4_000_000;
/// The longest text Excel takes in a cell, in characters.
const MAX_TEXT: usize = 32_767;
/// How wide a column becomes at most, in characters.
const WIDEST: usize = 48;

/// Why a workbook cannot be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum SheetsError {
    /// It is no workbook of Excel, damaged, or locked with a password.
    #[error("not a workbook")]
    NotWorkbook,
    /// It has more cells than a step table, or a workbook, can have.
    #[error("too large")]
    TooLarge,
    /// Its first sheet has no cells.
    #[error("empty")]
    Empty,
}

/// The rows as a workbook with one sheet: its first row stays in sight. Every cell is text, so that none is run.
///
/// # Errors
/// Where there are more rows or columns than Excel takes, or a text is longer.
pub fn write(rows: &[Vec<String>]) -> Result<Vec<u8>, SheetsError> {
    written(rows).map_err(|_| SheetsError::TooLarge)
}

fn written(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let head = Format::new().set_bold();
    let mut widths: Vec<usize> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let line = u32::try_from(at).map_err(|_| XlsxError::RowColumnLimitError)?;
        for (column, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let place = u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)?;
            if at == 0 {
                sheet.write_string_with_format(line, place, cell, &head)?;
            } else {
                sheet.write_string(line, place, cell)?;
            }
            if widths.len() <= column {
                widths.resize(column + 1, 0);
            }
            widths[column] = widths[column].max(cell.chars().count().min(WIDEST));
        }
    }
    for (column, width) in widths.into_iter().enumerate() {
        // At most the widest.
        #[allow(clippy::cast_precision_loss)]
        let width = width as f64 + 2.0;
        sheet.set_column_width(u16::try_from(column).map_err(|_| XlsxError::RowColumnLimitError)?, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    workbook.save_to_buffer()
}

/// Whether the bytes begin as those of a workbook, which is a ZIP archive.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The cells of the first sheet of a workbook, as they are read in a CSV: dates as `2026-03-31`, whole numbers without
/// decimals, yes and no, formulas by the value they had.
///
/// # Errors
/// Where it is no workbook, holds too much or nothing.
pub fn read(bytes: &[u8]) -> Result<Sheet, SheetsError> {
    if bytes.len() > MAX_BYTES {
        return Err(SheetsError::TooLarge);
    }
    archive::check(bytes)?;
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes))
        .map_err(|_: calamine::XlsxError| SheetsError::NotWorkbook)?;
    let name = workbook.sheet_names().first().cloned().ok_or(SheetsError::Empty)?;
    let range = bounded(&mut workbook, &name)?;
    let mut rows = Vec::new();
    for (number, cells) in range {
        let mut cells = cells;
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() {
            rows.push(Row { number, cells });
        }
    }
    if rows.is_empty() {
        return Err(SheetsError::Empty);
    }
    let dialect = Dialect {
        encoding: Encoding::Utf8,
        unreadable: 0,
        delimiter: Delimiter::Comma,
        decimal_comma: false,
    };
    Ok(Sheet { rows, dialect })
}

/// The rows of a sheet, read cell by cell: a sheet that claims a million columns for two cells takes no more than these.
fn bounded(workbook: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<(usize, Vec<String>)>, SheetsError> {
    let mut reader = workbook.worksheet_cells_reader(name).map_err(|_| SheetsError::NotWorkbook)?;
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let mut count = 0;
    while let Some(cell) = reader.next_cell().map_err(|_| SheetsError::NotWorkbook)? {
        let (row, column) = cell.get_position();
        let (number, column) = (row as usize + 1, column as usize);
        let said = cells::said(&Data::from(cell.get_value().clone()));
        if said.is_empty() {
            continue;
        }
        count += 1;
        if count > MAX_CELLS || column >= MAX_COLUMNS || said.chars().count() > MAX_TEXT {
            return Err(SheetsError::TooLarge);
        }
        if rows.last().is_none_or(|(last, _)| *last != number) {
            if rows.len() == MAX_ROWS {
                return Err(SheetsError::TooLarge);
            }
            rows.push((number, Vec::new()));
        }
        if let Some((_, cells)) = rows.last_mut() {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            cells[column] = said;
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

    use super::*;
    use crosslane_cases::cases;
    use crosslane_core::format::crosslane::open;
    use crosslane_core::format::table::export;
    use crosslane_core::samples;
    use proptest::prelude::*;

    #[test]
    fn a_step_table_comes_back_as_it_was() {
        let workspace = open(samples::text(0).unwrap()).unwrap().workspace;
        let rows = export(&workspace, &workspace.journey_order);
        let sheet = read(&write(&rows).unwrap()).unwrap();
        let back: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells).collect();
        let trimmed = rows.iter().map(|row| {
            let end = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1);
            row[..end].to_vec()
        });
        assert_eq!(back, trimmed.collect::<Vec<_>>());
    }

    #[test]
    fn a_cell_that_looks_like_a_formula_is_text() {
        let rows = vec![vec!["Touchpoint".to_owned()], vec!["=HYPERLINK(\"x\")".to_owned()]];
        let sheet = read(&write(&rows).unwrap()).unwrap();
        assert_eq!(sheet.rows[1].cells, ["=HYPERLINK(\"x\")"]);
    }

    #[test]
    fn what_is_no_workbook_is_refused() {
        assert_eq!(read(b"PK\x03\x04 nonsense"), Err(SheetsError::NotWorkbook));
        assert_eq!(read(&write(&[]).unwrap()), Err(SheetsError::Empty));
        assert_eq!(read(&vec![0; MAX_BYTES + 1]), Err(SheetsError::TooLarge));
        let wide = vec![vec!["x".to_owned(); MAX_COLUMNS + 1]];
        assert_eq!(read(&write(&wide).unwrap()), Err(SheetsError::TooLarge));
    }

    /// A sample as a workbook.
    fn golden() -> Vec<u8> {
        let workspace = open(samples::text(0).unwrap()).unwrap().workspace;
        write(&export(&workspace, &workspace.journey_order)).unwrap()
    }

    #[test]
    fn a_workbook_cut_off_anywhere_is_refused_or_read() {
        let workbook = golden();
        for end in (0..workbook.len()).step_by(workbook.len() / 60) {
            let _ = read(&workbook[..end]);
        }
    }

    proptest! {
        #![proptest_config(cases(128))]

        #[test]
        fn any_bytes_are_refused_or_read(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let _ = read(&[b"PK\x03\x04".as_slice(), &bytes].concat());
        }

        #[test]
        fn what_looks_like_markup_comes_back_as_text(
            changes in prop::collection::vec((any::<prop::sample::Index>(), "[A-Z0-9<>/=\"&]{1,3}"), 1..6),
        ) {
            let (at, said): (Vec<_>, Vec<_>) = changes.into_iter().unzip();
            let rows: Vec<Vec<String>> =
                at.iter().zip(&said).map(|(at, said)| vec![said.clone(); at.index(7) + 1]).collect();
            let sheet = read(&write(&rows).unwrap()).unwrap();
            let back: Vec<Vec<String>> = sheet.rows.into_iter().map(|row| row.cells).collect();
            prop_assert_eq!(back, rows);
        }

        #[test]
        fn no_changes_to_a_sample_make_it_stop(
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..10),
        ) {
            let mut bytes = golden();
            for (at, to) in changes {
                let at = at.index(bytes.len());
                bytes[at] = to;
            }
            let _ = read(&bytes);
        }

        #[test]
        fn no_change_to_a_workbook_makes_it_stop(at in any::<prop::sample::Index>(), to in any::<u8>()) {
            let mut bytes = write(&[vec!["Touchpoint".to_owned()], vec!["Call".to_owned()]]).unwrap();
            let at = at.index(bytes.len());
            bytes[at] = to;
            let _ = read(&bytes);
        }
    }
}
