//! The cells of a table that was copied: from its text, or from the page that Word, Outlook and browsers put beside it.

use super::dialect::{self, Delimiter};
use super::guard;
use super::sheet::{MAX_BYTES, MAX_COLUMNS, Sheet};

/// Columns that one cell spans at most: more are taken for these.
const MAX_SPAN: usize = 64;

/// A cell as it stands in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageCell {
    /// Its text, with the line breaks it has.
    pub text: String,
    /// How many columns it spans.
    pub columns: usize,
    /// How many rows it spans; 0 for all that follow.
    pub rows: usize,
}

/// A block of cells as it stood where it was copied, empty rows included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// The rows; each ends with its last cell that is not empty.
    pub rows: Vec<Vec<String>>,
    /// Its numbers have a comma before the fraction.
    pub decimal_comma: bool,
}

impl Copied {
    /// The cells in a text as spreadsheets copy it; `None` where it holds none.
    pub fn from_text(text: &str) -> Option<Self> {
        let sheet = Sheet::read_block(text).ok()?;
        let mut rows = vec![Vec::new(); sheet.rows.last()?.number];
        for row in sheet.rows {
            if let Some(cells) = row.number.checked_sub(1).and_then(|at| rows.get_mut(at)) {
                *cells = row.cells;
            }
        }
        Some(Self { rows, decimal_comma: sheet.dialect.decimal_comma })
    }

    /// The cells of a table in a page, or of the `text` copied with it where the page has none.
    ///
    /// The page says which cells there are: in the text of Word a line break within a cell looks like the next row. It
    /// is a space; but where the text has as many rows and the same words in a cell, its line breaks are kept, because
    /// then it was written by a spreadsheet.
    pub fn from_page(page: &[Vec<PageCell>], text: &str) -> Option<Self> {
        let written = Self::from_text(text);
        let mut rows = spread(page);
        let filled = rows.iter().rposition(|row| !row.is_empty());
        let Some(last) = filled else { return written };
        rows.truncate(last + 1);
        let same = written.map(|written| written.rows).filter(|written| written.len() == rows.len());
        for (row, written) in rows.iter_mut().zip(same.unwrap_or_default()) {
            for (cell, written) in row.iter_mut().zip(written) {
                if squeezed(&written) == *cell {
                    *cell = written;
                }
            }
        }
        let cells = rows.iter().flatten().map(String::as_str);
        let decimal_comma = dialect::decimal_comma(cells, Delimiter::Tab);
        Some(Self { rows, decimal_comma })
    }
}

/// What stands in a column because of a cell further up, or further left, that spans it.
#[derive(Clone, Default)]
struct Spanned {
    rows: usize,
    text: String,
}

/// Each cell in its row and column. What spans rows is said in each of them, what spans columns in the first.
fn spread(page: &[Vec<PageCell>]) -> Vec<Vec<String>> {
    let mut spanned: Vec<Spanned> = Vec::new();
    // A long text that spans a great many rows is not multiplied without end.
    let mut room = MAX_BYTES;
    let mut spread = Vec::with_capacity(page.len());
    for (at, cells) in page.iter().enumerate() {
        let mut row = Vec::new();
        let mut cells = cells.iter();
        for column in 0.. {
            if let Some(from) = spanned.get_mut(column).filter(|from| from.rows > 0) {
                from.rows -= 1;
                if from.text.len() <= room {
                    room -= from.text.len();
                    put(&mut row, column, &from.text);
                }
            } else if let Some(cell) = cells.next().filter(|_| column < MAX_COLUMNS) {
                let text = squeezed(&cell.text);
                let text = guard::restore(&text);
                put(&mut row, column, text);
                span(&mut spanned, column, cell, page.len() - at - 1, text);
            } else if column >= spanned.len() {
                break;
            }
        }
        spread.push(row);
    }
    spread
}

/// Notes what a cell spans beside and below itself, where so many rows follow.
fn span(spanned: &mut Vec<Spanned>, column: usize, cell: &PageCell, following: usize, text: &str) {
    let below = if cell.rows == 0 { following } else { (cell.rows - 1).min(following) };
    let columns = cell.columns.clamp(1, MAX_SPAN);
    if below == 0 && columns == 1 {
        return;
    }
    if spanned.len() < column + columns {
        spanned.resize(column + columns, Spanned::default());
    }
    let text = if below > 0 { text.to_owned() } else { String::new() };
    spanned[column] = Spanned { rows: below, text };
    // Those beside it stand in its own row as well.
    spanned[column + 1..column + columns].fill(Spanned { rows: below + 1, text: String::new() });
}

