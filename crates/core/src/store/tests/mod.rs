//! What a person would notice of saving: nothing is ever lost, whatever fails.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod bases;
mod damage;
mod delayed;
mod encoding;
mod full;
mod hostile;
mod large;
mod listing;
mod many;
mod saving;
mod tabs;
mod thinning;
mod together;
mod version_damage;
mod version_room;
mod versions;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    KeyValue, Memory, NewVersion, SaveError, Saver, StoreError, VersionKind, load, versions as versions_of,
};
use crate::format::crosslane::open;
use crate::model::{Id, Workspace};

/// The identifier everything is stored under.
fn id() -> Id {
    Id::new("w1").unwrap()
}

/// A workspace of journeys `j0`, `j1` … with two touchpoints each, and a department that owns them.
fn workspace(journeys: usize) -> Workspace {
    let ids: Vec<String> = (0..journeys).map(|n| format!("\"j{n}\"")).collect();
    let bodies: Vec<String> = (0..journeys)
        .map(|n| {
            format!(
                r#""j{n}": {{"title": "Journey {n}", "phase_order": ["p"],
                    "phases": {{"p": {{"name": "All", "touchpoints": ["a{n}", "b{n}"]}}}},
                    "touchpoints": {{"a{n}": {{"name": "Ask", "owner": "sales"}}, "b{n}": {{"name": "Wait"}}}}}}"#
            )
        })
        .collect();
    let text = format!(
        r#"{{"format": "crosslane", "version": 1, "title": "Moving house",
            "departments": {{"sales": {{"name": "Sales"}}}}, "department_order": ["sales"],
            "journey_order": [{}], "journeys": {{{}}}}}"#,
        ids.join(","),
        bodies.join(",")
    );
    open(&text).unwrap().workspace
}

/// The same with another scenario in one journey.
fn with_scenario(workspace: &Workspace, journey: &str, scenario: &str) -> Workspace {
    let mut changed = workspace.clone();
    let id = Id::new(journey).unwrap();
    let mut journey = changed.journeys[&id].as_ref().clone();
    journey.scenario = Some(scenario.to_owned());
    changed.journeys.insert(id, Arc::new(journey));
    changed
}

fn with_title(workspace: &Workspace, title: &str) -> Workspace {
    Workspace { title: title.to_owned(), ..workspace.clone() }
}

/// Everything in a store.
fn contents(store: &dyn KeyValue) -> BTreeMap<String, String> {
    let text = |key: String| {
        let text = store.get(&key).unwrap().unwrap();
        (key, text)
    };
    store.keys().unwrap().into_iter().map(text).collect()
}

/// A store in memory that holds this.
fn holding(contents: &BTreeMap<String, String>) -> Memory {
    let store = Memory::default();
    for (key, text) in contents {
        store.set(key, text).unwrap();
    }
    store
}

/// Keeps a version at a time in seconds, under an identifier that says its number.
fn keep(
    saver: &mut Saver,
    store: &dyn KeyValue,
    workspace: &Workspace,
    (number, kind, name, kept_at): (u32, VersionKind, &str, u64),
) -> Result<Id, SaveError> {
    let id = version(number);
    saver.keep(store, workspace, &NewVersion { id, kind, name, kept_at })
}

fn version(number: u32) -> Id {
    Id::new(&format!("v{number}")).unwrap()
}

/// The numbers of the kept versions, the last one first.
fn kept(store: &dyn KeyValue) -> Vec<String> {
    versions_of(store, id()).unwrap().iter().map(|version| version.id.to_string()).collect()
}

fn loaded(store: &dyn KeyValue) -> Workspace {
    load(store, id()).unwrap().workspace
}

/// A store that fails from its n-th change on, for `lasting` changes.
struct Faulty<'a> {
    inner: &'a dyn KeyValue,
    changes: Cell<usize>,
    fail_at: usize,
    lasting: usize,
    error: StoreError,
    /// Keys removed, in order.
    removed: RefCell<Vec<String>>,
}

impl<'a> Faulty<'a> {
    fn new(inner: &'a dyn KeyValue, fail_at: usize, lasting: usize, error: StoreError) -> Self {
        Self { inner, changes: Cell::new(0), fail_at, lasting, error, removed: RefCell::default() }
    }

    fn change(&self) -> Result<(), StoreError> {
        let change = self.changes.replace(self.changes.get() + 1);
        let fails = change >= self.fail_at && change - self.fail_at < self.lasting;
        if fails { Err(self.error.clone()) } else { Ok(()) }
    }

    /// Whether the failure was reached.
    fn failed(&self) -> bool {
        self.changes.get() > self.fail_at
    }
}

impl KeyValue for Faulty<'_> {
    fn get(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.inner.get(key)
    }
    fn set(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.change()?;
        self.inner.set(key, text)
    }
    fn remove(&self, key: &str) -> Result<(), StoreError> {
        // A full store still removes.
        if self.error != StoreError::Full {
            self.change()?;
        }
        self.removed.borrow_mut().push(key.to_owned());
        self.inner.remove(key)
    }
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.inner.keys()
    }
}
