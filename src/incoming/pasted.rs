//! What is pasted: its text, or the table of the page that Word, Outlook and browsers put beside it.

use crosslane_core::format::table::{Copied, Delimiter, PageCell, write_text};
use crosslane_core::format::{FileKind, recognise};
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, SupportedType};

use super::incoming;
use crate::app::State;

/// Shows what was pasted outside of fields.
pub fn pasted(state: State, text: String, html: &str) {
    let table = || {
        let copied = Copied::from_page(&cells_in(html), "")?;
        // A page of program text or of mail has tables of one column too: there the text says more.
        let is_table = copied.rows.iter().any(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1);
        is_table.then(|| write_text(&copied.rows, Delimiter::Tab))
    };
    let is_plain = text.trim().is_empty() || recognise("", text.as_bytes()) == FileKind::Table;
    let text = if is_plain { table().unwrap_or(text) } else { text };
    if !text.trim().is_empty() {
        incoming(state, String::new(), text.into_bytes());
    }
}

/// The cells of the tables in a page, read by the browser without running anything of it.
pub fn cells_in(html: &str) -> Vec<Vec<PageCell>> {
    let parsed = DomParser::new().and_then(|parser| parser.parse_from_string(html, SupportedType::TextHtml));
    let Some(page) = parsed.ok().and_then(|page| page.document_element()) else { return Vec::new() };
    // What begins a line begins one in the text of its cell as well.
    for line in elements(&page, "br, p, div, li") {
        // Where it cannot be written into, two words stand together.
        drop(line.prepend_with_str_1("\n"));
    }
    // A table around others is there for the looks of a mail.
    let rows = elements(&page, "tr").into_iter().filter(|row| elements(row, "table").is_empty());
    rows.map(|row| elements(&row, ":scope > td, :scope > th").iter().map(cell).collect()).collect()
}

fn cell(cell: &Element) -> PageCell {
    let span = |name| cell.get_attribute(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1);
    PageCell {
        text: cell.text_content().unwrap_or_default(),
        columns: span("colspan"),
        rows: span("rowspan"),
    }
}

fn elements(within: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = within.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}
