//! A store in memory: for a page whose storage is blocked, and for tests.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::key_value::{KeyValue, StoreError, units};

/// Keeps texts until it is dropped; refuses more than its quota.
#[derive(Debug, Default)]
pub struct Memory {
    texts: Mutex<BTreeMap<String, String>>,
    quota: Option<usize>,
}

impl Memory {
    /// A store that holds at most this many UTF-16 units, keys and texts together.
    pub fn with_quota(quota: usize) -> Self {
        Self { quota: Some(quota), ..Self::default() }
    }

    /// UTF-16 units in use, keys and texts together.
    pub fn used(&self) -> usize {
        used(&self.texts())
    }

    fn texts(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        // No call panics while it holds the lock half way through a change.
        self.texts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn used(texts: &BTreeMap<String, String>) -> usize {
    texts.iter().map(|(key, text)| units(key) + units(text)).sum()
}

impl KeyValue for Memory {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.texts().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let mut texts = self.texts();
        if let Some(quota) = self.quota {
            let replaced = texts.get(key).map_or(0, |old| units(key) + units(old));
            if used(&texts) - replaced + units(key) + units(text) > quota {
                return Err(StoreError::Full);
            }
        }
        texts.insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.texts().remove(key);
        Ok(())
    }

    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.texts().keys().cloned().collect())
    }
}
