//! The storage as browsers give it to tabs that run in processes of their own: each writes at once for itself, and
//! hears of the writes of others a while later, one key after the other.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::store::{KeyValue, Memory, StoreError};

/// The storage, as it is on the disk and in each tab.
pub struct Delayed {
    pub server: Memory,
    pub tabs: Vec<Cache>,
}

/// What one tab sees of it.
#[derive(Default)]
pub struct Cache {
    texts: Memory,
    /// Writes on their way to the server.
    out: RefCell<VecDeque<Write>>,
    /// Writes that the server took, in its order, on their way here: of the other tabs, and those of this one.
    coming: RefCell<VecDeque<(bool, Write)>>,
    /// Keys of own writes of which the server has not said yet that it took them.
    unsure: RefCell<Vec<String>>,
}

type Write = (String, Option<String>);

fn put(store: &Memory, (key, text): &Write) {
    match text {
        Some(text) => store.set(key, text).unwrap(),
        None => store.remove(key).unwrap(),
    }
}

impl Delayed {
    /// What is stored, as so many tabs see it that have heard of everything.
    pub fn new(server: Memory, tabs: usize) -> Self {
        let caches = (0..tabs).map(|_| {
            let cache = Cache::default();
            for (key, text) in super::contents(&server) {
                cache.texts.set(&key, &text).unwrap();
            }
            cache
        });
        Self { tabs: caches.collect(), server }
    }

    /// The server takes a write of a tab, and tells all.
    pub fn take(&self, tab: usize) -> bool {
        let Some(write) = self.tabs[tab].out.borrow_mut().pop_front() else { return false };
        put(&self.server, &write);
        for (at, cache) in self.tabs.iter().enumerate() {
            cache.coming.borrow_mut().push_back((at == tab, write.clone()));
        }
        true
    }

    /// A tab hears of a write; what it has written itself meanwhile counts for it.
    pub fn hear(&self, tab: usize) -> bool {
        let cache = &self.tabs[tab];
        let Some((own, write)) = cache.coming.borrow_mut().pop_front() else { return false };
        let mut unsure = cache.unsure.borrow_mut();
        let at = unsure.iter().position(|key| *key == write.0);
        match at {
            Some(at) if own => drop(unsure.remove(at)),
            Some(_) => {}
            None => put(&cache.texts, &write),
        }
        true
    }

    /// Lets a tab be behind by no more than so many writes, either way.
    pub fn hurry(&self, tab: usize, lag: usize) {
        while self.tabs[tab].out.borrow().len() > lag {
            self.take(tab);
        }
        while self.tabs[tab].coming.borrow().len() > lag {
            self.hear(tab);
        }
    }

    /// Everybody hears of everything.
    pub fn settle(&self) {
        while (0..self.tabs.len()).any(|tab| self.take(tab) || self.hear(tab)) {}
    }
}

impl KeyValue for Cache {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.texts.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.out.borrow_mut().push_back((key.into(), Some(text.into())));
        self.unsure.borrow_mut().push(key.into());
        self.texts.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.out.borrow_mut().push_back((key.into(), None));
        self.unsure.borrow_mut().push(key.into());
        self.texts.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.texts.keys()
    }
}
