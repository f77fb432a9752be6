//! Workbooks of Excel for the web app. Reading one weighs more than the rest of the app together, and most people never
//! do: so it is a module of its own, loaded when a workbook is opened or saved. A workbook that stops it stops nothing else.

use crosslane_sheets::SheetsError;
use wasm_bindgen::prelude::wasm_bindgen;

/// What a workbook has too much of.
pub const TOO_LARGE: &str = "too-large";
/// Something that is no workbook.
pub const NOT_WORKBOOK: &str = "not-workbook";
/// A workbook without a cell.
pub const EMPTY: &str = "empty";

fn word(error: SheetsError) -> String {
    let word = match error {
        SheetsError::NotWorkbook => NOT_WORKBOOK,
        SheetsError::TooLarge => TOO_LARGE,
        SheetsError::Empty => EMPTY,
    };
    word.to_owned()
}

/// The rows of the first sheet as JSON: `[[number, [cell, …]], …]`, with the number that the row has in the sheet.
///
/// # Errors
/// One of the words above.
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> Result<String, String> {
    let sheet = crosslane_sheets::read(bytes).map_err(word)?;
    let rows: Vec<(usize, Vec<String>)> = sheet.rows.into_iter().map(|row| (row.number, row.cells)).collect();
    serde_json::to_string(&rows).map_err(|_| TOO_LARGE.to_owned())
}

/// A workbook of rows in JSON: `[[cell, …], …]`.
///
/// # Errors
/// One of the words above.
#[wasm_bindgen]
pub fn write(rows: &str) -> Result<Vec<u8>, String> {
    let rows: Vec<Vec<String>> = serde_json::from_str(rows).map_err(|_| NOT_WORKBOOK.to_owned())?;
    crosslane_sheets::write(&rows).map_err(word)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)] // a failed `unwrap` is a failed test
    use super::{EMPTY, NOT_WORKBOOK, read, write};

    #[test]
    fn rows_come_back_with_their_numbers() {
        let workbook = write(r#"[["Touchpoint","Owner"],[],["Call","=1+1"]]"#).unwrap();
        assert_eq!(read(&workbook).unwrap(), r#"[[1,["Touchpoint","Owner"]],[3,["Call","=1+1"]]]"#);
    }

    #[test]
    fn what_is_no_workbook_is_said_in_a_word() {
        assert_eq!(read(b"PK\x03\x04").unwrap_err(), NOT_WORKBOOK);
        assert_eq!(read(&write("[]").unwrap()).unwrap_err(), EMPTY);
        assert_eq!(write("{").unwrap_err(), NOT_WORKBOOK);
    }
}
