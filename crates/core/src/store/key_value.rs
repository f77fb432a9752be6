//! What the save protocol needs of a store.

use thiserror::Error;

/// Why a store did not do as asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// No room for what was to be written.
    #[error("the store is full")]
    Full,
    /// The store may not be used, or no longer.
    #[error("the store is blocked")]
    Blocked,
    /// Anything else, in the words of the store.
    #[error("{0}")]
    Other(String),
}

/// A store of texts by key. Each call either does all it says or nothing, and what was set stays until
/// it is set again or removed.
pub trait KeyValue {
    /// The text under a key.
    ///
    /// # Errors
    /// Where the store cannot be used.
    fn get(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Puts a text under a key, in place of what was there.
    ///
    /// # Errors
    /// Where there is no room, or the store cannot be used. What was there is still there then.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Removes a key, if it is there.
    ///
    /// # Errors
    /// Where the store cannot be used.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// Every key, in any order.
    ///
    /// # Errors
    /// Where the store cannot be used.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
}

/// What a text takes of a browser's storage: its length in UTF-16 units.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
