//! What the page keeps in the browser's local storage.

use std::collections::BTreeMap;

use serde_json::json;

use crate::App;

impl App {
    /// Everything that is kept, by key.
    pub async fn stored(&self) -> BTreeMap<String, String> {
        let all = self.script("return Object.fromEntries(Object.entries(localStorage))", vec![]).await;
        serde_json::from_value(all).expect("local storage holds texts")
    }

    /// Keeps a text under a key.
    pub async fn store(&self, key: &str, text: &str) {
        self.script("localStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(text)]).await;
    }

    /// Forgets what is kept under a key.
    pub async fn forget(&self, key: &str) {
        self.script("localStorage.removeItem(arguments[0])", vec![json!(key)]).await;
    }

    /// Forgets everything.
    pub async fn forget_all(&self) {
        self.script("localStorage.clear()", vec![]).await;
    }

    /// Fills the storage under one key until no more than `room` UTF-16 units are free.
    pub async fn fill_storage(&self, key: &str, room: u32) {
        let script = "const [key, room] = arguments; let filling = '', step = 1 << 22; \
            while (step >= 1) { try { localStorage.setItem(key, filling + 'x'.repeat(step)); \
              filling += 'x'.repeat(step); } catch { step = Math.floor(step / 2); } } \
            localStorage.setItem(key, filling.slice(0, Math.max(0, filling.length - room)))";
        self.script(script, vec![json!(key), json!(room)]).await;
    }
}
