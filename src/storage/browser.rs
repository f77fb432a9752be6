//! The local storage of the browser as a store.

use crosslane_core::store::{KeyValue, StoreError};
use gloo_storage::{LocalStorage, Storage};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use crate::reactive::prelude::window;

/// Local storage. Asks at every call whether it may be used: a person can block it while the page is open, and
/// gloo-storage must not be touched then.
#[derive(Debug, Clone, Copy)]
pub struct Browser;

fn storage() -> Result<web_sys::Storage, StoreError> {
    match window().local_storage() {
        Ok(Some(_)) => Ok(LocalStorage::raw()),
        _ => Err(StoreError::Blocked),
    }
}

/// Why the browser threw.
fn reason(thrown: &JsValue) -> StoreError {
    let text = |name: &str| Reflect::get(thrown, &name.into()).ok().and_then(|value| value.as_string());
    match text("name").as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        Some("SecurityError") => StoreError::Blocked,
        name => {
            StoreError::Other(format!("{}: {}", name.unwrap_or("Error"), text("message").unwrap_or_default()))
        }
    }
}

impl KeyValue for Browser {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        storage()?.get_item(key).map_err(|thrown| reason(&thrown))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(key, text).map_err(|thrown| reason(&thrown))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        storage()?.remove_item(key).map_err(|thrown| reason(&thrown))
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        // One call for all keys, where `Storage.key` is one for each.
        let keys = Object::keys(storage()?.as_ref());
        Ok(keys.iter().filter_map(|key| key.as_string()).collect())
    }
}
