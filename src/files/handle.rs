//! Files that are written again: where the browser lets a page hold one.

use crosslane_core::model::Id;
use js_sys::{Array, Function, JsString, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::reactive::prelude::window;

#[wasm_bindgen]
extern "C" {
    /// Keeps what the browser lets a page hold beyond this page, gets it again, or forgets it (`start/start.js`).
    #[wasm_bindgen(catch, js_name = crosslaneFiles)]
    fn kept(act: &str, id: &str, file: &JsValue) -> Result<Promise, JsValue>;
}

/// A file that a person chose.
#[derive(Clone)]
pub struct Handle(JsValue);

/// Whether the browser can write a file again.
pub fn can_hold() -> bool {
    picker().is_some()
}

fn picker() -> Option<Function> {
    Reflect::get(&window(), &"showSaveFilePicker".into()).ok()?.dyn_into().ok()
}

impl Handle {
    /// Lets the person choose a file; `None` where none was chosen.
    pub async fn choose(name: &str) -> Option<Self> {
        ask(name).await.ok().map(Self)
    }

    /// The file that was remembered for a workspace.
    pub async fn recall(id: Id) -> Option<Self> {
        let asked = kept("get", id.as_str(), &JsValue::UNDEFINED).ok()?;
        JsFuture::from(asked).await.ok().filter(JsValue::is_object).map(Self)
    }

    /// Remembers the file for a workspace, where the browser can.
    pub async fn remember(&self, id: Id) {
        if let Ok(asked) = kept("put", id.as_str(), &self.0) {
            // Where it is not remembered, it is held as long as the page is open.
            drop(JsFuture::from(asked).await);
        }
    }

    /// What it is called.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default()
    }

    /// Whether it may be read and written; `ask` lets the browser ask the person, who has just clicked.
    pub async fn may_write(&self, ask: bool) -> bool {
        let mode = Object::new();
        let method = if ask { "requestPermission" } else { "queryPermission" };
        if Reflect::set(&mode, &"mode".into(), &"readwrite".into()).is_err() {
            return false;
        }
        call(&self.0, method, Some(&mode))
            .await
            .is_ok_and(|answer| answer.as_string().as_deref() == Some("granted"))
    }

    async fn file(&self) -> Result<web_sys::File, JsValue> {
        call(&self.0, "getFile", None).await?.dyn_into()
    }

    /// When it was changed, in milliseconds since 1970.
    pub async fn changed(&self) -> Result<f64, JsValue> {
        Ok(self.file().await?.last_modified())
    }

    /// What it holds, and when it was changed, in milliseconds since 1970.
    pub async fn read(&self) -> Result<(Vec<u8>, f64), JsValue> {
        match self.read_once().await {
            // Another program may have changed it just then.
            Err(_) => self.read_once().await,
            read => read,
        }
    }

    async fn read_once(&self) -> Result<(Vec<u8>, f64), JsValue> {
        let file = self.file().await?;
        let bytes = JsFuture::from(file.array_buffer()).await?;
        Ok((Uint8Array::new(&bytes).to_vec(), file.last_modified()))
    }

    /// Writes it.
    pub async fn write(&self, text: &str) -> Result<(), JsValue> {
        // What was there stays until the new is whole: the browser changes files when they are closed.
        let stream = call(&self.0, "createWritable", None).await?;
        call(&stream, "write", Some(&JsString::from(text).into())).await?;
        call(&stream, "close", None).await?;
        Ok(())
    }
}

/// Forgets the file of a workspace.
pub async fn forget(id: Id) {
    if let Ok(asked) = kept("delete", id.as_str(), &JsValue::UNDEFINED) {
        // What stays is asked about at the next start.
        drop(JsFuture::from(asked).await);
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

async fn call(of: &JsValue, name: &str, word: Option<&JsValue>) -> Result<JsValue, JsValue> {
    let method: Function = Reflect::get(of, &name.into())?.dyn_into()?;
    let asked = match word {
        Some(word) => method.call1(of, word)?,
        None => method.call0(of)?,
    };
    JsFuture::from(asked.dyn_into::<Promise>()?).await
}
