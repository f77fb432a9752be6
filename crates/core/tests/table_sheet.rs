//! CSV and TSV of any make, read as people see them in their spreadsheet.
#![allow(clippy::unwrap_used)] // a failed look-up is a failed test

use crosslane_cases::cases;
use crosslane_core::format::table::{
    Delimiter, Encoding, MAX_COLUMNS, NotText, Sheet, TableError, write_file, write_text,
};
use proptest::prelude::*;

fn cells(text: &str) -> Vec<Vec<String>> {
    Sheet::read_text(text).unwrap().rows.into_iter().map(|row| row.cells).collect()
}

fn delimiter(text: &str) -> Delimiter {
    Sheet::read_text(text).unwrap().dialect.delimiter
}

#[test]
fn the_delimiter_is_found() {
    assert_eq!(delimiter("Phase,Touchpoint\nBuy,Call; wait\n"), Delimiter::Comma);
    assert_eq!(delimiter("Phase;Touchpoint;Satisfaction\nBuy;Call, wait;3,5\n"), Delimiter::Semicolon);
    assert_eq!(delimiter("Phase\tTouchpoint\nBuy\tCall, wait; then pay\n"), Delimiter::Tab);
    assert_eq!(delimiter("Phase|Touchpoint\nBuy|Call\n"), Delimiter::Pipe);
    assert_eq!(
        delimiter("\"a;b;c\",\"d;e\"\n\"f;g;h\",\"i;j\"\n"),
        Delimiter::Comma,
        "quoted ones do not count"
    );
    assert_eq!(
        delimiter("Touchpoint;Notes\nCall;one, two\nPay;three, four, five\nUse;six\n"),
        Delimiter::Semicolon,
        "prose is full of commas"
    );
}

#[test]
fn a_declared_delimiter_wins_and_its_line_is_no_row() {
    let sheet = Sheet::read_text("sep=;\r\na,b,c;d\r\n1,2,3;4\r\n").unwrap();
    assert_eq!(sheet.rows[0].cells, ["a,b,c", "d"]);
    assert_eq!(sheet.rows[0].number, 1);
    assert_eq!(cells("SEP=|\na,b|c\n"), [["a,b", "c"]]);
    assert_eq!(cells("sep=;x,y\na,b\n"), [["sep=;x", "y"], ["a", "b"]], "not alone on its line");
}

#[test]
fn quotes_and_line_breaks_inside_cells_are_kept() {
    assert_eq!(cells("a,\"b \"\"c\"\", d\"\n"), [["a", "b \"c\", d"]]);
    assert_eq!(cells("\"two\nlines\",x\r\ny,z\r\n"), [["two\nlines", "x"], ["y", "z"]]);
    assert_eq!(cells("\"two\r\nlines\",x\n"), [["two\r\nlines", "x"]]);
    assert_eq!(cells("a, \"b, c\" ,d\n"), [["a", "b, c", "d"]], "spaces around quotes");
}

#[test]
fn quotes_that_quote_nothing_are_characters() {
    assert_eq!(
        cells("\"A\" rated\tSales\n\"B\" rated\tCare\n"),
        [["\"A\" rated", "Sales"], ["\"B\" rated", "Care"]]
    );
    assert_eq!(cells("5\" disk,x\n"), [["5\" disk", "x"]]);
    assert_eq!(cells("\"unclosed,x\ny,z\n"), [["\"unclosed", "x"], ["y", "z"]]);
    assert_eq!(cells("\"He said \"hi\" to me\",x\n"), [["He said \"hi\" to me", "x"]]);
}

#[test]
fn all_line_ends_and_ragged_rows_are_read() {
    for text in ["a,b\r\nc\r\n\r\nd,e,f", "a,b\nc\n\nd,e,f\n", "a,b\rc\r\rd,e,f\r"] {
        let sheet = Sheet::read_text(text).unwrap();
        let rows: Vec<_> = sheet.rows.iter().map(|row| (row.number, row.cells.join("+"))).collect();
        assert_eq!(rows, [(1, "a+b".into()), (2, "c".into()), (4, "d+e+f".into())], "{text:?}");
    }
}

#[test]
fn rows_are_numbered_as_a_spreadsheet_does() {
    let sheet = Sheet::read_text("\n\na,\"x\ny\"\n,,\n\nb,c\n").unwrap();
    let numbers: Vec<_> = sheet.rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [3, 6]);
}

#[test]
fn empty_rows_and_empty_columns_at_the_end_are_left_out() {
    assert_eq!(cells("a,b,,,\n,,,,\n,c,,,\n"), [vec!["a", "b"], vec!["", "c"]]);
    for nothing in ["", "\n\n", ",,,\n,,,", "\u{feff}", "sep=;\n", "\"\",\"\"\n"] {
        assert_eq!(Sheet::read_text(nothing), Err(TableError::Empty), "{nothing:?}");
    }
}

#[test]
fn a_pasted_block_is_cut_at_tabs_alone() {
    let sheet = Sheet::read_block("Call, wait\r\nPay; go\r\n").unwrap();
    assert_eq!(sheet.rows[0].cells, ["Call, wait"]);
    let sheet = Sheet::read_block("Call\t\"two\nlines\"\r\n\tSales\r\n").unwrap();
    assert_eq!(sheet.rows[0].cells, ["Call", "two\nlines"]);
    assert_eq!(sheet.rows[1].cells, ["", "Sales"]);
}

