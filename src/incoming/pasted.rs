//! What is pasted: its text, or the table of the page that Word, Outlook and browsers put beside it.

use crosslane_core::format::table::{Copied, Delimiter, PageCell, unstyled, write_text};
use crosslane_core::format::{FileKind, recognise};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DomParser, Element, SupportedType};

use super::incoming;
use crate::app::State;
use crate::reactive::Rest;

/// Shows what was pasted outside of fields.
pub fn pasted(state: State, text: String, html: String) {
    spawn_local(async move {
        let text = best(text, &html).await;
        if !text.trim().is_empty() {
            incoming(state, String::new(), text.into_bytes());
        }
    });
}

/// The text, or the table of the page beside it as text, where that says more.
async fn best(text: String, html: &str) -> String {
    let is_plain = text.trim().is_empty() || recognise("", text.as_bytes()) == FileKind::Table;
    if !is_plain {
        return text;
    }
    let cells = cells_in(html).await;
    let table = || {
        let copied = Copied::from_page(&cells, "")?;
        // A page of program text or of mail has tables of one column too: there the text says more.
        let is_table = copied.rows.iter().any(|row| row.iter().filter(|cell| !cell.is_empty()).count() > 1);
        is_table.then(|| write_text(&copied.rows, Delimiter::Tab))
    };
    table().unwrap_or(text)
}

/// The cells of the tables in a page, read by the browser without running anything of it, a few rows at a time.
pub async fn cells_in(html: &str) -> Vec<Vec<PageCell>> {
    let parsed = DomParser::new()
        .and_then(|parser| parser.parse_from_string(&unstyled(html), SupportedType::TextHtml));
    let Some(page) = parsed.ok().and_then(|page| page.document_element()) else { return Vec::new() };
    let mut rest = Rest::default();
    // What begins a line begins one in the text of its cell as well.
    for line in elements(&page, "br, p, div, li") {
        // Where it cannot be written into, two words stand together.
        drop(line.prepend_with_str_1("\n"));
        rest.now_and_then().await;
    }
    let mut rows = Vec::new();
    for row in elements(&page, "tr") {
        // A table around others is there for the looks of a mail.
        if elements(&row, "table").is_empty() {
            rows.push(elements(&row, ":scope > td, :scope > th").iter().map(cell).collect());
        }
        rest.now_and_then().await;
    }
    rows
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
