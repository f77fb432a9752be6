//! What the page and the program apart from it tell one another: lists of a word and what belongs to it.

use crosslane_core::format::table::Column;
use crosslane_core::format::table::grid::PasteTold;
use js_sys::Array;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

use crate::incoming::table::{Brings, Told, Wish};

/// The program apart is there.
pub const READY: &str = "ready";
/// It did not arrive (`start/apart.js`).
pub const MISSING: &str = "missing";
/// A file is to be read: its name and its bytes.
pub const READ: &str = "read";
/// A piece of a workspace: of the open one for the program apart, of what was read or planned for the page.
pub const PIECE: &str = "piece";
/// What was read is to be brought somewhere: an [`Ask`].
pub const PLAN: &str = "plan";
/// A block is to be pasted into the open workspace: a [`Block`].
pub const PASTE: &str = "paste";
/// It is done, after the pieces of its workspace: an [`Answer`].
pub const DONE: &str = "done";

/// Where what was read goes.
#[derive(Serialize, Deserialize)]
pub struct Ask {
    /// By which it is told from earlier ones.
    pub number: u32,
    /// The identifier of a new workspace.
    pub new_id: String,
    /// The title of a new workspace.
    pub title: String,
    /// What the person wants.
    pub wish: Wish,
}

/// A block of cells, and where it is pasted.
#[derive(Serialize, Deserialize)]
pub struct Block {
    /// The identifier of the journey.
    pub journey: String,
    /// The columns of the grid, in order.
    pub columns: Vec<Column>,
    /// The first row, from 0.
    pub row: usize,
    /// The first column, from 0.
    pub column: usize,
    /// Numbers have a comma before the fraction.
    pub decimal_comma: bool,
    /// The cells.
    pub cells: Vec<Vec<String>>,
}

/// What became of it.
#[derive(Serialize, Deserialize)]
pub enum Answer {
    /// A whole workspace, and the version of its file where that is newer than this app.
    Workspace(Option<u64>),
    /// A drawing as a workspace.
    Drawn(Told),
    /// A workspace with mistakes.
    Mistaken(Told),
    /// A table or diagram, to be planned.
    Table,
    /// What it brings, by the number of what was asked.
    Planned(u32, Brings),
    /// The open workspace with the block in it.
    Pasted(PasteTold),
    /// Nothing that can be opened; why, in words.
    Refused(String),
    /// The program apart did not start.
    Missing,
}

/// A word with a text.
pub fn worded(word: &str, text: &str) -> Array {
    Array::of2(&JsValue::from_str(word), &JsValue::from_str(text))
}

/// A word with a value.
pub fn valued(word: &str, value: &impl Serialize) -> Array {
    // Structs of texts, numbers and lists always have a JSON form.
    worded(word, &serde_json::to_string(value).unwrap_or_default())
}

/// The word of a message and its text.
pub fn parts(message: &Array) -> (String, String) {
    let text = |at| message.get(at).as_string().unwrap_or_default();
    (text(0), text(1))
}
