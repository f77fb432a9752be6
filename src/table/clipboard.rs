//! Copying cells as a table, and pasting blocks from Excel, Sheets or a page.

use crosslane_core::format::table::{self, Copied, Delimiter, SAME_CELL, write_html, write_text};
use crosslane_words::ui::table as words;
use leptos::ev;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::edits;
use super::session::{At, Grid};
use crate::app::State;
use crate::incoming::cells_in;
use crate::reactive::prelude::*;

/// Copies, cuts and pastes while the grid has the focus. Where nothing can be typed into, Firefox sends these events to
/// the page rather than to what has the focus.
pub fn follow(grid: Grid) {
    let with_focus = move |act: fn(Grid, &ev::ClipboardEvent)| {
        move |event: ev::ClipboardEvent| {
            if grid.has_focus() {
                act(grid, &event);
            }
        }
    };
    listen(
        ev::copy,
        with_focus(|grid, event| {
            copy(grid, event);
        }),
    );
    listen(ev::cut, with_focus(cut));
    listen(ev::paste, with_focus(paste));
}

/// Copies what is chosen.
fn copy(grid: Grid, event: &ev::ClipboardEvent) -> bool {
    if grid.typing.with_untracked(Option::is_some) {
        return false;
    }
    let (first, last) = untrack(|| grid.chosen());
    let rows: Vec<Vec<String>> = (first.row..=last.row.min(grid.count().saturating_sub(1)))
        .map(|row| {
            (first.column..=last.column).map(|column| edits::text_at(grid, At { row, column })).collect()
        })
        .collect();
    let cells = rows.iter().map(Vec::len).sum();
    let text = write_text(&rows, Delimiter::Tab);
    let Some(clipboard) = event.clipboard_data() else { return false };
    let copied = clipboard.set_data("text/plain", text.trim_end_matches('\n')).is_ok()
        && clipboard.set_data("text/html", &write_html(&rows, false, SAME_CELL)).is_ok();
    if copied {
        event.prevent_default();
        if cells > 1 {
            grid.state().toast(words::copied(cells));
        }
    }
    copied
}

#[wasm_bindgen]
extern "C" {
    /// What the clipboard takes, in several types at once.
    type ClipboardItem;
    #[wasm_bindgen(constructor)]
    fn new(types: &js_sys::Object) -> ClipboardItem;
    /// `Clipboard`.
    type Board;
    #[wasm_bindgen(method)]
    fn write(this: &Board, items: &js_sys::Array) -> js_sys::Promise;
}

/// Copies the journey shown as a whole table: every column that is filled, with its header.
pub fn copy_all(state: State) {
    let (Some(workspace), Some(journey)) = (state.workspace_untracked(), state.journey_id_untracked()) else {
        return;
    };
    let rows = table::export(&workspace, &[journey]);
    // What is put there by the page passes its policy first, which takes styles away: a break without one would make two
    // rows of one in Excel, and a blank keeps the row whole.
    let html = write_html(&rows, true, " ");
    let copied = put([("text/plain", write_text(&rows, Delimiter::Tab)), ("text/html", html)]);
    spawn_local(async move {
        let is_copied = match copied {
            Ok(copied) => JsFuture::from(copied).await.is_ok(),
            Err(_) => false,
        };
        state.toast(if is_copied {
            words::copied_rows(rows.len().saturating_sub(1))
        } else {
            words::NOT_COPIED.to_owned()
        });
    });
}

/// Puts texts on the clipboard, one for each type.
fn put(texts: [(&str, String); 2]) -> Result<js_sys::Promise, JsValue> {
    let clipboard = JsValue::from(window().navigator().clipboard());
    // Without a secure origin, and in older browsers, there is nothing to write to.
    if clipboard.is_undefined() || !js_sys::Reflect::has(&window(), &"ClipboardItem".into())? {
        return Err(JsValue::NULL);
    }
    let types = js_sys::Object::new();
    for (kind, text) in texts {
        let options = web_sys::BlobPropertyBag::new();
        options.set_type(kind);
        let parts = js_sys::Array::of1(&text.into());
        let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
        js_sys::Reflect::set(&types, &kind.into(), &blob)?;
    }
    let items = js_sys::Array::of1(&ClipboardItem::new(&types));
    Ok(clipboard.unchecked_into::<Board>().write(&items))
}

/// Copies what is chosen and empties it.
fn cut(grid: Grid, event: &ev::ClipboardEvent) {
    if copy(grid, event) {
        edits::clear(grid);
    }
}

/// Pastes a block where the person is.
fn paste(grid: Grid, event: &ev::ClipboardEvent) {
    if grid.typing.with_untracked(Option::is_some) {
        return;
    }
    event.prevent_default();
    let data =
        |kind: &str| event.clipboard_data().and_then(|data| data.get_data(kind).ok()).unwrap_or_default();
    let [page, text] = ["text/html", "text/plain"].map(data);
    spawn_local(async move {
        match Copied::from_page(&cells_in(&page).await, &text) {
            Some(copied) => edits::paste_block(grid, &copied.rows, copied.decimal_comma),
            None => grid.state().toast(words::NOTHING_TO_PASTE),
        }
    });
}
