//! Giving the person a file.

use wasm_bindgen::{JsCast, JsValue};

use crate::reactive::prelude::*;

/// How long the browser may take to fetch what it saves.
const KEEP_FOR: std::time::Duration = std::time::Duration::from_mins(1);

/// Lets the browser save `text` as a file called `name`.
pub fn download(name: &str, mime: &str, text: &str) -> Result<(), JsValue> {
    download_bytes(name, mime, text.as_bytes())
}

/// Lets the browser save these bytes as a file called `name`.
pub fn download_bytes(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(mime);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    after_always(KEEP_FOR, move || drop(web_sys::Url::revoke_object_url(&address)));
    Ok(())
}