#[test]
fn every_encoding_of_spreadsheets_is_read() {
    let text = "Ärger;Größe – 5 €\n";
    let utf16 = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
        [mark.to_vec(), text.encode_utf16().flat_map(bytes).collect()].concat()
    };
    let windows = b"\xC4rger;Gr\xF6\xDFe \x96 5 \x80\n".to_vec();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8),
        (utf16(b"\xFF\xFE", u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(b"\xFE\xFF", u16::to_be_bytes), Encoding::Utf16Be),
        (utf16(b"", u16::to_le_bytes), Encoding::Utf16Le),
        (utf16(b"", u16::to_be_bytes), Encoding::Utf16Be),
        (windows, Encoding::Windows1252),
    ] {
        let sheet = Sheet::read(&bytes).unwrap();
        assert_eq!(sheet.rows[0].cells, ["Ärger", "Größe – 5 €"], "{encoding:?}");
        assert_eq!((sheet.dialect.encoding, sheet.dialect.unreadable), (encoding, 0));
    }
}

#[test]
fn one_damaged_letter_does_not_change_the_encoding() {
    let sheet = Sheet::read("Größe;Länge\n".as_bytes()).unwrap();
    assert_eq!(sheet.dialect.unreadable, 0);
    let mut bytes = "Größe;Länge;".as_bytes().to_vec();
    bytes.extend(b"M\xFCll\n");
    let sheet = Sheet::read(&bytes).unwrap();
    assert_eq!(sheet.rows[0].cells, ["Größe", "Länge", "M\u{fffd}ll"]);
    assert_eq!(sheet.dialect.unreadable, 1);
}

#[test]
fn files_that_are_no_text_are_named() {
    assert_eq!(Sheet::read(b"PK\x03\x04rest"), Err(TableError::NotText(NotText::Workbook)));
    assert_eq!(Sheet::read(b"\xD0\xCF\x11\xE0\xA1"), Err(TableError::NotText(NotText::Workbook)));
    assert_eq!(Sheet::read(b"%PDF-1.7"), Err(TableError::NotText(NotText::Pdf)));
}

#[test]
fn a_row_beyond_all_measure_is_refused_with_its_number() {
    let wide = format!("a\n{}x\n", ",".repeat(MAX_COLUMNS));
    assert_eq!(Sheet::read_text(&wide), Err(TableError::TooManyColumns { row: 2, limit: MAX_COLUMNS }));
    let empty_ones = format!("a\nb{}\n", ",".repeat(10 * MAX_COLUMNS));
    assert_eq!(cells(&empty_ones), [["a"], ["b"]]);
}

#[test]
fn the_decimal_sign_is_found() {
    let comma = |text| Sheet::read_text(text).unwrap().dialect.decimal_comma;
    assert!(comma("a;b\n1,5;x\n"));
    assert!(comma("a\tb\n1,5\tx\n"));
    assert!(comma("a;b\n3;x\n"), "a semicolon comes with a decimal comma");
    assert!(!comma("a;b\n1.5;x\n"));
    assert!(!comma("a,b\n3,x\n"));
    assert!(comma("a\tb\n1.234,5\tx\n"));
    assert!(!comma("a\tb\n1,500\t1.5\n"));
}

#[test]
fn formulas_are_neutralised_and_restored() {
    let rows = [vec!["=1+1", "+49 30", "-5", "@here", "'quoted", "'=x", "\tx", "＝1", " =1", "plain"]];
    let text = write_text(&rows, Delimiter::Comma);
    assert_eq!(text, "'=1+1,'+49 30,'-5,'@here,'quoted,''=x,\"'\tx\",'＝1,' =1,plain\n");
    assert_eq!(cells(&text), rows);
}

#[test]
fn foreign_apostrophes_stay() {
    assert_eq!(cells("'Twas,'=1,''\n"), [["'Twas", "=1", "''"]]);
}

/// Rows as a sheet holds them: no empty ones, no empty cells at the end.
fn sheets() -> impl Strategy<Value = Vec<Vec<String>>> {
    let cell = prop_oneof![
        ".{0,8}",
        "[ab\"',;|\t\r\n=+@ -]{0,8}",
        Just(String::new()),
        Just("sep=;".to_owned()),
        Just("\u{feff}".to_owned()),
    ];
    let row = prop::collection::vec(cell, 1..5).prop_map(|mut row| {
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
        row
    });
    prop::collection::vec(row, 1..6).prop_map(|rows| rows.into_iter().filter(|row| !row.is_empty()).collect())
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn what_is_written_reads_back_to_the_letter(rows in sheets()) {
        for delimiter in Delimiter::ALL {
            let text = write_text(&rows, delimiter);
            let file = write_file(&rows, delimiter);
            if rows.is_empty() {
                prop_assert_eq!(Sheet::read_text(&text), Err(TableError::Empty));
                continue;
            }
            prop_assert_eq!(&cells(&text), &rows, "{:?} {:?}", delimiter, &text);
            let sheet = Sheet::read(&file).unwrap();
            prop_assert_eq!(sheet.dialect.unreadable, 0);
            let read: Vec<_> = sheet.rows.into_iter().map(|row| row.cells).collect();
            prop_assert_eq!(&read, &rows, "{:?} {:?}", delimiter, &text);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[a\"',;|\t\r\n ]{0,60}") {
        let _ = Sheet::read(&bytes);
        if let Ok(sheet) = Sheet::read_text(&text) {
            let seen: String = sheet.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| cell.chars()).filter(|letter| *letter == 'a').collect();
            prop_assert_eq!(seen.len(), text.matches('a').count(), "every letter is in some cell");
        }
    }
}

#[test]
fn hostile_quotes_cost_linear_time() {
    // Half a million quotes that open nothing: looking from each to the end would take minutes.
    for cell in ["\"\"x", "\"x", "\"\"\"x", "\" \" ", "\"\"\"\""] {
        let text = "\"a\n".to_owned() + &format!("{cell}\n").repeat(150_000);
        assert!(Sheet::read_text(&text).unwrap().rows.len() <= 150_001, "{cell}");
    }
}