fn put(row: &mut Vec<String>, column: usize, text: &str) {
    if !text.is_empty() {
        row.resize(column, String::new());
        row.push(text.to_owned());
    }
}

/// The text with one space for every stretch of white space, line breaks included.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Copied, PageCell};

    fn cell(text: &str) -> PageCell {
        PageCell { text: text.to_owned(), columns: 1, rows: 1 }
    }

    fn spanning(text: &str, columns: usize, rows: usize) -> PageCell {
        PageCell { columns, rows, ..cell(text) }
    }

    fn rows(page: &[Vec<PageCell>], text: &str) -> Vec<Vec<String>> {
        Copied::from_page(page, text).map(|copied| copied.rows).unwrap_or_default()
    }

    #[test]
    fn two_rows_of_word_with_line_breaks_in_them_stay_two() {
        let page = [
            vec![cell("Call the\nhotline "), cell("\u{a0}")],
            vec![cell("Send\n  photos"), cell("Claims\n\nRepairs")],
        ];
        let text = "Call the\nhotline\t\u{a0}\nSend\nphotos\tClaims\n\nRepairs\n";
        assert_eq!(rows(&page, text), [vec!["Call the hotline"], vec!["Send photos", "Claims Repairs"]]);
    }

    #[test]
    fn merged_cells_keep_every_other_cell_in_its_column() {
        let page = [
            vec![spanning("Report", 1, 3), spanning("Call", 2, 1), cell("a")],
            vec![cell("Photos"), cell("Claims"), cell("b")],
            vec![spanning("Pay", 1, 0), cell("Finance"), cell("c")],
            vec![cell("Settle"), cell("Bank")],
        ];
        assert_eq!(
            rows(&page, ""),
            [
                vec!["Report", "Call", "", "a"],
                vec!["Report", "Photos", "Claims", "b"],
                vec!["Report", "Pay", "Finance", "c"],
                vec!["Settle", "Pay", "Bank"],
            ]
        );
        // A cell over a square: said once a row.
        let square = [vec![spanning("x", 2, 2), cell("a")], vec![cell("b")], vec![cell("c"), cell("d")]];
        assert_eq!(rows(&square, ""), [vec!["x", "", "a"], vec!["x", "", "b"], vec!["c", "d"]]);
    }

    #[test]
    fn line_breaks_of_a_spreadsheet_are_kept() {
        let page = [vec![cell("Pay"), cell("one two")], vec![cell("'=1+1"), cell("three")]];
        let text = "Pay\t\"one\ntwo\"\n'=1+1\tfour";
        assert_eq!(rows(&page, text), [vec!["Pay", "one\ntwo"], vec!["=1+1", "three"]]);
    }

    #[test]
    fn a_page_without_cells_leaves_it_to_the_text() {
        assert_eq!(rows(&[], "a\tb\n\nc"), [vec!["a", "b"], vec![], vec!["c"]]);
        assert_eq!(rows(&[vec![cell(" ")]], "a"), [["a"]]);
        assert_eq!(Copied::from_page(&[], " "), Copied::from_text(" "));
        assert_eq!(Copied::from_page(&[], ""), None);
    }

    #[test]
    fn empty_rows_and_decimal_signs_are_those_of_the_page() {
        let page = [vec![cell("1,5")], vec![], vec![cell("2,25")], vec![]];
        let rows = [vec!["1,5"], vec![], vec!["2,25"]];
        let rows = rows.map(|row| row.into_iter().map(str::to_owned).collect()).to_vec();
        assert_eq!(Copied::from_page(&page, ""), Some(Copied { rows, decimal_comma: true }));
    }

    #[test]
    fn spans_without_end_end() {
        let long = "x".repeat(1 << 20);
        let mut page = vec![vec![spanning(&long, usize::MAX, usize::MAX), cell("a")]];
        page.resize(70_000, Vec::new());
        let rows = rows(&page, "");
        assert_eq!(rows[0].len(), 65);
        assert!(rows.iter().flatten().map(String::len).sum::<usize>() < 70 << 20);
        let wide = vec![spanning("x", 64, 2); 1000];
        assert!(super::spread(&[wide.clone(), wide]).iter().all(|row| row.len() < 600));
    }
}
