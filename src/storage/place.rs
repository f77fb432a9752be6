//! The store this page uses: the browser's, or one in memory where that is blocked.

use crosslane_core::store::{KeyValue, Memory, StoreError};

use super::browser::Browser;

/// Written and removed once, to see whether the browser keeps anything.
const TRIAL: &str = "crosslane-trial";

enum Place {
    Browser(Browser),
    Memory(Memory),
}

thread_local! {
    static PLACE: Place = choose();
}

fn choose() -> Place {
    let tried = Browser.set(TRIAL, "").and_then(|()| Browser.remove(TRIAL));
    match tried {
        // A full storage can be read, and emptied.
        Ok(()) | Err(StoreError::Full) => Place::Browser(Browser),
        Err(StoreError::Blocked | StoreError::Other(_)) => Place::Memory(Memory::default()),
    }
}

/// Does something with the store.
pub fn with_store<R>(act: impl FnOnce(&dyn KeyValue) -> R) -> R {
    PLACE.with(|place| match place {
        Place::Browser(browser) => act(browser),
        Place::Memory(memory) => act(memory),
    })
}

/// Whether what is stored is gone when the page is closed.
pub fn is_memory() -> bool {
    PLACE.with(|place| matches!(place, Place::Memory(_)))
}
