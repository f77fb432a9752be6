//! Files that are written again: where the browser lets a page hold one.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crosslane_core::model::Id;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::reactive::prelude::window;

thread_local! {
    /// The file each workspace is saved to, as long as the page is open.
    static FILES: RefCell<BTreeMap<Id, JsValue>> = const { RefCell::new(BTreeMap::new()) };
}

/// Whether the browser can write a file again.
pub fn can_hold() -> bool {
    picker().is_some()
}

/// Whether a file was chosen for a workspace.
pub fn is_held(id: Id) -> bool {
    FILES.with_borrow(|files| files.contains_key(&id))
}

fn picker() -> Option<Function> {
    Reflect::get(&window(), &"showSaveFilePicker".into()).ok()?.dyn_into().ok()
}

/// Lets the person choose the file a workspace is saved to; `false` where none was chosen.
pub async fn choose(id: Id, name: &str) -> bool {
    match ask(name).await {
        Ok(file) => {
            FILES.with_borrow_mut(|files| files.insert(id, file));
            true
        }
        Err(_) => false,
    }
}

async fn ask(name: &str) -> Result<JsValue, JsValue> {
    let picker = picker().ok_or(JsValue::UNDEFINED)?;
    let accept = Object::new();
    Reflect::set(&accept, &"application/json".into(), &Array::of1(&".json".into()))?;
    let kind = Object::new();
    Reflect::set(&kind, &"accept".into(), &accept)?;
    let options = Object::new();
    Reflect::set(&options, &"suggestedName".into(), &name.into())?;
    Reflect::set(&options, &"types".into(), &Array::of1(&kind))?;
    let asked: Promise = picker.call1(&window(), &options)?.dyn_into()?;
    JsFuture::from(asked).await
}

/// Writes the file of a workspace; gives its name.
pub async fn write(id: Id, text: &str) -> Result<String, JsValue> {
    let file = FILES.with_borrow(|files| files.get(&id).cloned()).ok_or(JsValue::UNDEFINED)?;
    // What was there stays until the new is whole: the browser changes files when they are closed.
    let stream = call(&file, "createWritable", None).await?;
    call(&stream, "write", Some(&text.into())).await?;
    call(&stream, "close", None).await?;
    Ok(Reflect::get(&file, &"name".into())?.as_string().unwrap_or_default())
}

/// Does not write there any more.
pub fn let_go(id: Id) {
    FILES.with_borrow_mut(|files| files.remove(&id));
}

async fn call(of: &JsValue, name: &str, word: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    let asked = match word {
        Some(word) => method.call1(of, word)?,
        None => method.call0(of)?,
    };
    JsFuture::from(asked.dyn_into::<Promise>()?).await
}
