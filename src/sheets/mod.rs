//! Workbooks of Excel: read and written by a module of its own (`crates/sheets-web`), which is loaded when it is needed.
//! Where it stops, it is let go, and nothing else stops.

use std::cell::RefCell;

use crosslane_core::format::table::{Delimiter, Dialect, Encoding, Row, Sheet};
use crosslane_words::ui::sheets as words;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Loads the module (`start/start.js`); another one each time.
    #[wasm_bindgen(catch, js_name = crosslaneSheets)]
    fn load() -> Result<js_sys::Promise, JsValue>;

    #[derive(Clone)]
    type Module;
    #[wasm_bindgen(method, catch)]
    fn read(this: &Module, bytes: &[u8]) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn write(this: &Module, rows: &str) -> Result<Vec<u8>, JsValue>;
}

thread_local! {
    static LOADED: RefCell<Option<Module>> = const { RefCell::new(None) };
}

/// Whether the bytes begin as those of a workbook, which is a ZIP archive.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The first sheet of a workbook.
///
/// # Errors
/// Why it cannot be read, in words.
pub async fn opened(bytes: &[u8]) -> Result<Sheet, &'static str> {
    let text = with_module(|module| module.read(bytes)).await?;
    let rows: Vec<(usize, Vec<String>)> = serde_json::from_str(&text).map_err(|_| words::NOT_WORKBOOK)?;
    let dialect = Dialect {
        encoding: Encoding::Utf8,
        unreadable: 0,
        delimiter: Delimiter::Comma,
        decimal_comma: false,
    };
    Ok(Sheet { rows: rows.into_iter().map(|(number, cells)| Row { number, cells }).collect(), dialect })
}

/// A workbook of rows.
///
/// # Errors
/// Why it cannot be written, in words.
pub async fn written(rows: &[Vec<String>]) -> Result<Vec<u8>, &'static str> {
    let text = serde_json::to_string(rows).map_err(|_| words::TOO_LARGE)?;
    with_module(|module| module.write(&text)).await
}

async fn with_module<T>(act: impl FnOnce(&Module) -> Result<T, JsValue>) -> Result<T, &'static str> {
    let module = match LOADED.with_borrow(Clone::clone) {
        Some(module) => module,
        None => loaded().await.map_err(|_| words::MISSING)?,
    };
    act(&module).map_err(|error| {
        let word = error.as_string();
        if word.is_none() {
            // It stopped half way.
            LOADED.set(None);
        }
        match word.as_deref() {
            Some("not-workbook") => words::NOT_WORKBOOK,
            Some("too-large") => words::TOO_LARGE,
            Some("empty") => words::EMPTY,
            _ => words::STOPPED,
        }
    })
}

async fn loaded() -> Result<Module, JsValue> {
    let module: Module = JsFuture::from(load()?).await?.unchecked_into();
    LOADED.set(Some(module.clone()));
    Ok(module)
}
