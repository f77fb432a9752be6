//! Rows of cells into CSV or TSV that [`Sheet::read`](super::Sheet::read) takes back to the letter.

use std::borrow::Cow;

use super::dialect::Delimiter;
use super::guard;

/// Writes rows as a text: cells that a spreadsheet would run are neutralised, cells that hold any
/// delimiter, a quote, a line break or spaces at their ends are quoted, lines end in a line feed.
pub fn write_text<Cells>(rows: impl IntoIterator<Item = Cells>, delimiter: Delimiter) -> String
where
    Cells: IntoIterator,
    Cells::Item: AsRef<str>,
{
    // Quoting is decided here: the reader sniffs the delimiter, so a cell of a comma table that
    // holds a semicolon has to be quoted too.
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter.byte())
        .quote_style(csv::QuoteStyle::Never)
        .flexible(true)
        .from_writer(Vec::new());
    for row in rows {
        let cells = row.into_iter().map(|cell| quoted(&guard::neutralise(cell.as_ref())).into_owned());
        // Writing to memory, rows of any length allowed, has no error to give.
        let _: Result<(), csv::Error> = writer.write_record(cells);
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// Writes rows as a file: as [`write_text`], in UTF-8 with a byte order mark, without which Excel
/// takes it for another encoding.
pub fn write_file<Cells>(rows: impl IntoIterator<Item = Cells>, delimiter: Delimiter) -> Vec<u8>
where
    Cells: IntoIterator,
    Cells::Item: AsRef<str>,
{
    let mut bytes = b"\xEF\xBB\xBF".to_vec();
    bytes.extend(write_text(rows, delimiter).into_bytes());
    bytes
}

/// What keeps a line break within its cell in Excel, which makes a row of its own of any other.
pub const SAME_CELL: &str = "<br style=\"mso-data-placement:same-cell\">";

/// Writes rows as a table of HTML, as the clipboard takes them to spreadsheets: neutralised as in [`write_text`], with
/// `line_break` for each line break, as HTML. With a header, the first row is one.
pub fn write_html<Cells>(rows: impl IntoIterator<Item = Cells>, has_header: bool, line_break: &str) -> String
where
    Cells: IntoIterator,
    Cells::Item: AsRef<str>,
{
    let mut html = String::from("<table>");
    for (at, row) in rows.into_iter().enumerate() {
        let tag = if has_header && at == 0 { "th" } else { "td" };
        html.push_str("<tr>");
        for cell in row {
            let cell = guard::neutralise(cell.as_ref());
            html.extend(["<", tag, ">", &escaped(&cell, line_break), "</", tag, ">"]);
        }
        html.push_str("</tr>");
    }
    html + "</table>"
}

fn escaped(cell: &str, line_break: &str) -> String {
    let mut text = String::with_capacity(cell.len());
    for letter in cell.chars() {
        match letter {
            '&' => text.push_str("&amp;"),
            '<' => text.push_str("&lt;"),
            '>' => text.push_str("&gt;"),
            '\n' => text.push_str(line_break),
            '\r' => {}
            other => text.push(other),
        }
    }
    text
}

fn quoted(cell: &str) -> Cow<'_, str> {
    let special = |letter: char| matches!(letter, '"' | '\n' | '\r' | ',' | ';' | '\t' | '|');
    // `sep=;` in a first line would declare a delimiter, a byte order mark would be dropped.
    let misread = |start: &str| start.eq_ignore_ascii_case("sep=");
    let needed = cell.contains(special)
        || cell.starts_with([' ', '\u{feff}'])
        || cell.ends_with(' ')
        || cell.get(..4).is_some_and(misread);
    if needed { Cow::Owned(format!("\"{}\"", cell.replace('"', "\"\""))) } else { Cow::Borrowed(cell) }
}

#[cfg(test)]
mod tests {
    use super::{SAME_CELL, write_html};

    #[test]
    fn a_table_for_the_clipboard_runs_nothing_and_keeps_its_cells() {
        let rows = [["Name", "Note"], ["=1+1", "<b>a</b> & b\nc"]];
        assert_eq!(
            write_html(rows, true, SAME_CELL),
            "<table><tr><th>Name</th><th>Note</th></tr><tr><td>'=1+1</td>\
             <td>&lt;b&gt;a&lt;/b&gt; &amp; b<br style=\"mso-data-placement:same-cell\">c</td></tr></table>"
        );
    }
}
